"""A simple week: seven days one under the other, each with its times and, smaller, its steps."""

from collections.abc import Callable
from datetime import date, timedelta

import flet as ft

from mia_companion.domain.weeks import Day, monday_of, week_number, week_of
from mia_companion.ui import places
from mia_companion.ui.components.buttons import icon_button, quiet
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.texts import muted
from mia_companion.ui.context import ZONE, Here, go, use_here
from mia_companion.ui.participant.appointments.day import DayBlock, day_lines
from mia_companion.ui.participant.appointments.in_order import show
from mia_companion.ui.same import Same

_FURTHEST = 520
"""Weeks that one can leaf through, each way: further on, a finger has got stuck."""


@ft.component
def Week() -> ft.Control:
    """This week at first; arrows lead to the ones before and after."""
    here = use_here()
    away, set_away = ft.use_state(0)
    opened = ft.use_callback(show, [])
    stepped = ft.use_callback(_show_step, [])
    today = here.today()
    monday = monday_of(today) + timedelta(weeks=away)

    def leaf(weeks: int) -> Callable[[], None]:
        to = max(-_FURTHEST, min(_FURTHEST, away + weeks)) if weeks else 0
        return lambda: set_away(to)

    plan = here.view.plan()
    maps = [Same(kept) for p in (plan.shared, plan.own) for kept in (p.steps, p.appointments)]
    days: tuple[Day, ...] = ft.use_memo(
        lambda: week_of(plan, monday, today, ZONE), [*maps, monday, today]
    )
    blocks: list[ft.Control] = [
        DayBlock(day_lines(here, day), opened, stepped, key=day.day.isoformat()) for day in days
    ]
    back = [ft.Row([quiet(here.t("To this week"), leaf(0))], wrap=True)] if away else []
    return stack([_head(here, monday, leaf), *back, *blocks], gap=8)


def _show_step(step_id: str) -> None:
    go(f"{places.STEP}/{step_id}")


def _head(here: Here, monday: date, leaf: Callable[[int], Callable[[], None]]) -> ft.Control:
    # Translators: the number of a week, as calendars in Sweden count: "v. 48", here in full.
    name = here.t("Week {number}", number=week_number(monday))
    span = here.words.days(monday, monday + timedelta(days=6), here.today())
    named = ft.Column(
        [
            ft.Semantics(
                heading_level=2,
                container=True,
                live_region=True,
                content=ft.Text(name, theme_style=ft.TextThemeStyle.TITLE_LARGE),
            ),
            muted(span),
        ],
        spacing=0,
        tight=True,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
    return ft.Row(
        [
            icon_button(ft.Icons.CHEVRON_LEFT, here.t("The week before"), leaf(-1)),
            named,
            icon_button(ft.Icons.CHEVRON_RIGHT, here.t("The week after"), leaf(1)),
        ]
    )
