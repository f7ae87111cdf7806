"""What has happened on a person's way, as far as it is shared: in words, as pebbles, as faces."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.movement import MONTH, WEEK, happenings, since, tally
from mia_companion.i18n.words import later
from mia_companion.ui.components.cards import MOSS, card, stack
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.days_faces import faces
from mia_companion.ui.components.happened_words import amounts
from mia_companion.ui.components.pebbles import pebbles
from mia_companion.ui.components.texts import body, heading, lead, muted
from mia_companion.ui.context import ZONE, use_here
from mia_companion.ui.coordinator.names import name_of

_ALL = 0
_QUARTER = 90

_TIMES = (
    (WEEK, later("A week")),
    (MONTH, later("A month")),
    (_QUARTER, later("Three months")),
    (_ALL, later("Since the start")),
)
"""Days back, and what the choice is called."""


@ft.component
def Movement(person: str, level: int) -> ft.Control:
    """A month to begin with. Words and pictures, and nothing that is counted against anybody."""
    here = use_here()
    chosen, set_chosen = ft.use_state(MONTH)
    plan = here.view.plan(person)
    everything = ft.use_memo(lambda: happenings(plan, ZONE), [plan.shared])
    found = since(everything, here.today(), chosen or None)
    name = name_of(here, person)

    def choose(one: int) -> Callable[[], None]:
        return lambda: set_chosen(one)

    chips = [
        chip(here.t(words), chosen=one == chosen, tapped=choose(one), key=f"days-{one}")
        for one, words in _TIMES
    ]
    said: list[ft.Control] = [lead(line) for line in amounts(here.words, tally(found))]
    if not found:
        said = [body(here.t("Nothing has been shared from these days. Resting is also a part."))]
    shared = faces(
        here,
        plan,
        chosen or None,
        here.t("How {name} has said that they are", name=name),
        level + 1,
    )
    return stack(
        [
            heading(here.t("Movement"), level),
            muted(here.t("Told as {name} has shared it. Nothing here is a score.", name=name)),
            ft.Row(chips, wrap=True, spacing=8, run_spacing=8),
            card([ft.Semantics(live_region=True, content=stack(said, gap=4))], tone=MOSS),
            *pebbles(here, found, months=chosen == _ALL, whose=name),
            *shared,
        ]
    )
