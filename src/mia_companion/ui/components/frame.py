"""What is the same around every screen: help now in one place, a calm column, a way back."""

from collections.abc import Sequence

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.aloud import ReadAloud
from mia_companion.ui.components.buttons import icon_button
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.closes_soon import ClosesSoon
from mia_companion.ui.components.narrow import edge, height_needed
from mia_companion.ui.components.notices import Notices
from mia_companion.ui.components.text_scale import TextScale, is_low, is_tight
from mia_companion.ui.components.texts import heading
from mia_companion.ui.components.undo import SaidBar
from mia_companion.ui.components.waiting import WaitingLine
from mia_companion.ui.components.way_back import way_back
from mia_companion.ui.context import Here, go
from mia_companion.ui.theme import EDGE, GAP, PAGE_WIDTH, TARGET


def bar(
    here: Here,
    back: ft.Control | None = None,
    *,
    language: bool = False,
    help_now: bool = True,
) -> ft.AppBar:
    """Hiding the app and Help now, at the same place on every screen; the sign of the languages between
    them before signing in, and on Help now itself. `back` is the `way_back` of a screen that lies on
    another.
    """

    async def hide() -> None:
        here.do.choices.hide()
        go(places.TODAY)
        if here.state.lock is not None and here.view.lock.has_pin:
            await here.state.lock.lock()

    actions: list[ft.Control] = [
        ReadAloud(),
        icon_button(ft.Icons.VISIBILITY_OFF_OUTLINED, here.t("Hide the app"), hide),
    ]
    if language:
        words, sign = here.t("Language"), ft.Icons.TRANSLATE  # who looks for it reads no word here
        actions.append(icon_button(sign, words, lambda: go(places.LANGUAGE)))
    if help_now:
        actions.append(_help(here.t("Help now")))
    return ft.AppBar(
        leading=back,
        automatically_imply_leading=False,
        bgcolor=ft.Colors.SURFACE,
        toolbar_height=TARGET if is_low(here) else None,
        elevation_on_scroll=0,
        actions=actions,
        actions_padding=ft.Padding.symmetric(horizontal=4),
    )


def _help(name: str) -> ft.Control:
    return ft.TextButton(
        name, icon=ft.Icons.SUPPORT, height=TARGET, style=_SLIM, on_click=lambda _: go(places.HELP)
    )


_FILLED = 400
"""Logical pixels that a screen's head, a box to write in and something to read need."""

_SLIM = ft.ButtonStyle(padding=ft.Padding.symmetric(horizontal=12))
"""With no padding above and below, text of twice the size still fits in the bar."""


def column(
    inside: Sequence[ft.Control], gap: int = GAP, *, width: int = PAGE_WIDTH
) -> ft.Container:
    """One thing under the other, never wider than is easy to read."""
    return ft.Container(
        stack(inside, gap),
        width=width,
        padding=ft.Padding.only(left=edge(), right=edge(), top=0, bottom=2 * EDGE),
    )


def page(
    here: Here,
    title: str,
    inside: Sequence[ft.Control],
    *,
    language: bool = False,
    help_now: bool = True,
    closes: bool = False,
    first: bool = False,
) -> ft.View:
    """A screen of its own with a way back; with `closes` it lies on top of the one before, and there is
    nothing to go back to from the `first`.

    Call it while a component renders: it asks for that component's path.
    """
    return ft.View(
        route=ft.use_view_path(),
        appbar=bar(
            here,
            None if first else way_back(here, closes=closes),
            language=language,
            help_now=help_now,
        ),
        padding=0,
        fullscreen_dialog=closes,
        controls=[ft.SafeArea(with_said(here, scrolled(title, inside)), expand=True)],
    )


def scrolled(title: str, inside: Sequence[ft.Control]) -> ft.Column:
    """What befell the app and what waits, the screen's name, and its content, all scrolled."""
    top = stack([Notices(), WaitingLine()], gap=0)
    return ft.Column(
        [column([top, heading(title, 1), *inside])],
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )


def filled(here: Here, head: Sequence[ft.Control], middle: ft.Control) -> ft.Control:
    """What befell the app and what waits, the screen's head, and a middle that takes the room that is left
    and scrolls in itself; on a low page the whole is scrolled. Where there is little room, the middle holds
    the `WaitingWay`."""
    waits = [] if is_tight(here) else [WaitingLine()]
    top = stack([stack([Notices(), *waits], gap=0), *head], gap=8)
    whole = ft.Column(
        [top, ft.Container(middle, expand=True)],
        spacing=8,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    padding = ft.Padding.only(left=edge(), right=edge(), bottom=8)
    height = height_needed(_FILLED)
    calm = ft.Container(
        whole, width=PAGE_WIDTH, padding=padding, height=height, expand=height is None
    )
    return ft.Column(
        [calm],
        expand=True,
        scroll=None if height is None else ft.ScrollMode.AUTO,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        spacing=0,
    )


def foot(here: Here) -> list[ft.Control]:
    """Of every screen: what comes there by itself, and the measure of how large text is."""
    return [ClosesSoon(), SaidBar(here.state.said), TextScale()]


def with_said(here: Here, content: ft.Control) -> ft.Column:
    """The content, and at its foot the short word after a tap. The content takes what room is left."""
    content.expand = True
    return ft.Column(
        [content, *foot(here)],
        spacing=0,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
