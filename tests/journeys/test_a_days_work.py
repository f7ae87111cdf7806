"""A coordinator's day: who needs me, answers, times, and a person who goes on with a colleague."""

import pytest
from playwright.sync_api import Browser

from mia_companion.demo.tellers import Teller
from mia_companion.i18n.words import Words
from mia_companion.ui import places
from tests.journeys.cast import Company, Pair, found
from tests.journeys.person import DESKTOP, Person, person
from tests.journeys.pocket import Pocket
from tests.journeys.stage import JONAS, JONAS_EMAIL, Stage
from tests.journeys.ways import SWEDISH, a_week_on, book_several, hand_over, sign_in, write_message

pytestmark = [pytest.mark.journey, pytest.mark.long, pytest.mark.timeout(240)]
sv = SWEDISH.t

ELIN, MAREK, SAMIRA = "Elin Dag", "Marek Dag", "Samira Dag"
BREAKFAST, TALK = "Frukost i grupp", "Samtal om praktik"
READY, READY_WORDS = "Svar i dag", "Hej {name}! Jag har läst det, och jag svarar i dag."


def test_anna_answers_three_books_two_times_and_hands_one_over(
    browser: Browser, stage: Stage, words: Words
) -> None:
    company = found(browser, stage)
    marek, elin = _two_more(company)
    with (
        company.pair(words, SAMIRA) as both,
        person(browser, stage.coordinator, DESKTOP) as jonas,
    ):
        sign_in(jonas, email=JONAS_EMAIL)
        both.samira.stand(words.c("place", "Messages"))
        write_message(both.samira, "Kan vi ses snart?", words)

        _reads_who_needs_her(both.anna)
        _answers_all(both)
        _books_for_two(both.anna, marek, elin)
        _books_for_samira(both, words)
        _goes_on_with_jonas(both, jonas, words)
        assert not jonas.left
        assert not jonas.missing_fonts


def _two_more(company: Company) -> tuple[Pocket, Pocket]:
    """Marek, who wrote first and had a hard day, and Elin."""

    async def ready(anna: Teller) -> tuple[str, str]:
        assert anna.do.message_templates.write(READY, READY_WORDS, item="ready-today")
        codes = []
        for name in (MAREK, ELIN):
            answer = await anna.do.access.invite(name)
            assert not isinstance(answer, str), answer
            codes.append(answer.code)
        return codes[0], codes[1]

    mareks, elins = company.office(ready)

    def hard_day(app: Teller) -> None:
        assert app.do.messages.write("Det är tungt i dag.")
        assert app.do.wellbeing.check_in(1, private=False)

    return (
        company.phone(mareks, hard_day),
        company.phone(elins, lambda app: app.do.messages.write("Hinner du ringa?")),
    )


def _reads_who_needs_her(anna: Person) -> None:
    """All wait: whoever wrote first stands first, and every row says why."""
    anna.go(places.TODAY)
    anna.sees("Kan vi ses snart?")
    for what, count in (
        ("Waits for an answer", 3),
        ("Nothing planned ahead", 3),
        ("A hard day", 1),
    ):
        anna.sees(sv("{what} ({count})", what=sv(what), count=count))
    rows = {name: _row(anna, name) for name in (MAREK, ELIN, SAMIRA)}
    told = anna.tells()
    assert sorted(rows, key=told.index) == [MAREK, ELIN, SAMIRA]
    hard = sv("Shared a hard day {day}", day="").strip()
    assert [name for name, said in rows.items() if hard in said] == [MAREK]
    assert all(sv("Nothing planned ahead") in said for said in rows.values())
    anna.clean()


