"""How much larger than usual a person has set text to be, on the device and in the app. Flet does not tell
the first: what grows is measured.

    the device's own ─── measured here ───▶ state.text_scale ─┐
    chosen in the app ──▶ view.choices.scale ─────────────────┴▶ the theme: together twice as large at most,
                                                                or what the device says where that is more
"""

import flet as ft

from mia_companion.app.state import AppState
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.theme import dark, light

_MEASURE = 10
_TIGHT = 660
_MOST = 2.0
_LOW = 400
"""Logical pixels of a page's height: a phone on its side, or a desk that is magnified."""


def is_tight(here: Here) -> bool:
    """Whether a page has little room for the size of its text: then little should stand still."""
    return here.state.height / size_of_text(here.state) < _TIGHT


def is_low(here: Here) -> bool:
    """Whether the bars have to be as low as a finger allows, for the size of the text."""
    return here.state.height / size_of_text(here.state) < _LOW


def size_of_text(state: AppState) -> float:
    """How many times larger than usual words are drawn."""
    return state.text_scale * in_the_theme(state.view.choices.scale, state.text_scale)


def in_the_theme(chosen: float, system: float) -> float:
    """What is left for the theme to enlarge: both wishes multiplied would fill a phone with one word."""
    return max(1.0, min(chosen, _MOST / system))


def wear(page: ft.Page, state: AppState, chosen: float) -> None:
    """Put on the themes of the sizes that there are now."""
    scale = in_the_theme(chosen, state.text_scale)
    sizes, ringed = (state.place_size, scale, state.text_scale), not page.web
    page.theme, page.dark_theme = light(*sizes, ringed=ringed), dark(*sizes, ringed=ringed)


@ft.component
def TextScale() -> ft.Control:
    """Unseen, and without height: an icon that is as wide as ten pixels of text are here."""
    here = use_here()
    state, chosen = here.state, here.view.choices.scale

    def measured(event: ft.LayoutSizeChangeEvent[ft.LayoutControl]) -> None:
        scale = max(1.0, round(event.width / _MEASURE, 2))
        if scale != state.text_scale:
            state.text_scale = scale
            wear(ft.context.page, state, chosen)

    grows = ft.Icon(
        ft.Icons.CIRCLE,
        size=_MEASURE,
        color=ft.Colors.TRANSPARENT,
        apply_text_scaling=True,
        on_size_change=measured,
    )
    return ft.Row([grows], height=0, scroll=ft.ScrollMode.HIDDEN)
