"""What somebody else has written about a person, and the person says is not right.

    CorrectionAsked ──▶ waits ──CorrectionAnswered (of that asking)──▶ corrected, or noted as disputed
     (again: said anew, and waits again)                └── taken back by whoever answered ──▶ waits

What was written stays where it is: it is said anew by those who wrote it, or both words stand side by side.
"""

from collections.abc import Iterable, MutableMapping
from typing import Literal

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import Id, Long, Note, Wording, taken_back

CORRECTED, DISPUTED = "corrected", "disputed"
ANSWERS = (CORRECTED, DISPUTED)
"""It has been said anew; or it stands, and beside it that the person does not agree."""


class CorrectionAsked(Frozen):
    """The participant says that an entry of somebody else's is not right, and how it is instead."""

    kind: Literal["CorrectionAsked"] = "CorrectionAsked"
    correction_id: Id
    about: Id
    """The entry."""
    words: Long


class CorrectionAnswered(Frozen):
    """A coordinator has answered; counts for the asking that it names and for no later one."""

    kind: Literal["CorrectionAnswered"] = "CorrectionAnswered"
    correction_id: Id
    asking: Id
    """The entry that asked."""
    answer: Id
    words: Note = ""


class CorrectionAnswer(Frozen):
    """An answer, as one entry said it."""

    by: By
    asking: str
    answer: str
    words: str = ""
    undone: bool = False


class Correction(Frozen):
    """One thing that is said not to be right, with everything that was said of it."""

    id: str
    about: str
    wordings: tuple[Wording, ...]
    answers: tuple[CorrectionAnswer, ...] = ()

    @property
    def asked(self) -> Wording | None:
        """What stands of what was asked; None when it was taken back."""
        return next((one for one in reversed(self.wordings) if not one.undone), None)

    @property
    def answer(self) -> CorrectionAnswer | None:
        """The answer to what stands, if there is one."""
        asked = self.asked
        found = (one for one in reversed(self.answers) if not one.undone)
        return next((one for one in found if asked and one.asking == asked.by.entry), None)

    @property
    def waits(self) -> bool:
        """Whether somebody waits for an answer."""
        return self.asked is not None and self.answer is None

    def without(self, entry: str, author: str) -> "Correction":
        """It with that author's entry taken back."""
        return self.model_copy(
            update={
                "wordings": taken_back(self.wordings, entry, author),
                "answers": taken_back(self.answers, entry, author),
            }
        )


Corrections = MutableMapping[str, Correction]


def fold_asked(corrections: Corrections, by: By, fact: CorrectionAsked) -> None:
    """Said again under the same id, it is said in other words, of the same entry."""
    said = Wording(by=by, words=fact.words)
    held = corrections.get(fact.correction_id)
    corrections[fact.correction_id] = (
        Correction(id=fact.correction_id, about=fact.about, wordings=(said,))
        if held is None
        else held.model_copy(update={"wordings": (*held.wordings, said)})
    )


def fold_answered(corrections: Corrections, by: By, fact: CorrectionAnswered) -> None:
    """Of two answers to the same asking the last stands; both are kept."""
    if held := corrections.get(fact.correction_id):
        said = CorrectionAnswer(by=by, asking=fact.asking, answer=fact.answer, words=fact.words)
        corrections[held.id] = held.model_copy(update={"answers": (*held.answers, said)})


def open_corrections(corrections: Iterable[Correction]) -> tuple[Correction, ...]:
    """Those that wait for an answer, whoever has waited longest first."""
    waiting = [(one.asked.by.at, one.id, one) for one in corrections if one.asked and one.waits]
    return tuple(one for _, _, one in sorted(waiting, key=lambda found: found[:2]))
