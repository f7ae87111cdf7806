"""What a participant asks for around a time, seen and answered; and what was agreed, written up."""

from datetime import timedelta
from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain import rights
from mia_companion.domain.appointment import Appointment
from mia_companion.domain.appointments import AppointmentBooked, AppointmentCancelled, MoveAsked
from mia_companion.domain.arrangements import InterpreterNoted
from mia_companion.domain.facts import Fact
from mia_companion.domain.preparations import PreparationWritten
from tests.example_data import COORDINATOR, NOW
from tests.ui.office import Drawn, Office, an_office
from tests.ui.standing import walk, words

ADA = "person-ada"
PERSON = f"/person/{ADA}"


def _booked(office: Office, item: str = "a-1", days: float = 2, title: str = "Läkarbesök") -> None:
    starts = NOW + timedelta(days=days)
    fact = AppointmentBooked(
        appointment_id=item,
        party="region",
        title=title,
        starts_at=starts,
        ends_at=starts + timedelta(hours=1),
        place="Storgatan 1",
    )
    office.tell(rights.SHARED, ADA, fact, COORDINATOR)


def _one(office: Office, item: str = "a-1") -> Appointment:
    found = office.companion.view.plan(ADA).appointment(item)
    assert found is not None
    return found


async def test_another_time_is_asked_for_and_a_move_answers_it(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        _booked(office)
        async with office.screen(route=PERSON) as screen:
            asks = MoveAsked(
                appointment_id="a-1", revision=_one(office).now.id, words="Efter lunch"
            )
            office.says(ADA, asks)
            await screen.settle()
            for shown in ("Asks for another time", "Efter lunch", "Asked now", "New"):
                assert screen.shows(shown)
            assert screen.shows("Asked for another time now: Läkarbesök")
            await screen.fire(_button(screen, "Move"), "click")
            assert screen.shows("Efter lunch")
            await screen.type("Time, as", "13:00")
            await screen.click("Move the time")
            assert screen.page.route == PERSON
            assert _one(office).move_asked is None
            assert not screen.shows("Efter lunch")


async def test_an_interpreter_is_booked_when_it_is_wanted(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        _booked(office)
        office.says(ADA, InterpreterNoted(appointment_id="a-1", state="wanted", language="ti"))
        async with office.screen(route=PERSON) as screen:
            assert screen.shows("Wants an interpreter (Tigrinya)")
            await screen.click("It is booked now")
            assert screen.shows("Interpreter booked (Tigrinya)")
            said = _one(office).interpreter
            assert said is not None
            assert (said.state, said.language) == ("booked", "ti")


async def test_what_the_participant_shares_to_say_is_seen(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        _booked(office)
        say = PreparationWritten(preparation_id="p-1", appointment_id="a-1", words="Sömnen")
        office.says(ADA, say)
        async with office.screen(route=PERSON) as screen:
            assert screen.shows("Wants to say or ask:")
            assert screen.shows("Sömnen")


async def test_what_was_agreed_is_written_up_and_kept_half_written(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        _booked(office, days=-1)
        async with office.screen(route=PERSON) as screen:
            await screen.click("Write what was agreed")
            await screen.type("What was agreed (the", "Praktik")
        async with office.screen(route=PERSON) as screen:
            assert screen.find("What was agreed (the", ft.TextField).value == "Praktik"
            await screen.type("What was agreed (the", "Praktik från maj")
            tapped = screen.find("Save", ft.OutlinedButton).on_click
            await tapped(None)  # type: ignore[misc,call-arg,arg-type]
            await tapped(None)  # type: ignore[misc,call-arg,arg-type]
            await screen.settle()
            assert [m.words for m in _one(office).agreed] == ["Praktik från maj"]
            assert screen.shows("Agreed · Karin Berg · now")


async def test_a_time_that_was_cancelled_has_nothing_to_write_up(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        _booked(office, days=-1)
        gone = AppointmentCancelled(appointment_id="a-1", revision=_one(office).now.id)
        office.says(ADA, gone)
        async with office.screen(route=PERSON) as screen:
            assert screen.shows("Cancelled")
            assert not screen.shows("Write what was agreed")


async def test_what_has_been_comes_in_pages(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        for n in range(40):
            _booked(office, f"a-{n:02}", days=-1 - n, title=f"Besök {n:02}")
        async with office.screen(route=PERSON) as screen:
            shown = [words for words in screen.texts() if words.startswith("Besök")]
            assert shown == ["Besök 00", "Besök 01", "Besök 02"]
            await screen.click("Show more")
            assert sum(words.startswith("Besök") for words in screen.texts()) == 33


async def test_a_booking_carries_what_helps_the_person_to_come(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada", "so")
        async with office.screen(route=f"{PERSON}/book", width=390) as screen:
            await screen.type("What it is about", "Rond")
            await screen.type("Day, as", "2026-03-05")
            await screen.type("Time, as", "9:30")
            await screen.choose("By video", "video")
            assert not screen.shows("Place")
            await screen.type("Link to the video call", "https://video.example/7")
            await screen.type("Number, if", "010-123 45 67")
            await screen.type("How to get there", "Logga in")
            await screen.type("First time there", "Vänta i väntrummet")
            await screen.choose("Is to be booked", "wanted")
        async with office.screen(route=f"{PERSON}/book", width=390) as screen:
            assert screen.find("Link to the video call", ft.TextField).value
            await screen.click("Book the time")
        (one,) = office.companion.view.plan(ADA).appointments
        assert (one.way, one.link, one.phone, one.directions, one.first_time) == (
            "video", "https://video.example/7", "010-123 45 67", "Logga in", "Vänta i väntrummet",
        )  # fmt: skip
        assert one.interpreter is not None
        assert (one.interpreter.state, one.interpreter.language) == ("wanted", "so")


@pytest.mark.parametrize(
    ("day", "said"), [("2062-03-09", "Is the year right?"), ("2026-02-09", "That time has passed.")]
)
async def test_a_slip_of_the_finger_is_asked_about_once(
    tmp_path: Path, day: str, said: str
) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        async with office.screen(route=f"{PERSON}/book") as screen:
            await screen.type("What it is about", "Rond")
            await screen.type("Day, as", day)
            await screen.type("Time, as", "9:30")
            await screen.click("Book the time")
            assert screen.shows("If it is right, tap once more.")
            assert not office.companion.view.plan(ADA).appointments
            await screen.click("Book the time")
            assert len(office.companion.view.plan(ADA).appointments) == 1


@pytest.mark.parametrize("language", ["sv", "ar"])
async def test_it_all_in_other_languages(tmp_path: Path, language: str) -> None:
    facts: tuple[Fact, ...] = (
        InterpreterNoted(appointment_id="a-1", state="wanted", language="so"),
        PreparationWritten(preparation_id="p-1", appointment_id="a-1", words="Sömnen"),
    )
    with an_office(tmp_path, language) as office:
        office.person(ADA, "Ada")
        _booked(office)
        for fact in facts:
            office.says(ADA, fact)
        async with office.screen(route=PERSON) as screen:
            assert screen.shows("Sömnen")


def _button(screen: Drawn, name: str) -> ft.TextButton:
    """The one that is called exactly that."""
    found = screen.controls(ft.TextButton)
    return next(one for one in found if any(name in words(part) for part in walk(one)))
