"""What is said while the server takes this app no more: what is safe, and what to do."""

import flet as ft

from mia_companion.i18n.words import Words
from mia_companion.ui.components.cards import stack


def to_update(words: Words) -> ft.Control:
    """Three short paragraphs, the matter first."""
    t = words.t
    said = (
        (t("MIA needs to be updated"), ft.TextThemeStyle.TITLE_SMALL),
        (
            t(
                "Everything is safe on this device. You can read it and go on writing. It is sent when"
                " MIA has been updated."
            ),
            ft.TextThemeStyle.BODY_SMALL,
        ),
        (
            t(
                "On a phone: open the app store, look for MIA and choose Update. On a computer: get"
                " the new version where you got MIA. Ask for help if it is hard."
            ),
            ft.TextThemeStyle.BODY_SMALL,
        ),
    )
    return stack(
        [
            ft.Text(line, theme_style=style, color=ft.Colors.ON_SECONDARY_CONTAINER)
            for line, style in said
        ],
        gap=4,
    )
