"""How the coordinator stands to a person: their own, or in somebody's place while they are away."""

import flet as ft

from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.signs import sign
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.names import in_place_of
from mia_companion.ui.coordinator.paths import handing_over_path
from mia_companion.ui.coordinator.person.deed import deed
from mia_companion.ui.coordinator.person.left_behind import LeftBehind


@ft.component
def Following(person: str) -> ft.Control:
    """A line that says in whose place, where it is so; beneath it what was left behind."""
    place = in_place_of(use_here(), person)
    lines = [sign(ft.Icons.EVENT_REPEAT, place)] if place else []
    return stack([*lines, LeftBehind(person)], gap=4)


def way_to_hand_over(here: Here, person: str) -> list[ft.Control]:
    """For the person's own coordinator alone."""
    account = here.view.account
    if account is None or account.id not in here.view.coordinators_of(person):
        return []
    words = here.t("Hand over to a colleague")
    return [deed(here, words, lambda: go(handing_over_path(person)), ft.Icons.SWAP_HORIZ)]
