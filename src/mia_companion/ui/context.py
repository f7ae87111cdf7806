"""What every component may ask for: the view, the verbs, the words of the person's language."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast
from zoneinfo import ZoneInfo

import flet as ft

from mia_companion.app.actions import Actions
from mia_companion.app.state import AppState
from mia_companion.app.view import View
from mia_companion.i18n.languages import best_match
from mia_companion.i18n.words import Words, words_for

ZONE = ZoneInfo("Europe/Stockholm")
"""Where appointments are read until a journal says otherwise."""

WIDE = 840
"""Logical pixels from which there is room for two columns."""

AppContext = ft.create_context(cast("AppState | None", None))


@dataclass(frozen=True)
class Here:
    """A component's surroundings; asking for them subscribes it to the view."""

    state: AppState
    view: View
    do: Actions
    words: Words
    t: Callable[..., str]
    wide: bool

    def now(self) -> datetime:
        """The device's clock, aware UTC."""
        return self.state.clock()

    def today(self) -> date:
        """The day in the person's zone."""
        return self.now().astimezone(ZONE).date()


def use_here() -> Here:
    """The surroundings of the component that is being rendered."""
    # A component that has just left the screen may be rendered once more, outside its context: were
    # that to fail, Flet would never draw this page again. The page knows its state too.
    state = ft.use_context(AppContext) or cast("AppState | None", ft.context.page.data)
    ft.use_state(state)  # and this subscribes it also where the way up to the context is broken
    if state is None:
        raise RuntimeError("rendered outside the app")
    words = read_in(state)
    return Here(state, state.view, state.do, words, words.t, state.width >= WIDE)


def read_in(state: AppState, view: View | None = None) -> Words:
    """The words of the language that was chosen; before that, of the device's own."""
    chosen = (view or state.view).choices.language
    return words_for(chosen or best_match(state.languages).tag)


def go(path: str) -> None:
    """Stand on another screen."""
    state = cast("AppState | None", ft.context.page.data)
    if state is not None:
        state.going.times += 1
    ft.context.page.navigate(path)
