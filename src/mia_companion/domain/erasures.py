"""A person asks that what is kept about them be erased, and is told when, or why it must stay.

    ErasureAsked ──▶ waits ──ErasureAnswered (of that asking)──▶ will be erased on a day
     (again: waits again)          (again: said anew)       └──▶ must stay until a day, by which law

The erasing itself is the authority's (`mia-companion admin erase`): with it the answer goes too.
"""

from collections.abc import Iterable, MutableMapping
from datetime import date
from typing import Literal

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import Id, Note, Wording, taken_back

ERASED, STAYS = "will_be_erased", "must_stay"
ANSWERS = (ERASED, STAYS)


class ErasureAsked(Frozen):
    """The participant asks that what is kept about them and shared be erased."""

    kind: Literal["ErasureAsked"] = "ErasureAsked"
    erasure_id: Id
    words: Note = ""


class ErasureAnswered(Frozen):
    """What the authority has decided of that asking.

    `day` is by when it is erased, or until when it must stay, where that is known. A refusal says the
    reason, the law that it rests on, and how one appeals.
    """

    kind: Literal["ErasureAnswered"] = "ErasureAnswered"
    erasure_id: Id
    asking: Id
    """The entry that asked."""
    answer: Id
    day: date | None = None
    reason: Note = ""
    law: Note = ""
    appeal: Note = ""


class ErasureAnswer(Frozen):
    """A decision, as one entry said it."""

    by: By
    fact: ErasureAnswered
    undone: bool = False


class Erasure(Frozen):
    """One asking, with everything that was said of it."""

    id: str
    wordings: tuple[Wording, ...]
    answers: tuple[ErasureAnswer, ...] = ()

    @property
    def asked(self) -> Wording | None:
        """The asking that stands; None when it was taken back."""
        return next((one for one in reversed(self.wordings) if not one.undone), None)

    @property
    def answer(self) -> ErasureAnswer | None:
        """The decision on what stands, if there is one."""
        asked = self.asked
        found = (one for one in reversed(self.answers) if not one.undone)
        return next((one for one in found if asked and one.fact.asking == asked.by.entry), None)

    @property
    def waits(self) -> bool:
        """Whether somebody waits for an answer."""
        return self.asked is not None and self.answer is None

    def without(self, entry: str, author: str) -> "Erasure":
        """It with that author's entry taken back."""
        return self.model_copy(
            update={
                "wordings": taken_back(self.wordings, entry, author),
                "answers": taken_back(self.answers, entry, author),
            }
        )


Erasures = MutableMapping[str, Erasure]


def fold_asked(erasures: Erasures, by: By, fact: ErasureAsked) -> None:
    """Said again under the same id, it is asked again."""
    said = Wording(by=by, words=fact.words)
    held = erasures.get(fact.erasure_id, Erasure(id=fact.erasure_id, wordings=()))
    erasures[held.id] = held.model_copy(update={"wordings": (*held.wordings, said)})


def fold_answered(erasures: Erasures, by: By, fact: ErasureAnswered) -> None:
    """Of two decisions on the same asking the last stands; both are kept."""
    if held := erasures.get(fact.erasure_id):
        answers = (*held.answers, ErasureAnswer(by=by, fact=fact))
        erasures[held.id] = held.model_copy(update={"answers": answers})


def open_erasures(erasures: Iterable[Erasure]) -> tuple[Erasure, ...]:
    """Those that wait for an answer, whoever has waited longest first."""
    waiting = [(one.asked.by.at, one.id, one) for one in erasures if one.asked and one.waits]
    return tuple(one for _, _, one in sorted(waiting, key=lambda found: found[:2]))


def newest(erasures: Iterable[Erasure]) -> Erasure | None:
    """The one that was asked last and stands."""
    standing = [(one.asked.by.seq or 2**62, one.id, one) for one in erasures if one.asked]
    return max(standing, key=lambda found: found[:2], default=(0, "", None))[2]
