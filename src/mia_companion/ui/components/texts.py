"""Headings and paragraphs."""

import flet as ft

from mia_companion.ui.theme import FACE_BOLD, FALLBACKS_BOLD, NAMES


def heading(words: str, level: int = 2) -> ft.Semantics:
    """A heading that a screen reader can jump to; 1 is the screen's own."""
    styles = {
        1: ft.TextThemeStyle.HEADLINE_MEDIUM,
        2: ft.TextThemeStyle.TITLE_LARGE,
        3: ft.TextThemeStyle.TITLE_MEDIUM,
        4: ft.TextThemeStyle.TITLE_SMALL,
    }
    return ft.Semantics(heading_level=level, content=ft.Text(words, theme_style=styles[level]))


def eyebrow(words: str) -> ft.Semantics:
    """A heading that only names what stands large beneath it."""
    return ft.Semantics(
        heading_level=2, content=ft.Text(words, theme_style=ft.TextThemeStyle.TITLE_SMALL)
    )


def body(words: str) -> ft.Text:
    """What is to be read."""
    return ft.Text(words, theme_style=ft.TextThemeStyle.BODY_MEDIUM)


def lead(words: str) -> ft.Text:
    """What is to be read first."""
    return ft.Text(words, theme_style=ft.TextThemeStyle.BODY_LARGE)


def strong(words: str) -> ft.Text:
    """A line that carries the matter."""
    return ft.Text(words, theme_style=ft.TextThemeStyle.TITLE_MEDIUM)


def own_name(
    words: str, color: ft.ColorValue | None = None, text_align: ft.TextAlign = ft.TextAlign.START
) -> ft.Text:
    """A language in its own name, which can be written before its letters are there."""
    style = ft.TextStyle(
        font_family=FACE_BOLD, font_family_fallback=[*NAMES, *FALLBACKS_BOLD], color=color
    )
    theme_style = ft.TextThemeStyle.TITLE_LARGE
    return ft.Text(words, style=style, theme_style=theme_style, text_align=text_align)


def muted(words: str) -> ft.Text:
    """A remark beside something."""
    return ft.Text(
        words, theme_style=ft.TextThemeStyle.BODY_SMALL, color=ft.Colors.ON_SURFACE_VARIANT
    )


def told(words: str) -> ft.Semantics:
    """What comes after a tap, read aloud as it comes. Keep it in place: it takes no room while empty."""
    return ft.Semantics(live_region=True, content=body(words) if words else ft.Container())


def said_aloud(words: str) -> ft.Semantics:
    """For screen readers at once, where the eye has it already. Keep it in place, empty, until then."""
    return ft.Semantics(
        live_region=True, content=ft.Text(words, size=1, color=ft.Colors.TRANSPARENT)
    )
