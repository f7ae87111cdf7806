"""Saved pictures: what is live in one sealed row a journal, what is settled in chunks beside it.

pictures   one row a journal: all that is live, and which chunks there are
shelves    [7: settled steps] [9: settled messages] …      opened when something in one is looked for

Both are written in one transaction. A chunk is never changed, and its number never used again; the last
of each map is replaced by a longer one until it is full.
"""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import Any

from mia_companion.domain.layers import Layers, live, shelf_of
from mia_companion.domain.picture import MAPS, Picture, save_part
from mia_companion.domain.shelf import Chunk, Shelf
from mia_companion.domain.shelving import chunk_of
from mia_companion.store.damage import Damage
from mia_companion.store.database import Database
from mia_companion.store.errors import StoreBroken, StoreError
from mia_companion.store.saved_picture import pack, read_items, unpack
from mia_companion.store.sealing import Seal

_FULL = 256
"""Items in a chunk: few enough to look for one among them, many enough to have few chunks."""


class Shelves:
    """The saved pictures of one store."""

    def __init__(self, database: Database, seal: Seal, damage: Damage) -> None:
        self._database = database
        self._seal = seal
        self._damage = damage
        self._turned: Counter[str] = Counter()

    def generation(self, journal: str) -> int:
        """Another one from when on what was folded of the journal here is of no use any more."""
        return self._turned[journal]

    def read(self, journal: str) -> Picture | None:
        """The saved picture, nothing but its row opened; None without one. One of another fold goes."""
        for seq, sealed in self._database.rows(
            "SELECT seq, sealed FROM pictures WHERE journal = ?", journal
        ):
            raw = self._seal.open("pictures", journal, sealed)
            picture = unpack(raw, self._read, partial(self._fetch, journal))
            if picture is None:
                with self._database.transaction() as db:
                    self._drop(db, journal)
            elif picture.seq != seq:
                raise StoreBroken("pictures: a row that says another seq")
            return picture
        return None

    def write(self, db: sqlite3.Connection, journal: str, picture: Picture) -> Picture:
        """Inside a transaction: keep the picture. What is returned has its settled part here."""
        chunks = {
            name: with_all_stored(
                shelf_of(getattr(picture, name)), partial(self._put, db, journal, name)
            )
            for name in MAPS
        }
        db.execute(
            "INSERT OR REPLACE INTO pictures (journal, seq, sealed) VALUES (?, ?, ?)",
            (journal, picture.seq, self._seal.seal("pictures", journal, pack(picture, chunks))),
        )
        named = {chunk.place for some in chunks.values() for chunk in some}
        found = db.execute("SELECT number FROM shelves WHERE journal = ?", (journal,)).fetchall()
        gone = [row for row in found if row[0] not in named]
        db.executemany("DELETE FROM shelves WHERE number = ?", gone)
        maps: dict[str, Any] = {
            name: Layers(live(getattr(picture, name)), {}, Shelf(some))
            for name, some in chunks.items()
            if some != shelf_of(getattr(picture, name)).chunks
        }
        return replace(picture, **maps)

    def _put(
        self, db: sqlite3.Connection, journal: str, name: str, items: Mapping[str, Any]
    ) -> Chunk[Any]:
        [(number,)] = db.execute(
            "INSERT INTO shelves (journal, sealed) VALUES (?, x'') RETURNING number", (journal,)
        ).fetchall()
        sealed = self._seal.seal("shelves", _row(journal, number), save_part(name, items))
        db.execute("UPDATE shelves SET sealed = ? WHERE number = ?", (sealed, number))
        fetch = partial(self._fetch, journal, name, number)
        return chunk_of(items, fetch, place=number)

    def _fetch(self, journal: str, name: str, number: int) -> Mapping[str, Any]:
        with self._remembering():
            return read_items(name, self._chunk(journal, number))

    def _read(self, name: str, raw: bytes) -> Mapping[str, Any]:
        with self._remembering():
            return read_items(name, raw)

    @contextmanager
    def _remembering(self) -> Iterator[None]:
        """Items are asked for in the middle of a screen: what is broken is remembered, whoever asked."""
        try:
            yield
        except StoreBroken:
            self._damage.remember()
            raise

    def _chunk(self, journal: str, number: int) -> bytes:
        for (sealed,) in self._database.rows("SELECT sealed FROM shelves WHERE number = ?", number):
            return self._seal.open("shelves", _row(journal, number), sealed)
        if number in self._named(journal):
            raise StoreBroken("shelves: a chunk is missing")
        raise StoreError("shelves: a picture that is no longer kept here")

    def _named(self, journal: str) -> list[int]:
        """The numbers of the chunks that there must be."""
        picture = self.read(journal)
        shelves = [shelf_of(getattr(picture, name)) for name in MAPS] if picture else []
        return [chunk.place for shelf in shelves for chunk in shelf.chunks if chunk.place]

    def look_through(self, journal: str) -> Iterator[None]:
        """At each chunk that there must be. Raises StoreBroken."""
        for number in self._named(journal):
            try:
                self._chunk(journal, number)
            except StoreBroken:
                raise
            except StoreError:
                return  # another picture has taken its place meanwhile
            yield

    def cut(self, db: sqlite3.Connection, journal: str, upto: int) -> None:
        """Inside a transaction: the journal is another after that `seq`, and a picture of it is none."""
        self._turned[journal] += 1
        if db.execute(
            "SELECT 1 FROM pictures WHERE journal = ? AND seq > ?", (journal, upto)
        ).fetchall():
            self._drop(db, journal)

    def _drop(self, db: sqlite3.Connection, journal: str) -> None:
        """Inside a transaction: take the saved picture away, with all that is settled in it."""
        for table in ("pictures", "shelves"):
            db.execute(f"DELETE FROM {table} WHERE journal = ?", (journal,))  # noqa: S608


def with_all_stored(
    shelf: Shelf[Any], put: Callable[[Mapping[str, Any]], Chunk[Any]]
) -> tuple[Chunk[Any], ...]:
    """A shelf's chunks, those without a place put there; what is new is put to the last one."""
    here = [chunk for chunk in shelf.chunks if chunk.place is not None]
    new = [chunk for chunk in shelf.chunks if chunk.place is None]
    if new and here and len(here[-1].labels) < _FULL:
        new.insert(0, here.pop())
    items = {key: item for chunk in new for key, item in chunk.fetched.items()}
    return (*here, *(put(some) for some in _batches(items)))


def _batches(items: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    left = iter(items.items())
    while some := dict(islice(left, _FULL)):
        yield some


def _row(journal: str, number: int) -> str:
    return f"{journal}/{number}"
