"""The log: each journal numbers its own entries 1, 2, 3 … without a gap, in the storing transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.server.access import is_plain, journal_rows
from mia_companion.server.reading import JournalReader
from mia_companion.server.rows import accepted, row_of, same_entry
from mia_companion.server.schema import entries as e
from mia_companion.server.schema import journals as j
from mia_companion.wire import problems
from mia_companion.wire.sync import Accepted, Refused

Stored = tuple[dict[str, Any], Accepted | Refused]
"""The row of an entry that has its place, and its author's answer."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """An entry to store, and when it first came to this server."""

    entry: Entry
    received_at: datetime


@dataclass(frozen=True, slots=True)
class Appended:
    """An answer for each arrival, what is `fresh` among them, and the new `heads` by journal."""

    answers: list[Accepted | Refused]
    fresh: list[Confirmed]
    heads: dict[str, int]


class Journals(JournalReader):
    """Appends to the sealed log, and reads it. Knows nothing of who may do so."""

    def append(
        self, connection: sa.Connection, arrivals: Sequence[Arrival], epoch: str
    ) -> Appended:
        """Store what is not stored yet, each in its journal's next place.

        The same id with the same digest is answered with the place it already has; with another,
        with `id-taken`; in a journal that was erased meanwhile, with `journal-erased`.
        """
        heads = self.lock_all(connection, {one.entry.journal for one in arrivals})
        stored = self.stored(connection, [one.entry for one in arrivals])
        return self.place(connection, arrivals, epoch, heads=heads, stored=stored)

    def place(
        self,
        connection: sa.Connection,
        arrivals: Sequence[Arrival],
        epoch: str,
        *,
        heads: dict[str, int],
        stored: dict[str, Stored],
    ) -> Appended:
        """The same, by what was read under the journals' locks; both are kept up with what is placed."""
        answers: list[Accepted | Refused] = []
        fresh: list[Confirmed] = []
        sealers = {
            one: self.sealer(one) for one in {a.entry.journal for a in arrivals} & heads.keys()
        }
        rows: list[dict[str, Any]] = []
        for one in arrivals:
            entry = one.entry
            if found := stored.get(entry.id):
                answers.append(
                    found[1]
                    if same_entry(found[0], entry, sealers.get(entry.journal))
                    else _taken(entry)
                )
                continue
            if entry.journal not in heads:
                answers.append(Refused(id=entry.id, reason=problems.JOURNAL_ERASED))
                continue
            heads[entry.journal] += 1
            digest = entry.digest()
            confirmed = self._confirm(one, heads[entry.journal], epoch, digest)
            row = row_of(confirmed, digest, sealers[entry.journal])
            rows.append(row)
            fresh.append(confirmed)
            answers.append(accepted(confirmed))
            stored[entry.id] = (row, answers[-1])
        changed = {c.entry.journal: heads[c.entry.journal] for c in fresh}
        if rows:
            connection.execute(_INSERT, rows)
            moved = [{"journal": one, "to": head} for one, head in changed.items()]
            connection.execute(_MOVE_HEAD, moved)
        return Appended(answers=answers, fresh=fresh, heads=changed)

    def stored(self, connection: sa.Connection, said: Sequence[Entry]) -> dict[str, Stored]:
        """Rows and answers, by id, of those entries that have their place already."""
        ids = [entry.id for entry in said if is_plain(entry.id)]
        found = connection.execute(_STORED, {"ids": ids}) if ids else ()
        return {
            row.id: (
                row._asdict(),
                Accepted(
                    id=row.id,
                    seq=row.seq,
                    received_at=row.received_at,
                    receipt=row.receipt,
                    epoch=row.epoch,
                ),
            )
            for row in found
        }

    def lock(self, connection: sa.Connection, journal: str) -> int:
        """The journal's head, which stays until this transaction ends; 0 once it was erased."""
        return (self.lock_all(connection, {journal})).get(journal, 0)

    def lock_all(self, connection: sa.Connection, ids: set[str]) -> dict[str, int]:
        """Heads of those journals that stand, which nobody else can move before this commits."""
        rows = journal_rows(connection, ids, lock=True)
        return {str(row.id): int(row.head) for row in rows if row.erased_at is None}

    def _confirm(self, one: Arrival, seq: int, epoch: str, digest: bytes) -> Confirmed:
        receipt = self._receipts.of(one.entry, seq, one.received_at, epoch, digest)
        return Confirmed.model_construct(
            entry=one.entry, seq=seq, received_at=one.received_at, receipt=receipt, epoch=epoch
        )


_INSERT = sa.insert(e)
_MOVE_HEAD = sa.update(j).where(j.c.id == sa.bindparam("journal")).values(head=sa.bindparam("to"))
_STORED = sa.select(
    e.c.id, e.c.journal, e.c.seq, e.c.fingerprint, e.c.received_at, e.c.receipt, e.c.epoch
).where(e.c.id.in_(sa.bindparam("ids", expanding=True)))


def _taken(entry: Entry) -> Refused:
    return Refused(id=entry.id, reason=problems.ID_TAKEN)
