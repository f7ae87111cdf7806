"""Looking for damage: first at what the start reads anyway, then through everything, a little at a time."""

from collections.abc import Iterator

from mia_companion.store.blobs import Blobs
from mia_companion.store.commons import AnyShelves
from mia_companion.store.database import CONFIRMED_TABLES, Database
from mia_companion.store.errors import StoreBroken
from mia_companion.store.journals import Journals
from mia_companion.store.outbox import STATES
from mia_companion.store.sealing import Seal

_SMALL = ("kept", "drafts", "outbox", "blobs", "journals", "pictures")
"""Tables that do not grow with the years, or that the start reads whole."""
_SEALED = {
    "kept": "SELECT name, sealed FROM kept",
    "drafts": "SELECT place, sealed FROM drafts",
    "outbox": "SELECT id, sealed FROM outbox",
}
"""By table: each row's id as its seal knows it, and the sealed bytes."""

_PAGES_AT_ONCE = 4096
"""So many pages of 4 KiB, some 15,000 entries, SQLite looks through in a few milliseconds."""
_RUNS_AT_ONCE = 32
"""Of 256 entries at most, some 4 MB."""


class Looking:
    """Looks for damage in one store. Every method raises StoreBroken."""

    def __init__(
        self,
        database: Database,
        seal: Seal,
        journals: Journals,
        blobs: Blobs,
        shelves: AnyShelves,
    ) -> None:
        self._database = database
        self._seal = seal
        self._journals = journals
        self._blobs = blobs
        self._shelves = shelves

    def first(self) -> None:
        """At what the app reads when it starts, beside the pictures and entries that it then opens."""
        if not self._database.has_its_schema():
            raise StoreBroken("the file's tables are not what they were")
        for table in _SMALL:
            self._structure(table)
        states = self._database.rows("SELECT DISTINCT state FROM outbox")
        if not {state for (state,) in states} <= set(STATES):
            raise StoreBroken("outbox: a state that is none")
        self._journals.check()
        self._blobs.check()
        for table, sql in _SEALED.items():
            for row, sealed in self._database.rows(sql):
                self._seal.open(table, str(row), sealed)

    def through(self) -> Iterator[None]:
        """At everything, a little at each step: the connection is held for some milliseconds at most."""
        self.first()
        yield
        [(pages,)] = self._database.rows("PRAGMA main.page_count")
        if pages <= _PAGES_AT_ONCE:  # of a larger file, each row is looked at and that must do
            for table in self._database.tables():
                self._structure(table)
                yield
            self._structure("1")  # what belongs to no table, such as the list of free pages
            yield
        if not self._database.in_memory(CONFIRMED_TABLES[0]):
            for journal, held in self._journals.known().items():
                yield from self._entries(journal, held.since)
                yield from self._shelves.look_through(journal)

    def _structure(self, what: str) -> None:
        if self._database.rows(f"PRAGMA main.integrity_check({what})") != [("ok",)]:
            raise StoreBroken(f"{what}: the structure is damaged")

    def _entries(self, journal: str, since: int) -> Iterator[None]:
        """Each from `since` to the cursor is there. A journal that changes meanwhile is let be."""
        generation = self._journals.generation(journal)
        upto, last, gap = self._journals.cursors().get(journal, 0), 0, False
        while runs := self._journals.look(journal, last, _RUNS_AT_ONCE):
            for first, seq in runs:
                gap = gap or (first > since and first != last + 1)
                last = seq
            yield
        ends_early = since <= upto and last < upto
        if (gap or ends_early) and generation == self._journals.generation(journal):
            raise StoreBroken("entries: some are missing")
