"""An appointment in a list: a card that opens, with its answer beneath while one is asked for."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.appointment import Appointment
from mia_companion.ui.components.buttons import secondary
from mia_companion.ui.components.cards import card
from mia_companion.ui.memo import memo
from mia_companion.ui.participant.appointments.lines import AppointmentLines, shown_lines


@memo
@ft.component
def AppointmentRow(
    appointment: Appointment,
    lines: AppointmentLines,
    answer: str,
    confirm: Callable[[Appointment], None],
    opened: Callable[[str], None],
) -> ft.Control:
    """Give it handlers that stay the same. What is confirmed is exactly what is drawn."""
    top = ft.Container(
        ft.Column(shown_lines(lines), spacing=8, tight=True),
        ink=True,
        border_radius=8,
        on_click=lambda _: opened(appointment.id),
    )
    inside: list[ft.Control] = [ft.MergeSemantics(ft.Semantics(button=True, content=top))]
    if answer:
        inside.append(
            ft.Row([secondary(answer, lambda: confirm(appointment), ft.Icons.CHECK)], wrap=True)
        )
    return card(inside, gap=12)
