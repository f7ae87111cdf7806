"""Choosing a language: each in its own name, found by its sign and by those who read none of the others.

not chosen yet   the sign, one word in the device's language, and the twelve: the device's own first
chosen           the same twelve, above whatever screen one came from
"""

from collections.abc import Callable

import flet as ft

from mia_companion.i18n.languages import offered
from mia_companion.i18n.words import later
from mia_companion.ui import places
from mia_companion.ui.components.beside import spoken_in
from mia_companion.ui.components.frame import bar, column, page
from mia_companion.ui.components.options import option
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.components.way_back import way_back
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.way_in import use_picture

UNREAD = later(
    "Nobody with it as a mother tongue has yet read the texts in: {languages}. Tell your coordinator if"
    " something is odd."
)
"""What is true of a catalogue that no native reader has reviewed."""


@ft.component
def LanguageScreen() -> ft.Control:
    """Before anything else, and whenever one wants."""
    here = use_here()
    use_picture()
    chosen = here.view.choices.language
    tapped, set_tapped = ft.use_state("")  # at once: its letters may take a while

    def choose(tag: str) -> Callable[[], None]:
        def take() -> None:
            set_tapped(tag)
            here.do.choices.language(tag)

        return take

    lines: list[ft.Control] = [
        spoken_in(
            one.tag,
            option(
                one.own_name,
                chosen=one.tag == (tapped or chosen),
                tapped=choose(one.tag),
                named=True,
            ),
        )
        for one in offered(here.state.languages)
    ]
    if not chosen:
        return _first(here, lines)
    words = here.words
    unread = here.t(UNREAD, languages=words.language.own_name)
    return page(
        here,
        here.t("Language"),
        [
            body(here.t("You can change at any time. Everything stays as it is.")),
            *lines,
            *([] if words.reviewed else [muted(unread)]),
            way_on(ft.Icons.ACCESSIBILITY_NEW, here.t("Accessibility"), places.ACCESSIBILITY),
        ],
        closes=True,
    )


def _first(here: Here, lines: list[ft.Control]) -> ft.View:
    """Nobody has said what they read: little but the languages is in the way."""
    top = ft.Row(
        [
            ft.Icon(ft.Icons.TRANSLATE, size=40, color=ft.Colors.PRIMARY),
            heading(here.t("Language"), 1),
        ],
        spacing=16,
        wrap=True,
        alignment=ft.MainAxisAlignment.CENTER,
        vertical_alignment=ft.CrossAxisAlignment.CENTER,
    )
    path = ft.use_view_path()
    return ft.View(
        route=path,
        appbar=bar(here, way_back(here, closes=True) if path == places.LANGUAGE else None),
        scroll=ft.ScrollMode.AUTO,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
        padding=0,
        controls=[ft.SafeArea(column([top, *lines], 10))],
    )
