"""What is the same around a funder's screens: who it is, the language, and the way out."""

from collections.abc import Sequence

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.buttons import icon_button
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.notices import Notices
from mia_companion.ui.components.results_tables import RESULTS_WIDTH
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.context import Here, go
from mia_companion.ui.theme import EDGE, GAP


def screen(here: Here, title: str, inside: Sequence[ft.Control]) -> ft.View:
    """A screen; where there is one to come back to, the way back comes by itself. Call it while a component
    renders."""
    told, say = ft.use_state("")

    async def leave() -> None:
        problem = await here.do.access.sign_out()
        if problem:
            say(sentence(here.words, problem))
        else:
            go(places.TODAY)

    name = here.view.account.name if here.view.account else ""
    bar = ft.AppBar(
        title=ft.Text(name, theme_style=ft.TextThemeStyle.TITLE_MEDIUM),
        exclude_header_semantics=True,
        bgcolor=ft.Colors.SURFACE_CONTAINER,
        elevation_on_scroll=0,
        actions=[
            icon_button(ft.Icons.TRANSLATE, here.t("Language"), lambda: go(places.LANGUAGE)),
            icon_button(ft.Icons.LOGOUT, here.t("Sign out"), leave),
        ],
        actions_padding=ft.Padding.symmetric(horizontal=8),
    )
    said = ft.Semantics(live_region=True, content=body(told))
    column = ft.Container(
        stack([Notices(), *([said] if told else []), heading(title, 1), *inside]),
        width=RESULTS_WIDTH,
        padding=ft.Padding.symmetric(horizontal=EDGE, vertical=GAP),
    )
    scrolled = ft.Column(
        [column],
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
    return ft.View(
        route=ft.use_view_path(),
        appbar=bar,
        padding=0,
        controls=[ft.SafeArea(scrolled, expand=True)],
    )
