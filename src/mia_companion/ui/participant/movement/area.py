"""One part of life over time: a picture, its words, and a way to talk about it where two differ."""

import flet as ft

from mia_companion.domain.areas_seen import areas_seen
from mia_companion.ui import places
from mia_companion.ui.components.areas_beside import all_times, beside
from mia_companion.ui.components.areas_chart import area_chart
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.cards import MOSS, PLAIN, card
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.names import area_name
from mia_companion.ui.components.paged import show_more, use_pages
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.context import go, use_here

_PAGE = 30


@ft.component
def AreaScreen() -> ft.Control:
    """What was said is never changed; a new word is said anew."""
    here = use_here()
    account = here.view.account
    me = account.id if account else ""
    asked = ft.use_route_params().get("area", "")
    one = next((seen for seen in areas_seen(here.view.plan(), me) if seen.area == asked), None)
    times = list(all_times(here, one, me)) if one else []
    pages = use_pages(len(times), _PAGE)
    if one is None:
        return page(
            here,
            area_name(here.words, asked),
            [
                body(here.t("Nothing has been said of this yet.")),
                quiet(here.t("To all parts of life"), lambda: go(places.AREAS)),
            ],
        )
    talk = secondary(
        here.t("Write about it"), lambda: go(places.MESSAGES), ft.Icons.CHAT_BUBBLE_OUTLINE
    )
    return page(
        here,
        area_name(here.words, one.area),
        [
            card(
                [*beside(here, one, me), *([talk] if one.differs else [])],
                tone=MOSS if one.differs else PLAIN,
            ),
            *area_chart(here, one, me),
            heading(here.t("All that has been said")),
            *times[: pages.shown],
            *show_more(here, pages),
        ],
    )
