"""How large a person has set text to be. Flet does not tell: something that grows with it is measured.

Five places share a phone's width, and "Meddelanden" fills its fifth of it. Material lets their names
grow by 1.3 at the most, and shows them large on a long press; where that much would break a word in
the middle, they grow as far as the longest has room.
"""

import flet as ft

from mia_companion.ui.context import use_here
from mia_companion.ui.theme import PLACE_SIZE, wear

_MEASURE = 10
_MOST = 1.3
_LETTER = 0.53
"""A letter's width in sizes of the text, on the average of long words."""


@ft.component
def PlaceNamesThatFit(names: tuple[str, ...]) -> ft.Control:
    """Unseen, and without height: an icon that is as wide as ten pixels of text are here."""
    here = use_here()
    state, chosen = here.state, here.view.choices.scale
    system = ft.use_ref(1.0)

    def fit() -> None:
        room, longest = state.width / len(names), max(map(len, names))
        size = size_that_fits(longest, room, system.current or 1.0, chosen)
        if size != state.place_size:
            state.place_size = size
            wear(ft.context.page, size, chosen)

    def measured(event: ft.LayoutSizeChangeEvent[ft.LayoutControl]) -> None:
        system.current = event.width / _MEASURE
        fit()

    ft.use_effect(fit, [chosen, names, state.width])
    grows = ft.Icon(
        ft.Icons.CIRCLE,
        size=_MEASURE,
        color=ft.Colors.TRANSPARENT,
        apply_text_scaling=True,
        on_size_change=measured,
    )
    return ft.Row([grows], height=0, scroll=ft.ScrollMode.HIDDEN)


def size_that_fits(letters: int, room: float, scale: float, chosen: float = 1) -> float:
    """The size to ask for, before text grows by `scale`, so that so many letters stand on one line.

    `chosen` is how much larger the person wants text in this app.
    """
    largest = (room - 1) / (letters * _LETTER)
    wanted = PLACE_SIZE * min(chosen, _MOST)
    return round(min(wanted, largest / min(max(scale, 1), _MOST)), 1)
