"""Whatever dies in the middle, what was recorded is there, waits plainly, and arrives."""

import pytest
from playwright.sync_api import Browser, expect

from mia_companion.i18n.words import Words
from mia_companion.ui import places
from tests.journeys.person import DESKTOP, PATIENCE_MS, Person, person
from tests.journeys.stage import Stage
from tests.journeys.ways import SWEDISH, enter, invite, plan_step, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]
t, c = SWEDISH.t, SWEDISH.c
SUICIDE_LINE = "90101"


def test_backend_killed_page_reloaded_web_killed_and_nothing_lost(
    browser: Browser, stage: Stage, words: Words
) -> None:
    t, c = words.t, words.c
    with (
        person(browser, stage.coordinator, DESKTOP) as anna,
        person(browser, stage.participant) as samira,
    ):
        sign_in(anna)
        enter(samira, invite(anna, "Samira Haddad"), words)
        anna.tap("Samira Haddad")
        plan_step(samira, "Gå till biblioteket", words)
        anna.sees("Gå till biblioteket")

        stage.backend.kill()
        samira.tap(t("Done"))
        samira.sees(_waits(words, 1))
        samira.stand(c("place", "Times"))
        samira.tap(t("Add an appointment"))
        samira.write(t("What is it?"), "Brev från vården")
        samira.write(t("Day, as year-month-day"), "2027-03-02")
        samira.write(t("Time, as hours:minutes"), "10:00")
        samira.tap(t("Add it"))
        samira.sees(_waits(words, 2))
        samira.go(places.WAITING)
        samira.sees("Brev från vården")
        samira.clean()
        samira.go(places.LEAVE)
        samira.tap(t("Take it all away without sending"))
        samira.sees(t("Take it all away"))
        samira.clean()
        samira.tap(t("Stay"))
        samira.sees(t("Send it now"))
        samira.clean()
        samira.tap(t("Help now"))
        samira.sees(SUICIDE_LINE)

        samira.reload()
        samira.sees(_waits(words, 2))

        stage.web.kill()
        over = samira.page.locator(f"#offline section[lang='{words.language.tag}']")
        expect(over).to_be_visible(timeout=PATIENCE_MS)
        expect(over).to_contain_text(SUICIDE_LINE)
        samira.clean()
        stage.web.start()
        expect(over).to_be_hidden(timeout=PATIENCE_MS)
        samira.open()
        samira.sees(_waits(words, 2))

        stage.backend.start()
        anna.open()
        anna.tap("Samira Haddad")
        anna.sees(SWEDISH.t("Done"))
        anna.sees("Brev från vården")
        samira.sees(t("I did something good"))
        samira.sees_not(_waits(words, 2))


@pytest.mark.long
def test_two_pages_of_one_person_say_the_same_step_anew(
    browser: Browser, stage: Stage, words: Words
) -> None:
    t = words.t
    with (
        person(browser, stage.coordinator, DESKTOP) as anna,
        person(browser, stage.participant) as samira,
    ):
        sign_in(anna)
        enter(samira, invite(anna, "Samira Haddad"), words)
        anna.tap("Samira Haddad")
        plan_step(samira, "Ringa", words)
        samira.stand(words.c("place", "My path"))
        samira.tap_row("Ringa")
        samira.sees(t("Say it in other words"))
        path = samira.page.evaluate("location.pathname")
        beside = Person(samira.page.context.new_page(), samira.home)
        beside.open(path)
        beside.sees(t("Say it in other words"))
        stage.backend.kill()
        for page, said in ((samira, "Ringa banken"), (beside, "Ringa banken i dag")):
            page.page.bring_to_front()
            page.tap(t("Say it in other words"))
            page.write(t("In other words"), said)
            page.tap(t("Save"))
            page.sees(t("It has new words."))
        beside.sees(_waits(words, 2))
        stage.backend.start()
        anna.sees("Ringa banken i dag")
        beside.sees_not(_waits(words, 2))
        samira.page.bring_to_front()
        samira.sees(t("In other words: {words}", words="Ringa banken i dag"))
        samira.tap(t("Use these words"))  # of what was said first; nothing was lost
        anna.sees_not("Ringa banken i dag")


@pytest.mark.long
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
        stage.web.stop()
        stage.web.start()
        samira.open("/messages")
        samira.tap(t("Send"))
        anna.tap("Samira Haddad")
        anna.sees("Jag tänkte på en sak")


def _waits(words: Words, count: int) -> str:
    return words.n("{count} thing waits to be sent", "{count} things wait to be sent", count)
