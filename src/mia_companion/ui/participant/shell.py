"""The five places, and what stands around each: a bar below on a phone, a rail beside on a wide page."""

from collections.abc import Sequence

import flet as ft

from mia_companion.domain import rights
from mia_companion.ui import places
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.frame import bar, filled, scrolled, with_said
from mia_companion.ui.components.place_names import PlaceNamesThatFit
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.context import Here, go

PLACES = (places.TODAY, places.PATH, places.APPOINTMENTS, places.MESSAGES, places.ME)


def shell(here: Here, place: str, title: str, inside: Sequence[ft.Control]) -> ft.View:
    """A place whose content is scrolled."""
    if not has_come(here):
        inside = [_on_its_way(here)]
    return _view(here, place, scrolled(title, inside))


def shell_filled(
    here: Here, place: str, title: str, under: Sequence[ft.Control], middle: ft.Control
) -> ft.View:
    """A place whose middle takes the room that is left, and scrolls in itself; `under` its name."""
    if not has_come(here):
        return shell(here, place, title, [])
    return _view(here, place, filled([heading(title, 1), *under], middle))


def has_come(here: Here) -> bool:
    """Whether the plan is on this device: before that, nothing is known, not even that it is empty."""
    return here.view.journal(rights.SHARED) is not None


def _on_its_way(here: Here) -> ft.Control:
    row = ft.Row(
        [
            ft.ProgressRing(width=24, height=24),
            ft.Container(body(here.t("Your plan is on its way.")), expand=True),
        ],
        spacing=16,
    )
    return ft.Semantics(live_region=True, content=card([row]))


def _view(here: Here, place: str, content: ft.Control) -> ft.View:
    bottom: ft.NavigationBar | None = None
    said = with_said(here, content)
    if here.wide:
        row: list[ft.Control] = [_rail(here, place), said]
        whole: ft.Control = ft.Row(
            row, expand=True, spacing=0, vertical_alignment=ft.CrossAxisAlignment.STRETCH
        )
    else:
        whole = said
        names = tuple(name for name, _, _ in _destinations(here))
        said.controls.append(PlaceNamesThatFit(names))
        # On a phone a long press shows the name large. In a browser it would come under the pointer,
        # and a bubble just gone leaves a screen reader's tree pointing at nothing.
        bubble = "" if ft.context.page.web else None
        bottom = ft.NavigationBar(
            destinations=[
                ft.NavigationBarDestination(
                    icon=icon, selected_icon=selected, label=name, tooltip=bubble
                )
                for name, icon, selected in _destinations(here)
            ],
            selected_index=PLACES.index(place),
            on_change=lambda e: go(PLACES[int(e.control.selected_index)]),
        )
    return ft.View(
        route=place,
        appbar=bar(here),
        padding=0,
        controls=[ft.SafeArea(whole, expand=True)],
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
    unread = here.view.plan().unread_in_all(account.id) if account else 0
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
