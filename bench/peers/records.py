"""The records: the same entry for every server, some 300 bytes of values, each with words of its own."""

import random
from collections.abc import Iterator
from dataclasses import dataclass

from mia_companion.domain.entries import Entry
from mia_companion.domain.facts import write_fact
from mia_companion.domain.ids import Ids, system_clock
from mia_companion.domain.steps import StepPlanned

_WORDS = (
    *("gå", "ringa", "fråga", "läkaren", "kommunen", "handläggaren", "biblioteket", "kvarteret"),
    *("på", "till", "om", "en", "sväng", "runt", "blanketten", "intyget", "praktiken", "kaféet"),
    *("tisdag", "morgon", "efter", "lunch", "boka", "hälsa", "skicka", "läsa", "igenom", "Anna"),
    *("tillsammans", "med", "utan", "stress", "först", "sedan", "bara", "lite", "vila", "möte"),
    *("promenad", "buss", "schema", "svar"),
)
_MANY = 42
"""Letters of words in a record, so that its values are some 300 bytes."""


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes, where, and on what."""

    journal: str
    account: str
    device: str


class Records:
    """Makes entries, the same ones in every run but for their ids."""

    def __init__(self, seed: int = 1) -> None:
        self._random = random.Random(seed)
        self.new_id = Ids(system_clock, self._random.randbytes).new

    def words(self) -> str:
        """A short sentence."""
        said = " ".join(self._random.choices(_WORDS, k=12))
        return said[:_MANY].strip().capitalize().ljust(_MANY, ".")

    def entry(self, author: Author) -> Entry:
        """A planned step by that author."""
        id_ = self.new_id()
        return Entry(
            id=id_,
            journal=author.journal,
            author=author.account,
            device=author.device,
            happened_at=system_clock(),
            based_on=0,
            body=write_fact(StepPlanned(step_id=id_, words=self.words())),
        )


@dataclass(frozen=True, slots=True)
class Pattern:
    """An entry's JSON around its id, so that the next one costs the load next to nothing.

    The id stands twice in an entry: as its own, and as its step's.
    """

    parts: tuple[bytes, ...]

    def filled(self, id_: bytes) -> bytes:
        """The entry with that id, as long as any other."""
        return id_.join(self.parts)


def pattern(entry: Entry) -> Pattern:
    """Everything of the entry but its id."""
    return pattern_of(entry.model_dump_json().encode(), entry)


def pattern_of(said: bytes, entry: Entry) -> Pattern:
    """Everything but the entry's id of what a server is to be told of it."""
    return Pattern(tuple(said.split(entry.id.encode())))


def fresh_ids(salt: str) -> Iterator[bytes]:
    """Ids of 36 letters that nobody else makes, as fast as can be. `salt` has eight hex digits."""
    number = 0
    while True:
        number += 1
        text = f"{number:012x}"
        yield f"{salt}-0000-7000-8000-{text}".encode()


def fields(entry: Entry) -> dict[str, object]:
    """The entry as a peer's record, id and all."""
    said: dict[str, object] = entry.model_dump(mode="json")
    return said
