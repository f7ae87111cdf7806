"""Pictures in memory, one for all sessions of a process that read the same journal.

    session A ─┐                        ┌─ live items        as objects
    session B ─┼─▶ journal · epoch · seq┤
    session C ─┘    kept while one holds └─ settled chunks   packed; opened when looked for

What a session has not been given by the server it never finds here: it asks only for journals that an
answer to it has named, and only as far as that answer says the journal reaches. A picture goes when the
last session that holds it does.
"""

import sqlite3
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from threading import Lock
from typing import Any
from weakref import WeakValueDictionary

from mia_companion.domain.layers import Layers, live, shelf_of
from mia_companion.domain.picture import MAPS, Picture, save_part
from mia_companion.domain.shelf import Chunk, Shelf
from mia_companion.domain.shelving import chunk_of
from mia_companion.store.database import Database
from mia_companion.store.saved_picture import read_items
from mia_companion.store.shelves import Shelves, with_all_stored

_QUICK = 1
"""How hard packing tries: what is settled is read seldom, and written while somebody waits."""


@dataclass(eq=False)
class Common:
    """A picture of confirmed entries, whoever holds it."""

    picture: Picture


class Commons:
    """All that the sessions of this process hold, by journal and epoch and then by seq."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._kept: dict[tuple[str, str], WeakValueDictionary[int, Common]] = {}

    def keep(self, journal: str, epoch: str, picture: Picture) -> Common:
        """The picture for all; the one that another session has kept, if one has."""
        with self._lock:
            known = self._kept.setdefault((journal, epoch), WeakValueDictionary())
            if (found := known.get(picture.seq)) is None:
                known[picture.seq] = found = Common(_packed(picture))
            return found

    def newest(self, journal: str, epoch: str, upto: int) -> Common | None:
        """The furthest that anybody holds, and not further than `upto`."""
        with self._lock:
            held = dict(self._kept.get((journal, epoch), {}))
        return held[max(seqs)] if (seqs := [seq for seq in held if seq <= upto]) else None


class CommonShelves:
    """In the place of `Shelves` in a store whose confirmed journals are in memory alone."""

    def __init__(self, database: Database, commons: Commons, epoch: Callable[[], str]) -> None:
        self._database = database
        self._commons = commons
        self._epoch = epoch
        self._held: dict[str, dict[int, Common]] = {}
        self._turned: Counter[str] = Counter()

    def generation(self, journal: str) -> int:
        """As in `Shelves`."""
        return self._turned[journal]

    def newest(self, journal: str, upto: int) -> Picture | None:
        """What another session holds of that journal, so that it need not be fetched again."""
        found = self._commons.newest(journal, self._epoch(), upto)
        return found.picture if found else None

    def read(self, journal: str) -> Picture | None:
        """As in `Shelves`."""
        for (seq,) in self._database.rows("SELECT seq FROM pictures WHERE journal = ?", journal):
            return self._held[journal][seq].picture
        return None

    def write(self, db: sqlite3.Connection, journal: str, picture: Picture) -> Picture:
        """As in `Shelves`. The one before is held on to, for a transaction that is taken back."""
        common = self._commons.keep(journal, self._epoch(), picture)
        row = db.execute("SELECT seq FROM pictures WHERE journal = ?", (journal,)).fetchone()
        before = self._held.get(journal, {})
        kept = {seq: one for seq, one in before.items() if row and seq == row[0]}
        self._held[journal] = {**kept, picture.seq: common}
        db.execute(
            "INSERT OR REPLACE INTO pictures (journal, seq, sealed) VALUES (?, ?, x'')",
            (journal, picture.seq),
        )
        return common.picture

    def look_through(self, journal: str) -> Iterator[None]:
        """Nothing of it is on a disk."""
        yield from ()

    def cut(self, db: sqlite3.Connection, journal: str, upto: int) -> None:
        """As in `Shelves`."""
        self._turned[journal] += 1
        db.execute("DELETE FROM pictures WHERE journal = ? AND seq > ?", (journal, upto))
        if upto < 0:
            self._held.pop(journal, None)


AnyShelves = Shelves | CommonShelves
"""Where a store keeps its pictures."""


def _packed(picture: Picture) -> Picture:
    """The same picture, its settled part packed."""
    maps: dict[str, Any] = {}
    for name in MAPS:
        shelf = shelf_of(getattr(picture, name))
        chunks = with_all_stored(shelf, partial(_pack, name))
        if chunks != shelf.chunks:
            maps[name] = Layers(live(getattr(picture, name)), {}, Shelf(chunks))
    return replace(picture, **maps)


def _pack(name: str, items: Mapping[str, Any]) -> Chunk[Any]:
    packed = zlib.compress(save_part(name, items), _QUICK)
    return chunk_of(items, lambda: read_items(name, zlib.decompress(packed)), place=len(packed))
