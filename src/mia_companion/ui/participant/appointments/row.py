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
    answer: tuple[str, str] | None,
    confirm: Callable[[Appointment], None],
    opened: Callable[[str], None],
) -> ft.Control:
    """Give it handlers that stay the same. What is confirmed is exactly what is drawn. `answer` is what the
    button says to the eye, and what it says to the ear."""
    top = ft.Container(
        ft.Column(shown_lines(lines), spacing=8, tight=True),
        ink=True,
        border_radius=8,
        on_click=lambda _: opened(appointment.id),
    )
    inside: list[ft.Control] = [ft.MergeSemantics(ft.Semantics(button=True, content=top))]
    if answer:
        written, told = answer
        say_yes = secondary(written, lambda: confirm(appointment), ft.Icons.CHECK, named=told)
        inside.append(ft.Row([say_yes], wrap=True))
    return card(inside, gap=12)
