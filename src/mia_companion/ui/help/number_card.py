"""A number to call, as one large button."""

import flet as ft

from mia_companion.ui.components.cards import WARM, card
from mia_companion.ui.components.leads import as_number, call
from mia_companion.ui.components.narrow import line
from mia_companion.ui.components.opening import Lead
from mia_companion.ui.context import Here


def number_card(here: Here, lead: Lead, name: str, number: str, about: str = "") -> ft.Control:
    """Tap anywhere on it to call."""

    def text(words: str, style: ft.TextThemeStyle) -> ft.Text:
        return ft.Text(words, theme_style=style, color=ft.Colors.ON_SECONDARY_CONTAINER)

    texts = [
        text(name, ft.TextThemeStyle.TITLE_MEDIUM),
        text(as_number(number), ft.TextThemeStyle.HEADLINE_MEDIUM),
        *([text(about, ft.TextThemeStyle.BODY_SMALL)] if about else []),
    ]
    icon = ft.Icon(
        ft.Icons.PHONE_OUTLINED,
        size=28,
        color=ft.Colors.ON_SECONDARY_CONTAINER,
        semantics_label=here.t("Call"),
    )
    box = card(
        [line(icon, texts, gap=16)],
        tone=WARM,
    )
    tapped = lead(ft.Container(box, ink=True, border_radius=16), call(number))
    return ft.MergeSemantics(ft.Semantics(button=True, content=tapped))
