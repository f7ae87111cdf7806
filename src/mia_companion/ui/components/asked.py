"""What is asked of the server each time: still looking, not reached, or there."""

from collections.abc import Awaitable, Callable
from typing import TypeVar, cast

import flet as ft

from mia_companion.ui.components.buttons import Tapped, secondary
from mia_companion.ui.components.sentences import asked_sentence
from mia_companion.ui.components.signs import waits
from mia_companion.ui.components.texts import body, live
from mia_companion.ui.context import Here

Answer = TypeVar("Answer")


def use_asked(
    ask: Callable[[], Awaitable[Answer | str]],
    again: int = 0,
) -> tuple[Answer | str | None, Callable[[], Awaitable[None]]]:
    """The answer: None while there is none, a problem's name, or what was asked for; and a way to ask again.

    Asked once for a component, and once more when `again` changes: one that asks for something else has
    another key.
    """
    found, set_found = ft.use_state(cast("Answer | str | None", None))

    async def look() -> None:
        set_found(None)
        set_found(await ask())

    ft.use_effect(look, [again])
    return found, look


def not_there(here: Here, found: str | None, again: Tapped) -> list[ft.Control]:
    """What to show instead of an answer."""
    if found is None:
        ring = waits()
        return [ft.Row([ring, body(here.t("Looking …"))], spacing=12)]
    told = live(body(asked_sentence(here.words, found)))
    return [told, ft.Row([secondary(here.t("Try again"), again)], wrap=True)]
