"""All appointments with everyone, by day; those that have been are folded away."""

from collections.abc import Callable
from datetime import date
from itertools import groupby

import flet as ft

from mia_companion.domain.appointment import Appointment
from mia_companion.ui import places
from mia_companion.ui.components.buttons import secondary
from mia_companion.ui.components.cards import SKY, card
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import ZONE, Here, go, use_here
from mia_companion.ui.memo import memo
from mia_companion.ui.participant.appointments.lines import (
    AppointmentLines,
    lines_of,
    may_confirm,
    shown_lines,
)
from mia_companion.ui.participant.folded import Folded
from mia_companion.ui.participant.shell import shell


@ft.component
def AppointmentsScreen() -> ft.Control:
    """What is coming, the nearest first."""
    here = use_here()
    told = use_undo()

    def say_yes(appointment: Appointment) -> None:
        told(here.do.appointments.confirm(appointment), here.t("You have said that you will come."))

    def show(appointment: Appointment) -> None:
        go(f"{places.APPOINTMENT}/{appointment.id}")

    confirm = ft.use_callback(say_yes, [here.words.tag])
    opened = ft.use_callback(show, [])

    def row(appointment: Appointment) -> ft.Control:
        answer = here.t("I will come") if may_confirm(here, appointment) else ""
        lines = lines_of(here, appointment, within_day=True)
        return AppointmentRow(appointment, lines, answer, confirm, opened, key=appointment.id)

    plan, now = here.view.plan(), here.now()
    coming = plan.coming(now)
    shown: list[ft.Control] = []
    for day, those in groupby(coming, key=_day):
        shown += [heading(_named(here, day)), *[row(one) for one in those]]
    been = [one for one in reversed(plan.appointments) if one not in coming]
    folded: list[ft.Control] = []
    for day, those in groupby(been, key=_day):
        folded += [heading(_named(here, day), 3), *[row(one) for one in those]]
    return shell(
        here,
        places.APPOINTMENTS,
        here.t("Appointments"),
        [
            secondary(
                here.t("Add an appointment"), lambda: go(places.NEW_APPOINTMENT), ft.Icons.ADD
            ),
            *(shown or [_nothing_yet(here)]),
            Folded(
                here.words.n("What has been ({count})", "What has been ({count})", len(been)),
                folded,
            ),
        ],
    )


def _day(appointment: Appointment) -> date:
    return appointment.now.starts_at.astimezone(ZONE).date()


def _named(here: Here, day: date) -> str:
    ahead = (day - here.today()).days
    name = here.words.day(day, here.today())
    if ahead == 0:
        return here.t("Today, {day}", day=name)
    if ahead == 1:
        return here.t("Tomorrow, {day}", day=name)
    return name[:1].upper() + name[1:]


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


@memo
@ft.component
def AppointmentRow(
    appointment: Appointment,
    lines: AppointmentLines,
    answer: str,
    confirm: Callable[[Appointment], None],
    opened: Callable[[Appointment], None],
) -> ft.Control:
    """A card that opens, with its answer beneath while one is asked for."""
    top = ft.Container(
        ft.Column(shown_lines(lines), spacing=8, tight=True),
        ink=True,
        border_radius=8,
        on_click=lambda _: opened(appointment),
    )
    inside: list[ft.Control] = [ft.MergeSemantics(ft.Semantics(button=True, content=top))]
    if answer:
        inside.append(
            ft.Row([secondary(answer, lambda: confirm(appointment), ft.Icons.CHECK)], wrap=True)
        )
    return card(inside, gap=12)
