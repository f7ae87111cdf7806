"""A meeting of several: booked from the calendar, answered by each alone, moved for one."""

from datetime import UTC, datetime, timedelta

import pytest

from mia_companion.demo.tellers import Teller
from mia_companion.i18n.words import Words
from mia_companion.ui import places
from mia_companion.wire.accounts import Invitation
from tests.journeys.cast import Company
from tests.journeys.person import PHONE, Person, person
from tests.journeys.ways import SWEDISH, enter

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]


def test_two_are_booked_one_comes_and_the_other_is_moved(company: Company, words: Words) -> None:
    t, sv = words.t, SWEDISH.t
    first, second, title = "Samira Frukost", "Elin Frukost", "Frukost i grupp"

    async def invited(office: Teller) -> Invitation:
        answer = await office.do.access.invite(second)
        assert isinstance(answer, Invitation)
        return answer

    code = company.office(invited).code
    with (
        company.pair(words, first) as both,
        person(company.browser, company.stage.participant, PHONE) as elin,
    ):
        anna, samira = both.anna, both.samira
        enter(elin, code, SWEDISH)
        _book(anna, (first, second), title)
        anna.tap(sv("The week after"))
        anna.sees(title)

        for who, said in ((samira, words), (elin, SWEDISH)):
            who.stand(said.c("place", "Times"))
            who.tap(title)
            who.sees(said.t("I will come"))
        samira.tap(t("I will come"))
        elin.tap(sv("Ask for another time"))
        elin.breathe()
        elin.write(sv("What would fit better? (if you want)"), "Hellre senare")
        elin.tap(sv("Ask"))
        elin.sees(sv("You have asked for another time."))
        assert second not in samira.tells()
        assert first not in elin.tells()

        anna.sees(SWEDISH.n("{count} asks for another time", "{count} ask for another time", 1))
        anna.sees(SWEDISH.n("{count} says yes", "{count} say yes", 1))
        anna.clean()
        anna.tap(title)
        anna.sees("Hellre senare")
        anna.clean()
        anna.tap(sv("Move for {name}", name=second))
        anna.sees(sv("Move the time"))
        anna.write(sv("Time, as hours:minutes"), "10:30")
        anna.tap(sv("Move the time"))
        anna.sees("10:30")
        elin.sees("10:30")
        elin.sees(sv("I will come"))
        samira.sees("09:00")
        assert "10:30" not in samira.tells()


def _book(anna: Person, names: tuple[str, str], title: str) -> None:
    """From the calendar, a week from now at nine."""
    sv = SWEDISH.t
    anna.go(places.CALENDAR)
    anna.tap(sv("Book a time"))
    for name in names:
        if name == names[1]:
            anna.tap(sv("Add someone"))
        anna.write(sv("Find someone by name"), name)
        anna.tap(name, exact=True)
        anna.sees(sv("Not for {name}", name=name))
    day = (datetime.now(UTC) + timedelta(days=7)).date()
    anna.write(sv("What it is about, in a few words"), title)
    anna.write(sv("Day, as year-month-day"), day.isoformat())
    anna.write(sv("Time, as hours:minutes"), "09:00")
    anna.write(sv("Place"), "Torget 3")
    anna.clean()
    anna.tap(sv("Book the time"))
    anna.sees(
        SWEDISH.n(
            "Booked for {count} person, who sees it and can answer.",
            "Booked for {count} people. Each sees it in their own app and can answer.",
            2,
        )
    )
