"""What happened, told in words: one line for each kind of entry."""

from collections.abc import Callable

from mia_companion.domain.history import PROPOSED, Told
from mia_companion.i18n.words import Words, later
from mia_companion.ui.components.consent_record import how_said
from mia_companion.ui.components.data_words import answer_name
from mia_companion.ui.components.levels import feeling_name
from mia_companion.ui.components.names import party_name, state_name
from mia_companion.ui.components.support_words import result_name, sort_name
from mia_companion.ui.context import Here

_WHAT = {
    "GoalSet": later("A goal was set"),
    "GoalReworded": later("A goal in other words"),
    "MilestoneSet": later("A milestone"),
    "MilestoneReworded": later("A milestone in other words"),
    "MilestoneMarked": later("A milestone, reached"),
    "StepPlanned": later("A planned step"),
    "StepRecorded": later("Something good"),
    "StepReworded": later("A step in other words"),
    "StepRescheduled": later("A step on other days"),
    "StepRemembered": later("A memory of a step"),
    "StepSuggested": later("A step was suggested"),
    "SuggestionDeclined": later("An answer to a suggestion"),
    "AreasRated": later("How parts of life are"),
    "CheckInWorded": later("In other words"),
    "BadDayPlanWritten": later("A plan for bad days"),
    "BadDayCallAdded": later("Somebody to call on a bad day"),
    "AppointmentBooked": later("An appointment"),
    "AppointmentMoved": later("An appointment, moved"),
    "AppointmentCancelled": later("An appointment, cancelled"),
    "AppointmentConfirmed": later("A yes to an appointment"),
    "AppointmentDetailed": later("More about an appointment"),
    "InterpreterNoted": later("Something about an interpreter"),
    "MinutesWritten": later("What was agreed"),
    "MoveAsked": later("A wish for another time"),
    PROPOSED: later("Another time was proposed"),
    "PreparationWritten": later("Something to bring up"),
    "ContactAdded": later("Somebody in the network"),
    "ContactChanged": later("Somebody in the network, written anew"),
    "ContactRemoved": later("Somebody taken out of the network"),
    "ConsentGiven": later("A consent"),
    "ConsentWithdrawn": later("A consent, taken back"),
    "ConsentConfirmed": later("A consent that was written down is right"),
    "HandedOver": later("Another coordinator follows now"),
    "EnrolmentBegun": later("The start"),
    "CorrectionAsked": later("Said not to be right"),
    "ErasureAsked": later("Asked that everything be erased"),
}
_GOAL_MARKS = {
    "reached": later("A goal, reached"),
    "resting": later("A goal that rests"),
    "active": later("A goal, taken up again"),
}

_ABOUT: dict[str, tuple[str, str, Callable[[Words, str], str]]] = {
    "StepMarked": (later("A step: {state}"), "state", state_name),
    "CheckedIn": (
        later("How it is today: {feeling}"),
        "feeling",
        lambda words, about: feeling_name(words, int(about)),
    ),
    "ConsentGiven": (later("A consent, said {how} and written down"), "how", how_said),
    "PassedOn": (later("Passed on to {party}"), "party", party_name),
    "CorrectionAnswered": (later("An answer: {answer}"), "answer", answer_name),
    "ErasureAnswered": (later("An answer: {answer}"), "answer", answer_name),
    "EnrolmentFinished": (later("The finish: {result}"), "result", result_name),
    "FollowedUp": (later("The follow-up: {result}"), "result", result_name),
    "InterventionBegun": (later("An intervention: {what}"), "what", sort_name),
    "InterventionChanged": (later("An intervention, said anew: {what}"), "what", sort_name),
    "InterventionEnded": (later("An intervention, ended: {what}"), "what", sort_name),
}
"""A sentence, what is missing in it, and what says that of what the line is about."""


def what_happened(here: Here, one: Told) -> str:
    """`A step: Done`, `Began: Work training, 3 March`; an honest general word for a later version's."""
    t, words = here.t, here.words
    day = words.day(one.day, here.today()) if one.day else ""
    said = t(_WHAT.get(one.what, later("Something was noted")))
    if one.what == "GoalMarked":
        said = t(_GOAL_MARKS.get(one.about, later("A goal")))
    elif one.what in _ABOUT and one.about:
        sentence, part, name_of = _ABOUT[one.what]
        said = t(sentence, **{part: name_of(words, one.about)})
    elif one.what == "HandedOver" and (name := here.view.coordinator_name(one.about)):
        said = t("{name} follows now", name=name)
    if one.at is not None:
        day = words.day_and_clock(one.at, one.zone, here.now())
    return t("{what}, {day}", what=said, day=day) if day else said
