"""The confirmed entries' rows: what came together lies together, sealed once.

    [1 ················ 256] [257 ··· 300] [301] [302 303]        a page makes one, or several
                             └── cut at 280 ──▶ [257 · 280]       a run is made anew only where it is cut

A row is known by the `seq` of its last entry, and bound to that of its first.
"""

import sqlite3
from collections.abc import Iterator, Sequence

from pydantic import TypeAdapter

from mia_companion.domain.entries import Confirmed
from mia_companion.store.database import Database
from mia_companion.store.sealing import Seal

_LONGEST = 256
"""Entries in a run: few enough to open one for its last entry, many enough to seal it in no time."""

_RUN: TypeAdapter[tuple[Confirmed, ...]] = TypeAdapter(tuple[Confirmed, ...])


class Runs:
    """The entries of one store. Methods that take `db` are called inside a transaction."""

    def __init__(self, database: Database, seal: Seal) -> None:
        self._database = database
        self._seal = seal

    def append(self, db: sqlite3.Connection, journal: str, entries: Sequence[Confirmed]) -> None:
        """Entries that follow each other, and what is here."""
        for at in range(0, len(entries), _LONGEST):
            run = tuple(entries[at : at + _LONGEST])
            first, seq = run[0].seq, run[-1].seq
            sealed = self._seal.seal("entries", _row(journal, first, seq), _RUN.dump_json(run))
            db.execute(
                "INSERT INTO entries (journal, seq, first, sealed) VALUES (?, ?, ?, ?)",
                (journal, seq, first, sealed),
            )

    def after(self, journal: str, after: int) -> Iterator[Confirmed]:
        """In order. Raises StoreBroken."""
        for seq, first, sealed in self._database.rows(
            "SELECT seq, first, sealed FROM entries WHERE journal = ? AND seq > ? ORDER BY seq",
            journal,
            after,
        ):
            run = self._opened(journal, first, seq, sealed)
            yield from run[max(0, after + 1 - first) :]

    def cut(self, db: sqlite3.Connection, journal: str, upto: int) -> None:
        """What comes after goes, out of the middle of a run as well."""
        kept: tuple[Confirmed, ...] = ()
        for seq, first, sealed in db.execute(
            "SELECT seq, first, sealed FROM entries WHERE journal = ? AND seq > ? AND first <= ?",
            (journal, upto, upto),
        ).fetchall():
            kept = self._opened(journal, first, seq, sealed)[: upto + 1 - first]
        db.execute("DELETE FROM entries WHERE journal = ? AND seq > ?", (journal, upto))
        self.append(db, journal, kept)

    def look(self, journal: str, after: int, most: int) -> list[tuple[int, int]]:
        """The first and the last of each of so many runs that end after that. Raises StoreBroken."""
        found = []
        for seq, first, sealed in self._database.rows(
            "SELECT seq, first, sealed FROM entries WHERE journal = ? AND seq > ?"
            " ORDER BY seq LIMIT ?",
            journal,
            after,
            most,
        ):
            self._seal.open("entries", _row(journal, first, seq), sealed)
            found.append((first, seq))
        return found

    def _opened(self, journal: str, first: int, seq: int, sealed: bytes) -> tuple[Confirmed, ...]:
        raw = self._seal.open("entries", _row(journal, first, seq), sealed)
        if raw.startswith(b"{"):  # before there were runs
            return (Confirmed.model_validate_json(raw),)
        return _RUN.validate_json(raw)


def _row(journal: str, first: int, seq: int) -> str:
    return f"{journal}/{seq}" if first == seq else f"{journal}/{first}-{seq}"
