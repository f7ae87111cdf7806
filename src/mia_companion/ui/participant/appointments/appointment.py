"""An appointment of one's own: all that one needs before it, and what came of it afterwards."""

import flet as ft

from mia_companion.domain.appointment import Appointment, Revision
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet, secondary
from mia_companion.ui.components.cards import MOSS, card
from mia_companion.ui.components.folded import Folded
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.threads import APPOINTMENT
from mia_companion.ui.components.times import date_and_time_of
from mia_companion.ui.components.undo import Told, use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.keyed import keyed
from mia_companion.ui.participant.appointments.about import about
from mia_companion.ui.participant.appointments.agreed import Agreed
from mia_companion.ui.participant.appointments.answer import Answer
from mia_companion.ui.participant.appointments.cancelling import Cancelled
from mia_companion.ui.participant.appointments.happened import happened
from mia_companion.ui.participant.appointments.interpreter import InterpreterCard
from mia_companion.ui.participant.appointments.lines import (
    is_mine,
    is_over,
    seen_by,
    state,
    states_of,
)
from mia_companion.ui.participant.appointments.to_calendar import ToCalendar
from mia_companion.ui.participant.appointments.to_say import WhatToSay
from mia_companion.ui.participant.messages.about import WriteAbout
from mia_companion.ui.participant.path.history import shown_history
from mia_companion.ui.participant.reminders.reminding import Reminding


@ft.component
def AppointmentScreen() -> ft.Control:
    """Before: when, where, the answer, what to say. After: what was agreed first."""
    here = use_here()
    told = use_undo()
    one = here.view.plan().appointment(ft.use_route_params().get("appointment", ""))
    if one is None:
        words = here.t("This appointment is not here any more.")
        return page(
            here,
            here.t("Appointment"),
            [body(words), quiet(here.t("To appointments"), lambda: go(places.APPOINTMENTS))],
        )
    if is_over(here, one):
        inside = _after(here, one)
    elif one.cancelled_by is not None:
        inside = [
            keyed("cancelled", Cancelled, one),
            *_proposals(here, one, told),
            *about(here, one),
            keyed("say", WhatToSay, one),
        ]
    else:
        inside = _before(here, one, told)
    history = shown_history(here, happened(here, one, told))
    count = here.words.n("What has happened ({count})", "What has happened ({count})", len(history))
    return page(
        here,
        as_written(here.words, one.title),
        [
            *inside,
            seen_by(here, one),
            *_ways_on(here, one),
            keyed("history", Folded, count, history),
        ],
    )


def _before(here: Here, one: Appointment, told: Told) -> list[ft.Control]:
    """Each by its key: what is half written stays when something comes above it."""
    started = one.now.starts_at <= here.now()
    return [
        *[state(line) for line in states_of(here, one, briefly=False)],
        *_proposals(here, one, told),
        *about(here, one),
        keyed("answer", Answer, one),
        keyed("reminding", Reminding, one.id),
        keyed("say", WhatToSay, one),
        *([keyed("agreed", Agreed, one)] if started or one.agreed else []),
        keyed("interpreter", InterpreterCard, one),
    ]


def _after(here: Here, one: Appointment) -> list[ft.Control]:
    if one.cancelled_by is not None:
        return [keyed("cancelled", Cancelled, one), *about(here, one)]
    how = card(
        [
            heading(here.t("How did it go?")),
            body(
                here.t(
                    "Going there, calling, asking one question: small things count, also when it did"
                    " not go as you had thought."
                )
            ),
            primary(
                here.t("I did something good"),
                lambda: go(places.RECORD_GOOD),
                ft.Icons.SPA_OUTLINED,
            ),
        ],
        tone=MOSS,
        gap=12,
    )
    return [
        keyed("agreed", Agreed, one),
        how,
        *about(here, one),
        keyed("say", WhatToSay, one),
    ]


def _proposals(here: Here, one: Appointment, told: Told) -> list[ft.Control]:
    """Another time than the one that stands; who added the appointment can take it."""
    return [_proposal(here, one, proposal, told) for proposal in one.open_proposals]


def _proposal(here: Here, one: Appointment, proposal: Revision, told: Told) -> ft.Control:
    time = date_and_time_of(here, proposal, one.zone)

    def take() -> None:
        done = here.do.appointments.move(
            one, proposal.starts_at, proposal.ends_at, place=proposal.place
        )
        told(done, here.t("It has this time now."))

    inside: list[ft.Control] = [
        body(here.t("Another time has been proposed: {time}", time=time)),
    ]
    if is_mine(here, one) and one.cancelled_by is None:
        inside.append(ft.Row([secondary(here.t("Take this time"), take)], wrap=True))
    return card(inside)


def _ways_on(here: Here, one: Appointment) -> list[ft.Control]:
    """To mend what the coordinator has booked, where one may; and to write about it."""
    ways: list[ft.Control] = []
    if not is_mine(here, one) and one.cancelled_by is None:
        change = f"{places.APPOINTMENT}/{one.id}/change"
        words = here.t("Add something about it")
        ways.append(quiet(words, lambda: go(change), ft.Icons.EDIT_OUTLINED))
    # What is private cannot be written about: the button is not there then.
    return [WriteAbout(APPOINTMENT, one.id), *ways, keyed("to-calendar", ToCalendar, one)]
