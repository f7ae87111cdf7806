"""The screens above the calendar and above a meeting: booking, moving, changing."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.calendar import Booked, meeting_of
from mia_companion.ui import places
from mia_companion.ui.components.texts import body
from mia_companion.ui.context import use_here
from mia_companion.ui.coordinator.booking.booking import MeetingForm
from mia_companion.ui.coordinator.booking.clashing import plans_of
from mia_companion.ui.coordinator.frame import centred, narrow_view
from mia_companion.ui.coordinator.paths import meeting_path
from mia_companion.ui.keyed import keyed

WIDTH = 720
"""Logical pixels: wider than this, a form is hard to follow."""


@ft.component
def BookMeetingScreen() -> ft.Control:
    """With the day and the time that were tapped, where they were."""
    params = ft.use_route_params()
    begun_at = f"{params.get('day', '')} {params.get('clock', '')}".strip()
    form = keyed(begun_at, MeetingForm, "book:", (), begun_at, places.CALENDAR, 1)
    return narrow_view(use_here(), "", [centred(form, WIDTH)])


def for_meeting(form: Callable[..., ft.Control], *, everyone: bool) -> Callable[..., ft.Control]:
    """A screen with that form, for all in the meeting or for the one person in the path."""

    @ft.component
    def FormScreen() -> ft.Control:
        params = ft.use_route_params()
        person, appointment = params.get("person", ""), params.get("appointment", "")
        key = f"{person}/{appointment}/{everyone}"
        inside = keyed(key, Opened, form, person, appointment, everyone)
        return narrow_view(use_here(), "", [centred(inside, WIDTH)])

    return FormScreen


@ft.component
def Opened(
    form: Callable[..., ft.Control], person: str, appointment: str, everyone: bool
) -> ft.Control:
    """The form over the times as they were when it was opened."""
    here = use_here()
    found = meeting_of(plans_of(here), person, appointment)
    booked: tuple[Booked, ...] = ()
    if found is not None:
        alone = [b for b in found.booked if (b.participant, b.one.id) == (person, appointment)]
        booked = found.stands if everyone else tuple(alone)
    opened: tuple[Booked, ...] = ft.use_memo(lambda: booked, [])
    if not opened:
        return body(here.t("This time is not here any more."))
    return form(opened, meeting_path(person, appointment), 1)
