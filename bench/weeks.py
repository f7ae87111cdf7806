"""A life's weeks, as journals tell them: every kind of thing, by two sides.

One has some forty entries: small steps, some that come again, marks, messages read by both, an
appointment with all that belongs to it, check-ins; now and then a goal, a rating, a suggestion.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import count

from mia_companion.domain import appointments as a
from mia_companion.domain import arrangements as ar
from mia_companion.domain import checkins as ci
from mia_companion.domain import consents as c
from mia_companion.domain import goals as g
from mia_companion.domain import messages as m
from mia_companion.domain import milestones as ms
from mia_companion.domain import network as n
from mia_companion.domain import ratings as r
from mia_companion.domain import reminders as re
from mia_companion.domain import step_marks as sm
from mia_companion.domain import steps as s
from mia_companion.domain import suggestions as su
from mia_companion.domain.areas import AREAS
from mia_companion.domain.facts import Fact
from mia_companion.domain.ids import Ids
from mia_companion.domain.preparations import PreparationWritten
from mia_companion.domain.rights import OWN, SHARED
from mia_companion.domain.words import Undone

ME, ANNA = "participant-0001", "coordinator-0001"

_WORDS = "Gå en sväng runt kvarteret"
_WEEKLY = 5
"""Marks a week of steps that come again."""


@dataclass(frozen=True, slots=True)
class Told:
    """One entry to be; `entry` is its id, `at` its time."""

    entry: str
    role: str
    author: str
    at: datetime
    fact: Fact


class Weeks:
    """The same in every run, but for when they begin."""

    def __init__(self, first: datetime, seed: int) -> None:
        self._at = first
        self._ids = Ids(lambda: self._at, random.Random(seed).randbytes)
        self._goal: str | None = None
        self._coming_again: list[tuple[str, str]] = []
        self._said = {SHARED: 0, OWN: 0}
        self._entry = ""

    def weeks(self) -> Iterator[Told]:
        """One after the other, without an end."""
        for week in count():
            monday = self._at
            if week % 12 == 0:
                yield from self._set_goal()
            if week % 26 == 0:
                yield from self._begin_again()
            if week % 8 == 3:
                yield from self._rate()
            yield from self._steps(week)
            yield from self._talk()
            yield from self._meet(week)
            yield from self._again()
            self._at = monday + timedelta(days=7)

    def _tell(self, fact: Fact, *, by: str = ME, role: str = SHARED) -> Told:
        self._at += timedelta(minutes=7)
        self._said[role] += 1
        self._entry = self._ids.new()
        return Told(self._entry, role, by, self._at, fact)

    def _set_goal(self) -> Iterator[Told]:
        if self._goal:
            yield self._tell(g.GoalReached(goal_id=self._goal))
        self._goal = self._ids.new()
        yield self._tell(g.GoalSet(goal_id=self._goal, words="Orka mer", area=AREAS[1]))
        for words in ("Komma ut varje dag", "Hälsa på hos Sara"):
            mark = self._ids.new()
            yield self._tell(ms.MilestoneSet(milestone_id=mark, goal_id=self._goal, words=words))
            yield self._tell(ms.MilestoneReached(milestone_id=mark))
        consent = self._ids.new()
        yield self._tell(
            c.ConsentGiven(
                consent_id=consent, from_party="region", to_party="insurance", categories=("plan",),
                purpose="En gemensam planering", valid_from=self._at.date(),
                valid_until=self._at.date() + timedelta(days=90), language="sv", text_version="1",
            )
        )  # fmt: skip
        yield self._tell(
            n.ContactAdded(contact_id=self._ids.new(), name="Eva Holm", party="region"), by=ANNA
        )

    def _begin_again(self) -> Iterator[Told]:
        for step, role in self._coming_again:
            yield self._tell(sm.StepSetAside(step_id=step), role=role)
        self._coming_again = []
        for role, days in ((SHARED, (1, 3, 5)), (OWN, (2, 4))):
            step = self._ids.new()
            self._coming_again.append((step, role))
            yield self._tell(s.StepPlanned(step_id=step, words=_WORDS, repeats=days), role=role)

    def _rate(self) -> Iterator[Told]:
        levels = {area: 1 + n % 5 for n, area in enumerate(AREAS)}
        for by in (ME, ANNA):
            yield self._tell(r.AreasRated(rating_id=self._ids.new(), levels=levels), by=by)

    def _steps(self, week: int) -> Iterator[Told]:
        marks = (sm.StepDone, sm.StepDone, sm.StepPartlyDone, sm.StepTried, sm.StepDone)
        for number, mark in enumerate(marks):
            step, role = self._ids.new(), OWN if number == 4 else SHARED
            if number == 0:
                yield self._tell(su.StepSuggested(suggestion_id=step, words=_WORDS), by=ANNA)
            yield self._tell(
                s.StepPlanned(step_id=step, words=_WORDS, goal_id=self._goal, day=self._at.date()),
                role=role,
            )
            self._at += timedelta(hours=9)
            yield self._tell(mark(step_id=step, note="Det gick bättre än i går."), role=role)
            if number == 2 and week % 3 == 0:
                yield self._tell(Undone(item=step, entry=self._entry))
                yield self._tell(sm.StepDone(step_id=step))
        good = s.StepRecorded(step_id=self._ids.new(), words="Ringde Sara")
        yield self._tell(good)
        if week % 20 == 0:
            yield self._tell(s.StepPlanned(step_id=self._ids.new(), words="Läsa brevet"))

    def _talk(self) -> Iterator[Told]:
        yield self._tell(m.ThreadReadUpTo(seq=self._said[SHARED]))
        for by, reader in ((ME, ANNA), (ANNA, ME), (ME, ANNA)):
            yield self._write(by)
            self._at += timedelta(hours=3)
            yield self._tell(m.ThreadReadUpTo(seq=self._said[SHARED]), by=reader)
        yield self._write(ANNA)
        yield self.check_in()
        self._at += timedelta(days=1)
        yield self.check_in(role=SHARED)

    def check_in(self, role: str = OWN) -> Told:
        """How one is."""
        return self._tell(ci.CheckedIn(checkin_id=self._ids.new(), feeling=3), role=role)

    def _write(self, by: str) -> Told:
        words = "Hej! Hur gick det i dag? Jag tänkte på dig."
        return self._tell(m.MessageWritten(message_id=self._ids.new(), words=words), by=by)

    def _meet(self, week: int) -> Iterator[Told]:
        appointment = self._ids.new()
        booked = self._tell(
            a.AppointmentBooked(
                appointment_id=appointment, party="region", title="Läkarbesök",
                starts_at=self._at + timedelta(days=3), place="Storgatan 1", bring="Legitimation",
            ),
            by=ANNA,
        )  # fmt: skip
        yield booked
        yield self._tell(a.AppointmentConfirmed(appointment_id=appointment, revision=booked.entry))
        yield self._tell(
            PreparationWritten(
                preparation_id=self._ids.new(), appointment_id=appointment, words="Fråga om sömnen"
            ),
            role=OWN,
        )
        yield self._tell(re.ReminderSet(item=appointment, before=(60,)), role=OWN)
        if week % 4 == 0:
            thread = m.thread_about("appointment", appointment)
            yield self._tell(
                m.MessageWritten(message_id=self._ids.new(), thread_id=thread, words="Var är det?")
            )
            yield self._tell(m.ThreadReadUpTo(thread_id=thread, seq=self._said[SHARED]), by=ANNA)
        self._at += timedelta(days=3)
        yield self._tell(re.ReminderSeen(item=appointment, due_at=self._at), role=OWN)
        yield self._tell(
            ar.MinutesWritten(
                minutes_id=self._ids.new(), appointment_id=appointment, words="Ny tid om en månad."
            ),
            by=ANNA,
        )

    def _again(self) -> Iterator[Told]:
        for number in range(_WEEKLY):
            step, role = self._coming_again[number % len(self._coming_again)]
            day = self._at.date() + timedelta(days=number // 2)
            yield self._tell(sm.StepDone(step_id=step, day=day), role=role)
