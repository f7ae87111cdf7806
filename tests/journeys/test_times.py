"""Times from a letter and from the coordinator: all that is needed before, the answer, what came of it."""

from datetime import UTC, datetime, timedelta

import pytest

from mia_companion.demo.tellers import Teller
from mia_companion.domain.areas import INSURANCE, REGION
from mia_companion.i18n.words import Words
from mia_companion.ui import places
from mia_companion.ui.components.buttons import deed_for
from mia_companion.ui.components.interpreters import language_name_for
from mia_companion.ui.components.names import party_name
from tests.journeys.cast import NURSE, NURSE_PHONE, Company
from tests.journeys.ways import SWEDISH

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]
LINK = "https://vard.example/rum/7"


@pytest.mark.long
def test_from_a_letter_with_what_to_say_and_an_interpreter(company: Company, words: Words) -> None:
    t, sv = words.t, SWEDISH.t
    with company.pair(words, "Samira Brev") as both:
        anna, samira = both.anna, both.samira
        samira.go(places.NEW_APPOINTMENT)
        samira.write(t("What is it?"), "Samtal om ersättning")
        samira.write(t("Day, as year-month-day"), "2027-03-02")
        samira.write(t("Time, as hours:minutes"), "10:00")
        samira.tap(party_name(words, INSURANCE))
        samira.write(t("Where? (if you know)"), "Torget 1")
        samira.clean()
        samira.tap(t("Add it"))
        samira.sees(t("The appointment is in your list."))
        samira.sees(party_name(words, INSURANCE))
        samira.clean()
        anna.sees("Samtal om ersättning")
        anna.sees(sv("Added by the participant"))

        samira.tap("Samtal om ersättning")
        samira.tap(t("Write something to say"))
        samira.write(t("One thing to ask or tell"), "När kommer beslutet?")
        samira.tap(t("Put it on the list"))
        anna.sees("När kommer beslutet?")
        samira.write(t("One thing to ask or tell"), "Jag är rädd för mötet")
        samira.tap(t("Only you"))
        samira.tap(t("Put it on the list"))
        samira.sees("Jag är rädd för mötet")
        samira.clean()
        anna.sees_not("Jag är rädd för mötet")


@pytest.mark.long
def test_booked_with_all_that_helps_then_moved_and_cancelled(
    company: Company, words: Words
) -> None:
    t, sv = words.t, SWEDISH.t
    with company.pair(words, "Samira Tid") as both:
        anna, samira = both.anna, both.samira
        anna.go(f"/person/{both.id}/book")
        anna.tap(NURSE)
        anna.write(sv("What it is about, in a few words"), "Rehabsamtal")
        anna.write(sv("Day, as year-month-day"), "2027-03-03")
        anna.write(sv("Time, as hours:minutes"), "13:00")
        anna.write(sv("Place"), "Storgatan 4, Köping")
        anna.write(sv("What to bring"), "Legitimation")
        anna.write(sv("How to get there"), "Buss 3 till torget")
        anna.write(sv("First time there: what happens when one comes in"), "Ring på klockan")
        anna.tap(sv("Book the time"))
        anna.sees(sv("Booked. The participant sees it and can answer."))
        samira.stand(words.c("place", "Times"))
        samira.tap("Rehabsamtal")
        samira.sees(t("I will come"))
        for shown in ("Legitimation", "Buss 3 till torget", t("Open the map"), NURSE):
            samira.sees(shown)
        samira.sees(t("Call {number}", number=NURSE_PHONE))
        samira.tap(t("First time there?"))
        samira.sees("Ring på klockan")
        samira.clean()
        samira.tap(t("I will come"))
        anna.sees(sv("Said yes {ago}", ago="").strip())
        samira.breathe()
        samira.tap(t("Ask for another time"))
        samira.breathe()
        samira.write(t("What would fit better? (if you want)"), "Hellre på eftermiddagen")
        samira.tap(t("Ask"))
        samira.sees(t("You have asked for another time."))
        anna.sees("Hellre på eftermiddagen")
        anna.tap(deed_for(SWEDISH, sv("Move"), "Rehabsamtal"))  # in her list, others were moved
        anna.write(sv("Time, as hours:minutes"), "15:30")
        anna.tap(sv("Move the time"))
        samira.sees("15:30")
        samira.sees(t("I will come"))
        samira.breathe()
        samira.tap(t("I cannot make it"))
        samira.sees(t("You cannot make it?"))
        samira.breathe()
        samira.clean()
        samira.tap(t("Yes, cancel it"))
        samira.sees(t("It is cancelled."))
        anna.sees(sv("Cancelled {ago}", ago="").strip())


@pytest.mark.long
def test_a_video_call_that_has_been_and_what_was_agreed(company: Company, words: Words) -> None:
    t, sv = words.t, SWEDISH.t
    with company.pair(words, "Samira Nyss") as both:
        anna, samira = both.anna, both.samira

        async def booked(office: Teller) -> None:
            now = datetime.now(UTC)
            for title, starts in (
                ("Nyss", now - timedelta(hours=3)),
                ("Strax", now + timedelta(hours=3)),
            ):
                done = office.do.appointments.book(
                    title,
                    REGION,
                    starts,
                    starts + timedelta(hours=1),
                    way="video",
                    link=LINK,
                    participant=both.id,
                )
                assert done

        company.office(booked)
        anna.tap(sv("Write what was agreed"))
        anna.write(sv("What was agreed (the participant reads it)"), "Vi ringer om två veckor")
        anna.tap(sv("Save"))
        anna.sees(sv("Written down. The participant can read it."))
        samira.stand(words.c("place", "Times"))
        samira.tap("Strax")
        samira.sees(t("Open the video call"))
        samira.tap(t("I will be there"))
        anna.sees(sv("Said yes {ago}", ago="").strip())
        samira.breathe()
        samira.tap(t("Ask for an interpreter"))
        if words.tag == SWEDISH.tag:  # who reads Swedish says which language
            samira.tap(language_name_for(words, "uk"))
        samira.clean()
        anna.sees(sv("Wants an interpreter"))
        anna.tap(sv("It is booked now"))
        samira.sees(t("An interpreter is booked."))
        samira.go(places.APPOINTMENTS)
        samira.tap(words.n("What has been ({count})", "What has been ({count})", 1))
        samira.tap("Nyss")
        samira.sees("Vi ringer om två veckor")
        samira.clean()
