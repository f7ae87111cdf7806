"""How somebody has said that they are, day by day: what was chosen, when. Nothing is read into it."""

from collections.abc import Iterable
from datetime import date, timedelta

import flet as ft

from mia_companion.domain.checkins import CheckIn
from mia_companion.domain.plan import Plan
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.levels import feeling_icon, feeling_name
from mia_companion.ui.components.texts import heading, muted
from mia_companion.ui.context import ZONE, Here

_MOST = 28
"""Of a longer time, the newest."""


def faces(here: Here, plan: Plan, days: int | None, above: str, level: int = 2) -> list[ft.Control]:
    """Oldest first, under the heading; nothing at all where nothing was chosen in those days."""
    found = list(_within(plan, here.today(), days))
    if not found:
        return []
    shown = sorted(found, key=lambda one: one.by.at)[-_MOST:]
    row = ft.Row([_face(here, one) for one in shown], wrap=True, spacing=20, run_spacing=12)
    said = ft.Semantics(container=True, content=row)
    return [card([heading(above, level), said])]


def _within(plan: Plan, today: date, days: int | None) -> Iterable[CheckIn]:
    for picture in (plan.shared, plan.own):
        for one in picture.checkins.values():
            day = one.by.at.astimezone(ZONE).date()
            if not one.gone and (days is None or day > today - timedelta(days=days)):
                yield one


def _face(here: Here, one: CheckIn) -> ft.Control:
    day = here.words.short_day(one.by.at.astimezone(ZONE).date(), here.today())
    name = ft.Text(
        feeling_name(here.words, one.feeling),
        theme_style=ft.TextThemeStyle.BODY_SMALL,
        text_align=ft.TextAlign.CENTER,
    )
    when = muted(day)
    when.text_align = ft.TextAlign.CENTER
    cell = ft.Column(
        [ft.Icon(feeling_icon(one.feeling), size=28, color=ft.Colors.TERTIARY), name, when],
        spacing=2,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.CENTER,
    )
    return ft.MergeSemantics(cell)
