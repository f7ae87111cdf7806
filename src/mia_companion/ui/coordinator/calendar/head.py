"""Above the calendar: which days are shown, the ways to earlier and later ones, and week or day."""

from collections.abc import Callable
from datetime import date, timedelta

import flet as ft

from mia_companion.domain.weeks import monday_of, week_number
from mia_companion.ui.components.buttons import icon_button, primary, quiet
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.texts import heading, muted
from mia_companion.ui.components.told import in_lines
from mia_companion.ui.context import Here, go
from mia_companion.ui.coordinator.paths import calendar_booking_path

WEEK, DAY = "week", "day"

FURTHEST = timedelta(weeks=520)
"""How far one can leaf, each way: further on, a finger has got stuck."""


def head(
    here: Here, shown: str, day: date, show: Callable[[str], None], stand: Callable[[date], None]
) -> ft.Control:
    """`shown` is WEEK or DAY, `day` the one that is looked at, or one in the week."""
    today, step = here.today(), timedelta(days=7 if shown == WEEK else 1)

    def leaf(by: timedelta) -> Callable[[], None]:
        to = min(max(day + by, today - FURTHEST), today + FURTHEST)
        return lambda: stand(to)

    earlier, later_on = here.t("The week before"), here.t("The week after")
    if shown == DAY:
        earlier, later_on = here.t("The day before"), here.t("The day after")
    back, ahead = ft.Icons.CHEVRON_LEFT, ft.Icons.CHEVRON_RIGHT
    here_now = day == today if shown == DAY else monday_of(day) == monday_of(today)
    to_today = [] if here_now else [quiet(here.words.c("calendar", "Today"), lambda: stand(today))]
    book_day = day.isoformat() if shown == DAY and day >= today else ""
    book = primary(
        here.t("Book a time"),
        lambda: go(calendar_booking_path(book_day)),
        ft.Icons.EVENT_AVAILABLE,
    )
    leafing: list[ft.Control] = [
        icon_button(back, earlier, leaf(-step)),
        icon_button(ahead, later_on, leaf(step)),
        *to_today,
    ]
    ways = [(WEEK, here.t("Week")), (DAY, here.words.c("calendar", "Day"))]
    chips: list[ft.Control] = [
        chip(words, chosen=one == shown, tapped=_shows(show, one), key=one) for one, words in ways
    ]
    right: list[ft.Control] = [*chips, book]
    title = heading(here.words.c("desk", "Calendar"), 1)
    return ft.Column(
        [
            ft.Row(
                [title, in_lines(right)],
                wrap=True,
                alignment=ft.MainAxisAlignment.SPACE_BETWEEN,
                spacing=12,
                run_spacing=8,
            ),
            ft.Row(
                [ft.Container(_named(here, shown, day), expand=True), *leafing],
                spacing=0,
                vertical_alignment=ft.CrossAxisAlignment.CENTER,
            ),
        ],
        spacing=8,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _named(here: Here, shown: str, day: date) -> ft.Control:
    today = here.today()
    if shown == DAY:
        name = here.words.day(day, today)
        about = here.t("Week {number}", number=week_number(day))
        if day == today:
            about = here.words.beside(here.words.c("calendar", "Today"), about)
    else:
        monday = monday_of(day)
        # Translators: the number of a week, as calendars in Sweden count: "v. 48", here in full.
        name = here.t("Week {number}", number=week_number(day))
        about = here.words.days(monday, monday + timedelta(days=6), today)
    text = ft.Text(name, theme_style=ft.TextThemeStyle.TITLE_LARGE)
    return ft.Column(
        [
            ft.Semantics(heading_level=2, container=True, live_region=True, content=text),
            muted(about),
        ],
        spacing=0,
        tight=True,
    )


def _shows(show: Callable[[str], None], one: str) -> Callable[[], None]:
    return lambda: show(one)
