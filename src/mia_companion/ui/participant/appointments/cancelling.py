"""Not coming: asked once more, kindly, with what happens then; and what was cancelled, told plainly."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.appointment import Appointment
from mia_companion.ui.components.buttons import quiet, secondary, tonal
from mia_companion.ui.components.cards import WARM, card
from mia_companion.ui.components.outside import Dials
from mia_companion.ui.components.texts import body, heading, live
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import ZONE, Here, use_here
from mia_companion.ui.participant.appointments.lines import is_mine, wrote


def once_more(
    here: Here,
    appointment: Appointment,
    cancel: Callable[[], None],
    ask: Callable[[], None] | None,
    close: Callable[[], None],
) -> ft.Control:
    """Kindly, and with what really happens: the app tells the coordinator, and nobody else."""
    private = here.view.plan().is_private(appointment.id)
    if private:
        happens = here.t(
            "Nobody else sees this time, so nobody is told. If someone waits for you there, call them."
        )
    else:
        happens = here.t(
            "Your coordinator sees that it is cancelled. Others are not told by this app: if someone"
            " else waits for you there, call them, or ask your coordinator to."
        )
    lines: list[ft.Control] = [
        live(heading(here.t("You cannot make it?"))),
        body(here.t("That happens, and it is good to say so.")),
        body(happens),
        *([Dials(appointment.phone)] if appointment.phone else []),
        tonal(here.t("Yes, cancel it"), cancel, ft.Icons.EVENT_BUSY_OUTLINED),
    ]
    if ask is not None:
        lines.append(secondary(here.t("Ask for another time instead"), ask))
    lines.append(quiet(here.t("No, keep it"), close))
    return card(lines, gap=12)


@ft.component
def Cancelled(appointment: Appointment) -> ft.Control:
    """Who cancelled it; and the way back, for who did."""
    here = use_here()
    told = use_undo()
    by = appointment.cancelled_by
    if by is None:
        return ft.Container(height=0)
    mine = wrote(here, by.author)

    def back() -> None:
        told(
            here.do.appointments.take_back_cancelling(appointment),
            here.t("It takes place after all."),
        )

    when = here.words.day_and_clock(by.at, ZONE.key, here.now())
    if not mine:
        who = here.view.coordinator_name(by.author) or here.t("Your coordinator")
        said = here.t("{who} cancelled it {time}. You do not need to come.", who=who, time=when)
        return card([heading(here.t("Cancelled")), body(said)], tone=WARM)
    lines: list[ft.Control] = [
        heading(here.t("Cancelled")),
        body(here.t("You cancelled it {time}.", time=when)),
    ]
    if not is_mine(here, appointment):
        lines.append(
            body(
                here.t(
                    "Can you come after all? Write to your coordinator first: the time may have gone"
                    " to someone else."
                )
            )
        )
    lines.append(ft.Row([quiet(here.t("Bring it back"), back, ft.Icons.UNDO)], wrap=True))
    return card(lines, tone=WARM)
