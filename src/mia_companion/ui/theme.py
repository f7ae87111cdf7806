"""Calm and warm: sand, moss and honey, a legible face, nothing in red. Light and dark.

Contrast of every pair that carries text is at least 4.5:1; a test computes it.
"""

import flet as ft

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

LIGHT = {
    "primary": "#24594A",
    "on_primary": "#FFFFFF",
    "primary_container": "#CFE8DC",
    "on_primary_container": "#0A2B20",
    "secondary": "#6A5632",
    "on_secondary": "#FFFFFF",
    "secondary_container": "#F6E6C6",
    "on_secondary_container": "#2E2208",
    "tertiary": "#39597A",
    "on_tertiary": "#FFFFFF",
    "tertiary_container": "#D8E6F4",
    "on_tertiary_container": "#0D2236",
    "error": "#7A4A00",
    "on_error": "#FFFFFF",
    "error_container": "#FFE2BD",
    "on_error_container": "#2B1900",
    "surface": "#FBF8F2",
    "on_surface": "#211F1A",
    "on_surface_variant": "#545046",
    "surface_container_lowest": "#FFFFFF",
    "surface_container_low": "#F6F2EA",
    "surface_container": "#F1ECE2",
    "surface_container_high": "#EAE4D8",
    "surface_container_highest": "#E4DDCF",
    "outline": "#7B7568",
    "outline_variant": "#D8D1C3",
    "inverse_surface": "#36332C",
    "on_inverse_surface": "#F7F2E8",
    "inverse_primary": "#9AD3BE",
}

DARK = {
    "primary": "#9AD3BE",
    "on_primary": "#00382A",
    "primary_container": "#1F4A3D",
    "on_primary_container": "#CFE8DC",
    "secondary": "#DDC594",
    "on_secondary": "#3A2D0F",
    "secondary_container": "#4A3D20",
    "on_secondary_container": "#F6E6C6",
    "tertiary": "#A9C8E6",
    "on_tertiary": "#0F314F",
    "tertiary_container": "#294762",
    "on_tertiary_container": "#D8E6F4",
    "error": "#F2C078",
    "on_error": "#442B00",
    "error_container": "#5A3D0A",
    "on_error_container": "#FFE2BD",
    "surface": "#171613",
    "on_surface": "#EAE6DC",
    "on_surface_variant": "#C9C3B6",
    "surface_container_lowest": "#100F0D",
    "surface_container_low": "#1E1C18",
    "surface_container": "#23211C",
    "surface_container_high": "#2D2B25",
    "surface_container_highest": "#38352E",
    "outline": "#948E81",
    "outline_variant": "#48443A",
    "inverse_surface": "#EAE6DC",
    "on_inverse_surface": "#36332C",
    "inverse_primary": "#24594A",
}

TEXT_PAIRS = (
    ("on_primary", "primary"),
    ("on_primary_container", "primary_container"),
    ("on_secondary_container", "secondary_container"),
    ("on_tertiary_container", "tertiary_container"),
    ("on_error_container", "error_container"),
    ("on_surface", "surface"),
    ("on_surface", "surface_container"),
    ("on_surface", "surface_container_highest"),
    ("on_surface_variant", "surface"),
    ("on_surface_variant", "surface_container_high"),
    ("primary", "surface"),
    ("primary", "surface_container"),
    ("error", "surface"),
    ("on_inverse_surface", "inverse_surface"),
)
"""Which colour of text stands on which."""

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
        text_button_theme=ft.TextButtonTheme(style=button),
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