def _answers_all(both: Pair) -> None:
    """Marek from his screen; Elin from the inbox with ready words; then whoever waits next."""
    anna, samira = both.anna, both.samira
    anna.tap_row(MAREK)
    anna.sees("Det är tungt i dag.")
    anna.write(sv("Write a message"), "Tack för att du säger det.")
    anna.tap(sv("Send"))
    anna.sees(SWEDISH.n("{count} waits for an answer", "{count} wait for an answer", 2))

    anna.go(places.INBOX)
    anna.sees(SWEDISH.n("{count} thread", "{count} threads", 2))
    anna.tap_row(ELIN)
    anna.sees(sv("Waits for an answer"))
    anna.clean()
    anna.tap(sv("Ready words"))
    anna.tap_row(READY)
    anna.tap(sv("Send"))
    anna.sees(sv("Done: you wrote last"))
    anna.breathe()
    anna.tap(sv("Next one waiting: {name}", name=SAMIRA))
    anna.sees(sv("Waits for an answer"))
    anna.breathe()
    anna.write(sv("Write a message"), "Ja, jag bokar en tid.")
    anna.tap(sv("Send"))
    anna.sees(sv("Nobody waits for an answer."))
    samira.sees("Ja, jag bokar en tid.")


def _books_for_two(anna: Person, marek: Pocket, elin: Pocket) -> None:
    """From the calendar; what each answers comes back."""
    book_several(anna, (MAREK, ELIN), BREAKFAST)
    anna.tap(sv("The week after"))
    anna.sees(BREAKFAST)
    marek.again(_says_yes)
    elin.again(_has_her_answer_and_asks)
    anna.sees(SWEDISH.n("{count} says yes", "{count} say yes", 1))
    anna.sees(SWEDISH.n("{count} asks for another time", "{count} ask for another time", 1))
    anna.clean()


def _says_yes(app: Teller) -> None:
    [booked] = app.companion.view.plan().appointments
    assert app.do.appointments.confirm(booked)


def _has_her_answer_and_asks(app: Teller) -> None:
    plan = app.companion.view.plan()
    [booked], answer = plan.appointments, plan.latest_message("general")
    assert answer is not None
    assert answer.words == READY_WORDS.format(name=ELIN.split(maxsplit=1)[0])
    assert app.do.appointments.ask_move(booked, "Hellre senare")


def _books_for_samira(both: Pair, words: Words) -> None:
    """From her screen; she says yes on her phone."""
    anna, samira = both.anna, both.samira
    anna.go(f"/person/{both.id}")
    anna.tap(sv("Book a time"))
    anna.write(sv("What it is about, in a few words"), TALK)
    anna.write(sv("Day, as year-month-day"), a_week_on())
    anna.write(sv("Time, as hours:minutes"), "13:00")
    anna.write(sv("Place"), "Storgatan 4")
    anna.tap(sv("Book the time"))
    anna.sees(sv("Booked. The participant sees it and can answer."))
    samira.stand(words.c("place", "Times"))
    samira.tap(TALK)
    samira.breathe()
    samira.tap(words.t("I will come"))
    samira.sees(words.t("You have said that you will come."))
    anna.sees(sv("Said yes {ago}", ago="").strip())


def _goes_on_with_jonas(both: Pair, jonas: Person, words: Words) -> None:
    """She is told in her language; he has all that was said and booked, and Anna has it no longer."""
    anna, samira = both.anna, both.samira
    hand_over(anna, SAMIRA, JONAS)
    anna.sees(SWEDISH.n("{count} person", "{count} people", 2))
    asks = sv("{what} ({count})", what=sv("Asks for another time"), count=1)
    anna.sees(asks)
    assert all(_row(anna, name) for name in (ELIN, MAREK))
    anna.tap(asks)
    anna.sees(SWEDISH.n("{count} person", "{count} people", 1))
    anna.go(places.CALENDAR)
    anna.tap(sv("The week after"))
    anna.sees(BREAKFAST)
    anna.sees_not(TALK)
    anna.go(places.INBOX)
    anna.tap(SWEDISH.c("inbox", "All"), exact=True)
    anna.sees(SWEDISH.n("{count} thread", "{count} threads", 2))
    anna.sees_not(SAMIRA)

    samira.go(places.TODAY)
    samira.sees(words.t("{name} is your coordinator from now on.", name=JONAS))
    samira.clean()

    jonas.tap_row(SAMIRA)
    for said in ("Kan vi ses snart?", "Ja, jag bokar en tid.", TALK):
        jonas.sees(said)
    jonas.sees(sv("Said yes {ago}", ago="").strip())
    jonas.clean()


def _row(anna: Person, name: str) -> str:
    """What the row of that person says."""
    row = anna.page.get_by_role("button", name=name).first
    return row.get_attribute("aria-label") or row.inner_text()
