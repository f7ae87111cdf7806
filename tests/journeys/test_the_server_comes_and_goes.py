"""Whatever dies in the middle, what was recorded is there, waits plainly, and arrives."""

import pytest
from playwright.sync_api import Browser

from tests.journeys.person import DESKTOP, person
from tests.journeys.stage import Stage
from tests.journeys.ways import SWEDISH, enter, invite, plan_step, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]
t, c, n = SWEDISH.t, SWEDISH.c, SWEDISH.n


def test_backend_killed_page_reloaded_web_killed_and_nothing_lost(
    browser: Browser, stage: Stage
) -> None:
    with (
        person(browser, stage.coordinator, DESKTOP) as anna,
        person(browser, stage.participant) as samira,
    ):
        sign_in(anna)
        enter(samira, invite(anna, "Samira Haddad"))
        anna.tap("Samira Haddad")
        plan_step(samira, "Gå till biblioteket")
        anna.sees("Gå till biblioteket")

        stage.backend.kill()
        samira.tap(t("Done"))
        samira.sees(_waits(1))
        samira.stand(c("place", "Times"))
        samira.tap(t("Add an appointment"))
        samira.write(t("What is it?"), "Brev från vården")
        samira.write(t("Day, as year-month-day"), "2027-03-02")
        samira.write(t("Time, as hours:minutes"), "10:00")
        samira.tap(t("Add it"))
        samira.sees(_waits(2))

        samira.reload()
        samira.sees(_waits(2))

        stage.web.kill()
        stage.web.start()
        samira.open()
        samira.sees(_waits(2))

        stage.backend.start()
        anna.open()
        anna.tap("Samira Haddad")
        anna.sees(t("Done"))
        anna.sees("Brev från vården")
        samira.sees(t("I did something good"))
        samira.sees_not(_waits(2))


def test_half_written_words_survive_a_reload(browser: Browser, stage: Stage) -> None:
    with (
        person(browser, stage.coordinator, DESKTOP) as anna,
        person(browser, stage.participant) as samira,
    ):
        sign_in(anna)
        enter(samira, invite(anna, "Samira Haddad"))
        samira.stand(c("place", "Messages"))
        samira.write(t("Write a message"), "Jag tänkte på en sak")
        samira.page.wait_for_timeout(1_500)  # in the browser, all but the last second
        stage.web.kill()
        stage.web.start()
        samira.open("/messages")
        samira.tap(t("Send"))
        anna.tap("Samira Haddad")
        anna.sees("Jag tänkte på en sak")


def _waits(count: int) -> str:
    return n("{count} thing waits to be sent", "{count} things wait to be sent", count)
