"""A number to call, as one large button."""

import flet as ft

from mia_companion.i18n.bidi import from_left
from mia_companion.ui.components.beside import spoken_in, swedish_text
from mia_companion.ui.components.cards import WARM, card, stack
from mia_companion.ui.components.leads import call
from mia_companion.ui.components.narrow import line
from mia_companion.ui.components.opening import Lead
from mia_companion.ui.context import Here
from mia_companion.ui.help.numbers import HelpNumber


def number_card(here: Here, lead: Lead, one: HelpNumber) -> ft.Control:
    """Tap anywhere on it to call. The Swedish stands last, and is read after the button, not in its name."""

    def text(words: str, style: ft.TextThemeStyle) -> ft.Text:
        return ft.Text(words, theme_style=style, color=ft.Colors.ON_SECONDARY_CONTAINER)

    texts = [
        text(one.name, ft.TextThemeStyle.TITLE_MEDIUM),
        text(from_left(one.number), ft.TextThemeStyle.HEADLINE_MEDIUM),
        *([text(one.about, ft.TextThemeStyle.BODY_SMALL)] if one.about else []),
        *([_beside(one.swedish)] if one.swedish else []),
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
    tapped = lead(ft.Container(box, ink=True, border_radius=16), call(one.number))
    button = ft.MergeSemantics(ft.Semantics(button=True, content=tapped))
    if not one.swedish:
        return button
    return stack([button, spoken_in("sv", ft.Container(height=1), one.swedish)], gap=0)


def _beside(swedish: str) -> ft.Control:
    shown = swedish_text(swedish, ft.Colors.ON_SECONDARY_CONTAINER)
    return ft.Semantics(exclude_semantics=True, content=ft.Container(shown, padding=_APART))


_APART = ft.Padding.only(top=6)
