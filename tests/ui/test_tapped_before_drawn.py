"""A tap may come before what was typed last is drawn: on a slow phone, over a slow line. What was typed is
what is saved or sent, to the last letter."""

from pathlib import Path

import flet as ft
import pytest
from flet.controls.base_control import BaseControl

from mia_companion.ui import places
from mia_companion.wire import problems
from tests.ui.home import a_home

CASES = [
    (places.NEW_STEP, {"What do you want to do?": "Öppna brevet"}, "Plan it", "StepPlanned"),
    (places.NEW_GOAL, {"What do you want?": "Orka laga mat"}, "Set the goal", "GoalSet"),
    (places.RECORD_GOOD, {"What you did": "Jag gick ut"}, "Write it down", "StepRecorded"),
    (places.MESSAGES, {"Write a message": "Hej på dig"}, "Send", "MessageWritten"),
    (
        f"{places.NETWORK}/new",
        {"Name": "Kim Ek", "Phone number": "070-000 00 03"},
        "Add",
        "ContactAdded",
    ),
]


@pytest.mark.parametrize(("place", "typed", "button", "kind"), CASES)
async def test_what_was_typed_last_is_in_what_is_made(
    tmp_path: Path, place: str, typed: dict[str, str], button: str, kind: str
) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(place) as screen:
            tapped = screen.find(button, BaseControl, "click").on_click  # type: ignore[attr-defined]
            for label, words in typed.items():
                await screen.type(label, words)
            await tapped(None)
            await screen.settle()
        (waiting,) = [one for one in home.companion.view.outbox if one.entry.kind == kind]
        for words in typed.values():
            assert words in waiting.entry.body


async def test_half_a_word_is_not_what_one_is_helped_with(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.BAD_DAYS) as screen:
            await screen.click("Write")
            tapped = screen.find("Save", ft.FilledTonalButton).on_click
            await screen.type("How I notice that it is getting hard", "Jag slutar öppna brev")
            await tapped(None)  # type: ignore[misc,call-arg,arg-type]
            await screen.settle()
            assert screen.shows("Jag slutar öppna brev")
            assert [one.entry.kind for one in home.companion.view.outbox] == ["BadDayPlanWritten"]


async def test_what_is_typed_while_the_screen_is_drawn_for_another_reason_stays(
    tmp_path: Path,
) -> None:
    """A page tells first what its field holds, and then that it has changed. Between the two the screen may
    be drawn: something was sent, a message came."""
    with a_home(tmp_path) as home:
        async with home.screen(places.NEW_STEP) as screen:
            field = screen.find("What do you want to do?", ft.TextField)
            screen.session.apply_patch(field._i, {"value": "Öppna"})
            home.companion.failed(problems.OFFLINE)
            await screen.settle()
            assert screen.shows("No connection.")
            assert screen.find("What do you want to do?", ft.TextField).value == "Öppna"
            await screen.session.dispatch_event(field._i, "change", "Öppna")
            await screen.settle()
            assert screen.find("What do you want to do?", ft.TextField).value == "Öppna"
            await screen.click("Plan it")
        assert "Öppna" in [step.words for step in home.companion.view.plan().open_steps]


async def test_a_letter_typed_while_the_one_before_is_drawn_stays(tmp_path: Path) -> None:
    """On a slow line the page's field is further on than what the app draws, and stays so."""
    with a_home(tmp_path) as home:
        async with home.screen(places.MESSAGES) as screen:
            field = screen.find("Write a message", ft.TextField)
            screen.session.apply_patch(field._i, {"value": "Hej"})
            await screen.session.dispatch_event(field._i, "change", "Hej")
            screen.session.apply_patch(field._i, {"value": "Hej på"})
            await screen.settle()
            assert screen.find("Write a message", ft.TextField).value == "Hej på"
            await screen.session.dispatch_event(field._i, "change", "Hej på")
            await screen.settle()
            await screen.click("Send")
            assert screen.find("Write a message", ft.TextField).value == ""
        waiting = [one.entry for one in home.companion.view.outbox]
        assert any("Hej på" in one.body for one in waiting if one.kind == "MessageWritten")


@pytest.mark.parametrize(("kind", "width"), [(ft.NavigationBar, 360), (ft.NavigationRail, 1000)])
async def test_a_place_is_reached_while_the_screen_is_drawn_for_another_reason(
    tmp_path: Path, kind: type[ft.Control], width: int
) -> None:
    """A page tells first which place its bar shows, then that it was tapped. A message may come between."""
    with a_home(tmp_path) as home:
        async with home.screen(places.TODAY, width=width) as screen:
            [bar] = screen.controls(kind)
            screen.session.apply_patch(bar._i, {"selected_index": 3})
            home.companion.failed(problems.OFFLINE)
            await screen.settle()
            await screen.session.dispatch_event(bar._i, "change", 3)
            await screen.settle()
            assert screen.page.route == places.MESSAGES
            assert screen.shows("Write a message")
