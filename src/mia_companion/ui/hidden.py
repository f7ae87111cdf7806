"""A clock, and nothing else: what stands here while the app is hidden.

    any screen ──the eye in the bar──▶ clock ──three taps on the time──▶ Today

Kept across a reload and a restart. It is no lock: whoever knows of the taps comes in.
"""

from datetime import datetime, timedelta
from typing import cast

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.buttons import BEGIN
from mia_companion.ui.context import ZONE, go, use_here

_TAPS = 3
_WITHIN = timedelta(seconds=10)
"""Long enough for a screen reader's double taps and for a hand that trembles."""


@ft.component
def ClockScreen() -> ft.Control:
    """At the start, where hiding leads."""
    return ft.View(route=ft.use_view_path(), controls=[Clock()])


@ft.component
def Clock() -> ft.Control:
    """The time and the day, in the person's language; at every other address, too."""
    here = use_here()
    taps = ft.use_ref(cast("tuple[datetime, ...]", ()))

    def tapped(_: object) -> None:
        now = here.now()
        lately = [at for at in taps.current or () if timedelta() <= now - at < _WITHIN]
        taps.current = (*lately, now)
        if len(taps.current) >= _TAPS:
            taps.current = ()
            here.do.choices.hide(False)
            go(places.TODAY)

    time = ft.Container(
        ft.Text(
            here.words.clock(here.now(), ZONE),
            style=ft.TextStyle(size=72, color=ft.Colors.ON_SURFACE),
            text_align=ft.TextAlign.CENTER,
        ),
        on_click=tapped,
        ink=True,  # a keyboard stands on it, too
        border_radius=24,
        padding=24,
    )
    day = here.words.day(here.today())
    face = ft.Column(
        [
            ft.MergeSemantics(ft.Semantics(button=True, identifier=BEGIN, content=time)),
            ft.Semantics(
                heading_level=1,
                container=True,
                content=ft.Text(
                    day[:1].upper() + day[1:],
                    theme_style=ft.TextThemeStyle.TITLE_LARGE,
                    text_align=ft.TextAlign.CENTER,
                ),
            ),
        ],
        alignment=ft.MainAxisAlignment.CENTER,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        expand=True,
    )
    return ft.Row([face], alignment=ft.MainAxisAlignment.CENTER, expand=True)
