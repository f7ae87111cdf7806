"""How the coordinator stands to a person: their own, or in somebody's place while they are away."""

import flet as ft

from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.signs import sign
from mia_companion.ui.context import go, use_here
from mia_companion.ui.coordinator.names import in_place_of
from mia_companion.ui.coordinator.paths import handing_over_path
from mia_companion.ui.coordinator.person.left_behind import LeftBehind


@ft.component
def Following(person: str) -> ft.Control:
    """A line that says in whose place, or the way to hand over; beneath it what was left behind."""
    here = use_here()
    account = here.view.account
    lines: list[ft.Control] = []
    if place := in_place_of(here, person):
        lines.append(sign(ft.Icons.EVENT_REPEAT, place))
    elif account is not None and account.id in here.view.coordinators_of(person):
        way = quiet(
            here.t("Hand over to a colleague"),
            lambda: go(handing_over_path(person)),
            ft.Icons.SWAP_HORIZ,
        )
        lines.append(ft.Row([way], wrap=True))
    return stack([*lines, LeftBehind(person)], gap=4)
