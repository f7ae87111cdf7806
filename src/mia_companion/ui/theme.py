"""A legible face, room for fingers, and the palette's colours where Material wants them."""

import flet as ft

from mia_companion.ui.palette import DARK, LIGHT

FACE = "Atkinson Hyperlegible"
FACE_BOLD = "Atkinson Hyperlegible Bold"
FALLBACKS = ["Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic"]
FALLBACKS_BOLD = ["Noto Sans Bold", "Noto Sans Arabic Bold", "Noto Sans Ethiopic Bold"]

FONTS = {
    FACE: "/fonts/AtkinsonHyperlegible-Regular.ttf",
    FACE_BOLD: "/fonts/AtkinsonHyperlegible-Bold.ttf",
    "Noto Sans": "/fonts/NotoSans-Regular.ttf",
    "Noto Sans Bold": "/fonts/NotoSans-Bold.ttf",
    "Noto Sans Arabic": "/fonts/NotoSansArabic-Regular.ttf",
    "Noto Sans Arabic Bold": "/fonts/NotoSansArabic-Bold.ttf",
    "Noto Sans Ethiopic": "/fonts/NotoSansEthiopic-Regular.ttf",
    "Noto Sans Ethiopic Bold": "/fonts/NotoSansEthiopic-Bold.ttf",
}

RADIUS = 16
GAP = 12
EDGE = 16
TARGET = 48
"""Logical pixels: corners, the space between things, the page's edge, the least a finger needs."""


def _style(size: float, height: float, *, bold: bool = False) -> ft.TextStyle:
    return ft.TextStyle(
        size=size,
        height=height,
        font_family=FACE_BOLD if bold else FACE,
        font_family_fallback=FALLBACKS_BOLD if bold else FALLBACKS,
        color=ft.Colors.ON_SURFACE,
    )


def _place() -> ft.TextStyle:
    """Five places share a phone's width: "Meddelanden" must fit in a fifth of 360 pixels."""
    style = _style(12, 1.2)
    style.letter_spacing = -0.1
    return style


def _label(size: float) -> ft.TextStyle:
    """Labels take their colour from the control they stand on."""
    return ft.TextStyle(size=size, font_family=FACE_BOLD, font_family_fallback=FALLBACKS_BOLD)


def _theme(colours: dict[str, str]) -> ft.Theme:
    button = ft.ButtonStyle(
        padding=ft.Padding.symmetric(horizontal=20, vertical=14),
        shape=ft.RoundedRectangleBorder(radius=RADIUS),
    )
    flat = ft.ButtonStyle(
        padding=ft.Padding.symmetric(horizontal=12, vertical=14),
        shape=ft.RoundedRectangleBorder(radius=RADIUS),
    )
    return ft.Theme(
        use_material3=True,
        font_family=FACE,
        scaffold_bgcolor=colours["surface"],
        color_scheme=ft.ColorScheme(**colours),
        visual_density=ft.VisualDensity.STANDARD,
        text_theme=ft.TextTheme(
            display_small=_style(30, 1.2, bold=True),
            headline_medium=_style(26, 1.25, bold=True),
            headline_small=_style(22, 1.3, bold=True),
            title_large=_style(20, 1.3, bold=True),
            title_medium=_style(18, 1.35, bold=True),
            title_small=_style(16, 1.4, bold=True),
            body_large=_style(18, 1.45),
            body_medium=_style(16, 1.45),
            body_small=_style(14, 1.4),
            label_large=_label(16),
            label_medium=_label(13),
            label_small=_label(12),
        ),
        filled_button_theme=ft.FilledButtonTheme(style=button),
        outlined_button_theme=ft.OutlinedButtonTheme(style=button),
        text_button_theme=ft.TextButtonTheme(style=flat),
        navigation_bar_theme=ft.NavigationBarTheme(
            bgcolor=colours["surface_container"],
            indicator_color=colours["primary_container"],
            label_padding=ft.Padding.only(top=4),
            label_text_style=_place(),
        ),
        icon_button_theme=ft.IconButtonTheme(style=ft.ButtonStyle(padding=12)),
    )


def light() -> ft.Theme:
    """By day."""
    return _theme(LIGHT)


def dark() -> ft.Theme:
    """By night."""
    return _theme(DARK)
