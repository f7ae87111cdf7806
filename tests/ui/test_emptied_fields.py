"""What the app empties is a new field, or a screen reader in a browser would go on telling what was in it.
One in which somebody stands stays, so that they can write on: it is a new one once they have left it."""

from collections.abc import AsyncIterator
from pathlib import Path

import flet as ft
import pytest

from mia_companion.ui import places
from tests.ui.home import a_home
from tests.ui.recording import Screen

LABEL = "Write a message"


@pytest.fixture
async def screen(tmp_path: Path) -> AsyncIterator[Screen]:
    """Somebody stands in the field and has written."""
    with a_home(tmp_path) as home:
        async with home.screen(places.MESSAGES) as screen:
            await screen.fire(field(screen), "focus")
            await screen.type(LABEL, "Hej på dig")
            yield screen


def field(screen: Screen) -> ft.TextField:
    """The one that is drawn."""
    return screen.find(LABEL, ft.TextField)


def is_the_same(before: ft.TextField, after: ft.TextField) -> bool:
    """For the browser, which goes by both."""
    same = before.key == after.key
    assert same == (before._i == after._i)
    return same


async def test_what_is_sent_while_nobody_stands_in_the_field(screen: Screen) -> None:
    before = field(screen)
    await screen.fire(before, "blur")
    assert is_the_same(before, field(screen))
    await screen.click("Send")
    assert not is_the_same(before, field(screen))
    assert not field(screen).value


async def test_what_is_sent_with_a_key_while_one_stands_in_the_field(screen: Screen) -> None:
    before = field(screen)
    await screen.click("Send")
    assert is_the_same(before, field(screen))
    assert not field(screen).value
    await screen.fire(field(screen), "blur")
    assert not is_the_same(before, field(screen))


async def test_who_goes_on_writing_keeps_the_field(screen: Screen) -> None:
    before = field(screen)
    await screen.click("Send")
    await screen.type(LABEL, "Och")
    await screen.fire(field(screen), "blur")
    assert is_the_same(before, field(screen))
    assert field(screen).value == "Och"
