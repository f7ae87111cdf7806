"""The next appointment on Today: when, where, what to bring, and a way to say that one will come."""

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.texts import body, eyebrow
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import go, use_here
from mia_companion.ui.participant.appointments.lines import lines_of, may_confirm, shown_lines


@ft.component
def NextAppointment() -> ft.Control:
    """One appointment, or a word that nothing is booked."""
    here = use_here()
    told = use_undo()
    title = eyebrow(here.t("Your next appointment"))
    appointment = here.view.plan().next_appointment(here.now())
    if appointment is None:
        return card(
            [
                title,
                body(here.t("Nothing is booked. Has a letter with a time come?")),
                ft.Row(
                    [quiet(here.t("Add it here"), lambda: go(places.NEW_APPOINTMENT))], wrap=True
                ),
            ]
        )

    def confirm() -> None:
        told(here.do.appointments.confirm(appointment), here.t("You have said that you will come."))

    actions: list[ft.Control] = [
        quiet(here.t("More about it"), lambda: go(f"{places.APPOINTMENT}/{appointment.id}"))
    ]
    if may_confirm(here, appointment):
        actions.insert(0, secondary(here.t("I will come"), confirm, ft.Icons.CHECK))
    return card(
        [title, *shown_lines(lines_of(here, appointment)), ft.Row(actions, wrap=True, spacing=8)]
    )
