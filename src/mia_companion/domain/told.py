"""One line of the history. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from mia_companion.domain.entries import By
from mia_companion.domain.words import Wording


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that happened. `what` is the kind of its entry; `words` are its own, or those of what it
    is about; `before` what they replaced. `about` is a state, a result, a sort, a party, a level or a way,
    by what happened; `day` and `at` are what it says of time, `at` with its IANA `zone`.
    """

    what: str
    by: By
    words: str = ""
    before: str = ""
    about: str = ""
    day: date | None = None
    at: datetime | None = None
    zone: str = ""
    note: str = ""
    undone: bool = False


def worded(first: str, anew: str, wordings: Sequence[Wording]) -> Iterator[Told]:
    """Every version of somebody's words, each beside what it replaced."""
    before = ""
    for one in wordings:
        yield Told(anew if before else first, one.by, one.words, before, undone=one.undone)
        before = one.words
