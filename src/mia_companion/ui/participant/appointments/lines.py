"""What is told of an appointment, as plain lines: made once, then drawn."""

from dataclasses import dataclass

import flet as ft

from mia_companion.domain.appointment import Appointment
from mia_companion.ui.components.icons import PRIVATE, party_icon, way_icon
from mia_companion.ui.components.names import party_name, way_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import muted, strong
from mia_companion.ui.components.times import time_of
from mia_companion.ui.context import Here

Line = tuple[ft.IconData, str]


@dataclass(frozen=True, slots=True)
class AppointmentLines:
    """Frozen and equal when nothing that is shown has changed, so that a row can be kept as it is."""

    when: str
    title: str
    remarks: tuple[Line, ...]
    states: tuple[Line, ...]


def lines_of(here: Here, appointment: Appointment, *, within_day: bool = False) -> AppointmentLines:
    """Said in the person's language; `within_day` leaves the day to the heading above."""
    t, words, now = here.t, here.words, appointment.now
    when = time_of(here, now, appointment.zone, within_day=within_day)
    when = when[:1].upper() + when[1:]
    way = way_name(words, appointment.way)
    place = t("{way}, {place}", way=way, place=now.place) if now.place else way
    remarks = [
        (party_icon(appointment.party), party_name(words, appointment.party)),
        (way_icon(appointment.way), place),
    ]
    if appointment.contact:
        remarks.append((ft.Icons.PERSON_OUTLINE, as_written(words, appointment.contact)))
    if appointment.bring:
        remarks.append((ft.Icons.BACKPACK_OUTLINED, t("Bring: {things}", things=appointment.bring)))
    title = as_written(words, appointment.title)
    return AppointmentLines(when, title, tuple(remarks), _states(here, appointment))


def _states(here: Here, appointment: Appointment) -> tuple[Line, ...]:
    t = here.t
    if appointment.cancelled_by is not None:
        return ((ft.Icons.EVENT_BUSY_OUTLINED, t("Cancelled. You do not need to come.")),)
    states: list[Line] = []
    if appointment.moved:
        states.append((ft.Icons.EVENT_REPEAT_OUTLINED, t("This is a new time. It was moved.")))
    if appointment.proposals:
        states.append((ft.Icons.HELP_OUTLINE, t("Another time has been proposed.")))
    if appointment.confirmed_by is not None:
        states.append((ft.Icons.CHECK_CIRCLE, t("You have said that you will come.")))
    if here.view.plan().is_private(appointment.id):
        states.append((PRIVATE, t("Only you")))
    return tuple(states)


def may_confirm(here: Here, appointment: Appointment) -> bool:
    """Whether there is someone to answer, and no answer yet."""
    account = here.view.account
    return (
        account is not None
        and appointment.now.by.author != account.id
        and appointment.confirmed_by is None
        and appointment.cancelled_by is None
        and appointment.now.starts_at > here.now()
        and not here.view.plan().is_private(appointment.id)
    )


def shown_lines(lines: AppointmentLines) -> list[ft.Control]:
    """When, what, and the rest one under the other."""
    return [
        ft.Text(lines.when, theme_style=ft.TextThemeStyle.TITLE_LARGE),
        strong(lines.title),
        *[_line(icon, words) for icon, words in lines.remarks],
        *[_line(icon, words, ft.Colors.PRIMARY) for icon, words in lines.states],
    ]


def _line(
    icon: ft.IconData, words: str, colour: ft.Colors = ft.Colors.ON_SURFACE_VARIANT
) -> ft.Control:
    text = muted(words) if colour == ft.Colors.ON_SURFACE_VARIANT else ft.Text(words, color=colour)
    text.expand = True
    return ft.Row(
        [ft.Icon(icon, size=20, color=colour), text],
        spacing=10,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
