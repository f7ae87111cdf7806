"""How much larger than usual a person has set text to be, on the device and in the app. Flet does not tell
the first: what grows is measured."""

import flet as ft

from mia_companion.ui.context import Here, use_here

_MEASURE = 10
_TIGHT = 640


def is_tight(here: Here) -> bool:
    """Whether a page has little room for the size of its text: then little should stand still."""
    scale = here.state.text_scale * here.view.choices.scale
    return here.state.height / scale < _TIGHT


@ft.component
def TextScale() -> ft.Control:
    """Unseen, and without height. Place it where `is_tight` is asked."""
    here = use_here()
    state = here.state

    def measured(event: ft.LayoutSizeChangeEvent[ft.LayoutControl]) -> None:
        scale = max(1.0, round(event.width / _MEASURE, 2))
        if scale != state.text_scale:
            state.text_scale = scale

    grows = ft.Icon(
        ft.Icons.CIRCLE,
        size=_MEASURE,
        color=ft.Colors.TRANSPARENT,
        apply_text_scaling=True,
        on_size_change=measured,
    )
    return ft.Row([grows], height=0, scroll=ft.ScrollMode.HIDDEN)
