"""Choosing ready words: a tap puts them into the box, where they can be changed before they are sent."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.directory import MessageTemplateListed
from mia_companion.domain.message_templates import filled, message_templates
from mia_companion.ui import places
from mia_companion.ui.components.buttons import BACK, answers, icon_button, quiet
from mia_companion.ui.components.called import called
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import body, heading, muted, strong
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.site.starting_words import StartingWords

_HEIGHT = 280
"""Logical pixels where it takes no share of the room."""


@ft.component
def ReadyWords(
    person: str, take: Callable[[str], None], close: Callable[[], None], level: int, shares: bool
) -> ft.Control:
    """The team's, as they read to this person. `level` is that of the heading; `shares` is whether it takes
    all the room it is given."""
    here = use_here()
    found = message_templates(here.view.site.listings)
    name = called(here, person)
    top = ft.Row(
        [
            ft.Container(heading(here.t("Ready words"), level), expand=True),
            answers(BACK, icon_button(ft.Icons.CLOSE, here.t("Close ready words"), close)),
        ]
    )
    change = quiet(
        here.t("Change the ready words"),
        lambda: go(places.MESSAGE_TEMPLATES),
        ft.Icons.EDIT_OUTLINED,
    )
    lines: list[ft.Control] = [_line(here, one, name, take) for one in found]
    if found:
        lines = [muted(here.t("Tap one. You can change it before you send it.")), *lines]
    else:
        lines = [body(here.t("The team has no ready words yet.")), StartingWords()]
    inside = stack([*lines, ft.Row([change], wrap=True)], gap=8)
    height = None if shares else _HEIGHT
    return ft.Column(
        [top, ft.Column([inside], height=height, scroll=ft.ScrollMode.AUTO, expand=shares)],
        spacing=4,
        tight=not shares,
        expand=shares,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _line(
    here: Here, one: MessageTemplateListed, name: str, take: Callable[[str], None]
) -> ft.Control:
    words = muted(as_written(here.words, filled(one.words, name)))
    words.max_lines, words.overflow = 3, ft.TextOverflow.ELLIPSIS
    texts = [strong(as_written(here.words, one.title)), words]
    box = card(texts, tapped=lambda: take(one.words), gap=2)
    box.padding = ft.Padding.symmetric(horizontal=14, vertical=12)
    return ft.MergeSemantics(ft.Semantics(button=True, content=box), key=one.template_id)
