"""An appointment of one's own: everything about it, the answer to it, and how it has changed."""

from zoneinfo import ZoneInfo

import flet as ft

from mia_companion.domain.appointment import Appointment, Revision
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet, secondary
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.participant.appointments.lines import lines_of, may_confirm, shown_lines
from mia_companion.ui.participant.path.history import Happened, shown_history
from mia_companion.ui.participant.reminders.reminding import Reminding


@ft.component
def AppointmentScreen() -> ft.Control:
    """Confirm it; cancel one that was added by oneself."""
    here = use_here()
    told = use_undo()
    wanted = ft.use_route_params().get("appointment", "")
    appointment = next((a for a in here.view.plan().appointments if a.id == wanted), None)
    if appointment is None:
        words = here.t("This appointment is not here any more.")
        return page(
            here,
            here.t("Appointment"),
            [body(words), quiet(here.t("To appointments"), lambda: go(places.APPOINTMENTS))],
        )

    def confirm() -> None:
        told(here.do.appointments.confirm(appointment), here.t("You have said that you will come."))

    def cancel() -> None:
        told(here.do.appointments.cancel(appointment), here.t("The appointment is cancelled."))

    account = here.view.account
    mine = account is not None and appointment.revisions[0].by.author == account.id
    proposals = [
        body(here.t("Another time has been proposed: {time}", time=_when(here, appointment, one)))
        for one in appointment.proposals
    ]
    actions: list[ft.Control] = []
    if may_confirm(here, appointment):
        actions.append(primary(here.t("I will come"), confirm, ft.Icons.CHECK))
    if mine and appointment.cancelled_by is None:
        actions.append(secondary(here.t("Cancel it"), cancel, ft.Icons.EVENT_BUSY_OUTLINED))
    if not mine and appointment.cancelled_by is None:
        actions.append(
            quiet(
                here.t("Something wrong with the time? Write to your coordinator"),
                lambda: go(places.MESSAGES),
            )
        )
    return page(
        here,
        here.t("Appointment"),
        [
            card(shown_lines(lines_of(here, appointment))),
            *proposals,
            *actions,
            Reminding(appointment.id),
            heading(here.t("What has happened")),
            *shown_history(here, _history(here, appointment)),
        ],
    )


def _history(here: Here, appointment: Appointment) -> list[Happened]:
    t = here.t
    told = [
        Happened(
            one.by,
            t("Booked: {time}", time=_when(here, appointment, one))
            if place == 0
            else t("Moved to {time}", time=_when(here, appointment, one)),
        )
        for place, one in enumerate(appointment.revisions)
    ]
    if appointment.confirmed_by is not None:
        told.append(Happened(appointment.confirmed_by, t("Said yes")))
    if appointment.cancelled_by is not None:
        told.append(Happened(appointment.cancelled_by, t("Cancelled")))
    return told


def _when(here: Here, appointment: Appointment, revision: Revision) -> str:
    words = here.words
    start = revision.starts_at.astimezone(ZoneInfo(appointment.zone))
    day = words.day(start.date(), here.today())
    time = here.t("{day} {time}", day=day, time=words.clock(start, appointment.zone))
    return here.t("{time}, {place}", time=time, place=revision.place) if revision.place else time
