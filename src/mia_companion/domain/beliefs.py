"""A coordinator's own belief in a participant's way to work, kept in that coordinator's own journal.

Neither the participant nor another coordinator reads it; it is part of what the participant gets who
asks the authority for all that is kept about them.
"""

from collections.abc import MutableMapping
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import Field

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import Id, Note

BELIEFS = (1, 2, 3, 4, 5)
"""From not at all just now to fully."""

ASKED_EVERY = timedelta(days=60)
"""So long after the last answer the coordinator is asked again."""


class BeliefNoted(Frozen):
    """How far the coordinator believes that the participant will come into work or studies."""

    kind: Literal["BeliefNoted"] = "BeliefNoted"
    belief_id: Id
    level: Annotated[int, Field(ge=1, le=5)]
    words: Note = ""


class Belief(Frozen):
    """A belief as it was on a day."""

    id: str
    by: By
    level: int
    words: str = ""
    gone: bool = False

    def without(self, entry: str, author: str) -> "Belief":
        """The belief with that author's entry taken back."""
        return self.model_copy(update={"gone": True}) if self.by.wrote(entry, author) else self


Beliefs = MutableMapping[str, Belief]


def fold_noted(beliefs: Beliefs, by: By, fact: BeliefNoted) -> None:
    """A belief is never changed; the first with its id is the one."""
    if fact.belief_id not in beliefs:
        beliefs[fact.belief_id] = Belief(
            id=fact.belief_id, by=by, level=fact.level, words=fact.words
        )


def is_due(noted: date | None, followed: date, today: date) -> bool:
    """Whether to ask on that day; `noted` is the day of the last answer, `followed` that of the first day."""
    return today - (noted or followed) >= (ASKED_EVERY if noted else timedelta(days=14))
