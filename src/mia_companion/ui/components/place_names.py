"""How large the names of the places under the screen may be.

Five places share a phone's width, and "Meddelanden" fills its fifth of it. Material lets their names
grow by 1.3 at the most, and shows them large on a long press; where that much would break a word in
the middle, they grow as far as the longest has room.
"""

import flet as ft

from mia_companion.ui.components.text_scale import wear
from mia_companion.ui.context import use_here
from mia_companion.ui.theme import PLACE_SIZE

_MOST = 1.3
_LETTER = 0.53
"""A letter's width in sizes of the text, on the average of long words."""
_ETHIOPIC, _CYRILLIC = 1.2, 1.15
"""How much wider than that those of Tigrinya and Ukrainian are."""


@ft.component
def PlaceNamesThatFit(names: tuple[str, ...]) -> ft.Control:
    """Unseen, and without height."""
    here = use_here()
    state, chosen = here.state, here.view.choices.scale

    def fit() -> None:
        room, longest = state.width / len(names), max(map(letters_in, names))
        size = size_that_fits(longest, room, state.text_scale, chosen)
        if size != state.place_size:
            state.place_size = size
            wear(ft.context.page, state, chosen)

    ft.use_effect(fit, [chosen, names, state.width, state.text_scale])
    return ft.Container(height=0)


def letters_in(name: str) -> float:
    """How many of the usual width."""
    return sum(_wide(one) for one in name)


def _wide(letter: str) -> float:
    if "\u1200" <= letter <= "\u139f":
        return _ETHIOPIC
    return _CYRILLIC if "\u0400" <= letter <= "\u04ff" else 1


def size_that_fits(letters: float, room: float, scale: float, chosen: float = 1) -> float:
    """The size to ask for, before text grows by `scale`, so that so many letters stand on one line.

    `chosen` is how much larger the person wants text in this app.
    """
    largest = (room - 1) / (letters * _LETTER)
    wanted = PLACE_SIZE * min(chosen, _MOST)
    return round(min(wanted, largest / min(max(scale, 1), _MOST)), 1)
