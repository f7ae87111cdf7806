"""An entry as its author knows it: what it was, and the words in it."""

from mia_companion.domain.entries import Entry
from mia_companion.domain.facts import read_fact
from mia_companion.i18n.words import later
from mia_companion.ui.context import Here

WHAT = {
    "GoalSet": later("A goal"),
    "GoalReworded": later("A goal in other words"),
    "GoalReached": later("A goal, reached"),
    "GoalRested": later("A goal that rests"),
    "GoalTakenUp": later("A goal, taken up again"),
    "MilestoneSet": later("A milestone"),
    "MilestoneReworded": later("A milestone in other words"),
    "MilestoneReached": later("A milestone, reached"),
    "StepPlanned": later("A planned step"),
    "StepRecorded": later("Something good"),
    "StepReworded": later("A step in other words"),
    "StepRescheduled": later("A step on other days"),
    "StepRemembered": later("A memory of a step"),
    "StepDone": later("A step, done"),
    "StepPartlyDone": later("A step, partly done"),
    "StepTried": later("A step, tried"),
    "StepSetAside": later("A step, not now"),
    "SuggestionDeclined": later("An answer to a suggestion"),
    "CheckedIn": later("How you are"),
    "CheckInWorded": later("A word about how you are"),
    "AreasRated": later("How parts of life are"),
    "AppointmentBooked": later("An appointment"),
    "AppointmentMoved": later("An appointment, moved"),
    "AppointmentCancelled": later("An appointment, cancelled"),
    "AppointmentConfirmed": later("An answer to an appointment"),
    "AppointmentDetailed": later("More about an appointment"),
    "MoveAsked": later("A wish for another time"),
    "PreparationWritten": later("Something to bring up"),
    "InterpreterNoted": later("Something about an interpreter"),
    "MinutesWritten": later("What you agreed"),
    "ContactAdded": later("Somebody in your network"),
    "ContactRemoved": later("Somebody taken out of your network"),
    "ConsentGiven": later("A consent"),
    "ConsentWithdrawn": later("A consent, taken back"),
    "ConsentConfirmed": later("A consent that was written down is right"),
    "CorrectionAsked": later("This is not right"),
    "ErasureAsked": later("Asked that everything be erased"),
    "BadDayPlanWritten": later("Your plan for bad days"),
    "BadDayCallAdded": later("Somebody to call on a bad day"),
    "ReminderSet": later("A reminder"),
    "ReminderSeen": later("A reminder that you have seen"),
    "ChannelsChosen": later("Reminders by mail or SMS"),
    "MessageWritten": later("A message"),
    "ThreadReadUpTo": later("A mark that you have read"),
    "ParticipantNamed": later("Your name"),
    "LanguageChosen": later("Your language"),
    "Undone": later("Something taken back"),
}
"""Everything that a participant may write."""


def recorded(here: Here, entry: Entry) -> tuple[str, str]:
    """What it was in the person's language, and its own words, or those of the item it is about."""
    what = here.t(WHAT.get(entry.kind, later("Something you recorded")))
    fact = read_fact(entry.body)
    for name in ("words", "title", "name"):
        if own := getattr(fact, name, ""):
            return what, own
    plan = here.view.plan()
    step = plan.step(getattr(fact, "step_id", "") or getattr(fact, "item", ""))
    goal = plan.goal(getattr(fact, "goal_id", "") or "")
    booked = getattr(fact, "appointment_id", "") or getattr(fact, "item", "")
    titles = [a.title for a in plan.appointments if a.id == booked]
    words = step.words if step else goal.words if goal else "".join(titles)
    return what, words
