"""What became of a tap."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from mia_companion.app.companion import Companion
from mia_companion.domain.facts import Fact
from mia_companion.domain.words import Undone
from mia_companion.store.errors import StoreError, StoreFull
from mia_companion.wire import problems

EMPTY, TOO_LONG, NO_JOURNAL, ENDS_EARLY = "empty", "too-long", "no-journal", "ends-early"
STILL_WAITING = "still-waiting"
"""Problems that stop an action before anything is written; the words stay where they were."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """True when it was recorded: `item` and `entry` are then what undo needs, in `journal`.

    `problem` is one of the names above or of `wire.problems`.
    """

    item: str = ""
    entry: str = ""
    journal: str = ""
    problem: str = ""

    def __bool__(self) -> bool:
        return not self.problem


def clean(words: str) -> str:
    """A person's words without what no person types: control characters, outer space, lone surrogates."""
    kept = (c for c in words if c in "\n\t" or unicodedata.category(c) not in ("Cc", "Cs"))
    return "".join(kept).strip()


def checked(words: str, longest: int) -> str:
    """Why the words cannot be recorded, or an empty string."""
    if not words:
        return EMPTY
    return TOO_LONG if len(words) > longest else ""


class Recorder:
    """What every noun's actions share."""

    def __init__(self, companion: Companion) -> None:
        self._companion = companion

    def _record(self, journal: str | None, item: str, make: Callable[[], Fact]) -> Outcome:
        if journal is None:
            return Outcome(problem=NO_JOURNAL)
        try:
            entry = self._companion.record(journal, make())
        except StoreFull:
            return Outcome(problem=problems.DISK_FULL)
        except StoreError:
            return Outcome(problem=problems.STORE_BROKEN)
        return Outcome(item=item, entry=entry.id, journal=journal)

    def undo(self, done: Outcome) -> Outcome:
        """Take back what an action did. What it was stays in the history."""
        return self._record(
            done.journal, done.item, lambda: Undone(item=done.item, entry=done.entry)
        )
