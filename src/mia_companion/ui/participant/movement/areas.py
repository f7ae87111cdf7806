"""How different parts of life are: as one has said oneself, and the coordinator beside it."""

import flet as ft

from mia_companion.domain.areas_seen import AreaSeen, areas_seen
from mia_companion.ui import places
from mia_companion.ui.components.areas_beside import beside
from mia_companion.ui.components.buttons import primary
from mia_companion.ui.components.cards import MOSS, card
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.icons import area_icon
from mia_companion.ui.components.names import area_name
from mia_companion.ui.components.narrow import line
from mia_companion.ui.components.texts import body, strong
from mia_companion.ui.context import Here, go, use_here


@ft.component
def AreasScreen() -> ft.Control:
    """Only areas that somebody has said something of. A tap opens one over time."""
    here = use_here()
    account = here.view.account
    me = account.id if account else ""
    seen = areas_seen(here.view.plan(), me)
    say = primary(here.t("Say how it is now"), lambda: go(places.RATE), ft.Icons.WB_SUNNY_OUTLINED)
    about = here.t(
        "You can say how different parts of life are just now. It is no test, and nothing is added"
        " up. Later you can look back at how it was."
    )
    return page(
        here,
        here.t("How different parts of life are"),
        [
            *([] if seen else [card([body(about)], tone=MOSS)]),
            say,
            *(_area(here, one, me) for one in seen),
        ],
    )


def _area(here: Here, one: AreaSeen, me: str) -> ft.Control:
    head = line(
        ft.Icon(area_icon(one.area), size=24, color=ft.Colors.ON_SURFACE_VARIANT),
        [strong(area_name(here.words, one.area))],
        ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ft.Colors.OUTLINE),
    )
    box = card(
        [head, *beside(here, one, me)], tapped=lambda: go(f"{places.AREAS}/{one.area}"), gap=6
    )
    return ft.MergeSemantics(ft.Semantics(button=True, content=box), key=one.area)
