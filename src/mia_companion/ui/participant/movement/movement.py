"""My movement: what has happened in a week, a month or since the start, in words, as a picture, as a list."""

from collections.abc import Callable, Sequence

import flet as ft

from mia_companion.domain.movement import MONTH, WEEK, happenings, since
from mia_companion.i18n.words import later
from mia_companion.ui import places
from mia_companion.ui.components.cards import MOSS, card, stack
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.days_faces import faces
from mia_companion.ui.components.happened_words import told
from mia_companion.ui.components.paged import long_page, use_pages
from mia_companion.ui.components.pebbles import pebbles
from mia_companion.ui.components.texts import body, eyebrow, heading, lead, live
from mia_companion.ui.components.told import in_lines
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import ZONE, go, use_here
from mia_companion.ui.participant.movement.happening_row import HappeningRow, happening_lines

PAGE = 30

_TIMES = (
    (WEEK, later("A week"), later("The last seven days")),
    (MONTH, later("A month"), later("The last 30 days")),
    (0, later("Since the start"), later("Since you began here")),
)
"""Days back, what the choice is called, and what stands above what is told."""


@ft.component
def MovementScreen() -> ft.Control:
    """A month to begin with."""
    here = use_here()
    chosen, set_chosen = ft.use_state(MONTH)
    everything = ft.use_memo(lambda: happenings(here.view.plan(), ZONE), [here.view])
    days = chosen or None
    found = since(everything, here.today(), days)
    pages = use_pages(len(found), PAGE)
    opened = ft.use_callback(go, [])

    def choose(one: int) -> Callable[[], None]:
        return lambda: set_chosen(one)

    chips = [
        chip(here.t(name), chosen=one == chosen, tapped=choose(one), key=f"days-{one}")
        for one, name, _ in _TIMES
    ]
    above = next(words for one, _, words in _TIMES if one == chosen)
    what, kind = told(here.words, found)
    rows: list[ft.Control] = [
        HappeningRow(
            happening_lines(here, one), opened, key=f"{one.item}-{one.by.entry}-{one.what}"
        )
        for one in found[: pages.shown]
    ]
    return long_page(
        here,
        here.t("My movement"),
        [
            in_lines(chips),
            _in_words(here.t(above), what, kind),
            *pebbles(here, found, months=chosen == 0),
            *faces(here, here.view.plan(), days, here.t("How you have said that you are")),
            way_on(
                ft.Icons.WB_SUNNY_OUTLINED,
                here.t("How different parts of life are"),
                places.AREAS,
            ),
            *([heading(here.t("What has happened"))] if rows else []),
        ],
        rows,
        pages,
    )


def _in_words(above: str, what: Sequence[str], kind: str) -> ft.Control:
    """Said aloud when another time is chosen."""
    lines = [*(lead(line) for line in what), body(kind)]
    return card(
        [
            eyebrow(above),
            live(stack(lines, gap=4)),
        ],
        tone=MOSS,
    )
