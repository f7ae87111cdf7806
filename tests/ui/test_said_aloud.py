"""What is said aloud is there for a moment, and then once, where the eye has it."""

import asyncio

import flet as ft
import pytest

from mia_companion.ui.components import texts
from mia_companion.ui.components.texts import heading, said_aloud
from tests.ui.recording import Screen


class _Pauses:
    """Lasts until it is let go."""

    def __init__(self) -> None:
        self.over = asyncio.Event()
        self.asked: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.asked.append(seconds)
        await self.over.wait()


@ft.component
def _Saving() -> list[ft.View]:
    wrong, set_wrong = ft.use_state("")
    inside: list[ft.BaseControl] = [
        said_aloud(wrong),
        ft.TextButton("Save", on_click=lambda _: set_wrong("Something is missing.")),
        ft.TextButton("Write", on_click=lambda _: set_wrong("")),
    ]
    return [ft.View(controls=inside)]


async def test_it_goes_when_it_has_been_said_and_is_said_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pauses = _Pauses()
    monkeypatch.setattr(texts, "pause", pauses)
    async with Screen(_Saving) as screen:
        assert not screen.shows("Something is missing.")
        await screen.click("Save")
        assert screen.shows("Something is missing.")
        assert pauses.asked == [texts.SAID_SECONDS]
        pauses.over.set()
        await screen.settle()
        assert not screen.shows("Something is missing.")
        await screen.click("Write")
        pauses.over.clear()
        await screen.click("Save")
        assert screen.shows("Something is missing.")
        pauses.over.set()
        await screen.settle()


def test_a_heading_is_a_node_of_its_own() -> None:
    """Else a card's words are put into it, and a screen reader's list of headings reads whole cards."""
    assert heading("Today", 1).container
    assert texts.eyebrow("How are you today?").container
