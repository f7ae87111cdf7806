"""Choosing a day and a time: typed, or the day picked among the next two weeks. All by keyboard too."""

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import NamedTuple

import flet as ft

from mia_companion.domain.zones import there
from mia_companion.ui.components.box import use_box
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.fields import outline
from mia_companion.ui.components.moment import FAR, PASSED, doubt, moment, read_clock, read_day
from mia_companion.ui.components.texts import live, muted, said_aloud
from mia_companion.ui.components.told import in_lines, question
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.theme import GAP

_PICKED_AMONG = 14
_AT_FIRST = 5
"""Days to pick among: all of them where there is room; on a phone these, and the rest on request."""

_FIELD_WIDTH = 260


class _Typed(NamedTuple):
    """As it stands in the two fields, also half written."""

    day: str
    clock: str


@ft.component
def DayAndTime(
    label: str,
    value: datetime | None,
    change: Callable[[datetime | None], None],
    zone: str,
    *,
    wrong: bool = False,
    half: tuple[str, str] = ("", ""),
    typed: Callable[[str, str], None] | None = None,
) -> ft.Control:
    """A moment in the IANA `zone`, told to `change` as aware UTC, or None while it is not one yet.

    `value` is what it begins with: give another `key` to begin anew. What is amiss is said once the
    person has left the field, or at once when `wrong`. `typed` is told the day and the time as they
    are typed, so that a form can keep them half written and begin with them as `half`.
    """
    here = use_here()
    begun = there(value, zone) if value else None
    text, set_text = ft.use_state(
        _Typed(f"{begun:%Y-%m-%d}", f"{begun:%H:%M}") if begun else _Typed(*half)
    )
    latest = ft.use_ref(text)  # also before it has been drawn
    more, set_more = ft.use_state(False)
    left_day, set_left_day = ft.use_state(False)
    left_clock, set_left_clock = ft.use_state(False)
    today = there(here.now(), zone).date()
    day, clock = read_day(text.day, today), read_clock(text.clock)
    chosen = moment(day, clock, zone) if day and clock else None

    def changed(new: _Typed) -> None:
        latest.current = new
        set_text(new)
        day, clock = read_day(new.day, today), read_clock(new.clock)
        if typed is not None:
            typed(*new)
        change(moment(day, clock, zone) if day and clock else None)

    def day_typed(day: str) -> None:
        changed((latest.current or text)._replace(day=day))

    def clock_typed(clock: str) -> None:
        changed((latest.current or text)._replace(clock=clock))

    day_wrong = (wrong or (left_day and bool(text.day))) and not day
    clock_wrong = (wrong or (left_clock and bool(text.clock))) and not clock
    fields: list[ft.Control] = [
        _field(
            here.t("Day, as year-month-day"),
            text.day,
            day_typed,
            lambda: set_left_day(True),
            here.t("Write the day like {example}.", example="2026-11-24") if day_wrong else "",
        ),
        _field(
            here.t("Time, as hours:minutes"),
            text.clock,
            clock_typed,
            lambda: set_left_clock(True),
            here.t("Write the time like {example}.", example="14:30") if clock_wrong else "",
        ),
    ]
    coming = [today + timedelta(days=ahead) for ahead in range(_PICKED_AMONG)]
    few = not (here.wide or more or day in coming[_AT_FIRST:])
    chips = [
        chip(
            here.words.short_day(one), chosen=one == day, tapped=partial(day_typed, one.isoformat())
        )
        for one in (coming[:_AT_FIRST] if few else coming)
    ]
    if few:
        chips.append(chip(here.t("More days"), chosen=False, tapped=lambda: set_more(True)))
    return question(
        label,
        [
            in_lines(chips),
            _beside(fields, wide=here.wide),
            live(muted(_said(here, chosen, zone, skipped=bool(day and clock)))),
        ],
        gap=GAP,
    )


def _beside(fields: list[ft.Control], *, wide: bool) -> ft.Control:
    """Side by side where there is room; as wide as the page on a phone."""
    if not wide:
        return stack(fields)
    narrow: list[ft.Control] = [ft.Container(one, width=_FIELD_WIDTH) for one in fields]
    return ft.Row(
        narrow,
        wrap=True,
        spacing=GAP,
        run_spacing=GAP,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _said(here: Here, chosen: datetime | None, zone: str, *, skipped: bool) -> str:
    """The moment in words, so that a slip of the finger is seen and heard."""
    if chosen is None:
        if skipped:
            return here.t("The clocks are put forward that night, and skip this time.")
        return here.t("Pick a day above or write it, then write the time.")
    words = here.words.day_and_clock(chosen, zone, here.now())
    return doubted(here, chosen, zone) or words


def doubted(here: Here, chosen: datetime, zone: str) -> str:
    """What a slip of the finger may have done to the day, in words; nothing when all seems well."""
    words = here.words.day_and_clock(chosen, zone, here.now())
    found = doubt(chosen, here.now())
    if found == PASSED:
        return here.t("{time}. That time has passed.", time=words)
    if found == FAR:
        return here.t("{time}. That is years ahead. Is the year right?", time=words)
    return ""


def _field(
    label: str, value: str, change: Callable[[str], None], left: Callable[[], None], wrong: str
) -> ft.Control:
    box = use_box(value, change, left)
    field = ft.TextField(
        key=f"field {box.times}",
        label=label,
        value=box.words,
        on_change=lambda e: box.typed(str(e.data or "")),
        on_focus=box.entered,
        on_blur=box.left,
        error=wrong or None,
        error_max_lines=6,
        max_length=16,
        counter="",
        keyboard_type=ft.KeyboardType.DATETIME,
        border=outline(),
        filled=True,
        bgcolor=ft.Colors.SURFACE_CONTAINER_LOWEST,
    )
    box.stands(field)
    return stack([field, said_aloud(wrong)], gap=0)
