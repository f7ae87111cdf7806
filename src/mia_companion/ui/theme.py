"""A legible face, room for fingers, and the palette's colours where Material wants them."""

import flet as ft

from mia_companion.ui.palette import (
    DARK,
    FOCUS_BY_DAY,
    FOCUS_BY_NIGHT,
    LIGHT,
    UNDER_A_FINGER,
)

FACE = "Atkinson Hyperlegible"
FACE_BOLD = "Atkinson Hyperlegible Bold"
MARKS = "Noto Sans Marks"
"""Marks of direction, which no other has, and which are never seen."""
FALLBACKS = ["Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic", MARKS]
FALLBACKS_BOLD = ["Noto Sans Bold", "Noto Sans Arabic Bold", "Noto Sans Ethiopic Bold", MARKS]
"""Which of them a page has is decided in `lettering.py`."""
NAMES = ("Names", "Names Arabic", "Names Ethiopic")
"""Bold, and with no letters but those of the names of the languages: for `language.py` alone, where nothing
else stands. A text of which they had some letters would be cut into pieces."""

RADIUS = 16
GAP = 12
EDGE = 16
TARGET = 48
"""Logical pixels: corners, the space between things, the page's edge, the least a finger needs."""
PAGE_WIDTH = 640
"""Wider than this, lines are hard to read."""
PLACE_SIZE = 12
"""Of the names under the screen, where they have room."""


def _style(size: float, height: float, *, bold: bool = False) -> ft.TextStyle:
    return ft.TextStyle(
        size=size,
        height=height,
        font_family=FACE_BOLD if bold else FACE,
        font_family_fallback=FALLBACKS_BOLD if bold else FALLBACKS,
        color=ft.Colors.ON_SURFACE,
    )


_BODY = 16


def _heading(size: float, height: float, scale: float, system: float) -> ft.TextStyle:
    """As much larger than the text as ever, and no more: twice thirty would break words in the middle."""
    return _style(_BODY * scale + (size - _BODY) / system, height, bold=True)


def _sizes(scale: float, system: float) -> ft.TextTheme:
    return ft.TextTheme(
        display_small=_heading(30, 1.2, scale, system),
        headline_medium=_heading(25, 1.25, scale, system),
        headline_small=_heading(22, 1.3, scale, system),
        title_large=_heading(20, 1.3, scale, system),
        title_medium=_heading(18, 1.35, scale, system),
        title_small=_heading(_BODY, 1.4, scale, system),
        body_large=_style(18 * scale, 1.45),
        body_medium=_style(_BODY * scale, 1.45),
        body_small=_style(14 * scale, 1.4),
        label_large=_label(_BODY * scale),
        label_medium=_label(13 * scale),
        label_small=_label(12 * scale),
    )


def _place(size: float) -> ft.TextStyle:
    style = _style(size, 1.2)
    style.letter_spacing = -0.1
    return style


def _label(size: float) -> ft.TextStyle:
    """Labels take their colour from the control they stand on."""
    return ft.TextStyle(size=size, font_family=FACE_BOLD, font_family_fallback=FALLBACKS_BOLD)


_RING = ft.BorderSide(3, ft.Colors.ON_SURFACE, stroke_align=ft.BorderSideStrokeAlign.OUTSIDE)
"""Around the button that the keyboard stands on: Material's own change of shade is hard to see.

In a browser `assets/keyboard.js` draws one around whatever it is, and this one would lie beneath it.
"""


def _edges(ringed: bool) -> dict[ft.ControlState, ft.BorderSide]:
    return {ft.ControlState.FOCUSED: _RING} if ringed else {}


def _button(sides: int, ringed: bool, line: ft.BorderSide | None = None) -> ft.ButtonStyle:
    """`sides` is the room beside the words."""
    edges = _edges(ringed)
    return ft.ButtonStyle(
        padding=ft.Padding.symmetric(horizontal=sides, vertical=14),
        shape=ft.RoundedRectangleBorder(radius=RADIUS),
        side=edges | {ft.ControlState.DEFAULT: line} if line is not None else edges or None,
    )


def _theme(
    colours: dict[str, str], place_size: float, scale: float, system: float, *, ringed: bool
) -> ft.Theme:
    focus = FOCUS_BY_DAY if colours is LIGHT else FOCUS_BY_NIGHT
    tapped = ft.Colors.with_opacity(UNDER_A_FINGER, colours["primary"])
    outlined = _button(20, ringed, ft.BorderSide(1, ft.Colors.OUTLINE))
    return ft.Theme(
        use_material3=True,
        font_family=FACE,
        scaffold_bgcolor=colours["surface"],
        focus_color=ft.Colors.with_opacity(focus, colours["primary"]),
        highlight_color=tapped,
        splash_color=tapped,
        color_scheme=ft.ColorScheme(**colours),
        visual_density=ft.VisualDensity.STANDARD,
        text_theme=_sizes(scale, system),
        filled_button_theme=ft.FilledButtonTheme(style=_button(20, ringed)),
        outlined_button_theme=ft.OutlinedButtonTheme(style=outlined),
        text_button_theme=ft.TextButtonTheme(style=_button(12, ringed)),
        navigation_bar_theme=ft.NavigationBarTheme(
            bgcolor=colours["surface_container"],
            indicator_color=colours["primary_container"],
            label_padding=ft.Padding.only(top=4),
            label_text_style=_place(place_size),
        ),
        icon_button_theme=ft.IconButtonTheme(
            style=ft.ButtonStyle(padding=12, side=_edges(ringed) or None)
        ),
    )


def light(
    place_size: float = PLACE_SIZE, scale: float = 1, system: float = 1, *, ringed: bool = True
) -> ft.Theme:
    """By day. `place_size` is that of the names under the screen; `scale` enlarges all other text beside what
    the `system` does by itself; a button is `ringed` where the platform draws nothing around what has the
    focus."""
    return _theme(LIGHT, place_size, scale, system, ringed=ringed)


def dark(
    place_size: float = PLACE_SIZE, scale: float = 1, system: float = 1, *, ringed: bool = True
) -> ft.Theme:
    """By night."""
    return _theme(DARK, place_size, scale, system, ringed=ringed)
