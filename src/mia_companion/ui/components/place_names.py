"""How large a person has set text to be. Flet does not tell: something that grows with it is measured.

Five places share a phone's width, and "Meddelanden" fills its fifth of it. Material lets their names
grow by 1.3 at the most, and shows them large on a long press; where that much would break a word in
the middle, they grow as far as the longest has room.
"""

import flet as ft

from mia_companion.ui.context import use_here
from mia_companion.ui.theme import PLACE_SIZE, dark, light

_MEASURE = 10
_MOST = 1.3
_LETTER = 0.53
"""A letter's width in sizes of the text, on the average of long words."""


@ft.component
def PlaceNamesThatFit(names: tuple[str, ...]) -> ft.Control:
    """Unseen, and without height: an icon that is as wide as ten pixels of text are here."""
    here = use_here()
    state = here.state

    def measured(event: ft.LayoutSizeChangeEvent[ft.LayoutControl]) -> None:
        room = state.width / len(names)
        size = size_that_fits(max(map(len, names)), room, event.width / _MEASURE)
        if size != state.place_size:
            state.place_size = size
            page = ft.context.page
            page.theme, page.dark_theme = light(size), dark(size)

    grows = ft.Icon(
        ft.Icons.CIRCLE,
        size=_MEASURE,
        color=ft.Colors.TRANSPARENT,
        apply_text_scaling=True,
        on_size_change=measured,
    )
    return ft.Row([grows], height=0, scroll=ft.ScrollMode.HIDDEN)


def size_that_fits(letters: int, room: float, scale: float) -> float:
    """The size to ask for, before text grows by `scale`, so that so many letters stand on one line."""
    largest = (room - 1) / (letters * _LETTER)
    return round(min(PLACE_SIZE, largest / min(max(scale, 1), _MOST)), 1)
