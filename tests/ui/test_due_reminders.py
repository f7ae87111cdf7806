"""What is due: shown calmly, said aloud when its moment comes, and gone everywhere once it was seen."""

import asyncio
from datetime import timedelta
from pathlib import Path
from typing import Any

import flet as ft
import pytest

from mia_companion.app.state import AppState
from mia_companion.domain.reminders import ReminderSeen, ReminderSet
from mia_companion.domain.steps import StepPlanned
from mia_companion.store.errors import StoreFull
from mia_companion.store.outbox import Outbox
from mia_companion.ui.context import AppContext
from mia_companion.ui.participant.reminders import due
from mia_companion.ui.participant.reminders.due import DueReminders
from tests.example_data import NOW, OWN_JOURNAL, TODAY
from tests.ui.home import Drawn, Home, a_home

HOUR = timedelta(hours=1)
AN_HOUR_BEFORE = ReminderSet(item="appointment-1", before=(60,))


@ft.component
def _page() -> list[ft.View]:
    return [ft.View(controls=[DueReminders()])]


@ft.component
def _alone(state: AppState) -> Any:
    return AppContext(state, _page)


def alone(home: Home) -> Drawn:
    """The reminders that are due, and nothing else, on a page."""
    drawn = Drawn(home, "/", 360)
    drawn.component = _alone
    return drawn


def reminded(home: Home, said: ReminderSet = AN_HOUR_BEFORE) -> None:
    """The appointment of tomorrow at nine has a reminder, chosen yesterday."""
    home.tell(said, private=True)


async def test_nothing_is_due_most_of_the_time(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        reminded(home)
        async with alone(home) as screen:
            assert screen.texts() == []


async def test_due_it_says_what_and_when_aloud_and_seen_it_goes(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        reminded(home)
        home.clock.now = NOW + 23 * HOUR
        async with alone(home) as screen:
            assert screen.shows("A reminder of your appointment")
            assert screen.shows("Läkarbesök")
            assert screen.shows("Today 09:00")
            (aloud,) = [one for one in screen.controls(ft.Semantics) if one.live_region]
            assert aloud.content is not None
            await screen.click("OK, I have seen it")
            assert screen.texts() == []
            assert home.waiting() == [(OWN_JOURNAL, "ReminderSeen")]


async def test_seen_on_the_other_device_it_goes_here_too(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        reminded(home)
        home.clock.now = NOW + 23 * HOUR
        async with alone(home) as screen:
            assert screen.shows("Läkarbesök")
            seen = ReminderSeen(item="appointment-1", due_at=NOW + 23 * HOUR)
            home.tell(seen, private=True)
            await screen.settle()
            assert screen.texts() == []


async def test_it_opens_what_it_is_about(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        reminded(home)
        home.clock.now = NOW + 23 * HOUR
        async with alone(home) as screen:
            await screen.click("Open it")
            assert screen.page.route == "/appointments/appointment-1"


async def test_it_comes_at_its_moment_while_the_page_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waits: list[float] = []
    time_comes = asyncio.Event()

    async def pause(seconds: float) -> None:
        waits.append(seconds)
        await time_comes.wait()

    monkeypatch.setattr(due, "pause", pause)
    with a_home(tmp_path) as home:
        reminded(home)
        home.clock.now = NOW + 22 * HOUR
        async with alone(home) as screen:
            assert not waits  # the page is drawn each minute anyway: no long waiting
            home.clock.now = NOW + 23 * HOUR - timedelta(seconds=40)
            screen.state.notify()  # type: ignore[attr-defined]
            await screen.settle()
            assert waits == [40]
            assert screen.texts() == []
            home.clock.now = NOW + 23 * HOUR
            time_comes.set()
            await screen.settle()
            assert screen.shows("Läkarbesök")
            assert waits == [40]


async def test_waiting_ends_with_the_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[str] = []

    async def pause(_: float) -> None:
        try:
            await asyncio.Event().wait()
        finally:
            ended.append("ended")

    monkeypatch.setattr(due, "pause", pause)
    with a_home(tmp_path) as home:
        reminded(home)
        home.clock.now = NOW + 23 * HOUR - timedelta(seconds=40)
        async with alone(home) as screen:
            assert not ended
            home.tell(ReminderSet(item="appointment-1"), private=True)
            await screen.settle()
            assert ended == ["ended"]


async def test_of_many_one_is_shown_at_a_time_the_newest_first(tmp_path: Path) -> None:
    with a_home(tmp_path, lived_in=False) as home:
        for n in range(3):
            home.tell(StepPlanned(step_id=f"step-{n}", words=f"Steg {n}", day=TODAY))
        for n in range(3):
            at = (NOW + timedelta(hours=1 + n)).time()
            home.tell(ReminderSet(item=f"step-{n}", at=at), private=True)
        home.clock.now = NOW + 8 * HOUR
        async with alone(home) as screen:
            for expected in ("Steg 2", "Steg 1", "Steg 0"):
                assert [one for one in screen.texts() if one.startswith("Steg")] == [expected]
                home.clock.now += timedelta(seconds=1)
                await screen.click("OK, I have seen it")
            assert screen.texts() == []


async def test_in_one_thing_at_a_time_it_is_that_thing(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        home.do.choices.one_thing(True)
        reminded(home)
        home.clock.now = NOW + 23 * HOUR
        async with home.screen() as screen:
            assert screen.shows("A reminder of your appointment")
            assert not screen.shows("Hur går det?")
            await screen.click("OK, I have seen it")
            assert not screen.shows("A reminder of your appointment")
            assert screen.shows("Hur går det?")


async def test_a_full_device_says_so_and_the_reminder_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise StoreFull

    with a_home(tmp_path) as home:
        reminded(home)
        home.clock.now = NOW + 23 * HOUR
        async with alone(home) as screen:
            monkeypatch.setattr(Outbox, "add_all", full)
            await screen.click("OK, I have seen it")
            assert screen.shows("Läkarbesök")
            assert screen.state.said.shown is not None
            assert "full" in screen.state.said.shown[1]
