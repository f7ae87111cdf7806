"""The place of all appointments: as a list by day, or as a simple week."""

from collections.abc import Callable

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.told import in_lines
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.participant.appointments.in_order import InOrder
from mia_companion.ui.participant.appointments.week import Week
from mia_companion.ui.participant.shell import shell

LIST, WEEK = "list", "week"


@ft.component
def AppointmentsScreen() -> ft.Control:
    """Shown as the person last chose on this device."""
    here = use_here()
    shown = WEEK if here.view.choices.times_as == WEEK else LIST
    add = secondary(here.t("Add an appointment"), lambda: go(places.NEW_APPOINTMENT), ft.Icons.ADD)
    return shell(
        here,
        places.APPOINTMENTS,
        here.t("Appointments"),
        [
            add,
            _ways(here, shown),
            Week() if shown == WEEK else InOrder(),
            quiet(
                here.t("In my own calendar"),
                lambda: go(places.ELSEWHERE),
                ft.Icons.EVENT_AVAILABLE_OUTLINED,
            ),
        ],
    )


def _ways(here: Here, shown: str) -> ft.Control:
    def choose(one: str) -> Callable[[], None]:
        return lambda: here.do.choices.times_as(one)

    # Translators: two ways to look at one's appointments.
    names = (
        (LIST, here.words.c("appointments as", "List")),
        (WEEK, here.words.c("appointments as", "Week")),
    )
    return in_lines(
        [chip(words, chosen=one == shown, tapped=choose(one), key=one) for one, words in names]
    )
