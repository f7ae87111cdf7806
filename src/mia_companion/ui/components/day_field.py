"""Choosing a day: one of a few that are near, or typed. All by keyboard too."""

from collections.abc import Callable, Sequence
from datetime import date

import flet as ft

from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.moment import read_day
from mia_companion.ui.components.step_times import day_name
from mia_companion.ui.components.texts import live, muted
from mia_companion.ui.components.told import in_lines, question
from mia_companion.ui.context import use_here
from mia_companion.ui.theme import GAP

_WIDTH = 320


@ft.component
def DayField(
    label: str,
    typed: str,
    change: Callable[[str], None],
    *,
    near: Sequence[date] = (),
    wrong: str = "",
) -> ft.Control:
    """`typed` is kept as it is written, and read with `moment.read_day`; `near` are days to tap.

    The day that was read is said in words beneath, so that a slip of the finger is seen and heard.
    """
    here = use_here()
    today = here.today()
    day = read_day(typed, today)

    def pick(one: date) -> Callable[[], None]:
        return lambda: change(one.isoformat())

    chips: list[ft.Control] = []
    for one in near:
        name = day_name(here.words, one, today)
        chips.append(
            chip(name[:1].upper() + name[1:], chosen=one == day, tapped=pick(one), key=f"{one}")
        )
    said = here.words.day(day, date(day.year - 1, 1, 1)) if day else ""
    field = WordsField(
        here.t("Day, as year-month-day"), typed, change, longest=20, wrong=wrong or None
    )
    return question(
        label,
        [
            *([in_lines(chips)] if chips else []),
            ft.Row([ft.Container(field, width=_WIDTH)], wrap=True),
            live(muted(said)),
        ],
        gap=GAP - 2,
    )
