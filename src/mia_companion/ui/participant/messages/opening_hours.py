"""When the team answers: its week, the days ahead on which it does not, and whom one can call."""

from datetime import date, timedelta

import flet as ft

from mia_companion.app.holidays import is_holiday
from mia_companion.domain.hours import answering, closed_ahead, weekly, who_answers
from mia_companion.i18n.bidi import from_left
from mia_companion.ui import places
from mia_companion.ui.components.beside import swedish
from mia_companion.ui.components.buttons import nothing, quiet, secondary
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.leads import call
from mia_companion.ui.components.narrow import is_narrow
from mia_companion.ui.components.opening import use_lead
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.context import ZONE, Here, go, use_here
from mia_companion.ui.participant.messages.away import AwayCards
from mia_companion.ui.participant.messages.expecting import by_when, hours_in_words, listed
from mia_companion.ui.participant.messages.known import urgent

_AHEAD = 62
"""Days that are looked through for those on which the team does not answer."""


@ft.component
def OpeningHoursScreen() -> ft.Control:
    """Known without a connection."""
    here = use_here()
    t = here.t
    urgent_line = [
        body(t(urgent(here))),
        *swedish(here, lambda words: words.t(urgent(here))),
        ft.Row([_help(here)], wrap=True),
    ]
    if not weekly(here.view.site.listings):
        none = body(t("No hours are listed yet."))
        return page(here, t("Opening hours"), [AwayCards(), none, *urgent_line, Numbers()])
    return page(
        here,
        t("Opening hours"),
        [
            AwayCards(),
            body(f"{_now(here)} {by_when(here)}"),
            card([_day(here, number) for number in range(1, 8)], gap=10),
            *_closed(here),
            Numbers(),
            *urgent_line,
        ],
    )


def _help(here: Here) -> ft.Control:
    return quiet(here.t("Help now"), lambda: go(places.HELP), ft.Icons.SUPPORT)


def _now(here: Here) -> str:
    there = here.now().astimezone(ZONE)
    found = answering(here.view.site.listings, there, is_holiday)
    if found.open_now:
        return here.t("The team answers now.")
    if found.day is None:
        return here.t("The team does not answer for a while.")
    if found.today:
        return here.t("The team answers again today.")
    if found.day == here.today() + timedelta(days=1):
        return here.t("The team answers again tomorrow.")
    day = here.words.day(found.day, here.today())
    return here.t("The team answers again on {day}.", day=day)


def _day(here: Here, number: int) -> ft.Control:
    week = {one.weekday: one for one in weekly(here.view.site.listings)}
    opens = week.get(number)
    today = here.today().isoweekday() == number
    style = ft.TextThemeStyle.TITLE_SMALL if today else ft.TextThemeStyle.BODY_MEDIUM
    name = _large(here.words.weekday(number))
    if today:
        name = here.t("{day} (today)", day=name)
    hours = hours_in_words(here, opens.opens if opens else None, opens.closes if opens else None)
    said = [ft.Text(name, theme_style=style), ft.Text(hours, theme_style=style)]
    if is_narrow():
        return ft.MergeSemantics(stack(said, gap=0))
    said[0].expand = True
    return ft.MergeSemantics(ft.Row(list(said), spacing=12))


def _closed(here: Here) -> list[ft.Control]:
    days = closed_ahead(here.view.site.listings, here.today(), is_holiday, _AHEAD)
    if not days:
        return []
    lines = [body(_large(_named(here, day))) for day in days]
    return [heading(here.t("Closed these days")), card(lines, gap=6)]


def _named(here: Here, day: date) -> str:
    name = here.words.day(day, here.today())
    return here.t("{day} (today)", day=name) if day == here.today() else name


@ft.component
def Numbers() -> ft.Control:
    """Those of one's coordinators, or of whoever answers for them, as far as numbers are listed."""
    here = use_here()
    lead = use_lead()
    listings, today = here.view.site.listings, here.today()
    answers = dict.fromkeys(
        who_answers(listings, one, today) for one in here.view.coordinators_of()
    )
    found = [one for answer in answers if (one := listed(here, answer)) and one.phone]
    if not found:
        return ft.Container(height=0)
    lines: list[ft.Control] = [heading(here.t("Call instead"))]
    for one in found:
        button = secondary(here.t("Call {name}", name=one.name), nothing, ft.Icons.PHONE_OUTLINED)
        lines.append(
            ft.Row(
                [lead(button, call(one.phone)), muted(from_left(one.phone))], wrap=True, spacing=12
            )
        )
    return ft.Column(lines, spacing=8, tight=True)


def _large(words: str) -> str:
    return words[:1].upper() + words[1:]
