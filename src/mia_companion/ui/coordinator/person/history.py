"""All that has happened with a person and is shared, newest first; what was replaced is one tap away."""

from collections.abc import Callable, Sequence

import flet as ft

from mia_companion.domain.history import (
    AROUND,
    GROUPS,
    SUPPORT,
    THE_PATH,
    THE_TIMES,
    WELLBEING,
    Told,
    history,
)
from mia_companion.i18n.words import later
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.history_row import HistoryRow, Lines, lines_of
from mia_companion.ui.components.paged import FIRST, show_more, use_pages
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.components.told import in_lines, told_alone
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.coordinator.frame import padded
from mia_companion.ui.coordinator.names import who_did
from mia_companion.ui.coordinator.person.messages import when
from mia_companion.ui.theme import EDGE, GAP, PAGE_WIDTH

_TOLD_EVERY_MS = 200


@ft.component
def History(person: str, level: int, flows: bool = False) -> ft.Control:
    """In pages. `flows` leaves scrolling to the page."""
    here = use_here()
    chosen, set_chosen = ft.use_state("")
    shared = here.view.plan(person).shared
    groups = (chosen,) if chosen else GROUPS
    told = ft.use_memo(lambda: history(shared, groups), [shared, chosen])
    pages = use_pages(len(told), FIRST)
    head: list[ft.Control] = [
        heading(here.t("History"), level),
        told_alone(
            muted(here.t("All that is shared, newest first. Messages stand in their own place."))
        ),
        _chooser(here, chosen, set_chosen),
    ]
    if not told:
        head.append(body(here.t("Nothing has happened here yet.")))
    rows = _rows(here, person, told[: pages.shown])
    if flows:
        return padded(stack([*head, *rows, *show_more(here, pages)]))
    foot = ft.Container(stack(show_more(here, pages)), padding=ft.Padding.symmetric(vertical=GAP))
    listed = ft.ListView(
        [stack(head, gap=8), *rows, foot],
        padding=ft.Padding.symmetric(horizontal=EDGE, vertical=GAP),
        expand=True,
        on_scroll=pages.scrolled,
        scroll_interval=_TOLD_EVERY_MS,
    )
    return ft.Row([ft.Container(listed, width=min(PAGE_WIDTH, here.state.width))], expand=True)


_NAMES = {
    "": later("Everything"),
    THE_PATH: later("Goals and steps"),
    THE_TIMES: later("Booked times"),
    WELLBEING: later("How it is"),
    AROUND: later("Network and consents"),
    SUPPORT: later("Start and support"),
}


def _chooser(here: Here, chosen: str, choose: Callable[[str], None]) -> ft.Control:
    def choosing(group: str) -> Callable[[], None]:
        return lambda: choose(group)

    chips: list[ft.Control] = [
        chip(here.t(name), chosen=group == chosen, tapped=choosing(group), key=f"about-{group}")
        for group, name in _NAMES.items()
    ]
    return in_lines(chips)


def _rows(here: Here, person: str, told: Sequence[Told]) -> list[ft.Control]:
    return [
        HistoryRow(_lines(here, person, one), key=f"{one.by.entry}-{one.what}-{place}")
        for place, one in enumerate(told)
    ]


def _lines(here: Here, person: str, one: Told) -> Lines:
    moment = when(here.words, one.by.at, here.now())
    byline = here.t("{who}, {time}", who=who_did(here, one.by, person), time=moment)
    return lines_of(here, one, byline)
