"""What I want to say at an appointment: shared, or in one's own journal, which may name it."""

from collections.abc import MutableMapping
from typing import Literal

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import Id, Long, Wording, current, taken_back


class PreparationWritten(Frozen):
    """A person wrote down something to say or to ask there; the same id again is the same in other words."""

    kind: Literal["PreparationWritten"] = "PreparationWritten"
    preparation_id: Id
    appointment_id: Id
    words: Long


class Preparation(Frozen):
    """One thing to say, with every wording that it has had."""

    id: str
    wordings: tuple[Wording, ...]
    gone: bool = False

    @property
    def words(self) -> str:
        """The wording that stands."""
        return current(self.wordings)

    @property
    def by(self) -> By:
        """Who wrote it first."""
        return self.wordings[0].by

    def without(self, entry: str, author: str) -> "Preparation":
        """It with that author's entry taken back; gone with the entry that made it."""
        if self.by.wrote(entry, author):
            return self.model_copy(update={"gone": True})
        return self.model_copy(update={"wordings": taken_back(self.wordings, entry, author)})


class Prepared(Frozen):
    """All that is prepared for one appointment in one journal, in the order in which it was written."""

    items: tuple[Preparation, ...] = ()

    def without(self, entry: str, author: str) -> "Prepared":
        """It with that author's entry taken back."""
        return Prepared(items=tuple(one.without(entry, author) for one in self.items))


Preparations = MutableMapping[str, Prepared]
"""By appointment."""


def fold_prepared(preparations: Preparations, by: By, fact: PreparationWritten) -> None:
    """One more thing to say, or the same thing in other words; the last wording wins."""
    held = preparations.get(fact.appointment_id, Prepared())
    said = Wording(by=by, words=fact.words)
    items = [
        one.model_copy(update={"wordings": (*one.wordings, said)})
        if one.id == fact.preparation_id
        else one
        for one in held.items
    ]
    if all(one.id != fact.preparation_id for one in items):
        items.append(Preparation(id=fact.preparation_id, wordings=(said,)))
    preparations[fact.appointment_id] = Prepared(items=tuple(items))
