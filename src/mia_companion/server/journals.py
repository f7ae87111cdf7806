"""The log: each journal numbers its own entries 1, 2, 3 … without a gap, in the storing transaction."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.server.access import is_plain
from mia_companion.server.keys import KeyDestroyed, KeyStore
from mia_companion.server.receipts import Receipts
from mia_companion.server.rows import TABLE, accepted, row_of, same_entry
from mia_companion.server.schema import entries as e
from mia_companion.server.schema import journals as j
from mia_companion.server.sealing import Sealer
from mia_companion.wire import problems
from mia_companion.wire.sync import Accepted, Refused


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


class Journals:
    """Appends to and reads from the sealed log. Knows nothing of who may do so."""

    def __init__(
        self, keys: KeyStore, receipts: Receipts, randomness: Callable[[int], bytes]
    ) -> None:
        self._keys = keys
        self._receipts = receipts
        self._randomness = randomness

    def sealer(self, journal: str) -> Sealer:
        """What seals the journal's rows. Raises KeyDestroyed."""
        return Sealer(self._keys.journal_key(journal), self._randomness)

    async def append(
        self, connection: AsyncConnection, arrivals: Sequence[Arrival], epoch: str
    ) -> Appended:
        """Store what is not stored yet, each in its journal's next place.

        The same id with the same digest is answered with the place it already has; with another,
        with `id-taken`; in a journal that was erased meanwhile, with `journal-erased`.
        """
        answers: list[Accepted | Refused] = []
        fresh: list[Confirmed] = []
        heads = await self.lock_all(connection, {one.entry.journal for one in arrivals})
        sealers = {journal: self.sealer(journal) for journal in heads}
        stored = await self.stored(connection, [one.entry for one in arrivals])
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
            confirmed = self._confirm(one, heads[entry.journal], epoch)
            row = row_of(confirmed, sealers[entry.journal])
            rows.append(row)
            fresh.append(confirmed)
            answers.append(accepted(confirmed))
            stored[entry.id] = (row, answers[-1])
        changed = {c.entry.journal: heads[c.entry.journal] for c in fresh}
        if rows:
            await connection.execute(sa.insert(e), rows)
            for journal, head in changed.items():
                await connection.execute(sa.update(j).where(j.c.id == journal).values(head=head))
        return Appended(answers=answers, fresh=fresh, heads=changed)

    async def stored(
        self, connection: AsyncConnection, said: Sequence[Entry]
    ) -> dict[str, tuple[dict[str, Any], Accepted | Refused]]:
        """Rows and answers, by id, of those entries that have their place already."""
        found = await connection.execute(
            sa.select(
                e.c.id, e.c.journal, e.c.seq, e.c.fingerprint, e.c.received_at,
                e.c.receipt, e.c.epoch,
            ).where(e.c.id.in_([entry.id for entry in said if is_plain(entry.id)]))
        )  # fmt: skip
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

    async def read(
        self, connection: AsyncConnection, ranges: Iterable[tuple[str, int, int]]
    ) -> dict[str, list[Confirmed]]:
        """Entries by journal, in order, for each (journal, after, upto): after < seq <= upto."""
        wanted = [
            (e.c.journal == journal) & (e.c.seq > after) & (e.c.seq <= upto)
            for journal, after, upto in ranges
        ]
        if not wanted:
            return {}
        rows = await connection.execute(
            sa.select(
                e.c.journal, e.c.seq, e.c.id, e.c.sealed, e.c.received_at, e.c.receipt, e.c.epoch
            )
            .where(sa.or_(*wanted))
            .order_by(e.c.journal, e.c.seq)
        )
        sealers: dict[str, Sealer | None] = {}
        found: dict[str, list[Confirmed]] = {}
        for row in rows:
            if row.journal not in sealers:
                sealers[row.journal] = self._sealer_if_any(row.journal)
            sealer = sealers[row.journal]
            if sealer is None:
                continue
            plain = sealer.open(TABLE, row.id, row.sealed)
            confirmed = Confirmed.model_construct(
                entry=Entry.model_validate_json(plain),
                seq=row.seq,
                received_at=row.received_at,
                receipt=row.receipt,
                epoch=row.epoch,
            )
            found.setdefault(row.journal, []).append(confirmed)
        return found

    async def lock(self, connection: AsyncConnection, journal: str) -> int:
        """The journal's head, which stays until this transaction ends; 0 once it was erased."""
        return (await self.lock_all(connection, {journal})).get(journal, 0)

    def _sealer_if_any(self, journal: str) -> Sealer | None:
        try:
            return self.sealer(journal)
        except KeyDestroyed:  # erased while it was being read
            return None

    async def lock_all(self, connection: AsyncConnection, ids: set[str]) -> dict[str, int]:
        """Heads of those journals that stand, which nobody else can move before this commits."""
        heads = sa.select(j.c.id, j.c.head).where(j.c.id.in_(ids), j.c.erased_at.is_(None))
        # In one order everywhere, so that two writers never wait for each other.
        rows = await connection.execute(heads.order_by(j.c.id).with_for_update())
        return {str(journal): int(head) for journal, head in rows}

    def _confirm(self, one: Arrival, seq: int, epoch: str) -> Confirmed:
        receipt = self._receipts.of(one.entry, seq, one.received_at, epoch)
        return Confirmed(
            entry=one.entry, seq=seq, received_at=one.received_at, receipt=receipt, epoch=epoch
        )


def _taken(entry: Entry) -> Refused:
    return Refused(id=entry.id, reason=problems.ID_TAKEN)
