"""A broken store is laid aside, never deleted, and what only it has goes into a new one.

What the server has confirmed comes back from the server. The outbox, drafts, tokens, choices and the
photos and files that wait exist nowhere else: each of their rows that still opens is taken over as it is.

    broken ──▶ a new file beside it, made whole ──▶ broken one laid aside ──▶ the new one in its place
"""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from mia_companion.store.commons import Commons
from mia_companion.store.damage import mark_of
from mia_companion.store.database import FAULTS
from mia_companion.store.errors import StoreBroken, StoreError
from mia_companion.store.outbox import RETURNING, STATES, WAITING
from mia_companion.store.sealing import Seal
from mia_companion.store.store import Store

_ONLY_HERE = {
    "outbox": ("id", "state", "reason", "sealed"),
    "drafts": ("place", "sealed"),
    "kept": ("name", "sealed"),
    "blobs": ("blob", "journal", "entry", "sealed"),
    "blob_bytes": ("blob", "sealed"),
}
_PARTS = ("", "-wal", "-shm")
_ORDER = {
    "outbox": "position", "drafts": "place", "kept": "name", "blobs": "blob", "blob_bytes": "rowid"
}  # fmt: skip
"""Never by an index: what a damaged one says of a row that is whole would lose the row."""


def open_or_mend(
    path: Path,
    key: bytes,
    *,
    commons: Commons | None = None,
    aside: str,
    read: Callable[[Store], object] = lambda _: None,
) -> tuple[Store, bool]:
    """The store, and whether it had to be mended: a broken file then lies under its name and `aside`.

    `read` takes from the store what the app starts with, so that nothing is read only to be checked; what
    it finds broken is mended like what is found here, or was found when the store was open last.
    """
    _finish(path, aside)
    store = None
    try:
        store = Store(path, key, commons=commons)
        if mark_of(path).exists():
            raise StoreBroken("damage was found before")
        store.looking.first()
        read(store)
        return store, False
    except BaseException as wrong:
        if store:
            store.close()  # or the next try would find it in use
        if not isinstance(wrong, StoreBroken):
            raise
    _make_anew(path, key)
    _put_aside(path, aside)
    _made(path).rename(path)
    mark_of(path).unlink(missing_ok=True)
    store = Store(path, key, commons=commons)
    try:
        read(store)
    except StoreError:
        store.close()
        raise
    return store, True


def _made(path: Path) -> Path:
    return path.with_name(path.name + ".mending")


def _make_anew(path: Path, key: bytes) -> None:
    """A whole new file beside the broken one, with what only that has."""
    with closing(Store(_made(path), key)) as store:
        for table, columns in _ONLY_HERE.items():
            store.take_over(table, columns, _salvage(path, table, key))
        store.blobs.mend()


def _put_aside(path: Path, aside: str) -> None:
    """The file goes before its log: alone, a log would be taken for that of the new file."""
    for suffix in _PARTS:
        old = path.with_name(path.name + suffix)
        if old.exists():
            old.rename(path.with_name(f"{path.name}{aside}{suffix}"))


def _finish(path: Path, aside: str) -> None:
    """The app may have been killed in the middle. A new file was whole when the broken one went."""
    made = _made(path)
    if not made.exists():
        return
    if path.exists():
        for suffix in _PARTS:
            made.with_name(made.name + suffix).unlink(missing_ok=True)
    else:
        _put_aside(path, aside)
        made.rename(path)
        mark_of(path).unlink(missing_ok=True)


def _salvage(broken: Path, table: str, key: bytes) -> list[tuple[object, ...]]:
    """The rows of a table that still open, in its order, whatever lies between them."""
    seal = Seal(key)
    found: dict[Any, tuple[object, ...]] = {}
    with closing(sqlite3.connect(broken)) as db:
        for backwards in (False, True):
            rows = {}
            for place, *row in _rows(db, table, backwards):
                with suppress(StoreBroken):
                    raw = seal.open(table, str(row[0]), row[-1])
                    if table == "outbox" and row[1] not in STATES:
                        row[1] = RETURNING if b'"receipt":' in raw else WAITING
                    rows[place] = tuple(row)
            found |= rows
    return [found[place] for place in sorted(found)]


def _rows(db: sqlite3.Connection, table: str, backwards: bool) -> Iterator[tuple[Any, ...]]:
    """As many rows as can be reached from that end before the damage."""
    columns, order = ", ".join(_ONLY_HERE[table]), _ORDER[table]
    sql = f"SELECT {order}, {columns} FROM {table} ORDER BY {order} {'DESC' if backwards else ''}"  # noqa: S608
    with suppress(*FAULTS):
        yield from db.execute(sql)
