"""Choosing a day: typed, or picked among those that come next."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

import flet as ft

from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.moment import read_day
from mia_companion.ui.components.texts import live, muted
from mia_companion.ui.components.told import in_lines
from mia_companion.ui.context import Here, use_here

_WIDE, _NARROW = 7, 4
"""Days to pick among."""


@ft.component
def DayTyped(
    label: str,
    typed: str,
    change: Callable[[str], None],
    *,
    since: date | None = None,
    wrong: str = "",
) -> ft.Control:
    """`typed` is as it was written, also half; `read_day` says which day it is. `since` is the first of
    those to pick among, today by default. What was understood stands beneath, in words."""
    here = use_here()
    today = here.today()
    day = read_day(typed, today)
    first = since or today
    coming = [first + timedelta(days=n) for n in range(_WIDE if here.wide else _NARROW)]
    chips = [
        chip(
            here.words.short_day(one),
            chosen=one == day,
            tapped=partial(change, one.isoformat()),
            key=one.isoformat(),
        )
        for one in coming
    ]
    return stack(
        [
            WordsField(label, typed, change, longest=16, wrong=wrong),
            in_lines(chips),
            live(muted(_said(here, typed, day))),
        ],
        gap=8,
    )


def _said(here: Here, typed: str, day: date | None) -> str:
    if day is not None:
        return here.words.day(day, here.today())
    if typed.strip():
        return here.t("Write the day like {example}.", example="2026-11-24")
    return here.t("Pick a day, or write it as year-month-day.")
