"""All that has happened in a shared journal, told entry by entry, newest first. Pure.

What was said is told with the words of its time, and beside them those that they replaced. What was taken
back as a whole is not told; what was taken back of something that stands is. Messages have their own place.
"""

from collections.abc import Callable, Collection, Iterator, Sequence

from mia_companion.domain import data_asked
from mia_companion.domain.appointment import Appointment
from mia_companion.domain.checkins import CheckIn
from mia_companion.domain.enrolments import Said
from mia_companion.domain.marks import Mark
from mia_companion.domain.network import Contact
from mia_companion.domain.picture import Picture
from mia_companion.domain.steps import Step
from mia_companion.domain.told import Told, worded

__all__ = [
    "AROUND",
    "GROUPS",
    "PROPOSED",
    "SUPPORT",
    "THE_PATH",
    "THE_TIMES",
    "WELLBEING",
    "Told",
    "history"
]  # fmt: skip

THE_PATH, THE_TIMES, WELLBEING = "path", "times", "wellbeing"
AROUND, SUPPORT = "around", "support"
GROUPS = (THE_PATH, THE_TIMES, WELLBEING, AROUND, SUPPORT)
"""What it is about: goals and steps, appointments, how it is, network and consents, start and support."""

PROPOSED = "proposed"
"""Beside the kinds of entries: a move that came too late to count, and became a proposal."""


def history(shared: Picture, groups: Collection[str] = GROUPS) -> tuple[Told, ...]:
    """Everything in those groups, newest first."""
    found = [told for group in groups for told in _TELLERS[group](shared)]
    newest_last = sorted(found, key=lambda told: (told.by.at, told.by.seq or 2**62))
    return tuple(reversed(newest_last))


def _path(shared: Picture) -> Iterator[Told]:
    for goal in shared.goals.values():
        if not goal.gone:
            yield from worded("GoalSet", "GoalReworded", goal.wordings)
            yield from _marked("Goal", goal.words, goal.marks)
    for milestone in shared.milestones.values():
        if not milestone.gone:
            yield from worded("MilestoneSet", "MilestoneReworded", milestone.wordings)
            yield from _marked("Milestone", milestone.words, milestone.marks)
    for step in shared.steps.values():
        if not step.gone:
            yield from _step(step)
    for one in shared.suggestions.values():
        if not one.gone:
            yield Told("StepSuggested", one.by, one.words, note=one.note)
            if one.declined_by:
                yield Told("SuggestionDeclined", one.declined_by, one.words, note=one.answer)


def _step(step: Step) -> Iterator[Told]:
    marks = list(step.marks)
    recorded = bool(marks) and marks[0].by.entry == step.planned_by.entry
    first = "StepRecorded" if recorded else "StepPlanned"
    yield from worded(first, "StepReworded", step.wordings)
    for one in step.schedules[1:]:
        yield Told("StepRescheduled", one.by, step.words, day=one.day, undone=one.undone)
    yield from _marked("Step", step.words, marks[1:] if recorded else marks)
    for kept in step.memories:
        yield Told("StepRemembered", kept.by, step.words, note=kept.words, undone=kept.undone)


def _marked(noun: str, words: str, marks: Sequence[Mark]) -> Iterator[Told]:
    for one in marks:
        yield Told(
            f"{noun}Marked", one.by, words, about=one.state, day=one.day, note=one.note,
            undone=one.undone,
        )  # fmt: skip


def _wellbeing(shared: Picture) -> Iterator[Told]:
    for one in shared.checkins.values():
        if not one.gone:
            yield from _checkin(one)
    for rating in shared.ratings.values():
        if not rating.gone:
            yield Told("AreasRated", rating.by, rating.words)
    for part in shared.bad_day_parts.values():
        yield from worded("BadDayPlanWritten", "BadDayPlanWritten", part.wordings)
    for call in shared.bad_day_calls.values():
        if not call.gone:
            yield Told("BadDayCallAdded", call.by, call.name)


