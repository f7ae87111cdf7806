"""A step that is recorded on the participant's phone appears on the coordinator's screen."""

import pytest
from playwright.sync_api import Browser

from tests.journeys.person import DESKTOP, person
from tests.journeys.stage import Stage
from tests.journeys.ways import SWEDISH, enter, invite, plan_step, sign_in

pytestmark = [pytest.mark.journey, pytest.mark.timeout(300)]
t, c = SWEDISH.t, SWEDISH.c


def test_participant_and_coordinator_side_by_side(browser: Browser, stage: Stage) -> None:
    with (
        person(browser, stage.coordinator, DESKTOP) as anna,
        person(browser, stage.participant) as samira,
    ):
        sign_in(anna)
        code = invite(anna, "Samira Haddad")
        enter(samira, code)
        anna.tap("Samira Haddad")

        plan_step(samira, "Gå till biblioteket")
        anna.sees("Gå till biblioteket")
        samira.press(t("Done"))
        samira.sees(t("Undo"))
        anna.sees(t("Done"))
        samira.tap(t("Undo"))
        samira.sees("Gå till biblioteket")
        samira.tap(t("How did it go?"))
        samira.breathe()
        samira.tap(t("Tried"))
        anna.sees(t("Tried"))

        samira.tap(t("I did something good"))
        samira.write(t("What you did"), "Ringde vården själv")
        samira.tap(t("Write it down"))
        anna.sees("Ringde vården själv")

        anna.write(t("Write a message"), "Vad fint!")
        anna.tap(t("Send"))
        samira.stand(c("place", "Messages"))
        samira.sees("Vad fint!")
        anna.sees(t("Read"))
        samira.write(t("Write a message"), "Tack, det kändes bra.")
        samira.tap(t("Send"))
        anna.sees("Tack, det kändes bra.")

        assert not anna.left
        assert not samira.left
        assert not samira.missing_fonts


@pytest.mark.long
def test_the_coordinator_books_and_moves_and_the_participant_answers(
    browser: Browser, stage: Stage
) -> None:
    with (
        person(browser, stage.coordinator, DESKTOP) as anna,
        person(browser, stage.participant) as samira,
    ):
        sign_in(anna)
        enter(samira, invite(anna, "Samira Haddad"))
        anna.tap("Samira Haddad")
        anna.tap(t("Book a time"))
        anna.write(t("What it is about, in a few words"), "Möte på Mötesplatsen")
        anna.write(t("Day, as year-month-day"), "2027-03-02")
        anna.write(t("Time, as hours:minutes"), "10:00")
        anna.tap(t("Book the time"))
        samira.sees("Möte på Mötesplatsen")
        samira.tap(t("I will come"))
        anna.sees(t("Said yes"))
        anna.tap(t("Move"))
        anna.write(t("Time, as hours:minutes"), "13:30")
        anna.tap(t("Move the time"))
        samira.sees("13:30")
        samira.sees(t("I will come"))  # the answer to the earlier time counts for nothing
