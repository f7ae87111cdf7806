"""What the app empties is a new field, or a screen reader in a browser would go on telling what was in it.
One in which somebody stands stays, so that they can write on: it is a new one once they have left it."""

from pathlib import Path

import flet as ft

from mia_companion.ui import places
from tests.ui.home import a_home
from tests.ui.recording import Screen

LABEL, HELLO = "Write a message", "Hej på dig"


def number(screen: Screen) -> tuple[object, object]:
    """Which field it is, in the browser and in its place."""
    field = screen.find(LABEL, ft.TextField)
    return field.key, field._i


async def test_what_is_sent_while_nobody_stands_in_the_field(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.MESSAGES) as screen:
            before = number(screen)
            field = screen.find(LABEL, ft.TextField)
            await screen.fire(field, "focus")
            await screen.type(LABEL, HELLO)
            await screen.fire(field, "blur")
            assert number(screen) == before  # what is typed stays in its field
            await screen.click("Send")
            after = number(screen)
            assert before[0] != after[0]
            assert before[1] != after[1]
            assert not screen.find(LABEL, ft.TextField).value


async def test_what_is_sent_with_a_key_while_one_stands_in_the_field(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.MESSAGES) as screen:
            before = number(screen)
            field = screen.find(LABEL, ft.TextField)
            await screen.fire(field, "focus")
            await screen.type(LABEL, HELLO)
            await screen.click("Send")
            assert number(screen) == before
            assert not screen.find(LABEL, ft.TextField).value
            await screen.fire(field, "blur")
            assert number(screen)[0] != before[0]


async def test_who_goes_on_writing_keeps_the_field(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with home.screen(places.MESSAGES) as screen:
            before = number(screen)
            field = screen.find(LABEL, ft.TextField)
            await screen.fire(field, "focus")
            await screen.type(LABEL, HELLO)
            await screen.click("Send")
            await screen.type(LABEL, "Och")
            await screen.fire(field, "blur")
            assert number(screen) == before
            assert screen.find(LABEL, ft.TextField).value == "Och"
