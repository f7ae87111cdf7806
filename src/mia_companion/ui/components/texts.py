"""Headings and paragraphs, and what is said aloud."""

import asyncio
from contextlib import suppress

import flet as ft

from mia_companion.ui.theme import FACE_BOLD, FALLBACKS_BOLD, NAMES

SAID_SECONDS = 1.5
"""Until what was said aloud has reached the screen reader."""

pause = asyncio.sleep


def heading(words: str, level: int = 2, *, beside: bool = False) -> ft.Semantics:
    """A heading that a screen reader can jump to; 1 is the screen's own.

    `beside` is for one that has buttons beside it: as high as they are, for Flutter reads what begins
    higher up first.
    """
    styles = {
        1: ft.TextThemeStyle.HEADLINE_MEDIUM,
        2: ft.TextThemeStyle.TITLE_LARGE,
        3: ft.TextThemeStyle.TITLE_MEDIUM,
        4: ft.TextThemeStyle.TITLE_SMALL,
    }
    text = ft.Text(words, theme_style=styles[level])
    whole = ft.Container(text, padding=_AS_HIGH_AS_A_BUTTON) if beside else text
    return ft.Semantics(heading_level=level, container=True, content=whole)


_AS_HIGH_AS_A_BUTTON = ft.Padding.symmetric(vertical=14)


def eyebrow(words: str) -> ft.Semantics:
    """A heading that only names what stands large beneath it."""
    return ft.Semantics(
        heading_level=2,
        container=True,
        content=ft.Text(words, theme_style=ft.TextThemeStyle.TITLE_SMALL),
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


def own_name(words: str, color: ft.ColorValue) -> ft.Text:
    """A language in its own name, which can be written before its letters are there."""
    style = ft.TextStyle(
        font_family=FACE_BOLD, font_family_fallback=[*NAMES, *FALLBACKS_BOLD], color=color
    )
    return ft.Text(words, style=style, theme_style=ft.TextThemeStyle.TITLE_LARGE)


def muted(words: str) -> ft.Text:
    """A remark beside something."""
    return ft.Text(
        words, theme_style=ft.TextThemeStyle.BODY_SMALL, color=ft.Colors.ON_SURFACE_VARIANT
    )


def live(content: ft.Control) -> ft.Semantics:
    """Told by a screen reader whenever it changes, and by itself: without a node of its own, what stands
    beside it would be told with it, and before what it belongs to."""
    return ft.Semantics(live_region=True, container=True, content=content)


def told(words: str) -> ft.Semantics:
    """What comes after a tap, read aloud as it comes. Keep it in place: it takes no room while empty."""
    return live(body(words) if words else ft.Container())


@ft.component
def said_aloud(words: str) -> ft.Control:
    """For screen readers at once, where the eye has it already. Keep it in place, empty, until then.

    It goes when it has been said: who reads on through the screen meets the words once, where they stand.
    """
    said, set_said = ft.use_state("")

    async def be_done() -> None:
        set_said("")
        if words:
            await pause(SAID_SECONDS)
            with suppress(RuntimeError):  # the page went away meanwhile
                set_said(words)

    ft.use_effect(be_done, [words])
    shown = words if words != said else ""
    return live(ft.Text(shown, size=1, color=ft.Colors.TRANSPARENT))
