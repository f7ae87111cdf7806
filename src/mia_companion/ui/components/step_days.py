"""Choosing when a step is to be taken: no special day, one of those ahead, or weekdays that come again."""

from collections.abc import Callable
from datetime import date, timedelta

import flet as ft

from mia_companion.domain.entries import Frozen
from mia_companion.domain.steps import Step
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.step_times import repeats_in_words
from mia_companion.ui.components.texts import live, muted
from mia_companion.ui.components.told import in_lines, question
from mia_companion.ui.context import Here, use_here

_OFFERED = 7
"""Days ahead that are offered at once."""


class Days(Frozen):
    """What was chosen: `day`, or weekdays in `repeats`, or neither. Never both."""

    day: date | None = None
    repeats: tuple[int, ...] = ()


def days_of(step: Step) -> Days:
    """What stands."""
    return Days(day=step.day, repeats=step.repeats)


@ft.component
def StepDays(days: Days, change: Callable[[Days], None]) -> ft.Control:
    """No day is a good answer."""
    here = use_here()
    offered, set_offered = ft.use_state(_OFFERED)
    weekly, set_weekly = ft.use_state(bool(days.repeats))
    latest = ft.use_ref(days)  # two weekdays may be tapped before the first is drawn
    latest.current = days

    def stand(new: Days) -> None:
        latest.current = new
        change(new)

    def turn(weekday: int) -> None:
        kept = set((latest.current or days).repeats) ^ {weekday}
        stand(Days(repeats=tuple(sorted(kept))))

    row = _offered_days(here, days, stand, offered)
    row.append(
        chip(
            here.t("Later days"),
            chosen=False,
            tapped=lambda: set_offered(offered + _OFFERED),
            key=f"later-{offered}",
        )
    )
    lines = [in_lines(row)]
    if weekly or days.repeats:
        lines += _weekdays(here, days, turn)
    else:
        again = quiet(
            here.t("It comes again every week"), lambda: set_weekly(True), ft.Icons.REPEAT
        )
        lines.append(ft.Row([again], wrap=True))
    return question(here.t("When?"), lines)


def _offered_days(
    here: Here, days: Days, change: Callable[[Days], None], offered: int
) -> list[ft.Control]:
    today = here.today()
    ahead = [today + timedelta(days=n) for n in range(offered)]
    if days.day is not None and days.day not in ahead:
        ahead = sorted([*ahead, days.day])  # a day that was chosen is always to be seen

    def on(day: date | None) -> Callable[[], None]:
        return lambda: change(Days(day=day))

    none = days.day is None and not days.repeats
    chips = [chip(here.t("No special day"), chosen=none, tapped=on(None), key="none")]
    for day in ahead:
        chips.append(
            chip(
                _name(here, day, today),
                chosen=days.day == day,
                tapped=on(day),
                key=day.isoformat(),
            )
        )
    return chips


def _name(here: Here, day: date, today: date) -> str:
    if day == today:
        return here.t("Today")
    if (day - today).days == 1:
        return here.t("Tomorrow")
    return here.words.short_day(day, today)


def _weekdays(here: Here, days: Days, turn: Callable[[int], None]) -> list[ft.Control]:
    """All seven in the open; a tap on a chosen one takes it away."""

    def turned(weekday: int) -> Callable[[], None]:
        return lambda: turn(weekday)

    chips = [
        chip(
            here.words.weekday(one),
            chosen=one in days.repeats,
            tapped=turned(one),
            key=f"weekday-{one}",
        )
        for one in range(1, 8)
    ]
    said = here.t("Choose the weekdays on which it comes again.")
    if days.repeats:
        said = repeats_in_words(here.words, days.repeats)
    return [live(muted(said)), in_lines(chips)]
