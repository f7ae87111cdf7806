"""What a time would clash with, in words: said while it is chosen, and where it stands."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

import flet as ft

from mia_companion.domain.calendar import Meeting, meetings_between
from mia_companion.domain.clashes import TRAVEL, Clash, Slot, clashes_with
from mia_companion.domain.plan import Plan
from mia_companion.ui.components.cards import WARM, card, stack
from mia_companion.ui.components.own_words import as_written, shortened
from mia_companion.ui.components.texts import live
from mia_companion.ui.context import ZONE, Here, use_here
from mia_companion.ui.coordinator.names import name_of

_AROUND = timedelta(hours=12)
"""Before and after a time, within which what is booked can clash with it."""


def plans_of(here: Here) -> dict[str, Plan]:
    """Everyone's plan, by participant, in the order of names."""
    return {person: here.view.plan(person) for person in here.view.participants}


def me(here: Here) -> str:
    """The id of who is signed in."""
    return here.view.account.id if here.view.account else ""


def clash_words(here: Here, clash: Clash, seen: Slot, known: Mapping[Slot, Meeting]) -> str:
    """A sentence for who looks at `seen`; `known` are the meetings behind the slots."""
    other = clash.other(seen)
    mine = clash.who == me(here)
    name = here.view.coordinator_name(clash.who) or name_of(here, clash.who)
    if clash.what != TRAVEL:
        meeting = known.get(other)
        title = as_written(here.words, shortened(meeting.one.title)) if meeting else ""
        span = span_of(here, other.starts_at, other.ends_at)
        if mine:
            return here.t("You also have a time {span}: {title}", span=span, title=title)
        return here.t("{name} also has a time {span}: {title}", name=name, span=span, title=title)
    count, place = clash.minutes, as_written(here.words, other.place)
    left = here.words.n("{count} minute to get there", "{count} minutes to get there", count)
    if clash.first == other:
        until = here.words.clock(other.over_at, ZONE)
        if mine:
            return here.t(
                "You are at {place} until {time}: {left}", place=place, time=until, left=left
            )
        return here.t(
            "{name} is at {place} until {time}: {left}",
            name=name, place=place, time=until, left=left,
        )  # fmt: skip
    at = here.words.clock(other.starts_at, ZONE)
    if mine:
        return here.t("You are to be at {place} at {time}: {left}", place=place, time=at, left=left)
    return here.t(
        "{name} is to be at {place} at {time}: {left}", name=name, place=place, time=at, left=left
    )


def span_of(here: Here, starts: datetime, ends: datetime | None) -> str:
    """From when to when, within a day; the start alone where the end is not said."""
    if ends is None:
        return here.words.clock(starts, ZONE)
    return here.words.span(starts, ends, ZONE)


def clashes_in_words(
    here: Here, slot: Slot, plans: Mapping[str, Plan], without: Iterable[str]
) -> tuple[str, ...]:
    """Each once. `without` are the appointments and bookings that are this very meeting."""
    itself = frozenset(without)
    around = meetings_between(plans, slot.starts_at - _AROUND, slot.over_at + _AROUND)
    known = {
        one.slot: one
        for one in around
        if one.one.booking not in itself and not any(b.one.id in itself for b in one.booked)
    }
    found = (clash_words(here, one, slot, known) for one in clashes_with(slot, known))
    return tuple(dict.fromkeys(found))


@ft.component
def Clashing(slot: Slot | None, without: tuple[str, ...]) -> ft.Control:
    """Under a time that is being chosen. It hinders nothing: the coordinator knows best."""
    here = use_here()
    said = clashes_in_words(here, slot, plans_of(here), without) if slot else ()
    return live(clash_card(said))


def clash_card(said: Iterable[str]) -> ft.Control:
    """A line for each, or nothing to see."""
    lines: list[ft.Control] = [clash_line(one) for one in said]
    if not lines:
        return ft.Container(height=0)
    return card([stack(lines, 6)], tone=WARM)


def clash_line(words: str) -> ft.Control:
    """An icon, and what it says."""
    text = ft.Text(words, color=ft.Colors.ON_SECONDARY_CONTAINER, expand=True)
    icon = ft.Icon(ft.Icons.UPDATE, size=18, color=ft.Colors.ON_SECONDARY_CONTAINER)
    return ft.Row([icon, text], spacing=8, vertical_alignment=ft.CrossAxisAlignment.START)
