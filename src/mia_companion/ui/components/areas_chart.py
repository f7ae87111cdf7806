"""One area over time, drawn: the participant's view as a line with round points, a coordinator's beside
it with square ones. A net of all areas was tried and put aside: its names stand on their heads, and what
it shows is a size, as if life had one."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import flet as ft

from mia_companion.domain.areas_seen import AreaSeen, Seen
from mia_companion.domain.ratings import LEVELS
from mia_companion.ui.components.areas_beside import day_of, who_said
from mia_companion.ui.components.levels import level_icon, level_name
from mia_companion.ui.components.texts import muted
from mia_companion.ui.context import ZONE, Here

MOST = 8
"""Days that are drawn: of a longer time, the newest."""

_HEIGHT = 220
_ICON = 40
"""Logical pixels: the picture's height, and the room for the weather beside it."""


def area_chart(here: Here, area: AreaSeen, participant: str) -> list[ft.Control]:
    """The picture, its ends in words, and what its points mean; nothing for what was said only once."""
    if len(area.own) + len(area.theirs) < 2:
        return []
    days = sorted({_day(one) for one in (*area.own, *area.theirs)})[-MOST:]
    if len(days) < 2:
        return []
    places = {day: place for place, day in enumerate(reversed(days) if here.words.rtl else days)}
    own = [one for one in area.own if _day(one) in places]
    theirs = [one for one in area.theirs if _day(one) in places]
    today = here.today()
    ends: list[ft.Control] = [
        muted(here.words.short_day(day, today)) for day in (days[0], days[-1])
    ]
    picture = ft.Column(
        [
            _chart(own, theirs, places, rtl=here.words.rtl),
            ft.Container(
                ft.Row(ends, alignment=ft.MainAxisAlignment.SPACE_BETWEEN, wrap=True),
                padding=ft.Padding.only(left=8, right=8),
            ),
            _legend(here, own, theirs, participant),
        ],
        spacing=4,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    label = chart_in_words(here, [*own, *theirs], participant)
    return [ft.Semantics(exclude_semantics=True, image=True, label=label, content=picture)]


def chart_in_words(here: Here, said: Sequence[Seen], participant: str) -> str:
    """Each point: who said what, when."""
    parts = [
        here.t(
            "{who}, {day}: {level}",
            who=who_said(here, one, participant),
            day=day_of(here, one),
            level=level_name(here.words, one.level),
        )
        for one in sorted(said, key=lambda one: one.by.at)
    ]
    return here.t("A picture over time. {parts}", parts=here.words.in_turn(parts))


def _day(seen: Seen) -> date:
    return seen.by.at.astimezone(ZONE).date()


def _chart(
    own: Sequence[Seen], theirs: Sequence[Seen], places: dict[date, int], *, rtl: bool
) -> ft.Control:
    """Time runs as the language is read. The coordinator's squares lie beneath: both are to be seen."""
    charts = _charts()
    ring = charts.ChartSquarePoint(
        size=20, color=ft.Colors.TERTIARY_CONTAINER, stroke_width=2, stroke_color=ft.Colors.TERTIARY
    )
    stone = charts.ChartCirclePoint(radius=6, color=ft.Colors.PRIMARY)
    weather = charts.ChartAxis(
        label_size=_ICON,
        label_spacing=1,
        labels=[
            charts.ChartAxisLabel(
                value=level,
                label=ft.Icon(level_icon(level), size=22, color=ft.Colors.ON_SURFACE_VARIANT),
            )
            for level in LEVELS
        ],
    )
    nothing = charts.ChartAxis(show_labels=False, label_size=8)
    lines = [
        charts.LineChartData(
            points=_points(theirs, places),
            color=ft.Colors.TERTIARY,
            stroke_width=3,
            dash_pattern=[7, 6],
            point=ring,
        ),
        charts.LineChartData(
            points=_points(own, places), color=ft.Colors.PRIMARY, stroke_width=3, point=stone
        ),
    ]
    chart: ft.Control = charts.LineChart(
        data_series=[one for one in lines if one.points],
        min_x=-0.4,
        max_x=len(places) - 0.6,
        min_y=min(LEVELS) - 0.5,
        max_y=max(LEVELS) + 0.5,
        left_axis=nothing if rtl else weather,
        right_axis=weather if rtl else nothing,
        top_axis=nothing,
        bottom_axis=nothing,
        horizontal_grid_lines=charts.ChartGridLines(color=ft.Colors.OUTLINE_VARIANT, interval=1),
        interactive=False,
        tooltip=None,
        height=_HEIGHT,
    )
    return chart


def _points(said: Sequence[Seen], places: dict[date, int]) -> list[Any]:
    """Of a day on which it was said more than once, the last."""
    last_of_day = {places[_day(one)]: one.level for one in said}
    return [_charts().LineChartDataPoint(x, y) for x, y in sorted(last_of_day.items())]


def _charts() -> Any:
    """Fetched when it is drawn: it takes a tenth of a second, for which no other screen should wait."""
    import flet_charts  # type: ignore[import-untyped]  # noqa: PLC0415

    return flet_charts


def _legend(
    here: Here, own: Sequence[Seen], theirs: Sequence[Seen], participant: str
) -> ft.Control:
    """Whose points are round and whose are square."""
    cells: list[ft.Control] = []
    for said, icon, colour in (
        (own, ft.Icons.CIRCLE, ft.Colors.PRIMARY),
        (theirs, ft.Icons.SQUARE_OUTLINED, ft.Colors.TERTIARY),
    ):
        for who in dict.fromkeys(who_said(here, one, participant) for one in said):
            mark = ft.Icon(icon, size=16, color=colour)
            cells.append(ft.Row([mark, muted(who)], spacing=6, tight=True))
    return ft.Row(cells, wrap=True, spacing=16, run_spacing=4)
