"""The plan: what one person sees, asked of the pictures of the journals that person may read. Pure.

What asks for nothing settled asks only what is live; the rest fetches what it needs from the shelf.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.checkins import CheckIn
from mia_companion.domain.coming import all_appointments, not_over
from mia_companion.domain.goals import RESTING, Goal
from mia_companion.domain.layers import live
from mia_companion.domain.messages import GENERAL, Message, place, read_by_others
from mia_companion.domain.milestones import Milestone
from mia_companion.domain.network import Contact
from mia_companion.domain.picture import EMPTY, Picture
from mia_companion.domain.steps import NOT_NOW, PLANNED, Step
from mia_companion.domain.suggestions import Suggestion
from mia_companion.domain.threads import (
    Thread,
    all_threads,
    newest_of,
    unread_of,
    whole_thread,
)
from mia_companion.domain.turns import all_steps, live_steps, marked_last, open_suggestions, turn


@dataclass(frozen=True, slots=True)
class Plan:
    """`shared` is read by the participant and the coordinators; `own` by the participant alone."""

    shared: Picture = EMPTY
    own: Picture = EMPTY

    @property
    def name(self) -> str:
        """What the person is called, or an empty string."""
        return self.shared.profile.name

    def is_private(self, item_id: str) -> bool:
        """Whether that goal, milestone, step, appointment or contact is read by the person alone."""
        own = self.own
        kinds = (own.steps, own.goals, own.milestones, own.appointments, own.contacts)
        return any(item_id in kept for kept in kinds)

    @property
    def goals(self) -> tuple[Goal, ...]:
        """Goals, oldest first."""
        found = [g for p in (self.shared, self.own) for g in p.goals.values() if not g.gone]
        return tuple(sorted(found, key=lambda g: g.set_by.at))

    def goal(self, goal_id: str) -> Goal | None:
        """The goal with that id."""
        return self.shared.goals.get(goal_id) or self.own.goals.get(goal_id)

    def milestones_of(self, goal_id: str) -> tuple[Milestone, ...]:
        """A goal's milestones, oldest first."""
        both = (self.shared.milestones, self.own.milestones)
        mine = [m for kept in both for m in kept.values() if m.goal_id == goal_id and not m.gone]
        return tuple(sorted(mine, key=lambda m: m.set_by.at))

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """What a coordinator has suggested and nobody has answered, oldest first."""
        return open_suggestions(self.shared)

    def step(self, step_id: str) -> Step | None:
        """The step with that id."""
        return self.shared.steps.get(step_id) or self.own.steps.get(step_id)

    @property
    def _both(self) -> tuple[Picture, Picture]:
        return (self.shared, self.own)

    @property
    def steps(self) -> Iterable[Step]:
        """Every step that was not taken back, in no promised order."""
        return all_steps(self._both)

    @property
    def open_steps(self) -> tuple[Step, ...]:
        """Every step that is planned, those that repeat among them, in no promised order."""
        return tuple(s for s in live_steps(self._both) if s.state == PLANNED)

    @property
    def resting_steps(self) -> tuple[Step, ...]:
        """Every step that rests, in no promised order."""
        return tuple(s for s in live_steps(self._both) if s.state == NOT_NOW)

    def steps_of(self, goal_id: str | None) -> tuple[Step, ...]:
        """A goal's steps (those on their own for None): open ones first, oldest first."""
        known = {g.id for g in self.goals}
        mine = [s for s in self.steps if (s.goal_id if s.goal_id in known else None) == goal_id]
        return tuple(sorted(mine, key=lambda s: (s.state != PLANNED, s.planned_by.at, s.id)))

    def rests_with_its_goal(self, step: Step) -> bool:
        """Whether the step's goal rests for now."""
        goal = self.goal(step.goal_id) if step.goal_id else None
        return goal is not None and not goal.gone and goal.state == RESTING

    def next_step(self, today: date) -> Step | None:
        """The one step to stand on: today's or an earlier day's, then one without a day, then the next.

        Of a step that repeats, only its next day counts; those that passed are not asked for. Steps
        of a goal that rests are not asked for either.
        """
        awake = (s for s in self.open_steps if not self.rests_with_its_goal(s))
        turns = [(when, s) for s in awake if (when := turn(s, today)) is not None]
        return min(turns, key=lambda pair: pair[0])[1] if turns else None

    def recent_steps(self, count: int) -> tuple[Step, ...]:
        """The steps marked last, newest first."""
        return marked_last(self._both, count)

    @property
    def contacts(self) -> tuple[Contact, ...]:
        """Everyone in the network, by name."""
        both = (self.shared.contacts, self.own.contacts)
        found = [c for kept in both for c in kept.values() if c.is_here]
        return tuple(sorted(found, key=lambda c: (c.fact.name.casefold(), c.id)))

    def contact(self, contact_id: str) -> Contact | None:
        """The contact with that id, also one taken off the list."""
        return self.shared.contacts.get(contact_id) or self.own.contacts.get(contact_id)

    @property
    def recent_checkins(self) -> tuple[CheckIn, ...]:
        """Those of the last days that were not taken back, oldest first: what is settled is longer ago."""
        return _in_order(live(self.shared.checkins), live(self.own.checkins))

    @property
    def checkins(self) -> tuple[CheckIn, ...]:
        """Every check-in that was not taken back, oldest first."""
        return _in_order(self.shared.checkins, self.own.checkins)

    @property
    def appointments(self) -> tuple[Appointment, ...]:
        """Every appointment that was not taken back, earliest first."""
        return all_appointments(self._both)

    def appointment(self, appointment_id: str) -> Appointment | None:
        """The appointment with that id; one that was taken back is not here."""
        shared, own = self.shared.appointments, self.own.appointments
        found = shared.get(appointment_id) or own.get(appointment_id)
        return None if found is None or found.gone else found

    def coming(self, now: datetime) -> tuple[Appointment, ...]:
        """Appointments that are not over, cancelled ones among them, earliest first."""
        return not_over(self._both, now)

    def next_appointment(self, now: datetime) -> Appointment | None:
        """The first that will take place."""
        return next((a for a in self.coming(now) if a.cancelled_by is None), None)

    def thread(self, thread_id: str = GENERAL) -> Thread:
        """A thread's messages in the journal's order, what waits last."""
        return whole_thread(self.shared, thread_id)

    def newest_messages(self, count: int, thread_id: str = GENERAL) -> Thread:
        """The last `count` messages of a thread, in its order."""
        return newest_of(self.shared, thread_id, count)

    @property
    def threads(self) -> tuple[str, ...]:
        """The ids of all threads in which anybody wrote, the one written in last first."""
        return all_threads(self.shared)

    def latest_message(self, thread_id: str = GENERAL) -> Message | None:
        """The last message of a thread."""
        return next(iter(self.newest_messages(1, thread_id)), None)

    def unread(self, reader: str, thread_id: str = GENERAL) -> int:
        """How many messages by others `reader` has not marked as read."""
        return len(unread_of(self.shared, reader, thread_id))

    def unread_by_thread(self, reader: str) -> dict[str, int]:
        """How many messages by others `reader` has not marked as read, in each thread that has any."""
        return dict(Counter(m.thread_id for m in unread_of(self.shared, reader)))

    def unread_in_all(self, reader: str) -> int:
        """How many messages by others `reader` has not marked as read, over all threads."""
        return len(unread_of(self.shared, reader))

    def latest_unread(self, reader: str, thread_id: str | None = None) -> Message | None:
        """The newest message by another that `reader` has not marked as read, in one thread or in all."""
        return max(unread_of(self.shared, reader, thread_id), key=place, default=None)

    def read_by_others(self, message: Message) -> bool:
        """Whether anyone but its author has read as far as the message."""
        return read_by_others(self.shared.reads, message)


def _in_order(*kept: Mapping[str, CheckIn]) -> tuple[CheckIn, ...]:
    found = [c for checkins in kept for c in checkins.values() if not c.gone]
    return tuple(sorted(found, key=lambda c: c.by.at))
