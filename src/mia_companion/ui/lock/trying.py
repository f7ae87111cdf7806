"""Typing a PIN and having it tried: what is typed, what is wrong, and how long there is a pause."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from mia_companion.app.lock.tried import Tried
from mia_companion.ui.context import Here
from mia_companion.ui.lock.words import pause_words, tried_words

_LOOK_SECONDS = 1.0


@dataclass(frozen=True)
class Trying:
    """`enter()` tries what is typed; `resting` while there is a pause."""

    digits: str
    change: Callable[[str], None]
    enter: Callable[[], Any]
    wrong: str
    resting: bool


def use_trying(
    here: Here,
    tries: Callable[[str], Awaitable[Tried]],
    pause: Callable[[], Awaitable[float]],
) -> Trying:
    """For a screen with one pad. `pause` is asked when the screen comes: a restart ends no pause."""
    digits, set_digits = ft.use_state("")
    told, tell = ft.use_state("")
    rest, set_rest = ft.use_state("")
    typed = ft.use_ref("")
    busy, gone = ft.use_ref(False), ft.use_ref(False)
    tried_often, set_tried_often = ft.use_state(0)

    def change(new: str) -> None:
        typed.current = new
        set_digits(new)
        if new:
            tell("")

    async def wait() -> None:
        rested = False
        while not gone.current and (seconds := await pause()):
            rested = True
            set_rest(pause_words(here.words, seconds))
            await asyncio.sleep(min(seconds, _LOOK_SECONDS))
        if rested and not gone.current:
            set_rest("")
            tell("")

    async def enter() -> None:
        if busy.current or not typed.current:
            return
        busy.current = True
        tried = await tries(typed.current)
        busy.current = False
        change("")
        tell(tried_words(here.words, tried))
        if tried.pause:
            set_tried_often(tried_often + 1)

    def leave() -> None:
        gone.current = True

    ft.use_effect(wait, [tried_often])
    ft.use_effect(lambda: None, [], leave)
    return Trying(digits, change, enter, rest or told, bool(rest))
