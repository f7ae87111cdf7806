"""The plan: what one person sees, asked of the pictures of the journals that person may read. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.checkins import CheckIn
from mia_companion.domain.entries import By
from mia_companion.domain.goals import RESTING, Goal
from mia_companion.domain.messages import GENERAL, Message, read_key
from mia_companion.domain.milestones import Milestone
from mia_companion.domain.network import Contact
from mia_companion.domain.picture import EMPTY, Picture
from mia_companion.domain.steps import PLANNED, Step
from mia_companion.domain.suggestions import Suggestion


def _place(by: By) -> int:
    """The place in the journal's order; what waits comes last, and sorting keeps it as written."""
    return by.seq or 2**62


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
        """Whether the goal, milestone, step, appointment or contact is in the journal that only the
        person reads."""
        own = self.own
        return any(
            item_id in kept
            for kept in (own.steps, own.goals, own.milestones, own.appointments, own.contacts)
        )

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
        """What a coordinator has suggested and nobody has answered, oldest first.

        One that was taken has a step with its id.
        """
        waiting = [
            s
            for s in self.shared.suggestions.values()
            if not s.gone and s.declined_by is None and not self._is_taken(s)
        ]
        return tuple(sorted(waiting, key=lambda s: s.by.at))

    def _is_taken(self, suggestion: Suggestion) -> bool:
        step = self.shared.steps.get(suggestion.id)
        return step is not None and not step.gone

    def step(self, step_id: str) -> Step | None:
        """The step with that id."""
        return self.shared.steps.get(step_id) or self.own.steps.get(step_id)

    @property
    def steps(self) -> Iterable[Step]:
        """Every step that was not taken back, in no promised order."""
        return (s for p in (self.shared, self.own) for s in p.steps.values() if not s.gone)

    @property
    def open_steps(self) -> tuple[Step, ...]:
        """Every step that is planned, those that repeat among them, in no promised order."""
        return tuple(s for s in self.steps if s.state == PLANNED)

    def steps_of(self, goal_id: str | None) -> tuple[Step, ...]:
        """A goal's steps (those on their own for None): open ones first, oldest first."""
        known = {g.id for g in self.goals}
        mine = [s for s in self.steps if (s.goal_id if s.goal_id in known else None) == goal_id]
        return tuple(sorted(mine, key=lambda s: (s.state != PLANNED, s.planned_by.at)))

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
        turns = [(turn, s) for s in awake if (turn := _turn(s, today)) is not None]
        return min(turns, key=lambda pair: pair[0])[1] if turns else None

    def recent_steps(self, count: int) -> tuple[Step, ...]:
        """The steps marked last, newest first."""
        marked = [(s.mark, s) for s in self.steps if s.mark is not None]
        marked.sort(key=lambda pair: pair[0].by.at, reverse=True)
        return tuple(step for _, step in marked[:count])

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
    def checkins(self) -> tuple[CheckIn, ...]:
        """Every check-in that was not taken back, oldest first."""
        both = (self.shared.checkins, self.own.checkins)
        found = [c for kept in both for c in kept.values() if not c.gone]
        return tuple(sorted(found, key=lambda c: c.by.at))

    @property
    def appointments(self) -> tuple[Appointment, ...]:
        """Every appointment that was not taken back, earliest first."""
        found = [a for p in (self.shared, self.own) for a in p.appointments.values() if not a.gone]
        return tuple(sorted(found, key=lambda a: a.now.starts_at))

    def appointment(self, appointment_id: str) -> Appointment | None:
        """The appointment with that id; one that was taken back is not here."""
        shared, own = self.shared.appointments, self.own.appointments
        found = shared.get(appointment_id) or own.get(appointment_id)
        return None if found is None or found.gone else found

    def coming(self, now: datetime) -> tuple[Appointment, ...]:
        """Appointments that are not over, cancelled ones among them, earliest first."""
        return tuple(a for a in self.appointments if a.now.over_at >= now)

    def next_appointment(self, now: datetime) -> Appointment | None:
        """The first that will take place."""
        return next((a for a in self.coming(now) if a.cancelled_by is None), None)

    def thread(self, thread_id: str = GENERAL) -> tuple[Message, ...]:
        """A thread's messages in the journal's order, what waits last."""
        mine = [m for m in self.shared.messages.values() if m.thread_id == thread_id]
        return tuple(sorted(mine, key=lambda m: _place(m.by)))

    @property
    def threads(self) -> tuple[str, ...]:
        """The ids of all threads in which anybody wrote, the one written in last first."""
        last: dict[str, int] = {}
        for m in self.shared.messages.values():
            last[m.thread_id] = max(last.get(m.thread_id, 0), _place(m.by))
        return tuple(sorted(last, key=lambda thread: last[thread], reverse=True))

    def latest_message(self, thread_id: str = GENERAL) -> Message | None:
        """The last message of a thread."""
        return next(reversed(self.thread(thread_id)), None)

    def unread(self, reader: str, thread_id: str = GENERAL) -> int:
        """How many messages by others `reader` has not marked as read."""
        upto = self.shared.reads.get(read_key(reader, thread_id), 0)
        return sum(
            1
            for m in self.thread(thread_id)
            if m.by.author != reader and m.by.seq is not None and m.by.seq > upto
        )

    def unread_by_thread(self, reader: str) -> dict[str, int]:
        """How many messages by others `reader` has not marked as read, in each thread that has any."""
        counts: dict[str, int] = {}
        for m in self.shared.messages.values():
            if self._is_unread(m, reader):
                counts[m.thread_id] = counts.get(m.thread_id, 0) + 1
        return counts

    def unread_in_all(self, reader: str) -> int:
        """How many messages by others `reader` has not marked as read, over all threads."""
        return sum(self.unread_by_thread(reader).values())

    def latest_unread(self, reader: str) -> Message | None:
        """The newest message by another that `reader` has not marked as read, in whatever thread."""
        unread = (m for m in self.shared.messages.values() if self._is_unread(m, reader))
        return max(unread, key=lambda m: _place(m.by), default=None)

    def _is_unread(self, message: Message, reader: str) -> bool:
        by = message.by
        if by.author == reader or by.seq is None:
            return False
        return by.seq > self.shared.reads.get(read_key(reader, message.thread_id), 0)

    def read_by_others(self, message: Message) -> bool:
        """Whether anyone but its author has read as far as the message."""
        seq = message.by.seq
        if seq is None:
            return False
        marks = ((key.partition("/"), upto) for key, upto in self.shared.reads.items())
        return any(
            upto >= seq and thread == message.thread_id and reader != message.by.author
            for (reader, _, thread), upto in marks
        )


def _turn(step: Step, today: date) -> tuple[int, date, datetime, str] | None:
    """Where the step stands in the row; None while it repeats and every day ahead is marked."""
    day, planned = step.next_day(today), step.planned_by.at
    if day is None:
        return None if step.repeats else (1, today, planned, step.id)
    return (0 if day <= today else 2, day, planned, step.id)
