"""Messages: sent, arrived and read, when an answer comes, ready phrases, photos, threads about something."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mia_companion.demo.tellers import Teller
from mia_companion.i18n.words import Words
from mia_companion.ui import places
from mia_companion.ui.context import ZONE
from tests.journeys.cast import Company
from tests.journeys.stage import JONAS
from tests.journeys.ways import SWEDISH, paint, plan_step, told_in

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]
_CLOSED = (
    "Messages are not for emergencies, and nobody reads them just now."
    " If it cannot wait, call 1177."
)


def test_sent_and_read_a_phrase_in_two_languages_and_a_photo(
    company: Company, words: Words, tmp_path: Path
) -> None:
    t, sv = words.t, SWEDISH.t
    with company.pair(words, "Samira Ord") as both:
        anna, samira = both.anna, both.samira
        samira.stand(words.c("place", "Messages"))
        samira.sees(t("Messages are not for emergencies."), t(_CLOSED))
        samira.clean()
        samira.tap(t("Ready phrases"))
        samira.clean()
        samira.tap(t("I need an interpreter."))
        if words.tag != SWEDISH.tag:
            samira.sees(t("Your coordinator reads this in Swedish."))
        samira.tap(t("Send"))
        samira.sees(t("Arrived"))
        anna.sees(sv("I need an interpreter."))
        if words.tag != SWEDISH.tag:
            anna.sees(t("I need an interpreter."))  # as it was written, beneath
        anna.write(sv("Write a message"), "Det ordnar jag.")
        anna.tap(sv("Send"))
        told_in(anna, sv("Write a message"), "")
        samira.sees("Det ordnar jag.")
        samira.sees(t("Read"))
        anna.sees(sv("Read"))

        samira.tap(t("Photo or file"))
        samira.choose_file(t("Add a photo"), paint(tmp_path / "brev.png"))
        samira.sees(t("It has been added."))
        samira.clean()
        samira.tap(t("Send"))
        samira.sees("brev")
        anna.sees("brev")
        samira.clean()


@pytest.mark.long
def test_a_thread_about_a_step(company: Company, words: Words) -> None:
    t, sv = words.t, SWEDISH.t
    with company.pair(words, "Samira Tråd") as both:
        anna, samira = both.anna, both.samira
        plan_step(samira, "Ringa banken", words)
        samira.stand(words.c("place", "My path"))
        samira.tap_row("Ringa banken")
        samira.tap(t("Write about this"))
        samira.write(t("Write a message"), "Vad säger jag då?")
        samira.tap(t("Send"))
        samira.sees(t("Arrived"))
        samira.clean()
        anna.tap("Ringa banken")
        anna.sees_not(sv("No messages yet. Write the first."))  # that was the other thread
        anna.sees("Vad säger jag då?")
        anna.write(sv("Write a message"), "Säg ditt namn först.")
        anna.tap(sv("Send"))
        samira.sees("Säg ditt namn först.")
        samira.go(places.MESSAGES)
        samira.tap(words.n("{count} other thread", "{count} other threads", 1))
        samira.sees("Ringa banken")
        samira.clean()


@pytest.mark.long
def test_who_answers_while_the_coordinator_is_away_and_when(company: Company, words: Words) -> None:
    t = words.t
    with company.pair(words, "Samira Väntar") as both:
        samira = both.samira
        today = datetime.now(UTC).astimezone(ZONE).date()
        samira.stand(words.c("place", "Messages"))
        samira.tap(t("Opening hours"))
        samira.sees(words.weekday(5))
        samira.clean()

        async def away(office: Teller) -> None:
            listed = {one.name: one.coordinator_id for one in office.companion.view.coordinators}
            until = today + timedelta(days=2)
            item = office.do.drafts.new_id()
            assert not await office.do.following.cover(listed[JONAS], today, until, item)

        company.office(away)
        samira.sees(JONAS)
        samira.clean()
