"""A calm column beneath the bar of those who signed in with a password, with a way back or a way out."""

from collections.abc import Sequence

import flet as ft

from mia_companion.app.view import SIGNED_OUT
from mia_companion.ui.components.buttons import Tapped
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.frame import column, with_said
from mia_companion.ui.components.notices import Notices
from mia_companion.ui.components.staff_bar import staff_bar
from mia_companion.ui.components.texts import heading
from mia_companion.ui.components.waiting import WaitingLine
from mia_companion.ui.components.way_back import way_back
from mia_companion.ui.context import Here
from mia_companion.ui.theme import EDGE, GAP, PAGE_WIDTH


def section(words: str) -> ft.Control:
    """A heading with some air above it."""
    return ft.Container(heading(words), padding=ft.Padding.only(top=GAP))


def staff_page(
    here: Here,
    title: str,
    inside: Sequence[ft.Control],
    *,
    leave: Tapped | None = None,
    width: int = PAGE_WIDTH,
) -> ft.View:
    """With `leave` it is where one begins, else it stands above another screen.

    Nothing is recorded here, so nothing waits to be sent; that one is signed out is said all the same.
    Call it while a component renders.
    """
    told: list[ft.Control] = [Notices()]
    if here.view.sync.phase == SIGNED_OUT:
        told.append(WaitingLine())
    if leave is None:
        appbar = ft.AppBar(leading=way_back(here), bgcolor=ft.Colors.SURFACE)
    else:
        appbar = staff_bar(here, leave, here.t("MIA companion"))
    whole = ft.Column(
        [
            ft.Container(height=EDGE if leave else 0),
            column([stack(told, gap=0), heading(title, 1), *inside], width=width),
        ],
        spacing=0,
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
    return ft.View(
        route=ft.use_view_path(),
        appbar=appbar,
        padding=0,
        controls=[ft.SafeArea(with_said(here, whole), expand=True)],
    )
