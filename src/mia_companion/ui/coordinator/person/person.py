"""One person's picture, part by part, exactly as far as they share it.

Where there is room, what matters first stands side by side; everything else is one tap away at the top.
"""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import zip_longest

import flet as ft

from mia_companion.domain.plan import Plan
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.placed import RAIL_WIDTH
from mia_companion.ui.components.told import told_apart
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.coordinator.data.asked import Corrections, Erasures
from mia_companion.ui.coordinator.frame import narrow_view, padded
from mia_companion.ui.coordinator.opened import use_opened
from mia_companion.ui.coordinator.person.appointments import Appointments
from mia_companion.ui.coordinator.person.areas import Areas
from mia_companion.ui.coordinator.person.asked import asked
from mia_companion.ui.coordinator.person.consents import Consents, PassedOn
from mia_companion.ui.coordinator.person.following import Following
from mia_companion.ui.coordinator.person.header import header
from mia_companion.ui.coordinator.person.history import History
from mia_companion.ui.coordinator.person.movement import Movement
from mia_companion.ui.coordinator.person.network import Network
from mia_companion.ui.coordinator.person.news import News, use_seen
from mia_companion.ui.coordinator.person.notes import Notes
from mia_companion.ui.coordinator.person.parts import (
    CONSENTS,
    DATA,
    GLANCE,
    HISTORY,
    MESSAGES,
    MOVEMENT,
    NETWORK,
    NOTES,
    PATH,
    SUPPORT,
    TIMES,
    chooser,
    part_of,
)
from mia_companion.ui.coordinator.person.path import Path
from mia_companion.ui.coordinator.person.threads import Threads
from mia_companion.ui.coordinator.shell import LIST_WIDTH
from mia_companion.ui.coordinator.support.belief import Belief
from mia_companion.ui.coordinator.support.enrolments import Enrolments
from mia_companion.ui.coordinator.support.interventions import Interventions
from mia_companion.ui.keyed import keyed
from mia_companion.ui.lost import LostScreen
from mia_companion.ui.theme import EDGE, GAP

THREE_COLUMNS, TWO_COLUMNS = 1180, 700
"""Logical pixels of the person's side from which so many columns stand in it."""

LOW = 560
"""Logical pixels of height (a zoomed page, a phone on its side) below which all scrolls as one."""


@ft.component
def PersonPane() -> ft.Control:
    """Beside the caseload."""
    here = use_here()
    person = ft.use_route_params().get("person", "")
    if person not in here.view.participants:
        return LostScreen()
    return keyed(person, Person, person, here.state.width - RAIL_WIDTH - LIST_WIDTH, 2)


@ft.component
def PersonScreen() -> ft.Control:
    """A screen of its own."""
    here = use_here()
    person = ft.use_route_params().get("person", "")
    if person not in here.view.participants:
        return narrow_view(here, "", [LostScreen()])
    whole = keyed(person, Person, person, here.state.width, 1)
    return narrow_view(here, "", [ft.Container(whole, expand=True)], scrolls=False)


@ft.component
def Person(person: str, width: float, level: int) -> ft.Control:
    """`width` is what there is; `level` is that of the heading with the name."""
    here = use_here()
    plan = here.view.plan(person)
    seen = use_seen(plan)
    low = not here.wide or here.state.height < LOW
    wide = not low and width >= TWO_COLUMNS
    part = part_of(here, person, wide=wide)
    use_opened(person, part)
    shown = _Shown(person, seen, level + 1, width, low)
    inside = _glance(shown) if part == GLANCE else _part(shown, part)
    head: list[ft.Control] = [
        header(here, person, level, asked(here, person, wide=wide)),
        keyed("following", Following, person),
        News(person, seen),
        chooser(here, person, wide=wide, unread=_unread(here, plan)),
    ]
    return ft.Column(
        [
            ft.Container(
                stack(head, 4), padding=ft.Padding.only(left=EDGE, top=GAP, right=EDGE, bottom=4)
            ),
            inside,
        ],
        expand=True,
        scroll=ft.ScrollMode.AUTO if low else None,
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@dataclass(frozen=True, slots=True)
class _Shown:
    """What every part is given. `level` is that of its heading; `low` leaves scrolling to the page."""

    person: str
    seen: int
    level: int
    width: float
    low: bool

    def made(self, part: str) -> list[list[ft.Control]]:
        """What the part consists of, by column where there is room for two."""
        person, level = self.person, self.level
        if part in (TIMES, PATH):
            component = Appointments if part == TIMES else Path
            return [[keyed(part, component, person, self.seen, level)]]
        return [
            [keyed(f"{part}-{n}-{m}", one, person, level) for m, one in enumerate(column)]
            for n, column in enumerate(_COLUMNS[part])
        ]


_COLUMNS: dict[str, tuple[tuple[Callable[..., ft.Control], ...], ...]] = {
    SUPPORT: ((Enrolments, Belief), (Interventions,)),
    MOVEMENT: ((Movement,), (Areas,)),
    CONSENTS: ((Consents,), (PassedOn,)),
    NETWORK: ((Network,), ()),
    NOTES: ((Notes,),),
    DATA: ((Corrections,), (Erasures,)),
}


def _glance(shown: _Shown) -> ft.Control:
    """What matters first, side by side."""
    messages = _part(shown, MESSAGES)
    path, times, notes = (shown.made(part)[0] for part in (PATH, TIMES, NOTES))
    if shown.width >= THREE_COLUMNS:
        return _columns([messages, _scrolling(*path), _scrolling(*times, *notes)])
    return _columns([messages, _scrolling(*times, *path, *notes)])


def _part(shown: _Shown, part: str) -> ft.Control:
    """One part by itself, as wide as is good to read."""
    if part == MESSAGES:
        inside = keyed("threads", Threads, shown.person, shown.level, shown.low)
        return inside if shown.low else ft.Container(inside, expand=True)
    if part == HISTORY:
        inside = keyed("history", History, shown.person, shown.level, shown.low)
        return inside if shown.low else ft.Container(inside, expand=True)
    made = shown.made(part)
    if shown.width >= TWO_COLUMNS and not shown.low:
        return _columns([_scrolling(*column) for column in made])
    every = [one for row in zip_longest(*made) for one in row if one is not None]
    if shown.low:
        return padded(stack(every, 2 * GAP))
    return ft.Container(_scrolling(*every), expand=True)


def _unread(here: Here, plan: Plan) -> int:
    return plan.unread_in_all(here.view.account.id) if here.view.account else 0


def _columns(parts: list[ft.Control]) -> ft.Control:
    return ft.Row(
        [told_apart(part) for part in parts],
        expand=True,
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _scrolling(*parts: ft.Control) -> ft.Control:
    return ft.Column([padded(stack(parts, 2 * GAP))], scroll=ft.ScrollMode.AUTO, expand=True)
