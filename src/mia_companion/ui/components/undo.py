"""After a tap: a short word of what was done, and a way back."""

from collections.abc import Callable
from typing import cast

import flet as ft

from mia_companion.app.actions import Outcome
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.context import use_here

_SHOWN_MS = 6_000

Told = Callable[[Outcome, str], bool]


def use_undo() -> Told:
    """`told(outcome, words)` shows the words with Undo, or the problem's sentence. True when it went well.

    One a screen: Flet keeps one dialog a hook.
    """
    here = use_here()
    nothing = cast("tuple[Outcome, str] | None", None)
    shown, set_shown = ft.use_state(nothing)

    def take_back(done: Outcome) -> None:
        here.do.path.undo(done)
        set_shown(None)

    snack = None
    if shown is not None:
        done, words = shown
        action = ft.SnackBarAction(label=here.t("Undo"), on_click=lambda _: take_back(done))
        snack = ft.SnackBar(
            ft.Semantics(
                live_region=True, content=ft.Text(words, color=ft.Colors.ON_INVERSE_SURFACE)
            ),
            action=action if done else None,
            duration=_SHOWN_MS,
            persist=False,
            behavior=ft.SnackBarBehavior.FLOATING,
            on_dismiss=lambda _: set_shown(None),
        )
    ft.use_dialog(snack)

    def told(outcome: Outcome, words: str) -> bool:
        set_shown((outcome, words if outcome else sentence(here.words, outcome.problem)))
        return bool(outcome)

    return told
