"""The coordinator's calendar: a week and a day, and the meeting behind a row."""

from datetime import timedelta
from pathlib import Path

import flet as ft
import pytest

from mia_companion.domain import rights
from mia_companion.domain.appointment import Appointment
from mia_companion.domain.appointments import (
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentConfirmed,
    AppointmentMoved,
    MoveAsked,
)
from mia_companion.domain.arrangements import InterpreterNoted
from mia_companion.domain.directory import CoordinatorListed
from mia_companion.store.outbox import REFUSED
from mia_companion.ui.coordinator.calendar import row, telling
from mia_companion.wire import problems
from tests.example_data import COORDINATOR, NOW
from tests.ui.office import Office, an_office
from tests.ui.recording import Screen

ADA, BO = "person-ada", "person-bo"
JONAS = "account-jonas"
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def _booked(office: Office, person: str, item: str, **more: object) -> None:
    starts = more.pop("starts", NOW + DAY)
    assert starts
    fact = AppointmentBooked.model_validate(
        {
            "appointment_id": item,
            "party": "region",
            "title": "Frukost",
            "starts_at": starts,
            "ends_at": starts + HOUR,  # type: ignore[operator]
            "place": "Torget 1",
            "booking_id": "b-1",
            **more,
        }
    )
    office.tell(rights.SHARED, person, fact, COORDINATOR)


def _one(office: Office, person: str, item: str) -> Appointment:
    found = office.companion.view.plan(person).appointment(item)
    assert found is not None
    return found


def _breakfast(office: Office) -> None:
    """Ada and Bo at the same table."""
    for person, name, item in ((ADA, "Ada", "a-1"), (BO, "Bo", "b-1")):
        office.person(person, name)
        _booked(office, person, item, attended_by=(COORDINATOR,))


def _days(screen: Screen) -> list[str]:
    headings = [one for one in screen.controls(ft.Semantics) if one.heading_level == 3]
    return [
        next(
            one.value
            for one in [h.content, *getattr(h.content, "controls", [])]
            if isinstance(one, ft.Text)
        )
        for h in headings
    ]


def _row(screen: Screen, text: str) -> str:
    """All that one row says, as a screen reader reads it."""
    found = screen.find(text, ft.MergeSemantics)
    return " ".join(
        said for one in _below(found) if isinstance(said := getattr(one, "value", None), str)
    )


def _below(control: ft.Control) -> list[ft.Control]:
    inside = [getattr(control, "content", None), *getattr(control, "controls", [])]
    return [
        control,
        *(deeper for one in inside if isinstance(one, ft.Control) for deeper in _below(one)),
    ]


