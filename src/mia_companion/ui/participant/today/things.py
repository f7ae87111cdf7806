"""What Today could show, one after another, for a day with little energy. Pure; decided from the view.

a message that waits ─▶ an appointment today or tomorrow ─▶ the step ─▶ nothing more
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.messages import Message
from mia_companion.domain.plan import Plan
from mia_companion.domain.steps import Step

_NEAR = timedelta(hours=36)


@dataclass(frozen=True, slots=True)
class Thing:
    """Exactly one of these."""

    message: Message | None = None
    appointment: Appointment | None = None
    step: Step | None = None

    @property
    def id(self) -> str:
        """What it is, for putting it behind the others."""
        one = self.message or self.appointment or self.step
        return one.id if one is not None else ""


def things(plan: Plan, reader: str, now: datetime, today: date) -> tuple[Thing, ...]:
    """All of them, what is nearest first."""
    found: list[Thing] = []
    if message := plan.latest_unread(reader):
        found.append(Thing(message=message))
    appointment = plan.next_appointment(now)
    if appointment is not None and appointment.now.starts_at - now < _NEAR:
        found.append(Thing(appointment=appointment))
    step = plan.next_step(today)
    if step is not None:
        found.append(Thing(step=step))
    return tuple(found)


def first_of(found: tuple[Thing, ...], put_behind: tuple[str, ...]) -> Thing | None:
    """The first that was not put behind; None when there is nothing more."""
    return next((one for one in found if one.id not in put_behind), None)