def _checkin(one: CheckIn) -> Iterator[Told]:
    """The face with the word that came with it, then each word that was put to it afterwards."""
    first = [said for said in one.wordings if said.by.entry == one.by.entry]
    before = first[0].words if first else ""
    yield Told("CheckedIn", one.by, before, about=str(one.feeling))
    for said in one.wordings[len(first) :]:
        yield Told("CheckInWorded", said.by, said.words, before, undone=said.undone)
        before = said.words


def _times(shared: Picture) -> Iterator[Told]:
    for one in shared.appointments.values():
        if not one.gone:
            yield from _appointment(one)
    for prepared in shared.preparations.values():
        for item in prepared.items:
            if not item.gone:
                yield from worded("PreparationWritten", "PreparationWritten", item.wordings)


def _appointment(one: Appointment) -> Iterator[Told]:
    for place, time in enumerate(one.revisions):
        kind = "AppointmentMoved" if place else "AppointmentBooked"
        yield Told(kind, time.by, one.title, at=time.starts_at, zone=one.zone)
    for time in one.proposals:
        yield Told(PROPOSED, time.by, one.title, at=time.starts_at, zone=one.zone)
    for said in one.details[1:]:
        yield Told("AppointmentDetailed", said.by, one.title, undone=said.undone)
    for interpreter in one.interpreters:
        yield Told(
            "InterpreterNoted", interpreter.by, one.title, about=interpreter.state,
            undone=interpreter.undone,
        )  # fmt: skip
    for minutes in one.minutes:
        note = minutes.words
        yield Told("MinutesWritten", minutes.by, one.title, note=note, undone=minutes.undone)
    if one.wish:
        yield Told("MoveAsked", one.wish.by, one.title, note=one.wish.words)
    if one.confirmed_by:
        yield Told("AppointmentConfirmed", one.confirmed_by, one.title)
    if one.cancelled_by:
        yield Told("AppointmentCancelled", one.cancelled_by, one.title)


def _around(shared: Picture) -> Iterator[Told]:
    for contact in shared.contacts.values():
        if not contact.gone:
            yield from _contact(contact)
    for one in shared.consents.values():
        yield from (
            Told(what, by, one.words, about=how, day=day) for what, by, how, day in one.story
        )
    for passed in shared.disclosures.values():
        yield Told("PassedOn", passed.by, passed.fact.about, about=passed.fact.to_party)
    for handed in shared.handovers.values():
        yield Told("HandedOver", handed.by, about=handed.to_coordinator)
    yield from data_asked.told(shared)


def _contact(contact: Contact) -> Iterator[Told]:
    for place, (by, fact) in enumerate(contact.versions):
        before = contact.versions[place - 1][1].name if place else ""
        kind = "ContactChanged" if place else "ContactAdded"
        yield Told(kind, by, fact.name, before if before != fact.name else "")
    if contact.removed_by:
        yield Told("ContactRemoved", contact.removed_by, contact.fact.name)


def _support(shared: Picture) -> Iterator[Told]:
    for one in shared.enrolments.values():
        yield from (_said("EnrolmentBegun", said) for said in one.starts)
        yield from (_said("EnrolmentFinished", said) for said in one.finishes)
        yield from (_said("FollowedUp", said) for said in one.follow_ups)
    for intervention in shared.interventions.values():
        if intervention.fact is None:
            continue
        for place, (by, begun) in enumerate(intervention.versions):
            kind = "InterventionChanged" if place else "InterventionBegun"
            yield Told(kind, by, begun.words, about=begun.sort, day=begun.first_day)
        for by, end in intervention.ends:
            sort = intervention.fact.sort
            yield Told("InterventionEnded", by, end.words, about=sort, day=end.last_day)


def _said(what: str, said: Said) -> Told:
    return Told(what, said.by, said.words, about=said.result, day=said.day, undone=said.undone)


_TELLERS: dict[str, Callable[[Picture], Iterator[Told]]] = {
    THE_PATH: _path,
    THE_TIMES: _times,
    WELLBEING: _wellbeing,
    AROUND: _around,
    SUPPORT: _support,
}
