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
from typing import Any

from mia_companion.domain import appointments, consents, directory, goals, messages, people, steps
from mia_companion.domain.entries import By, Confirmed, Entry, by_of
from mia_companion.domain.facts import read_fact
from mia_companion.domain.picture import Draft, Picture
from mia_companion.domain.words import Undone

_Folder = Callable[[Any, By, Any], None]

FOLDERS: dict[str, tuple[str, _Folder]] = {
    "GoalSet": ("goals", goals.fold_set),
    "GoalReworded": ("goals", goals.fold_reworded),
    "StepPlanned": ("steps", steps.fold_planned),
    "StepRecorded": ("steps", steps.fold_recorded),
    "StepReworded": ("steps", steps.fold_reworded),
    "StepDone": ("steps", steps.fold_marked),
    "StepPartlyDone": ("steps", steps.fold_marked),
    "StepTried": ("steps", steps.fold_marked),
    "StepSetAside": ("steps", steps.fold_marked),
    "AppointmentBooked": ("appointments", appointments.fold_booked),
    "AppointmentMoved": ("appointments", appointments.fold_moved),
    "AppointmentCancelled": ("appointments", appointments.fold_cancelled),
    "AppointmentConfirmed": ("appointments", appointments.fold_confirmed),
    "MessageWritten": ("messages", messages.fold_written),
    "ThreadReadUpTo": ("reads", messages.fold_read),
    "ConsentGiven": ("consents", consents.fold_given),
    "ConsentWithdrawn": ("consents", consents.fold_withdrawn),
    "ParticipantNamed": ("profiles", people.fold_named),
    "LanguageChosen": ("profiles", people.fold_language),
    "NoteWritten": ("notes", people.fold_note),
    "SiteNamed": ("listings", directory.fold_listed),
    "CoordinatorListed": ("listings", directory.fold_listed),
    "ContactListed": ("listings", directory.fold_listed),
    "HelpNumberListed": ("listings", directory.fold_listed),
}
"""Which map of the picture a kind changes, and how. `Undone` may change any of `UNDOABLE`."""

UNDOABLE = ("steps", "goals", "appointments")


def fold(picture: Picture, said: Iterable[Entry | Confirmed]) -> Picture:
    """The next picture. Confirmed entries come in the order of `seq`; one already folded is passed over."""
    draft = Draft(picture)
    for one in said:
        if isinstance(one, Confirmed):
            if one.seq <= draft.seq:
                continue
            draft.seq = one.seq
            body = one.entry.body
        else:
            body = one.body
        fact = read_fact(body)
        if fact is None:
            continue
        if isinstance(fact, Undone):
            _undo(draft, by_of(one), fact)
        else:
            name, folder = FOLDERS[fact.kind]
            folder(draft.map(name), by_of(one), fact)
    return draft.done()


def _undo(draft: Draft, by: By, fact: Undone) -> None:
    for name in UNDOABLE:
        if item := draft.reads(name).get(fact.item):
            draft.map(name)[fact.item] = item.without(fact.entry, by.author)
            return
