"""A letter becomes an appointment, without a network; what is amiss is told, and nothing is lost."""

from datetime import UTC, datetime
from pathlib import Path

import flet as ft
import pytest

from mia_companion.ui import places
from tests.example_data import JOURNAL, OWN_JOURNAL
from tests.ui.home import a_home
from tests.ui.letters import fill, times


async def test_a_letter_becomes_an_appointment(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen(places.NEW_APPOINTMENT) as screen:
            await screen.click("Add it")
            assert screen.shows("The day or the time is missing.")
            assert screen.shows("Write something first.")
            await fill(screen)
            await screen.click("Someone else")
            await screen.type("Where?", "Storgatan 12")
            await screen.click("More, if you want")
            await screen.click("45 minutes")
            await screen.type("Whom do you meet?", "Ulla")
            await screen.type("How to get there", "Buss 4")
            await screen.type("What to bring?", "Kortet")
            await screen.click("I want an interpreter (English)")
            await screen.click("Add it")
            assert home.waiting() == [(JOURNAL, "AppointmentBooked"), (JOURNAL, "InterpreterNoted")]
            assert screen.page.route == places.APPOINTMENTS
            assert screen.shows("Tandläkaren")
            assert screen.shows("13:15 to 14:00")
        (one,) = home.companion.view.plan().appointments
        assert (one.party, one.contact, one.directions, one.bring, one.now.place) == (
            "other", "Ulla", "Buss 4", "Kortet", "Storgatan 12",
        )  # fmt: skip
        assert one.interpreter is not None
        assert one.interpreter.language == "en"
        async with home.screen(places.NEW_APPOINTMENT) as screen:
            assert not screen.find("What is it?", ft.TextField).value
            assert not screen.shows("What to bring?")


async def test_a_time_typed_before_the_day_was_drawn_leaves_the_day_as_it_is(
    tmp_path: Path,
) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen(places.NEW_APPOINTMENT) as screen:
            await screen.type("What is it?", "Tandläkaren")
            day, clock = (
                screen.find(label, ft.TextField)
                for label in ("Day, as year-month-day", "Time, as hours:minutes")
            )
            for field, typed in ((day, "2026-12-03"), (clock, "13:15")):  # as on a slow line
                await screen.session.dispatch_event(field._i, "change", typed)
            await screen.settle()
            await screen.click("Add it")
            assert [begins.day for begins, _ in times(home)] == [3]


async def test_what_is_mine_alone_goes_where_only_i_read(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen(places.NEW_APPOINTMENT) as screen:
            await fill(screen)
            await screen.click("Only you")
            await screen.click("Add it")
            assert home.waiting() == [(OWN_JOURNAL, "AppointmentBooked")]
            assert screen.shows("Only you")


@pytest.mark.parametrize(
    ("way", "label", "typed", "field"),
    [
        ("By phone", "Which number?", "010-123 45 67", "phone"),
        ("By video", "The link to", "https://video.example/1", "link"),
    ],
)
async def test_the_way_decides_what_is_asked_for(
    tmp_path: Path, way: str, label: str, typed: str, field: str
) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen(places.NEW_APPOINTMENT) as screen:
            await fill(screen)
            await screen.type("Where?", "Storgatan 12")
            await screen.click(way)
            assert not screen.shows("Where?")
            await screen.type(label, typed)
            await screen.click("Add it")
        (one,) = home.companion.view.plan().appointments
        assert getattr(one, field) == typed
        assert one.now.place == ""


async def test_a_link_that_cannot_be_opened_is_told_and_kept(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen(places.NEW_APPOINTMENT) as screen:
            await fill(screen)
            await screen.click("By video")
            await screen.type("The link to", "javascript:alert(1)")
            assert screen.shows("This can be kept, but not opened from here.")
            await screen.click("Add it")
        (one,) = home.companion.view.plan().appointments
        assert one.link == "javascript:alert(1)"


async def test_every_field_is_there_when_one_comes_back(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen(places.NEW_APPOINTMENT) as screen:
            await screen.type("What is it?", "Tand")
            await screen.type("Day, as", "2026-03")
            await screen.type("Time, as", "13")
            await screen.click("Arbetsförmedlingen")
            await screen.click("By phone")
            await screen.type("Which number?", "010")
            await screen.click("More, if you want")
            await screen.click("Write when it ends")
            await screen.type("Ends at", "14")
            await screen.type("What to bring?", "Kort")
            await screen.click("Only you")
        async with home.screen(places.NEW_APPOINTMENT) as screen:
            for label, value in (
                ("What is it?", "Tand"),
                ("Day, as", "2026-03"),
                ("Time, as", "13"),
                ("Which number?", "010"),
                ("Ends at", "14"),
                ("What to bring?", "Kort"),
            ):
                assert screen.find(label, ft.TextField).value == value
            await screen.type("Day, as", "2026-03-09")
            await screen.click("Add it")
        (one,) = home.companion.view.plan().appointments
        assert (one.party, one.phone, one.bring) == ("employment", "010", "Kort")
        assert home.companion.view.plan().is_private(one.id)
        assert times(home) == [
            (datetime(2026, 3, 9, 12, tzinfo=UTC), datetime(2026, 3, 9, 13, tzinfo=UTC))
        ]


async def test_a_tap_that_is_repeated_adds_one(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen(places.NEW_APPOINTMENT) as screen:
            await fill(screen)
            await screen.click("More, if you want")
            await screen.click("I want an interpreter")
            tapped = screen.find("Add it", ft.FilledButton).on_click
            await tapped(None)  # type: ignore[misc,call-arg,arg-type]
            await tapped(None)  # type: ignore[misc,call-arg,arg-type]
            await screen.settle()
        assert [kind for _, kind in home.waiting()] == ["AppointmentBooked", "InterpreterNoted"]


async def test_words_that_are_too_long_stay_in_the_box(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        async with home.screen(places.NEW_APPOINTMENT) as screen:
            await fill(screen)
            await screen.type("Where?", "å" * 10_001)
            await screen.click("Add it")
            assert screen.shows("That is longer than fits here.")
            assert home.waiting() == []
            assert screen.find("Where?", ft.TextField).value == "å" * 10_001
