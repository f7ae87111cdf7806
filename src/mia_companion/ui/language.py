"""Choosing a language: each in its own name, found by its sign and by those who read none of the others."""

from collections.abc import Callable

import flet as ft

from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import words_for
from mia_companion.ui import places
from mia_companion.ui.components.frame import bar, column, page
from mia_companion.ui.components.options import option
from mia_companion.ui.components.texts import body
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.way_in import use_picture


@ft.component
def LanguageScreen() -> ft.Control:
    """Before anything else, and whenever one wants."""
    here = use_here()
    use_picture()
    chosen = here.view.choices.language

    def choose(tag: str) -> Callable[[], None]:
        return lambda: here.do.choices.language(tag)

    lines = [
        option(one.own_name, chosen=one.tag == chosen, tapped=choose(one.tag), large=True)
        for one in LANGUAGES
    ]
    if not chosen:
        return _first(here, lines)
    return page(
        here,
        here.t("Language"),
        [
            body(here.t("You can change at any time. Everything stays as it is.")),
            *lines,
            way_on(ft.Icons.ACCESSIBILITY_NEW, here.t("Accessibility"), places.ACCESSIBILITY),
        ],
        closes=True,
    )


def _first(here: Here, lines: list[ft.Control]) -> ft.View:
    """Nobody has said what they read: the sign, and the one word in every language."""
    greetings = "  ·  ".join(words_for(one.tag).t("Language") for one in LANGUAGES)
    top = ft.Column(
        [
            ft.Icon(ft.Icons.TRANSLATE, size=56, color=ft.Colors.PRIMARY),
            ft.Semantics(
                heading_level=1,
                container=True,
                content=ft.Text(
                    greetings,
                    theme_style=ft.TextThemeStyle.TITLE_LARGE,
                    text_align=ft.TextAlign.CENTER,
                ),
            ),
        ],
        spacing=16,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
    return ft.View(
        route=ft.use_view_path(),
        appbar=bar(here),
        scroll=ft.ScrollMode.AUTO,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        padding=0,
        controls=[ft.SafeArea(column([top, ft.Container(height=8), *lines]))],
    )