async def test_a_row_says_when_what_who_where_and_how_it_stands(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _breakfast(office)
        office.says(
            ADA,
            AppointmentConfirmed(appointment_id="a-1", revision=_one(office, ADA, "a-1").now.id),
        )
        office.says(BO, MoveAsked(appointment_id="b-1", revision=_one(office, BO, "b-1").now.id))
        async with office.screen(route="/calendar") as screen:
            assert _row(screen, "Frukost") == (
                "09:00–10:00 Frukost Ada and Bo Torget 1 1 asks for another time 1 says yes"
                " You will be there"
            )
            assert screen.shows("Week 10")
            assert screen.shows("2–8 Mar")


@pytest.mark.parametrize(("weekend", "count"), [(False, 5), (True, 7)])
async def test_five_days_stand_beside_each_other_or_seven_when_the_weekend_has_something(
    tmp_path: Path, weekend: bool, count: int
) -> None:
    with an_office(tmp_path) as office:
        _breakfast(office)
        if weekend:
            _booked(office, ADA, "a-2", starts=NOW + 5 * DAY, booking_id="b-2")
        async with office.screen(route="/calendar") as screen:
            assert len(_days(screen)) == count
            assert _days(screen)[:2] == ["Mon, 2 Mar", "Tue, 3 Mar"]
            assert screen.find("Mon, 2 Mar", ft.Row).controls
            assert screen.shows("Book a time on Tuesday, 3 March")


async def test_arrows_lead_to_other_weeks_and_back_to_today(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _breakfast(office)
        async with office.screen(route="/calendar") as screen:
            await screen.click("The week after")
            assert screen.shows("Week 11")
            assert not screen.shows("Frukost")
            await screen.click("Today")
            assert screen.shows("Week 10")
            await screen.click("The week before")
            assert screen.shows("Week 9")


async def test_a_day_shows_its_meetings_and_when_one_is_free(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _breakfast(office)
        async with office.screen(route="/calendar", width=390) as screen:
            await screen.click("Day")
            assert screen.shows("Monday, 2 March")
            assert screen.shows("Today · Week 10")
            assert not screen.shows("Frukost")
            await screen.click("The day after")
            assert screen.shows("Frukost")
            assert screen.shows("Book within 08:00–09:00")
            await screen.click("Book within 10:00–17:00")
            assert screen.page.route == "/calendar/book/2026-03-03/1000"
            assert screen.shows("tomorrow 10:00")


async def test_two_at_once_and_too_little_time_for_the_way_are_said(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _breakfast(office)
        _booked(office, ADA, "a-2", starts=NOW + DAY + HOUR / 2, booking_id="b-2", title="Rond")
        later = {"starts": NOW + DAY + 1.25 * HOUR, "booking_id": "b-3", "title": "Besök"}
        _booked(office, BO, "b-3", place="Storgatan 2", attended_by=(COORDINATOR,), **later)
        async with office.screen(route="/calendar") as screen:
            said = _row(screen, "Ada and Bo")
            assert "Ada also has a time 09:30–10:30: Rond" in said
            assert "You are to be at Storgatan 2 at 10:15: 15 minutes to get there" in said
            assert "Bo also" not in said
            assert "You are at Torget 1 until 10:00: 15 minutes to get there" in _row(
                screen, "Besök"
            )


@pytest.mark.parametrize(
    ("by", "said"), [(ADA, "Ada"), (JONAS, "Jonas Berg"), (COORDINATOR, "you")]
)
async def test_a_cancelled_one_says_by_whom(tmp_path: Path, by: str, said: str) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada")
        jonas = CoordinatorListed(coordinator_id=JONAS, name="Jonas Berg")
        office.tell(rights.DIRECTORY, None, jonas, COORDINATOR)
        _booked(office, ADA, "a-1")
        gone = AppointmentCancelled(appointment_id="a-1", revision=_one(office, ADA, "a-1").now.id)
        office.tell(rights.SHARED, ADA, gone, by)
        async with office.screen(route="/calendar") as screen:
            assert _row(screen, "Frukost").endswith(f"Cancelled by {said}")


async def test_the_meeting_shows_each_one_s_answer_and_one_is_moved_apart(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _breakfast(office)
        office.says(
            BO,
            MoveAsked(
                appointment_id="b-1", revision=_one(office, BO, "b-1").now.id, words="Efter lunch"
            ),
        )
        async with office.screen(route="/calendar") as screen:
            await screen.click("Frukost")
            assert screen.page.route == f"/calendar/meeting/{ADA}/a-1"
            for shown in ("Ada", "Bo", "No answer yet", "Efter lunch", "You will be there"):
                assert screen.shows(shown)
            await screen.click("Move for Bo")
            assert screen.shows("Efter lunch")
            assert screen.shows("For Bo")
            await screen.type("Time, as", "13:00")
            await screen.click("Move the time")
            assert screen.page.route == f"/calendar/meeting/{BO}/b-1"
        assert _one(office, BO, "b-1").now.starts_at == NOW + DAY + 4 * HOUR
        assert _one(office, ADA, "a-1").now.starts_at == NOW + DAY
        async with office.screen(route="/calendar") as screen:
            assert sum(words == "Frukost" for words in screen.texts()) == 2


async def test_all_are_moved_changed_and_cancelled_with_one_tap_and_one_undo(
    tmp_path: Path,
) -> None:
    with an_office(tmp_path) as office:
        _breakfast(office)
        async with office.screen(route=f"/calendar/meeting/{ADA}/a-1") as screen:
            await screen.click("Move for all")
            assert screen.shows("For Ada and Bo")
            await screen.type("Time, as", "11:00")
            await screen.type("Place", "Storgatan 2")
            await screen.click("Move the time")
            for person, item in ((ADA, "a-1"), (BO, "b-1")):
                now = _one(office, person, item).now
                assert (now.starts_at, now.place) == (NOW + DAY + 2 * HOUR, "Storgatan 2")
            await screen.click("Change for all")
            await screen.type("What to bring", "Kaffekopp")
            await screen.click("Save")
            assert screen.shows("To bring: Kaffekopp")
            await screen.click("Cancel for all")
            assert _one(office, ADA, "a-1").cancelled_by
            assert _one(office, BO, "b-1").cancelled_by
            assert not screen.shows("Move for all")
            await screen.click("Undo")
            for person, item in ((ADA, "a-1"), (BO, "b-1")):
                assert _one(office, person, item).cancelled_by is None
                assert _one(office, person, item).bring == "Kaffekopp"


async def test_what_was_changed_meanwhile_by_a_colleague_stays(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _breakfast(office)
        async with office.screen(route=f"/calendar/meeting/{ADA}/a-1/change") as screen:
            await screen.type("What to bring", "Kaffekopp")
            office.do.arrangements.detail(
                _one(office, ADA, "a-1"), {"contact": "Mona Ali"}, participant=ADA
            )
            await screen.type("Place", "Storgatan 2")
            await screen.click("Save")
        one = _one(office, ADA, "a-1")
        assert (one.bring, one.contact, one.now.place) == ("Kaffekopp", "Mona Ali", "Storgatan 2")
        assert one.now.starts_at == NOW + DAY
        assert _one(office, BO, "b-1").bring == ""


async def test_an_empty_title_changes_nothing(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _breakfast(office)
        async with office.screen(route=f"/calendar/meeting/{ADA}/a-1/change-all") as screen:
            await screen.type("What it is about", " ")
            await screen.type("What to bring", "Kaffekopp")
            await screen.click("Save")
            assert screen.shows("Write something first.")
        assert office.companion.view.outbox == ()


async def test_a_later_move_by_a_colleague_is_a_proposal_that_can_be_taken(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _breakfast(office)
        first = _one(office, ADA, "a-1").now.id
        for hours in (2, 5):
            moved = AppointmentMoved(
                appointment_id="a-1", revision=first, starts_at=NOW + DAY + hours * HOUR
            )
            office.tell(rights.SHARED, ADA, moved, JONAS if hours == 5 else COORDINATOR)
        async with office.screen(route="/calendar") as screen:
            assert screen.shows("Another time was proposed")
        for route in (f"/calendar/meeting/{ADA}/a-1", f"/person/{ADA}"):
            async with office.screen(route=route) as screen:
                assert screen.shows("Another time was proposed: tomorrow 14:00")
        async with office.screen(route=f"/calendar/meeting/{ADA}/a-1") as screen:
            await screen.click("Take this time")
            assert _one(office, ADA, "a-1").now.starts_at == NOW + DAY + 5 * HOUR
            assert not screen.shows("Another time was proposed")


async def test_a_colleague_steps_in_and_undo_takes_it_back(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _breakfast(office)
        jonas = CoordinatorListed(coordinator_id=JONAS, name="Jonas Berg")
        office.tell(rights.DIRECTORY, None, jonas, COORDINATOR)
        async with office.screen(route=f"/calendar/meeting/{ADA}/a-1") as screen:
            await screen.click("Change who of us will be there")
            await screen.click("Jonas Berg")
            assert screen.shows("You and Jonas Berg will be there")
            await screen.click("I will be there too")
            assert "Jonas Berg will be there" in screen.texts()
            for person, item in ((ADA, "a-1"), (BO, "b-1")):
                assert _one(office, person, item).attending == (JONAS,)
            await screen.click("Undo")
            for person, item in ((ADA, "a-1"), (BO, "b-1")):
                assert set(_one(office, person, item).attending) == {COORDINATOR, JONAS}
                assert len(_one(office, person, item).details) == 1


async def test_an_interpreter_is_asked_for_in_the_language_that_the_person_reads(
    tmp_path: Path,
) -> None:
    with an_office(tmp_path) as office:
        office.person(ADA, "Ada", "so")
        _booked(office, ADA, "a-1")
        async with office.screen(route=f"/calendar/meeting/{ADA}/a-1") as screen:
            await screen.click("An interpreter is needed")
            assert screen.shows("Wants an interpreter (Somali)")
            await screen.click("It is booked now")
            assert screen.shows("Interpreter booked (Somali)")


async def test_an_interpreter_that_is_wanted_is_seen_in_the_week(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _breakfast(office)
        office.says(ADA, InterpreterNoted(appointment_id="a-1", state="wanted", language="so"))
        async with office.screen(route="/calendar") as screen:
            assert screen.shows("An interpreter is to be booked")


async def test_who_was_not_reached_is_shown_with_the_reason_and_two_ways_on(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        for person, name in ((ADA, "Ada"), (BO, "Bo")):
            office.person(person, name)
        each = office.do.meetings.book_for(
            (ADA, BO), "Frukost", "region", NOW + DAY, booking_id="b-1"
        )
        said = [(REFUSED, problems.ENTRY_TOO_LARGE, each[BO].entry)]
        office.companion.store.outbox.mark(said)
        office.companion.outbox_changed()
        async with office.screen(route="/calendar") as screen:
            assert "Something did not reach everyone" in _row(screen, "Ada")
            await screen.click("Something did not reach everyone")
            assert screen.shows("Bo is not booked.")
            assert screen.shows("That is too long to send.")
            await screen.click("Try again")
            assert not screen.shows("Bo is not booked.")
            assert screen.shows("Move for Bo")
        assert office.companion.view.refused == ()
        assert len(office.companion.view.plan(BO).appointments) == 1


async def test_who_comes_into_the_list_comes_into_the_calendar_that_is_open(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _breakfast(office)
        async with office.screen(route="/calendar") as screen:
            office.person("person-cy", "Cy")
            _booked(office, "person-cy", "c-1")
            await screen.settle()
            assert screen.shows("Ada, Bo and Cy") or screen.shows("Ada, Bo, and Cy")


async def test_large_text_puts_the_days_under_each_other(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _breakfast(office)
        async with office.screen(route="/calendar") as screen:
            beside = [one for one in screen.controls(ft.Row) if len(one.controls) == 5]
            assert beside
            screen.state.text_scale = 2
            await screen.settle()
            assert not [one for one in screen.controls(ft.Row) if len(one.controls) == 5]
            assert screen.shows("Frukost")


async def test_a_time_that_is_not_there_says_so(tmp_path: Path) -> None:
    with an_office(tmp_path) as office:
        _breakfast(office)
        for end in ("", "/move", "/change-all"):
            async with office.screen(route=f"/calendar/meeting/{ADA}/none{end}") as screen:
                assert screen.shows("This time is not here any more.")


async def test_only_what_changed_is_drawn_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    line = row._line

    def counted(said: telling.Said, tint: str) -> ft.Control:
        drawn.append(said[1])
        return line(said, tint)

    monkeypatch.setattr(row, "_line", counted)
    with an_office(tmp_path) as office:
        _breakfast(office)
        _booked(office, BO, "b-2", starts=NOW + 2 * DAY, booking_id="b-2", place="Storgatan 2")
        async with office.screen(route="/calendar") as screen:
            drawn.clear()
            yes = AppointmentConfirmed(
                appointment_id="b-2", revision=_one(office, BO, "b-2").now.id
            )
            office.says(BO, yes)
            await screen.settle()
            assert screen.shows("Says yes")
        assert "Storgatan 2" in drawn
        assert "Torget 1" not in drawn


@pytest.mark.parametrize("language", ["sv", "ar"])
@pytest.mark.parametrize("width", [390, 1280])
async def test_it_all_in_other_languages(tmp_path: Path, language: str, width: int) -> None:
    with an_office(tmp_path, language) as office:
        _breakfast(office)
        for route in ("/calendar", f"/calendar/meeting/{ADA}/a-1", "/calendar/book"):
            async with office.screen(route=route, width=width) as screen:
                assert len(screen.texts()) > 10
