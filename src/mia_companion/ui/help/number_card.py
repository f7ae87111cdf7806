"""A number to call, as one large button."""

import flet as ft

from mia_companion.ui.components.cards import WARM, card
from mia_companion.ui.context import Here
from mia_companion.ui.help.numbers import dialled

_LRI, _PDI = "\u2066", "\u2069"  # a number's groups stand in one order in every language


def number_card(
    here: Here, launcher: ft.UrlLauncher, name: str, number: str, about: str = ""
) -> ft.Control:
    """Tap anywhere on it to call."""

    async def call(_: object) -> None:
        await launcher.launch_url(dialled(number))

    def text(words: str, style: ft.TextThemeStyle) -> ft.Text:
        return ft.Text(words, theme_style=style, color=ft.Colors.ON_SECONDARY_CONTAINER)

    texts = [
        text(name, ft.TextThemeStyle.TITLE_MEDIUM),
        text(f"{_LRI}{number}{_PDI}", ft.TextThemeStyle.HEADLINE_MEDIUM),
        *([text(about, ft.TextThemeStyle.BODY_SMALL)] if about else []),
    ]
    icon = ft.Icon(
        ft.Icons.PHONE_OUTLINED,
        size=28,
        color=ft.Colors.ON_SECONDARY_CONTAINER,
        semantics_label=here.t("Call"),
    )
    box = card(
        [ft.Row([icon, ft.Column(list(texts), spacing=2, tight=True, expand=True)], spacing=16)],
        tone=WARM,
    )
    tapped = ft.Container(box, ink=True, border_radius=16, on_click=call)
    return ft.MergeSemantics(ft.Semantics(button=True, content=tapped))
