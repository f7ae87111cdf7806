"""What became of a tap."""

import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from mia_companion.app.companion import Companion
from mia_companion.domain.entries import By
from mia_companion.domain.facts import Fact
from mia_companion.domain.picture import EMPTY as EMPTY_PICTURE
from mia_companion.domain.words import Undone
from mia_companion.store.errors import BlobGone, StoreError, StoreFull
from mia_companion.wire import problems

EMPTY, TOO_LONG, NO_JOURNAL, ENDS_EARLY = "empty", "too-long", "no-journal", "ends-early"
STILL_WAITING, NO_NUMBER, NO_CATEGORY = "still-waiting", "no-number", "no-category"
SAME_PARTY, GONE = "same-party", "attachment-gone"
"""Problems that stop an action before anything is written; the words stay where they were."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """True when it was recorded: `item` and `entry` are then what undo needs, in `journal`.

    `again` is what says anew what was taken back: a taking back cannot itself be taken back.
    `others` were recorded by the same tap, each in another journal, and are taken back with it.
    `problem` is one of the names above or of `wire.problems`.
    """

    item: str = ""
    entry: str = ""
    journal: str = ""
    problem: str = ""
    again: Fact | None = None
    others: tuple["Outcome", ...] = ()

    def __bool__(self) -> bool:
        return not self.problem

    def for_good(self) -> "Outcome":
        """The outcome without a way back: what was taken back is not taken back again."""
        return replace(self, entry="")


def together(outcomes: Iterable[Outcome]) -> Outcome:
    """What one tap recorded in several journals, as one to undo. What failed is not in it."""
    first, *others = [one for one in outcomes if one and one.entry] or [Outcome()]
    return replace(first, others=tuple(others))


def clean(words: str) -> str:
    """A person's words without what no person types: control characters, outer space, lone surrogates."""
    return typed(words).strip()


def typed(words: str) -> str:
    """Half-written words: like `clean`, with the outer space that is still needed."""
    return "".join(c for c in words if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))


def checked(words: str, longest: int) -> str:
    """Why the words cannot be recorded, or an empty string."""
    return too_long(words, longest) if words else EMPTY


def too_long(words: str, longest: int) -> str:
    """Why words that may be left out cannot be recorded, or an empty string."""
    return TOO_LONG if len(words) > longest else ""


def why(wrong: StoreError) -> str:
    """The problem's name for what a store could not do."""
    if isinstance(wrong, BlobGone):
        return GONE
    return problems.DISK_FULL if isinstance(wrong, StoreFull) else problems.STORE_BROKEN


class Recorder:
    """What every noun's actions share."""

    def __init__(self, companion: Companion) -> None:
        self._companion = companion
        self._last = Outcome()

    def _record_once(self, journal: str | None, item: str, make: Callable[[str], Fact]) -> Outcome:
        """Make something new. `item` is the id that its form has had from the beginning: a tap that is
        repeated there finds it made, and is answered as the first was."""
        made = self._companion.view.pictures.get(journal or "", EMPTY_PICTURE).has(item)
        if made and self._last.item == item:
            return self._last
        new = item if item and not made else self._companion.ids.new()
        self._last = self._record(journal, new, lambda: make(new))
        return self._last

    def _record(self, journal: str | None, item: str, make: Callable[[], Fact]) -> Outcome:
        if journal is None:
            return Outcome(problem=NO_JOURNAL)
        try:
            entry = self._companion.record(journal, make())
        except StoreError as wrong:
            return Outcome(problem=why(wrong))
        return Outcome(item=item, entry=entry.id, journal=journal)

    def undo(self, done: Outcome) -> Outcome:
        """Take back what an action did. What it was stays in the history."""
        for other in done.others:
            self.undo(other)
        fact = done.again or Undone(item=done.item, entry=done.entry)
        return self._record(done.journal, done.item, lambda: fact)

    def _take_back(self, journal: str | None, item: str, by: By, again: Fact) -> Outcome:
        done = self._record(journal, item, lambda: Undone(item=item, entry=by.entry))
        return replace(done, again=again) if done else done
