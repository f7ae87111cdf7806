"""What of a meeting the server would not take: who was not reached and why, until one has decided."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.appointments import AppointmentBooked
from mia_companion.domain.calendar import Meeting
from mia_companion.domain.facts import Fact, read_fact
from mia_companion.store.outbox import Waiting
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.cards import WARM, card
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.undo import Told
from mia_companion.ui.context import Here
from mia_companion.ui.coordinator.refused_words import refused_words


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


def refused_card(here: Here, one: Waiting, told: Told) -> ft.Control:
    """Who, what and why, and two ways on."""
    colour = ft.Colors.ON_SECONDARY_CONTAINER
    return card(
        [
            ft.Text(
                refused_words(here, one), theme_style=ft.TextThemeStyle.TITLE_SMALL, color=colour
            ),
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
