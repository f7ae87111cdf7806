"""The one fold: a picture and entries give the next picture, on phone, desktop, browser and server.

    confirmed picture ──fold(what waits)──▶ shown picture
            │
       fold(what came)
            ▼
    confirmed picture'

Pure and incremental: the cost follows the entries folded, not those before them. Unknown kinds fold
to nothing and keep their place in the order.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from mia_companion.domain import (
    appointments,
    bad_days,
    beliefs,
    channels,
    checkins,
    consents,
    corrections,
    directory,
    disclosures,
    enrolments,
    erasures,
    goals,
    handovers,
    interventions,
    messages,
    milestones,
    network,
    openings,
    people,
    preparations,
    ratings,
    reminders,
    settled_threads,
    step_marks,
    steps,
    suggestions,
)
from mia_companion.domain.activity import fold_active, is_new_day
from mia_companion.domain.entries import By, Confirmed, Entry, by_of
from mia_companion.domain.facts import read_fact
from mia_companion.domain.picture import Draft, Picture
from mia_companion.domain.undisturbed import Undisturbed
from mia_companion.domain.words import Undone

_Folder = Callable[[Any, By, Any], None]

FOLDERS: dict[str, tuple[str, _Folder]] = {
    "GoalSet": ("goals", goals.fold_set),
    "GoalReworded": ("goals", goals.fold_reworded),
    "GoalReached": ("goals", goals.fold_marked),
    "GoalRested": ("goals", goals.fold_marked),
    "GoalTakenUp": ("goals", goals.fold_marked),
    "MilestoneSet": ("milestones", milestones.fold_set),
    "MilestoneReworded": ("milestones", milestones.fold_reworded),
    "MilestoneReached": ("milestones", milestones.fold_reached),
    "StepPlanned": ("steps", steps.fold_planned),
    "StepRecorded": ("steps", steps.fold_recorded),
    "StepReworded": ("steps", steps.fold_reworded),
    "StepRescheduled": ("steps", steps.fold_rescheduled),
    "StepDone": ("steps", step_marks.fold_marked),
    "StepPartlyDone": ("steps", step_marks.fold_marked),
    "StepTried": ("steps", step_marks.fold_marked),
    "StepSetAside": ("steps", step_marks.fold_marked),
    "StepRemembered": ("steps", step_marks.fold_remembered),
    "StepSuggested": ("suggestions", suggestions.fold_suggested),
    "SuggestionDeclined": ("suggestions", suggestions.fold_declined),
    "CheckedIn": ("checkins", checkins.fold_checked_in),
    "CheckInWorded": ("checkins", checkins.fold_worded),
    "AreasRated": ("ratings", ratings.fold_rated),
    "AppointmentBooked": ("appointments", appointments.fold_booked),
    "AppointmentMoved": ("appointments", appointments.fold_moved),
    "AppointmentCancelled": ("appointments", appointments.fold_cancelled),
    "AppointmentConfirmed": ("appointments", appointments.fold_confirmed),
    "MoveAsked": ("appointments", appointments.fold_move_asked),
    "AppointmentDetailed": ("appointments", appointments.fold_detailed),
    "InterpreterNoted": ("appointments", appointments.fold_interpreter),
    "MinutesWritten": ("appointments", appointments.fold_minutes),
    "PreparationWritten": ("preparations", preparations.fold_prepared),
    "ReminderSet": ("reminders", reminders.fold_set),
    "ReminderSeen": ("reminders", reminders.fold_seen),
    "ChannelsChosen": ("channels", channels.fold_chosen),
    "ReminderNotReached": ("unreached", channels.fold_not_reached),
    "AddressProved": ("proved", channels.fold_proved),
    "MessageWritten": ("messages", messages.fold_written),
    "ThreadReadUpTo": ("reads", messages.fold_read),
    "ContactAdded": ("contacts", network.fold_added),
    "ContactRemoved": ("contacts", network.fold_removed),
    "ConsentGiven": ("consents", consents.fold_given),
    "ConsentWithdrawn": ("consents", consents.fold_withdrawn),
    "ConsentConfirmed": ("consents", consents.fold_confirmed),
    "PassedOn": ("disclosures", disclosures.fold_passed_on),
    "EnrolmentBegun": ("enrolments", enrolments.fold_begun),
    "EnrolmentFinished": ("enrolments", enrolments.fold_finished),
    "FollowedUp": ("enrolments", enrolments.fold_followed_up),
    "InterventionBegun": ("interventions", interventions.fold_begun),
    "InterventionEnded": ("interventions", interventions.fold_ended),
    "BeliefNoted": ("beliefs", beliefs.fold_noted),
    "HandedOver": ("handovers", handovers.fold_handed_over),
    "PersonOpened": ("openings", openings.fold_opened),
    "BadDayPlanWritten": ("bad_day_parts", bad_days.fold_written),
    "BadDayCallAdded": ("bad_day_calls", bad_days.fold_call),
    "ParticipantNamed": ("profiles", people.fold_named),
    "LanguageChosen": ("profiles", people.fold_language),
    "IdentityProtected": ("profiles", people.fold_protected),
    "NoteWritten": ("notes", people.fold_note),
    "ThreadSettled": ("settled", settled_threads.fold_settled),
    "CorrectionAsked": ("corrections", corrections.fold_asked),
    "CorrectionAnswered": ("corrections", corrections.fold_answered),
    "ErasureAsked": ("erasures", erasures.fold_asked),
    "ErasureAnswered": ("erasures", erasures.fold_answered),
    "SiteNamed": ("listings", directory.fold_listed),
    "CoordinatorListed": ("listings", directory.fold_listed),
    "ContactListed": ("listings", directory.fold_listed),
    "HelpNumberListed": ("listings", directory.fold_listed),
    "HoursListed": ("listings", directory.fold_listed),
    "ClosedListed": ("listings", directory.fold_listed),
    "CoverListed": ("listings", directory.fold_listed),
    "MessageTemplateListed": ("listings", directory.fold_listed),
    "MeetingTemplateListed": ("listings", directory.fold_listed),
}
"""Which map of the picture a kind changes, and how. `Undone` may change any of `UNDOABLE`."""

UNDOABLE = (
    "goals", "milestones", "steps", "suggestions", "checkins", "ratings", "appointments",
    "preparations", "reminders", "channels", "contacts", "bad_day_parts", "bad_day_calls",
    "enrolments", "interventions", "beliefs", "corrections", "erasures",
)  # fmt: skip
"""Their items know how to take a single entry back. Several may bear one id: a step that was suggested."""


def fold(picture: Picture, said: Iterable[Entry | Confirmed]) -> Picture:
    """The next picture. Confirmed entries come in the order of `seq`; one already folded is passed over."""
    draft = Draft(picture)
    with Undisturbed():
        _fold_all(draft, said)
    return draft.done()


def _fold_all(draft: Draft, said: Iterable[Entry | Confirmed]) -> None:
    known: set[tuple[str, date]] = set()
    """Days of which nothing more is to be noted: `active` only ever moves on. To look is not to write."""
    for one in said:
        if isinstance(one, Confirmed):
            if one.seq <= draft.seq:
                continue
            draft.seq = one.seq
            draft.note(one.received_at)
            body = one.entry.body
        else:
            body = one.body
        fact = read_fact(body)
        if fact is None:
            continue
        by = by_of(one)
        day = by.author, by.at.date()
        if day not in known and fact.kind != "PersonOpened":
            known.add(day)
            if is_new_day(draft.reads("active"), *day):
                fold_active(draft.map("active"), *day)
        if fact.kind == "Undone":  # asking for its class takes ten times as long
            _undo(draft, by, fact)
        else:
            name, folder = FOLDERS[fact.kind]
            folder(draft.map(name), by, fact)


def _undo(draft: Draft, by: By, fact: Undone) -> None:
    for name in UNDOABLE:
        if item := draft.reads(name).get(fact.item):
            draft.map(name)[fact.item] = item.without(fact.entry, by.author)
