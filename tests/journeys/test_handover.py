"""Two coordinators and a participant: Anna hands Samira over to Jonas, and is away for a while herself."""

from datetime import UTC, datetime

import pytest

from mia_companion.i18n.words import Words
from mia_companion.ui import places
from mia_companion.ui.context import ZONE
from tests.journeys.cast import Company
from tests.journeys.person import DESKTOP, person
from tests.journeys.stage import COORDINATOR, JONAS, JONAS_EMAIL
from tests.journeys.ways import SWEDISH, hand_over, sign_in, tap_away, write_message

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]


@pytest.mark.long
def test_anna_hands_samira_over_samira_is_told_and_jonas_answers(
    company: Company, words: Words
) -> None:
    t, sv, name = words.t, SWEDISH.t, "Samira Byter"
    with (
        company.pair(words, name) as both,
        person(company.browser, company.stage.coordinator, DESKTOP) as jonas,
    ):
        anna, samira = both.anna, both.samira
        sign_in(jonas, email=JONAS_EMAIL)
        samira.stand(words.c("place", "Messages"))
        write_message(samira, "Hej, är du där?", words)
        anna.sees("Hej, är du där?")
        hand_over(anna, name, JONAS)
        anna.open(f"/person/{both.id}")
        anna.sees(sv("There is nothing here"))
        anna.sees_not(name)

        jonas.tap_row(name)
        jonas.sees("Hej, är du där?")
        jonas.clean()
        jonas.write(sv("Write a message"), "Hej! Nu är det jag som svarar.")
        jonas.tap(sv("Send"))
        samira.sees("Hej! Nu är det jag som svarar.")
        samira.stand(words.c("place", "Today"))
        samira.sees(t("{name} is your coordinator from now on.", name=JONAS))
        samira.clean()
        samira.tap(t("I have read this"))
        samira.sees_not(t("{name} is your coordinator from now on.", name=JONAS))


@pytest.mark.long
def test_while_anna_is_away_jonas_answers_and_afterwards_no_longer(
    company: Company, words: Words
) -> None:
    sv, name = SWEDISH.t, f"Samira Väntar På Svar {words.tag}"
    with (
        company.pair(words, name) as both,
        person(company.browser, company.stage.coordinator, DESKTOP) as jonas,
    ):
        anna, samira = both.anna, both.samira
        sign_in(jonas, email=JONAS_EMAIL)
        anna.go(places.COVER)
        anna.tap_row(JONAS)
        today = f"{datetime.now(UTC).astimezone(ZONE).date()}"
        anna.write(sv("First day away"), today)
        anna.write(sv("Last day away"), today)
        anna.clean()
        anna.tap(sv("Save"), exact=True)
        anna.sees(sv("Saved. Participants see who answers."))
        jonas.tap_row(name)
        jonas.sees(sv("For {name}, who is away", name=COORDINATOR))
        jonas.write(sv("Write a message"), "Jag svarar i dag.")
        jonas.tap(sv("Send"))
        samira.stand(words.c("place", "Messages"))
        samira.sees("Jag svarar i dag.")
        samira.sees(JONAS)
        samira.clean()
        anna.tap(sv("I am back: end it now"))
        tap_away(anna, sv("Yes, end it"))
        jonas.sees_not(name)
