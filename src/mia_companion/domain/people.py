"""Who the journal is about, and what coordinators note among themselves."""

from collections.abc import MutableMapping
from typing import Literal

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import Id, Long, Short


class ParticipantNamed(Frozen):
    """What the person is called. Names live in journals only, never in the server's tables."""

    kind: Literal["ParticipantNamed"] = "ParticipantNamed"
    name: Short


class LanguageChosen(Frozen):
    """The language the person reads best, a BCP 47 tag."""

    kind: Literal["LanguageChosen"] = "LanguageChosen"
    language: Id


class IdentityProtected(Frozen):
    """Whether the person has a protected identity: their name and places stay with their coordinators."""

    kind: Literal["IdentityProtected"] = "IdentityProtected"
    protected: bool


class NoteWritten(Frozen):
    """A coordinator's note, in `team` or in the coordinator's own journal."""

    kind: Literal["NoteWritten"] = "NoteWritten"
    note_id: Id
    words: Long


class Profile(Frozen):
    """What is known of the person here."""

    name: str = ""
    language: str = ""
    protected: bool = False


class TeamNote(Frozen):
    """A note as it stands."""

    id: str
    words: str
    by: By


Profiles = MutableMapping[str, Profile]
TeamNotes = MutableMapping[str, TeamNote]

ME = "participant"
"""The one key of a journal's profile."""


def fold_named(profiles: Profiles, by: By, fact: ParticipantNamed) -> None:
    """The last name wins."""
    profiles[ME] = profiles.get(ME, Profile()).model_copy(update={"name": fact.name})


def fold_language(profiles: Profiles, by: By, fact: LanguageChosen) -> None:
    """The last choice wins."""
    profiles[ME] = profiles.get(ME, Profile()).model_copy(update={"language": fact.language})


def fold_protected(profiles: Profiles, by: By, fact: IdentityProtected) -> None:
    """The last word wins."""
    profiles[ME] = profiles.get(ME, Profile()).model_copy(update={"protected": fact.protected})


def fold_note(notes: TeamNotes, by: By, fact: NoteWritten) -> None:
    """A note is never changed."""
    notes.setdefault(fact.note_id, TeamNote(id=fact.note_id, words=fact.words, by=by))
