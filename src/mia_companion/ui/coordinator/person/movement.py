"""What has happened on a person's way, as far as it is shared: in words, as pebbles, as faces."""

from collections.abc import Callable, Sequence

import flet as ft

from mia_companion.domain.movement import MONTH, WEEK, Happening, happenings, since, tally
from mia_companion.i18n.words import later
from mia_companion.ui.components.cards import MOSS, card, stack
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.days_faces import faces
from mia_companion.ui.components.happened_words import amounts, what_icon, what_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.paged import show_more, use_pages
from mia_companion.ui.components.pebbles import pebbles
from mia_companion.ui.components.step_times import day_name
from mia_companion.ui.components.texts import body, heading, lead, live, muted
from mia_companion.ui.components.told import in_lines
from mia_companion.ui.context import ZONE, Here, use_here
from mia_companion.ui.coordinator.names import name_of

_ALL = 0
_QUARTER = 90
_PAGE = 10

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
    pages = use_pages(len(found), _PAGE)
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
            in_lines(chips),
            card(
                [live(stack(said, gap=4))],
                tone=MOSS,
            ),
            *pebbles(here, found, months=chosen == _ALL, whose=name),
            *shared,
            *_rows(here, found[: pages.shown], level + 1),
            *show_more(here, pages),
        ]
    )


def _rows(here: Here, found: Sequence[Happening], level: int) -> list[ft.Control]:
    """Newest first, each with its word."""
    if not found:
        return []
    return [heading(here.t("What has happened"), level), *(_row(here, one) for one in found)]


def _row(here: Here, one: Happening) -> ft.Control:
    day = day_name(here.words, one.day, here.today())
    remark = here.t("{state}, {day}", state=what_name(here.words, one.what), day=day)
    texts: list[ft.Control] = [ft.Text(as_written(here.words, one.words)), muted(remark)]
    if one.note:
        texts.append(muted(as_written(here.words, one.note)))
    return ft.Row(
        [
            ft.Icon(what_icon(one.what), size=22, color=ft.Colors.PRIMARY),
            ft.Column(texts, spacing=0, tight=True, expand=True),
        ],
        spacing=10,
        vertical_alignment=ft.CrossAxisAlignment.START,
        key=f"{one.item}-{one.by.entry}-{one.what}",
    )
