"""Interventions as bars over one stretch of time. The days in words beside them say the same."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import flet as ft

from mia_companion.domain.interventions import AHEAD, ENDED, Intervention

_LEAST = timedelta(days=90)
_HIGH = 8
_OPEN = timedelta(days=30)
"""A bar without a known end goes on so far past today."""


@dataclass(frozen=True, slots=True)
class Span:
    """The stretch that all bars share."""

    first: date
    last: date

    @property
    def days(self) -> int:
        """How long it is."""
        return (self.last - self.first).days + 1


def span_of(every: Sequence[Intervention], today: date) -> Span:
    """From the first day of any to the last, today among them, and no shorter than a season."""
    firsts = [one.fact.first_day for one in every if one.fact]
    lasts = [_last(one, today) for one in every if one.fact]
    first, last = min([*firsts, today]), max([*lasts, today])
    return Span(first, max(last, first + _LEAST))


def bar(one: Intervention, span: Span, today: date) -> ft.Control:
    """Filled for what has been, pale for what is ahead; nothing of it is told by colour alone."""
    if one.fact is None:
        return ft.Container()
    first, last = one.fact.first_day, _last(one, today)
    before = (first - span.first).days
    whole = (last - first).days + 1
    passed = min(whole, max(0, (today - first).days + 1))
    state = one.state(today)
    done = ft.Colors.OUTLINE if state == ENDED else ft.Colors.PRIMARY
    parts = [
        (before, None),
        (passed if state != AHEAD else 0, done),
        (whole - (passed if state != AHEAD else 0), ft.Colors.OUTLINE_VARIANT),
        (span.days - before - whole, None),
    ]
    row = ft.Row(
        [
            ft.Container(height=_HIGH, bgcolor=colour, expand=days, border_radius=_HIGH / 2)
            for days, colour in parts
            if days > 0
        ],
        spacing=0,
    )
    ground = ft.Container(
        row, bgcolor=ft.Colors.SURFACE_CONTAINER_HIGH, border_radius=_HIGH / 2, clip_behavior=_CLIP
    )
    return ft.Semantics(exclude_semantics=True, content=ground)


def _last(one: Intervention, today: date) -> date:
    if one.last_day is not None:
        return one.last_day
    first = one.fact.first_day if one.fact else today
    return max(first, today) + _OPEN


_CLIP = ft.ClipBehavior.HARD_EDGE
