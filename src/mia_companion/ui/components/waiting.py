"""What has been sent and what waits: plain, small, never alarming."""

import flet as ft

from mia_companion.app.view import FAILED, SIGNED_OUT
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.outdated import to_update
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.sign_in_again import SignInAgain
from mia_companion.ui.components.texts import live
from mia_companion.ui.context import use_here
from mia_companion.wire import problems


@ft.component
def WaitingLine() -> ft.Control:
    """One line while something waits or fails, nothing otherwise. Read aloud when it changes; with a way
    back in where this device's access has ended."""
    here = use_here()
    view = here.view
    count = view.waiting_count
    waits = here.words.n("{count} thing waits to be sent", "{count} things wait to be sent", count)
    if view.is_closed:
        return ft.Container(height=0)  # the whole screen says it, and better
    is_too_old = (view.sync.phase, view.sync.problem) == (FAILED, problems.APP_TOO_OLD)
    if is_too_old:
        words, icon = waits if count else "", ft.Icons.CLOUD_UPLOAD_OUTLINED
    elif view.sync.phase in (FAILED, SIGNED_OUT):
        words, icon = sentence(here.words, view.sync.problem), ft.Icons.CLOUD_OFF_OUTLINED
        if count:
            words = f"{words} {waits}."
    elif count:
        words, icon = waits, ft.Icons.CLOUD_UPLOAD_OUTLINED
    elif view.is_kept_here_alone:
        words, icon = sentence(here.words, problems.RECEIPT_WRONG), ft.Icons.CLOUD_OFF_OUTLINED
    elif view.clock_is_off:
        words, icon = sentence(here.words, "clock-off"), ft.Icons.SCHEDULE
    else:
        return ft.Container(height=0)
    line = _line(words, icon)
    said = live(stack([to_update(here.words), *([line] if words else [])]) if is_too_old else line)
    back = [SignInAgain()] if view.sync.phase == SIGNED_OUT else []
    return ft.Container(
        stack([said, *back], gap=0),
        bgcolor=ft.Colors.SECONDARY_CONTAINER,
        border_radius=12,
        padding=ft.Padding.symmetric(horizontal=12, vertical=8),
    )


def _line(words: str, icon: ft.IconData) -> ft.Row:
    return ft.Row(
        [
            ft.Icon(icon, size=20, color=ft.Colors.ON_SECONDARY_CONTAINER),
            ft.Text(
                words,
                expand=True,
                theme_style=ft.TextThemeStyle.BODY_SMALL,
                color=ft.Colors.ON_SECONDARY_CONTAINER,
            ),
        ],
        spacing=8,
    )
