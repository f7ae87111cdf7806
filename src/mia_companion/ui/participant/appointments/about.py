"""What an appointment is: when and how soon, with whom, where, and how one gets and opens what is there."""

import flet as ft

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.appointments import PHONE, VIDEO
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.folded import Folded
from mia_companion.ui.components.leads import number_in, safe_link
from mia_companion.ui.components.outside import Dials, OpensLink, OpensMap
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.signs import sign
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.times import date_and_time_of, how_soon, time_of
from mia_companion.ui.context import Here
from mia_companion.ui.keyed import keyed
from mia_companion.ui.participant.appointments.lines import (
    capitalised,
    is_over,
    remark,
    where,
    whom,
    with_whom,
)


def about(here: Here, one: Appointment) -> list[ft.Control]:
    """The card, and what to know before one goes."""
    t, words = here.t, here.words
    day = capitalised(words.day(one.day, here.today()))
    time = time_of(here, one.now, one.zone, within_day=True)
    large = ft.TextThemeStyle.TITLE_LARGE
    lines: list[ft.Control] = [
        stack([ft.Text(day, theme_style=large), ft.Text(time, theme_style=large)], gap=0)
    ]
    if soon := how_soon(here, one):
        lines.append(ft.Text(capitalised(soon), theme_style=ft.TextThemeStyle.TITLE_SMALL))
    if city := words.elsewhere(one.now.starts_at, one.zone):
        lines.append(remark((ft.Icons.PUBLIC, t("By the clock in {city}", city=city))))
    if one.moved:
        before = date_and_time_of(here, one.revisions[-2], one.zone)
        if before != date_and_time_of(here, one.now, one.zone):
            lines.append(remark((ft.Icons.HISTORY, t("Before it was: {time}", time=before))))
    lines.append(sign(*with_whom(here, one)))
    lines += [sign(*line) for line in whom(here, one)]
    lines.append(sign(*where(here, one)))
    number = number_in(one.phone)
    if one.phone and (number is None or number.shown != one.phone.strip()):
        lines.append(sign(ft.Icons.DIALPAD, as_written(words, one.phone)))
    doors = [] if is_over(here, one) or one.cancelled_by else ways_in(one)
    return [card([*lines, *doors], gap=12), *_to_know(here, one)]


def ways_in(one: Appointment) -> list[ft.Control]:
    """Buttons for what leads there, the likeliest first. A link or number that was written as the place
    is found, too."""
    doors: list[ft.Control] = []
    place = one.now.place
    link = one.link or (place if one.way == VIDEO and safe_link(place) else "")
    number = one.phone or (place if one.way == PHONE and number_in(place) else "")
    if place and one.way not in (PHONE, VIDEO):
        doors.append(keyed("map", OpensMap, place))
    if link:
        doors.append(keyed("link", OpensLink, link))
    if number:
        doors.append(keyed("number", Dials, number))
    return doors


def _to_know(here: Here, one: Appointment) -> list[ft.Control]:
    said = [
        (here.t("How to get there"), one.directions),
        (here.t("What to bring"), one.bring),
    ]
    shown: list[ft.Control] = [
        stack([heading(name), body(as_written(here.words, words))], gap=2)
        for name, words in said
        if words
    ]
    if one.first_time:
        told = [body(as_written(here.words, one.first_time))]
        shown.append(keyed("first", Folded, here.t("First time there?"), told))
    return [card(shown, gap=12)] if shown else []
