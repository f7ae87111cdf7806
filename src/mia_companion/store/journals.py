"""What the server has confirmed: entries by seq, how far each journal is read, pictures."""

import sqlite3
from collections.abc import Iterable, Iterator

from pydantic import BaseModel

from mia_companion.domain.entries import Confirmed
from mia_companion.domain.picture import EMPTY, Picture
from mia_companion.domain.rights import JournalInfo
from mia_companion.domain.shelving import shelve
from mia_companion.store.commons import AnyShelves
from mia_companion.store.database import Database
from mia_companion.store.errors import StoreBroken
from mia_companion.store.outbox import Outbox
from mia_companion.store.runs import Runs
from mia_companion.store.sealing import Seal


class Held(BaseModel):
    """What the store keeps of a journal beside its entries.

    `since` is the seq of the oldest entry here: 1, or later where a picture came first.
    `reached` is how far each account's devices have pulled. `coordinators` are those assigned now.
    """

    info: JournalInfo
    since: int = 1
    reached: dict[str, int] = {}
    coordinators: tuple[str, ...] = ()


class Journals:
    """The confirmed journals of one store."""

    def __init__(self, database: Database, seal: Seal, outbox: Outbox, shelves: AnyShelves) -> None:
        self._database = database
        self._seal = seal
        self._outbox = outbox
        self._shelves = shelves
        self._runs = Runs(database, seal)
        self.generation = shelves.generation

    def known(self) -> dict[str, Held]:
        """Every journal that this device reads."""
        rows = self._database.rows("SELECT journal, sealed FROM journals ORDER BY journal")
        return {str(j): self._held(str(j), sealed) for j, sealed in rows}

    def cursors(self) -> dict[str, int]:
        """How far each journal is read."""
        rows = self._database.rows("SELECT journal, cursor FROM journals")
        return dict(rows)

    def check(self) -> None:
        """Each cursor stands at the last entry that is here, or before the first. Raises StoreBroken."""
        rows = self._database.rows(
            "SELECT journal, cursor, sealed,"
            " (SELECT max(seq) FROM entries WHERE entries.journal = journals.journal)"
            " FROM journals"
        )
        for journal, cursor, sealed, last in rows:
            since = self._held(str(journal), sealed).since
            if cursor != max(since - 1, last or 0):
                raise StoreBroken("journals: a cursor that stands nowhere")

    def add(
        self,
        held: Held,
        entries: Iterable[Confirmed],
        picture: Picture | None = None,
        *,
        is_shelved: bool = False,
    ) -> Picture | None:
        """Take a page: entries after the cursor, perhaps a picture before them, in one transaction.

        An entry of ours among them leaves the outbox in the same transaction. A repeated page
        changes nothing. Raises ValueError when the page leaves a gap. The picture, if it was taken, is
        returned as it is kept, its settled part here.
        """
        journal, kept_picture = held.info.id, None
        with self._database.transaction() as db:
            row = db.execute(
                "SELECT cursor, sealed FROM journals WHERE journal = ?", (journal,)
            ).fetchone()
            cursor = row[0] if row else 0
            since = self._held(journal, row[1]).since if cursor else 1
            if picture is not None and picture.seq > cursor:
                cursor = picture.seq
                since = cursor + 1
                settled = picture if is_shelved else shelve(picture)
                kept_picture = self._shelves.write(db, journal, settled)
            new = [one for one in entries if one.seq > cursor]
            for one in new:
                cursor += 1
                if one.seq != cursor:
                    raise ValueError(f"a gap after {cursor - 1}")
            self._runs.append(db, journal, new)
            self._outbox.remove(db, [one.entry.id for one in new])
            kept = held.model_copy(update={"since": since})
            sealed = self._seal.seal("journals", journal, kept.model_dump_json().encode())
            db.execute(
                "INSERT INTO journals (journal, cursor, sealed) VALUES (?, ?, ?)"
                " ON CONFLICT (journal) DO UPDATE SET cursor = excluded.cursor,"
                " sealed = excluded.sealed",
                (journal, cursor, sealed),
            )
        return kept_picture

    def entries(self, journal: str, after: int = 0) -> Iterator[Confirmed]:
        """Confirmed entries in order."""
        return self._runs.after(journal, after)

    def look(self, journal: str, after: int, most: int) -> list[tuple[int, int]]:
        """As `Runs.look`."""
        return self._runs.look(journal, after, most)

    def picture(self, journal: str) -> Picture:
        """The journal folded as far as a saved picture of this fold goes; empty without one.

        What is settled in it is opened when it is looked for. Where an older fold's picture stood for a
        beginning that is not here, the journal is emptied, to be read anew from the server.
        """
        saved = self._shelves.read(journal)
        if saved is None:
            self._read_anew_without(journal)
        return saved or EMPTY

    def _read_anew_without(self, journal: str) -> None:
        """There is no picture; where one stood for a beginning, the entries after it are of no use."""
        for (sealed,) in self._database.rows(
            "SELECT sealed FROM journals WHERE journal = ? AND cursor > 0", journal
        ):
            if self._held(journal, sealed).since > 1:
                with self._database.transaction() as db:
                    self._cut(db, journal, 0)

    def _cut(self, db: sqlite3.Connection, journal: str, upto: int) -> None:
        self._runs.cut(db, journal, upto)
        self._shelves.cut(db, journal, upto)
        db.execute("UPDATE journals SET cursor = min(cursor, ?) WHERE journal = ?", (upto, journal))

    def save_picture(
        self, journal: str, picture: Picture, *, generation: int | None = None
    ) -> Picture:
        """Keep a picture of confirmed entries only, shelved: the next start folds only what is new.

        What is returned is the same picture, its settled part here. One of another generation, or of what
        is not here, is not kept.
        """
        with self._database.transaction() as db:
            if generation not in (None, self.generation(journal)):
                return picture
            there = db.execute(
                "SELECT 1 FROM journals WHERE journal = ? AND cursor >= ?", (journal, picture.seq)
            ).fetchall()
            return self._shelves.write(db, journal, shelve(picture)) if there else picture

    def rebase(self, base: dict[str, int]) -> None:
        """A restored server agrees only up to `base`: the rest goes to the outbox, to be returned.

        Nothing is wiped: an entry leaves the outbox only when the server has it again, and a journal
        that `base` does not name stays as it is.
        """
        with self._database.transaction() as db:
            self._outbox.resend(db)
            for journal, held in self.known().items():
                if journal not in base:
                    continue
                upto = base[journal]
                for one in list(self.entries(journal, after=upto)):
                    self._outbox.give_back(db, one)
                if held.since > 1 and self._database.rows(
                    "SELECT 1 FROM pictures WHERE journal = ? AND seq > ?", journal, upto
                ):
                    upto = 0  # what stood before the picture is not here: read it all anew
                self._cut(db, journal, upto)

    def forget(self, *journals: str) -> None:
        """Empty journals from the device, because the server said so and proved it.

        What waited in them was offered to the server first, which keeps it for the successor.
        """
        with self._database.transaction() as db:
            for journal in journals:
                self._shelves.cut(db, journal, -1)
                for table in ("entries", "journals", "blobs", "blob_cache"):
                    db.execute(f"DELETE FROM {table} WHERE journal = ?", (journal,))  # noqa: S608
            waiting = [*self._outbox.all(), *self._outbox.given_back()] if journals else []
            self._outbox.remove(db, [w.entry.id for w in waiting if w.entry.journal in journals])

    def _held(self, journal: str, sealed: bytes) -> Held:
        return Held.model_validate_json(self._open("journals", journal, sealed))

    def _open(self, table: str, row: str, sealed: bytes) -> bytes:
        return self._seal.open(table, row, sealed)
