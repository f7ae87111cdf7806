"""What of a meeting the server would not take: who was not reached and why, until one has decided."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.appointments import (
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentMoved,
)
from mia_companion.domain.calendar import Meeting
from mia_companion.domain.facts import Fact, read_fact
from mia_companion.store.outbox import Waiting
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.cards import WARM, card
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.undo import Told
from mia_companion.ui.context import Here
from mia_companion.ui.coordinator.names import name_of


def refused_of(here: Here, meeting: Meeting) -> tuple[Waiting, ...]:
    """The entries about its booking, or about any appointment in it."""
    refused = here.view.refused
    if not refused:
        return ()
    ids = {each.one.id for each in meeting.booked}
    booking = meeting.one.booking
    return tuple(one for one in refused if _is_about(read_fact(one.entry.body), booking, ids))


def _is_about(fact: Fact | None, booking: str | None, ids: set[str]) -> bool:
    if isinstance(fact, AppointmentBooked) and booking and fact.booking_id == booking:
        return True
    return getattr(fact, "appointment_id", None) in ids


def whose(here: Here, one: Waiting) -> str:
    """The name of the person whose journal it was for."""
    held = here.view.journals.get(one.entry.journal)
    person = held.info.participant if held else None
    return name_of(here, person) if person else here.t("Someone who is not in your list any more")


def refused_card(here: Here, one: Waiting, told: Told) -> ft.Control:
    """Who, what and why, and two ways on."""
    name = whose(here, one)
    fact = read_fact(one.entry.body)
    if isinstance(fact, AppointmentBooked):
        what = here.t("{name} is not booked.", name=name)
    elif isinstance(fact, AppointmentMoved):
        what = here.t("{name} still has the old time.", name=name)
    elif isinstance(fact, AppointmentCancelled):
        what = here.t("It is not cancelled for {name}.", name=name)
    else:
        what = here.t("A change did not reach {name}.", name=name)
    colour = ft.Colors.ON_SECONDARY_CONTAINER
    return card(
        [
            ft.Text(what, theme_style=ft.TextThemeStyle.TITLE_SMALL, color=colour),
            ft.Text(sentence(here.words, one.reason), color=colour),
            ft.Row(
                [
                    secondary(here.t("Try again"), _again(here, one, told)),
                    quiet(here.t("Put it away"), lambda: here.do.choices.discard(one.entry.id)),
                ],
                wrap=True,
            ),
        ],
        tone=WARM,
        gap=4,
    )


def _again(here: Here, one: Waiting, told: Told) -> Callable[[], None]:
    def again() -> None:
        done = here.do.meetings.say_again(one)
        told(done.for_good(), here.t("It is sent again."))

    return again
