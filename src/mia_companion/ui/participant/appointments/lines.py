"""What is told of an appointment, as plain lines: made once, then drawn."""

from dataclasses import dataclass

import flet as ft

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.appointments import PHONE, VIDEO
from mia_companion.ui.components import narrow
from mia_companion.ui.components.icons import PRIVATE, SHARED, party_icon, way_icon
from mia_companion.ui.components.names import party_name, way_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.signs import sign
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
    words = here.words
    when = time_of(here, appointment.now, appointment.zone, within_day=within_day)
    remarks = [with_whom(here, appointment), where(here, appointment)]
    if city := words.elsewhere(appointment.now.starts_at, appointment.zone):
        # Translators: the time is that of another time zone, where the city is.
        remarks.append((ft.Icons.PUBLIC, here.t("By the clock in {city}", city=city)))
    title = as_written(words, appointment.title)
    states = (*states_of(here, appointment), *privately(here, appointment))
    return AppointmentLines(capitalised(when), title, tuple(remarks), states)


def capitalised(words: str) -> str:
    """As at the beginning of a sentence."""
    return words[:1].upper() + words[1:]


def with_whom(here: Here, appointment: Appointment) -> Line:
    """The party."""
    return party_icon(appointment.party), party_name(here.words, appointment.party)


def whom(here: Here, appointment: Appointment) -> tuple[Line, ...]:
    """Who is met or talked with there, if that is known."""
    name = " ".join(appointment.contact.split())
    if not name:
        return ()
    return ((ft.Icons.PERSON_OUTLINE, here.t("With {name}", name=name)),)


def where(here: Here, appointment: Appointment) -> Line:
    """How one meets, and the place unless a number or a link says where."""
    way = way_name(here.words, appointment.way)
    instead = {PHONE: appointment.phone, VIDEO: appointment.link}.get(appointment.way)
    place = "" if instead else " ".join(appointment.now.place.split())
    words = here.t("{way}, {place}", way=way, place=place) if place else way
    return way_icon(appointment.way), words


def states_of(here: Here, appointment: Appointment, *, briefly: bool = True) -> tuple[Line, ...]:
    """Cancelled, moved, asked about, answered: whatever one needs to know before one goes.

    Not `briefly`, what has a card of its own is left to it.
    """
    t = here.t
    if appointment.cancelled_by is not None:
        words = (
            t("You have cancelled it.")
            if wrote(here, appointment.cancelled_by.author)
            else t("Cancelled. You do not need to come.")
        )
        return ((ft.Icons.EVENT_BUSY_OUTLINED, words),)
    states: list[Line] = []
    if appointment.moved and not wrote(here, appointment.now.by.author):
        icon = ft.Icons.EVENT_REPEAT_OUTLINED
        states.append((icon, _moved(here, appointment)))
    if briefly and appointment.open_proposals:
        states.append((ft.Icons.HELP_OUTLINE, t("Another time has been proposed.")))
    if briefly and appointment.move_asked is not None:
        states.append((ft.Icons.SCHEDULE, t("You have asked for another time.")))
    if appointment.confirmed_by is not None:
        states.append((ft.Icons.CHECK_CIRCLE, said_yes(here, appointment)))
    return tuple(states)


def yes(here: Here, appointment: Appointment) -> str:
    """The words with which one says that one will come, or, from afar, be there."""
    if appointment.way in (PHONE, VIDEO):
        return here.t("I will be there")
    return here.t("I will come")


def said_yes(here: Here, appointment: Appointment) -> str:
    """That one has said so."""
    if appointment.way in (PHONE, VIDEO):
        return here.t("You have said that you will be there.")
    return here.t("You have said that you will come.")


def _moved(here: Here, appointment: Appointment) -> str:
    before, now = appointment.revisions[-2:]
    if (before.starts_at, before.ends_at) == (now.starts_at, now.ends_at):
        return here.t("The place is new. The time is the same.")
    return here.t("This is a new time. It was moved.")


def privately(here: Here, appointment: Appointment) -> tuple[Line, ...]:
    """A lock on what nobody else sees."""
    private = here.view.plan().is_private(appointment.id)
    return ((PRIVATE, here.t("Only you")),) if private else ()


def seen_by(here: Here, appointment: Appointment) -> ft.Control:
    """Who can see it, said in full."""
    if here.view.plan().is_private(appointment.id):
        return sign(PRIVATE, here.t("Only you can see this"))
    return sign(SHARED, here.t("You and your coordinator can see this"))


def wrote(here: Here, author: str) -> bool:
    """Whether that is the person who looks."""
    account = here.view.account
    return account is not None and author == account.id


def is_mine(here: Here, appointment: Appointment) -> bool:
    """Whether the person who looks has added it."""
    return wrote(here, appointment.revisions[0].by.author)


def is_over(here: Here, appointment: Appointment) -> bool:
    """Whether it has been."""
    return appointment.now.over_at < here.now()


def may_confirm(here: Here, appointment: Appointment) -> bool:
    """Whether there is someone to answer, and no answer yet."""
    return (
        here.view.account is not None
        and not wrote(here, appointment.now.by.author)
        and appointment.confirmed_by is None
        and appointment.cancelled_by is None
        and appointment.move_asked is None
        and appointment.now.starts_at > here.now()
        and not here.view.plan().is_private(appointment.id)
    )


def shown_lines(lines: AppointmentLines) -> list[ft.Control]:
    """When, what, and the rest one under the other."""
    return [
        ft.Text(lines.when, theme_style=ft.TextThemeStyle.TITLE_LARGE),
        strong(lines.title),
        *[remark(line) for line in lines.remarks],
        *[state(line) for line in lines.states],
    ]


def remark(line: Line) -> ft.Control:
    """Beside an icon, in the quieter colour."""
    return _line(line[0], muted(line[1]), ft.Colors.ON_SURFACE_VARIANT)


def state(line: Line) -> ft.Control:
    """Beside an icon, in the colour of what matters."""
    return _line(line[0], ft.Text(line[1], color=ft.Colors.PRIMARY), ft.Colors.PRIMARY)


def _line(icon: ft.IconData, text: ft.Text, colour: ft.Colors) -> ft.Control:
    return narrow.line(ft.Icon(icon, size=20, color=colour), [text], gap=10, top=True)
