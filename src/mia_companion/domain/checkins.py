"""How one is today: one of five faces, and a word if one wants."""

from collections.abc import MutableMapping
from typing import Literal

from pydantic import Field

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import Id, Note, Wording, taken_back

FEELINGS = (1, 2, 3, 4, 5)
"""From very heavy to good. Names for faces, never added up and never a score."""


class CheckedIn(Frozen):
    """A person said how they are."""

    kind: Literal["CheckedIn"] = "CheckedIn"
    checkin_id: Id
    feeling: int = Field(ge=1, le=5)
    words: Note = ""


class CheckInWorded(Frozen):
    """A word was put to a check-in, afterwards."""

    kind: Literal["CheckInWorded"] = "CheckInWorded"
    checkin_id: Id
    words: Note


class CheckIn(Frozen):
    """A check-in as it stands."""

    id: str
    by: By
    feeling: int
    wordings: tuple[Wording, ...] = ()
    gone: bool = False

    @property
    def words(self) -> str:
        """The word that stands, or an empty string."""
        return next((w.words for w in reversed(self.wordings) if not w.undone), "")

    def without(self, entry: str, author: str) -> "CheckIn":
        """The check-in with that author's entry taken back."""
        if self.by.wrote(entry, author):
            return self.model_copy(update={"gone": True})
        return self.model_copy(update={"wordings": taken_back(self.wordings, entry, author)})


CheckIns = MutableMapping[str, CheckIn]


def fold_checked_in(checkins: CheckIns, by: By, fact: CheckedIn) -> None:
    """The first with its id is the one."""
    if fact.checkin_id not in checkins:
        wordings = (Wording(by=by, words=fact.words),) if fact.words else ()
        checkins[fact.checkin_id] = CheckIn(
            id=fact.checkin_id, by=by, feeling=fact.feeling, wordings=wordings
        )


def fold_worded(checkins: CheckIns, by: By, fact: CheckInWorded) -> None:
    """The last word wins; the earlier ones stay."""
    if held := checkins.get(fact.checkin_id):
        added = (*held.wordings, Wording(by=by, words=fact.words))
        checkins[held.id] = held.model_copy(update={"wordings": added})
