"""What a file from elsewhere means for a plan, before it counts. Pure.

known by its key?  no ──▶ NEW, or NOTHING where it only calls off
                   yes ─▶ an older version ──▶ OLDER      it calls off ──▶ OFF
                          another time or place ─▶ MOVED  else ──▶ SAME
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.plan import Plan
from mia_companion.domain.summons import Summons

Meaning = Literal["new", "moved", "off", "same", "older", "nothing"]

NEW: Meaning = "new"
MOVED: Meaning = "moved"
OFF: Meaning = "off"
SAME: Meaning = "same"
OLDER: Meaning = "older"
NOTHING: Meaning = "nothing"

COUNTS = (NEW, MOVED, OFF)
"""Those that change anything."""


@dataclass(frozen=True, slots=True)
class Summoned:
    """A summons, what it would do, and the appointment that it is about."""

    summons: Summons
    meaning: Meaning
    appointment: Appointment | None = None

    @property
    def counts(self) -> bool:
        """Whether it would change anything."""
        return self.meaning in COUNTS


def summoned(plan: Plan, found: Iterable[Summons]) -> tuple[Summoned, ...]:
    """What each would do to the plan as it stands."""
    known = {
        one.outside: one
        for journal in (plan.shared, plan.own)
        for one in journal.appointments.values()
        if one.outside and not one.gone
    }
    return tuple(_one(said, known.get(said.key)) for said in found)


def _one(said: Summons, held: Appointment | None) -> Summoned:
    if held is None:
        return Summoned(said, NOTHING if said.called_off else NEW)
    return Summoned(said, _of(said, held), held)


def _of(said: Summons, held: Appointment) -> Meaning:
    if said.version < held.outside_version:
        return OLDER
    if said.called_off:
        return SAME if held.cancelled_by else OFF
    if held.cancelled_by is not None:
        return SAME  # it was called off here, and a file does not undo what a person said
    now = held.now
    same = (said.starts_at, said.ends_at) == (now.starts_at, now.ends_at)
    return SAME if same and (not said.place or said.place == now.place) else MOVED
