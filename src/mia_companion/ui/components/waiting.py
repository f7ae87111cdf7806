"""What has been sent and what waits: plain, small, never alarming."""

import flet as ft

from mia_companion.app.view import FAILED, SIGNED_OUT
from mia_companion.ui import places
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.outdated import to_update
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.sign_in_again import SignInAgain
from mia_companion.ui.components.texts import live, said_aloud
from mia_companion.ui.context import Here, go, use_here
from mia_companion.wire import problems


@ft.component
def WaitingLine() -> ft.Control:
    """One line while something waits or fails, nothing otherwise. Read aloud when it changes; with a way
    back in where this device's access has ended."""
    here = use_here()
    told = _told(here)
    if told is None:
        return ft.Container(height=0)
    words, icon = told
    line = _line(words, icon)
    if _is_too_old(here):
        line = stack([to_update(here.words), *([line] if words else [])])
    said = live(line)
    back = [SignInAgain()] if here.view.sync.phase == SIGNED_OUT else []
    return ft.Container(
        stack([said, *back], gap=0),
        bgcolor=ft.Colors.SECONDARY_CONTAINER,
        border_radius=12,
        padding=ft.Padding.symmetric(horizontal=12, vertical=8),
    )


@ft.component
def WaitingWay() -> ft.Control:
    """The same where there is little room, for a participant: a few words, and a way to the screen that
    says all of it. Who hears is told here what a sentence holds."""
    here = use_here()
    told = _told(here)
    aloud = said_aloud(told[0] if told else "")
    if told is None:
        return aloud
    words = _waits(here) if here.view.waiting_count else here.t("What waits to be sent")
    if _is_too_old(here):
        words = here.t("MIA needs to be updated")
    way = quiet(words, lambda: go(places.WAITING), told[1])
    return stack([aloud, ft.Row([way], wrap=True)], gap=0)


def _told(here: Here) -> tuple[str, ft.IconData] | None:
    """The words, none of them where all that is to be said is that the app is too old; None for nothing."""
    view = here.view
    waits = _waits(here) if view.waiting_count else ""
    has_failed = view.sync.phase in (FAILED, SIGNED_OUT)
    if view.is_closed:
        return None  # the whole screen says it, and better
    if _is_too_old(here) or (waits and not has_failed):
        return waits, ft.Icons.CLOUD_UPLOAD_OUTLINED
    if has_failed:
        words = sentence(here.words, view.sync.problem)
        return f"{words} {waits}." if waits else words, ft.Icons.CLOUD_OFF_OUTLINED
    if view.is_kept_here_alone:
        return sentence(here.words, problems.RECEIPT_WRONG), ft.Icons.CLOUD_OFF_OUTLINED
    if view.clock_is_off:
        return sentence(here.words, "clock-off"), ft.Icons.SCHEDULE
    return None


def _waits(here: Here) -> str:
    count = here.view.waiting_count
    return here.words.n("{count} thing waits to be sent", "{count} things wait to be sent", count)


def _is_too_old(here: Here) -> bool:
    return (here.view.sync.phase, here.view.sync.problem) == (FAILED, problems.APP_TOO_OLD)


def _line(words: str, icon: ft.IconData) -> ft.Control:
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
