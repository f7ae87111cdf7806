"""The five places, and what stands around each: a bar below on a phone, a rail beside on a wide page."""

from collections.abc import Sequence

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.frame import PAGE_WIDTH, bar, column
from mia_companion.ui.components.notices import Notices
from mia_companion.ui.components.texts import heading
from mia_companion.ui.components.waiting import WaitingLine
from mia_companion.ui.context import Here, go
from mia_companion.ui.theme import EDGE

PLACES = (places.TODAY, places.PATH, places.APPOINTMENTS, places.MESSAGES, places.ME)


def shell(here: Here, place: str, title: str, inside: Sequence[ft.Control]) -> ft.View:
    """A place whose content is scrolled."""
    body = ft.Column(
        [column([stack([Notices(), WaitingLine()], gap=0), heading(title, 1), *inside])],
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
    return _view(here, place, body)


def shell_with_foot(
    here: Here, place: str, title: str, scrolled: ft.Control, foot: Sequence[ft.Control]
) -> ft.View:
    """A place whose middle is scrolled, with something to write in beneath it."""
    top = [stack([Notices(), WaitingLine()], gap=0), heading(title, 1)]
    whole = ft.Column(
        [*top, scrolled, *foot],
        spacing=8,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    padding = ft.Padding.only(left=EDGE, right=EDGE, bottom=8)
    calm = ft.Container(whole, width=PAGE_WIDTH, padding=padding, expand=True)
    body = ft.Column(
        [calm], expand=True, horizontal_alignment=ft.CrossAxisAlignment.CENTER, spacing=0
    )
    return _view(here, place, body)


def _view(here: Here, place: str, body: ft.Control) -> ft.View:
    bottom: ft.NavigationBar | None = None
    if here.wide:
        row: list[ft.Control] = [_rail(here, place), body]
        body = ft.Row(row, expand=True, spacing=0, vertical_alignment=ft.CrossAxisAlignment.STRETCH)
    else:
        bottom = ft.NavigationBar(
            destinations=[
                ft.NavigationBarDestination(icon=icon, selected_icon=selected, label=name)
                for name, icon, selected in _destinations(here)
            ],
            selected_index=PLACES.index(place),
            on_change=lambda e: go(PLACES[int(e.control.selected_index)]),
        )
    return ft.View(
        route=place,
        appbar=bar(here),
        padding=0,
        controls=[ft.SafeArea(body, expand=True)],
        navigation_bar=bottom,
    )


def _rail(here: Here, place: str) -> ft.NavigationRail:
    return ft.NavigationRail(
        destinations=[
            ft.NavigationRailDestination(icon=icon, selected_icon=selected, label=name)
            for name, icon, selected in _destinations(here)
        ],
        selected_index=PLACES.index(place),
        label_type=ft.NavigationRailLabelType.ALL,
        min_width=104,
        bgcolor=ft.Colors.SURFACE_CONTAINER,
        on_change=lambda e: go(PLACES[int(e.control.selected_index)]),
    )


def _destinations(here: Here) -> list[tuple[str, ft.Control, ft.IconData]]:
    """Each place's name, icon, and icon when one stands there."""
    account = here.view.account
    unread = here.view.plan().unread(account.id) if account else 0
    # Translators: the five places under the screen. Short: each has room for about eleven letters.
    c = here.words.c
    letters = ft.Icon(ft.Icons.CHAT_BUBBLE_OUTLINE)
    if unread:
        letters = ft.Icon(
            ft.Icons.CHAT_BUBBLE_OUTLINE,
            badge=ft.Badge(small_size=10, bgcolor=ft.Colors.TERTIARY),
            semantics_label=here.words.n("{count} unread", "{count} unread", unread),
        )
    return [
        (c("place", "Today"), ft.Icon(ft.Icons.WB_SUNNY_OUTLINED), ft.Icons.WB_SUNNY),
        (c("place", "My path"), ft.Icon(ft.Icons.ROUTE_OUTLINED), ft.Icons.ROUTE),
        (c("place", "Times"), ft.Icon(ft.Icons.EVENT_OUTLINED), ft.Icons.EVENT),
        (c("place", "Messages"), letters, ft.Icons.CHAT_BUBBLE),
        (c("place", "Me"), ft.Icon(ft.Icons.PERSON_OUTLINE), ft.Icons.PERSON),
    ]
