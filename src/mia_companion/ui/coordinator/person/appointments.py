"""A person's booked times: what stands, what was answered, what was agreed."""

import flet as ft

from mia_companion.domain.appointment import Appointment
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import go, use_here
from mia_companion.ui.coordinator.paths import booking_path
from mia_companion.ui.coordinator.person.appointment_ahead import appointment_ahead
from mia_companion.ui.coordinator.person.appointment_behind import AppointmentBehind
from mia_companion.ui.coordinator.person.by_mail import ByMail
from mia_companion.ui.keyed import keyed

_FEW, _PAGE = 3, 30
"""Past times before one asks for more, and how many more come then."""


@ft.component
def Appointments(person: str, seen: int, level: int) -> ft.Control:
    """Those ahead, earliest first; those behind, latest first."""
    here = use_here()
    told = use_undo()
    shown, set_shown = ft.use_state(_FEW)
    now = here.now()
    found = here.view.plan(person).appointments
    ahead = [one for one in found if one.now.over_at >= now]
    behind = [one for one in reversed(found) if one.now.over_at < now]
    lines: list[ft.Control] = [appointment_ahead(here, person, one, seen, told) for one in ahead]
    if all(one.cancelled_by for one in ahead):
        lines.insert(0, body(here.t("Nothing is booked ahead.")))
    if behind:
        lines.append(heading(here.t("Earlier"), level + 1))
        lines += [_kept(person, one) for one in behind[:shown]]
    if len(behind) > shown:
        more = quiet(here.t("Show more"), lambda: set_shown(shown + _PAGE))
        lines.append(ft.Row([more]))
    book = secondary(
        here.t("Book a time"), lambda: go(booking_path(person)), ft.Icons.EVENT_AVAILABLE
    )
    inside = [heading(here.t("Booked times"), level), *lines, ft.Row([book], wrap=True)]
    return stack([*inside, ByMail(person, level + 1)])


def _kept(person: str, one: Appointment) -> ft.Control:
    return keyed(one.id, AppointmentBehind, person, one)
