"""What it means for whom that the server did not take something about an appointment."""

from mia_companion.domain.appointments import (
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentMoved,
)
from mia_companion.domain.facts import Fact, read_fact
from mia_companion.store.outbox import Waiting
from mia_companion.ui.context import Here
from mia_companion.ui.coordinator.names import name_of


def refused_words(here: Here, one: Waiting) -> str:
    """Who is not booked, has still the old time or is still to come; nothing of what is not about a time."""
    name, fact = _whose(here, one), read_fact(one.entry.body)
    if isinstance(fact, AppointmentBooked):
        return here.t("{name} is not booked.", name=name)
    if isinstance(fact, AppointmentMoved):
        return here.t("{name} still has the old time.", name=name)
    if isinstance(fact, AppointmentCancelled):
        return here.t("It is not cancelled for {name}.", name=name)
    if _is_of_an_appointment(fact):
        return here.t("A change did not reach {name}.", name=name)
    return ""


def _is_of_an_appointment(fact: Fact | None) -> bool:
    return bool(getattr(fact, "appointment_id", ""))


def _whose(here: Here, one: Waiting) -> str:
    """The name of the person whose journal it was for."""
    held = here.view.journals.get(one.entry.journal)
    person = held.info.participant if held else None
    return name_of(here, person) if person else here.t("Someone who is not in your list any more")
