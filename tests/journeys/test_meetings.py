"""A meeting of several: booked from the calendar, answered by each alone, moved for one."""

import pytest

from mia_companion.demo.tellers import Teller
from mia_companion.i18n.words import Words
from mia_companion.wire.accounts import Invitation
from tests.journeys.cast import Company
from tests.journeys.person import PHONE, person
from tests.journeys.ways import SWEDISH, book_several, enter

pytestmark = [pytest.mark.journey, pytest.mark.timeout(180)]


@pytest.mark.long
def test_two_are_booked_one_comes_and_the_other_is_moved(company: Company, words: Words) -> None:
    t, sv = words.t, SWEDISH.t
    first, second, title = (
        f"{each} {words.tag}" for each in ("Samira Frukost", "Elin Frukost", "Frukost i grupp")
    )

    # each language's at its own hour: what meets another time has that one's name in its row
    at, later = ("13:00", "14:30") if words.language.rtl else ("09:00", "10:30")

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
        book_several(anna, (first, second), title, at)
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
        anna.write(sv("Time, as hours:minutes"), later)
        anna.tap(sv("Move the time"))
        anna.sees(later)
        elin.sees(later)
        elin.sees(sv("I will come"))
        samira.sees(at)
        assert later not in samira.tells()
