"""A person's own plan for bad days: the signs, what helps, and whom to call."""

from collections.abc import Mapping, MutableMapping
from typing import Literal

from pydantic import Field

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import Id, Note, Short, Wording, taken_back

SIGNS, HELPS, REASONS = "signs", "helps", "reasons"
PARTS = (SIGNS, HELPS, REASONS)
"""How I notice it, what helps me, and what I want to remember then."""


class BadDayPlanWritten(Frozen):
    """One part of the plan, in the person's own words; empty words take it away."""

    kind: Literal["BadDayPlanWritten"] = "BadDayPlanWritten"
    part: Id
    words: Note


class BadDayCallAdded(Frozen):
    """Someone to call on a bad day; the same id again is the same person, said anew."""

    kind: Literal["BadDayCallAdded"] = "BadDayCallAdded"
    call_id: Id
    name: Short
    number: Short


class Part(Frozen):
    """A part of the plan with every wording that it has had."""

    wordings: tuple[Wording, ...]

    @property
    def words(self) -> str:
        """The wording that stands, or an empty string."""
        return next((w.words for w in reversed(self.wordings) if not w.undone), "")

    def without(self, entry: str, author: str) -> "Part":
        """The part with that author's entry taken back."""
        return Part(wordings=taken_back(self.wordings, entry, author))


class Call(Frozen):
    """Someone to call."""

    id: str
    by: By
    name: str
    number: str
    gone: bool = False

    def without(self, entry: str, author: str) -> "Call":
        """It with that author's entry taken back."""
        return self.model_copy(update={"gone": True}) if self.by.wrote(entry, author) else self


Parts = MutableMapping[str, Part]
Calls = MutableMapping[str, Call]


def fold_written(parts: Parts, by: By, fact: BadDayPlanWritten) -> None:
    """The last wording wins; the earlier ones stay."""
    before = parts[fact.part].wordings if fact.part in parts else ()
    parts[fact.part] = Part(wordings=(*before, Wording(by=by, words=fact.words)))


def fold_call(calls: Calls, by: By, fact: BadDayCallAdded) -> None:
    """What is said last stands."""
    calls[fact.call_id] = Call(id=fact.call_id, by=by, name=fact.name, number=fact.number)


class BadDays(Frozen):
    """The plan as it stands: words by part, and whom to call, in the order in which they were added."""

    parts: dict[str, str] = Field(default_factory=dict)
    calls: tuple[tuple[str, str, str], ...] = ()
    """Id, name and number each."""

    def __bool__(self) -> bool:
        return bool(self.parts or self.calls)


def as_it_stands(parts: Mapping[str, Part], calls: Mapping[str, Call]) -> BadDays:
    """What a picture says of it."""
    return BadDays(
        parts={name: part.words for name, part in parts.items() if part.words},
        calls=tuple(
            (one.id, one.name, one.number)
            for one in sorted(calls.values(), key=lambda c: c.id)
            if not one.gone
        ),
    )
