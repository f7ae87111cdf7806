"""The places one stands on: names under the screen on a phone, in a rail beside it on a wide page."""

from collections.abc import Sequence
from dataclasses import dataclass

import flet as ft

from mia_companion.ui.components.frame import with_said
from mia_companion.ui.components.place_names import PlaceNamesThatFit
from mia_companion.ui.components.text_scale import is_low
from mia_companion.ui.context import Here, go

RAIL_WIDTH = 104
"""Logical pixels of the rail on a wide page."""


_LOW_BAR = 60
"""Of the bar beneath a low page: its icons and names, and no air."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where it leads, its name, its icon, and its icon when one stands there."""

    path: str
    name: str
    icon: ft.Control
    selected: ft.IconData


def placed(
    here: Here, places: Sequence[Place], path: str, appbar: ft.AppBar, content: ft.Control
) -> ft.View:
    """A place with its content, the short word after a tap, and the ways to the others."""
    said = with_said(here, content)
    whole: ft.Control = said
    bottom: ft.NavigationBar | None = None
    if here.wide:
        whole = ft.Row(
            [_rail(places, path), said],
            expand=True,
            spacing=0,
            vertical_alignment=ft.CrossAxisAlignment.STRETCH,
        )
    else:
        said.controls.append(PlaceNamesThatFit(tuple(one.name for one in places)))
        bottom = _bottom(here, places, path)
    return ft.View(
        route=path,
        appbar=appbar,
        padding=0,
        controls=[ft.SafeArea(whole, expand=True)],
        navigation_bar=bottom,
    )


def _bottom(here: Here, places: Sequence[Place], path: str) -> ft.NavigationBar:
    # On a phone a long press shows the name large. In a browser it would come under the pointer,
    # and a bubble just gone leaves a screen reader's tree pointing at nothing.
    bubble = "" if ft.context.page.web else None
    return ft.NavigationBar(
        destinations=[
            ft.NavigationBarDestination(
                icon=one.icon, selected_icon=one.selected, label=one.name, tooltip=bubble
            )
            for one in places
        ],
        height=_LOW_BAR if is_low(here) else None,
        selected_index=_index(places, path),
        on_change=lambda e: _go(places, e.data),
    )


def _rail(places: Sequence[Place], path: str) -> ft.NavigationRail:
    return ft.NavigationRail(
        destinations=[
            ft.NavigationRailDestination(icon=one.icon, selected_icon=one.selected, label=one.name)
            for one in places
        ],
        selected_index=_index(places, path),
        label_type=ft.NavigationRailLabelType.ALL,
        min_width=RAIL_WIDTH,
        bgcolor=ft.Colors.SURFACE_CONTAINER,
        on_change=lambda e: _go(places, e.data),
    )


def _index(places: Sequence[Place], path: str) -> int:
    return [one.path for one in places].index(path)


def _go(places: Sequence[Place], index: object) -> None:
    """To the place that was tapped. The bar's own `selected_index` may be drawn anew before that is heard."""
    go(places[int(str(index))].path)
