"""Appointments by day: what is coming, the nearest first, and what has been, folded, the latest first."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

import flet as ft

from mia_companion.domain.appointment import Appointment
from mia_companion.ui import places
from mia_companion.ui.components.buttons import deed_for, quiet
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import SKY, card, stack
from mia_companion.ui.components.folded import Folded
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.participant.appointments.lines import (
    capitalised,
    is_over,
    lines_of,
    may_confirm,
    said_yes,
    yes,
)
from mia_companion.ui.participant.appointments.row import AppointmentRow

_PAGE = 30
"""Rows before one asks for more."""


@ft.component
def InOrder() -> ft.Control:
    """All with everyone, in one list."""
    here = use_here()
    found = here.view.plan().appointments
    coming = [one for one in found if not is_over(here, one)]
    been = [one for one in reversed(found) if is_over(here, one)]
    words = here.words.n("What has been ({count})", "What has been ({count})", len(been))
    return stack(
        [
            ByDay(tuple(coming), 2) if coming else _nothing_yet(here),
            Folded(words, [ByDay(tuple(been), 3)] if been else []),
        ]
    )


@ft.component
def ByDay(appointments: Sequence[Appointment], level: int) -> ft.Control:
    """Under a heading for each day; in pages, so that a long life opens as fast as a short one."""
    here = use_here()
    told = use_undo()
    calm = use_calm()
    shown, set_shown = ft.use_state(_PAGE)

    def say_yes(appointment: Appointment) -> None:
        if calm():
            told(
                here.do.appointments.confirm(appointment),
                said_yes(here, appointment),
            )

    confirm = ft.use_callback(say_yes, [here.words.tag])
    opened = ft.use_callback(show, [])

    def row(appointment: Appointment) -> ft.Control:
        lines, answer = lines_of(here, appointment, within_day=True), None
        if may_confirm(here, appointment):
            said = yes(here, appointment)
            answer = (said, deed_for(here.words, said, lines.title))
        return AppointmentRow(appointment, lines, answer, confirm, opened, key=appointment.id)

    rows: list[ft.Control] = []
    for day, those in groupby(appointments[:shown], key=lambda one: one.day):
        rows += [heading(day_named(here, day), level), *[row(one) for one in those]]
    if len(appointments) > shown:
        more = quiet(here.t("Show more"), lambda: set_shown(shown + _PAGE), ft.Icons.EXPAND_MORE)
        rows.append(ft.Row([more], wrap=True))
    return stack(rows)


def show(appointment_id: str) -> None:
    """Stand on that appointment."""
    go(f"{places.APPOINTMENT}/{appointment_id}")


def day_named(here: Here, day: date) -> str:
    """With a word for today and tomorrow."""
    ahead = (day - here.today()).days
    name = here.words.day(day, here.today())
    if ahead == 0:
        return here.t("Today, {day}", day=name)
    if ahead == 1:
        return here.t("Tomorrow, {day}", day=name)
    return capitalised(name)


def _nothing_yet(here: Here) -> ft.Control:
    return card(
        [
            heading(here.t("Nothing is booked")),
            body(
                here.t(
                    "Times with health care, the authorities and your coordinator gather here."
                    " Has a letter come? Add its time, so that it is in one place."
                )
            ),
        ],
        tone=SKY,
    )
