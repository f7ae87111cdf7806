"""After a tap: a short word of what was done, and a way back.

screen ──told()──▶ state.said ──▶ the bar at the foot of whatever screen is there by then
"""

from collections.abc import Callable

import flet as ft

from mia_companion.app.actions import Outcome
from mia_companion.app.state import Said
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.context import Here, use_here

_SHOWN_MS = 8_000

Told = Callable[[Outcome, str], bool]


def use_undo() -> Told:
    """`told(outcome, words)` shows the words with Undo, or the problem's sentence. True when it went well.

    The words stay when the person goes on to another screen.
    """
    here = use_here()

    def told(outcome: Outcome, words: str) -> bool:
        here.state.said.shown = (
            outcome,
            words if outcome else sentence(here.words, outcome.problem),
        )
        return bool(outcome)

    return told


def use_said(here: Here, said: Said) -> None:
    """Shows what was said last, for a while. Once in the whole app, in a component given `said`."""
    shown = said.shown

    def close() -> None:
        if said.shown is shown:
            said.shown = None

    def take_back(done: Outcome) -> None:
        here.do.path.undo(done)
        close()

    snack = None
    if shown is not None:
        done, words = shown
        action = ft.SnackBarAction(label=here.t("Undo"), on_click=lambda _: take_back(done))
        snack = ft.SnackBar(
            ft.Semantics(
                live_region=True, content=ft.Text(words, color=ft.Colors.ON_INVERSE_SURFACE)
            ),
            action=action if done.entry else None,
            duration=_SHOWN_MS,
            persist=False,
            behavior=ft.SnackBarBehavior.FLOATING,
            on_dismiss=lambda _: close(),
        )
    ft.use_dialog(snack)
