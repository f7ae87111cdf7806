"""A screen above the team's place: as wide as can be read, with its heading."""

from collections.abc import Sequence

import flet as ft

from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.texts import heading
from mia_companion.ui.context import Here
from mia_companion.ui.coordinator.frame import centred, narrow_view
from mia_companion.ui.theme import GAP


def above_site(here: Here, title: str, inside: Sequence[ft.Control]) -> ft.View:
    """Call it while a component renders."""
    return narrow_view(here, "", [centred(stack([heading(title, 1), *inside], GAP + 4))])
