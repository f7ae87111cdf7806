"""The coordinator's room: on a wide screen the caseload stands beside whatever was chosen in it.

wide     [ caseload │ outlet ]            one view, so that choosing moves nothing but the right side
narrow   caseload ─▶ person ─▶ booking    a view each, with the way back that the phone knows
"""

from collections.abc import Sequence

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.buttons import Tapped
from mia_companion.ui.components.cards import WARM, card
from mia_companion.ui.components.notices import Notices
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import lead
from mia_companion.ui.components.undo import SaidBar
from mia_companion.ui.components.waiting import WaitingLine
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.caseload import Caseload, padded
from mia_companion.ui.coordinator.menu import bar
from mia_companion.ui.coordinator.unsent import Unsent
from mia_companion.ui.theme import EDGE, GAP

LIST_WIDTH = 360
"""Logical pixels of the caseload beside a person."""


@ft.component
def Desk() -> ft.Control:
    """The wide layout; the router puts the chosen screen in its outlet."""
    here = use_here()
    leave, told = use_leaving(here)
    chosen = ft.use_route_params().get("person", "")
    list_side = ft.Container(
        ft.Column([padded(Caseload(chosen))], scroll=ft.ScrollMode.AUTO, expand=True),
        width=LIST_WIDTH,
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOW,
    )
    return ft.View(
        route=places.TODAY,
        appbar=bar(here, leave),
        padding=0,
        spacing=0,
        controls=[
            _above(told),
            ft.Row(
                [list_side, ft.Container(ft.use_route_outlet(), expand=True)],
                expand=True,
                spacing=0,
                vertical_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
            SaidBar(here.state.said),
        ],
    )


@ft.component
def NobodyChosen() -> ft.Control:
    """Beside the caseload, before anyone is chosen."""
    here = use_here()
    words = here.t("Choose someone in the list. Whoever needs you first stands first.")
    if not here.view.participants:
        words = ""
    return ft.Container(lead(words), alignment=ft.Alignment.CENTER, padding=2 * EDGE)


@ft.component
def CaseloadScreen() -> ft.Control:
    """The narrow layout's first screen."""
    here = use_here()
    leave, told = use_leaving(here)
    return ft.View(
        route=ft.use_view_path(),
        appbar=bar(here, leave),
        padding=0,
        spacing=0,
        controls=[_scrolled([_above(told), padded(Caseload())]), SaidBar(here.state.said)],
    )


def narrow_view(
    here: Here, title: str, inside: Sequence[ft.Control], *, scrolls: bool = True
) -> ft.View:
    """A screen on top of the caseload. Call it while a component renders."""
    return ft.View(
        route=ft.use_view_path(),
        appbar=ft.AppBar(
            title=ft.Text(title, theme_style=ft.TextThemeStyle.TITLE_MEDIUM),
            exclude_header_semantics=True,
            bgcolor=ft.Colors.SURFACE,
        ),
        padding=0,
        spacing=0,
        controls=[
            *([_scrolled([_above(""), *inside])] if scrolls else [_above(""), *inside]),
            SaidBar(here.state.said),
        ],
    )


def _scrolled(inside: Sequence[ft.Control]) -> ft.Column:
    return ft.Column(
        list(inside),
        spacing=0,
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def use_leaving(here: Here) -> tuple[Tapped, str]:
    """Signing out, and why it could not be done."""
    told, set_told = ft.use_state("")

    async def leave() -> None:
        problem = await here.do.access.sign_out()
        if problem:
            set_told(
                here.t("You are still signed in, so that nothing is lost.")
                + " "
                + sentence(here.words, problem)
            )
        else:
            go(places.TODAY)

    return leave, told


def _told(words: str) -> ft.Control:
    text = ft.Text(words, color=ft.Colors.ON_SECONDARY_CONTAINER)
    return ft.Semantics(live_region=True, content=card([text], tone=WARM))


def _above(told: str) -> ft.Control:
    """What befell the app, what waits, and why signing out failed: above everything else."""
    return ft.Container(
        ft.Column(
            [
                Notices(),
                WaitingLine(),
                Unsent(),
                *([_told(told)] if told else []),
            ],
            spacing=0,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=ft.Padding.symmetric(horizontal=GAP),
    )
