"""After a tap: a short word of what was done, and a way back.

screen ──told()──▶ state.said ──▶ the bar at the foot of whatever screen is there by then
                                    nothing to undo, nothing wrong   gone after a while
                                    else                             gone with the screen, or the next word
                                    not so after all                 gone
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta

import flet as ft

from mia_companion.app.actions import Outcome
from mia_companion.app.state import Said
from mia_companion.ui.components.buttons import UNDO, answers
from mia_companion.ui.components.narrow import is_narrow
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import live
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.theme import EDGE, RADIUS

_SHOWN_SECONDS = 10

_WIDTH = 560
"""Logical pixels: on a wide page the way back stays near the words."""

Told = Callable[[Outcome, str], bool]


def use_undo() -> Told:
    """`told(outcome, words)` shows the words with Undo, or the problem's sentence. True when it went well.

    The words stay when the person goes on to another screen at once.
    """
    here = use_here()

    def told(outcome: Outcome, words: str) -> bool:
        here.state.said.since = here.now()
        here.state.said.shown = (
            outcome,
            words if outcome else sentence(here.words, outcome.problem),
        )
        return bool(outcome)

    return told


@ft.component
def SaidBar(said: Said) -> ft.Control:
    """What was said last, with a way back. It takes its own room and covers nothing: what lies under a bar
    that comes up by itself is tapped by mistake. Nobody has to be quick to undo something."""
    here = use_here()
    shown = said.shown

    def close() -> None:
        if said.shown is shown:
            said.shown = None

    async def fade() -> None:
        await asyncio.sleep(_SHOWN_SECONDS)
        with suppress(RuntimeError):  # the page went away meanwhile
            close()

    def leave_behind() -> None:
        """This is another screen than the one where it was said."""
        if said.since is not None and here.now() - said.since >= timedelta(seconds=_SHOWN_SECONDS):
            close()

    stays = shown is not None and (not shown[0] or bool(shown[0].entry))
    ft.use_effect(fade if shown is not None and not stays else _nothing, [shown])
    ft.use_effect(leave_behind, [])
    is_untrue = shown is not None and _is_untrue(here, shown[0])
    # For good: it is no truer once what was refused has been put away.
    ft.use_effect(close if is_untrue else _nothing, [is_untrue])
    if shown is None or is_untrue:
        return ft.Container(visible=False)
    done, words = shown

    def take_back() -> None:
        here.do.path.undo(done)
        close()

    colour = ft.Colors.ON_INVERSE_SURFACE
    text = live(ft.Text(words, color=colour))
    back: list[ft.Control] = []
    if done.entry:
        undo = ft.TextButton(
            here.t("Undo"),
            style=ft.ButtonStyle(color=ft.Colors.INVERSE_PRIMARY),
            on_click=lambda _: take_back(),
        )
        back = [answers(UNDO, undo)]
    if is_narrow():
        whole: ft.Control = ft.Column([text, *back], spacing=0, tight=True)
    else:
        text.expand = True
        whole = ft.Row([text, *back], spacing=8)
    bar = ft.Container(
        whole,
        width=_WIDTH,
        bgcolor=ft.Colors.INVERSE_SURFACE,
        border_radius=RADIUS,
        padding=ft.Padding.symmetric(horizontal=EDGE, vertical=4),
    )
    return ft.Container(bar, alignment=ft.Alignment.CENTER, padding=8)


def _is_untrue(here: Here, done: Outcome) -> bool:
    """Whether it is not so after all: the server would not take it, or whoever did it is here no more."""
    if not done.entry:
        return False
    entries = {done.entry, *(one.entry for one in done.others)}
    refused = (one.entry.id for one in here.view.refused)
    return here.view.account is None or not entries.isdisjoint(refused)


def _nothing() -> None:
    """No effect."""
