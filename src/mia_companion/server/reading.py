"""The log read back: rows found by their places, opened with their journal's key."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

import sqlalchemy as sa

from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.server import pull_json
from mia_companion.server.columns import Row
from mia_companion.server.keys import KeyDestroyed, KeyStore
from mia_companion.server.receipts import Receipts
from mia_companion.server.rows import TABLE
from mia_companion.server.schema import entries as e
from mia_companion.server.sealing import Sealer

Span = tuple[str, int, int]
"""(journal, after, upto): the entries with after < seq <= upto."""


class JournalReader:
    """Reads the sealed log. Knows nothing of who may do so."""

    def __init__(
        self, keys: KeyStore, receipts: Receipts, randomness: Callable[[int], bytes]
    ) -> None:
        self._keys = keys
        self._receipts = receipts
        self._randomness = randomness

    def sealer(self, journal: str) -> Sealer:
        """What seals the journal's rows. Raises KeyDestroyed."""
        return Sealer(self._keys.journal_keys(journal), self._randomness)

    def read(self, connection: sa.Connection, spans: Iterable[Span]) -> dict[str, list[Confirmed]]:
        """Entries by journal, in the order of the spans and in each by seq."""
        found: dict[str, list[Confirmed]] = {}
        for (journal, _, _), rows in self._opened(connection, spans).items():
            if rows:
                found.setdefault(journal, []).extend(
                    Confirmed.model_construct(
                        entry=Entry.model_validate_json(plain),
                        seq=row.seq,
                        received_at=row.received_at,
                        receipt=row.receipt,
                        epoch=row.epoch,
                    )
                    for row, plain in rows
                )
        return found

    def read_raw(self, connection: sa.Connection, spans: Iterable[Span]) -> dict[Span, list[bytes]]:
        """Entries by span, each as the JSON of a `Confirmed`; what was sealed is not read."""
        return {
            span: [
                pull_json.confirmed(plain, row.seq, row.received_at, row.receipt, row.epoch)
                for row, plain in rows
            ]
            for span, rows in self._opened(connection, spans).items()
        }

    def _opened(
        self, connection: sa.Connection, spans: Iterable[Span]
    ) -> dict[Span, list[tuple[Row, bytes]]]:
        """Rows with what was sealed in them; nothing of a journal that was erased in this very moment."""
        found: dict[Span, list[tuple[Row, bytes]]] = {one: [] for one in spans}
        if not found:
            return {}
        by_journal: dict[str, list[Span]] = defaultdict(list)
        given: dict[str, Any] = {}
        for place, span in enumerate(found):
            by_journal[span[0]].append(span)
            given |= zip((f"journal{place}", f"after{place}", f"upto{place}"), span, strict=True)
        rows = connection.execute(_within(len(found)), given).all()
        # After the rows: a key that was added in between has sealed none of them.
        sealers = {journal: self._sealer_if_any(journal) for journal in by_journal}
        for row in rows:
            if (sealer := sealers[row.journal]) is not None:
                plain = sealer.open(TABLE, row.id, row.sealed)
                for span in by_journal[row.journal]:
                    if span[1] < row.seq <= span[2]:
                        found[span].append((row, plain))
        return found

    def _sealer_if_any(self, journal: str) -> Sealer | None:
        try:
            return self.sealer(journal)
        except KeyDestroyed:  # erased while it was being read
            return None


@cache
def _within(spans: int) -> sa.Select[Any]:
    """The statement for so many spans, written once."""
    wanted = [
        (e.c.journal == sa.bindparam(f"journal{n}"))
        & (e.c.seq > sa.bindparam(f"after{n}"))
        & (e.c.seq <= sa.bindparam(f"upto{n}"))
        for n in range(spans)
    ]
    columns = (e.c.journal, e.c.seq, e.c.id, e.c.sealed, e.c.received_at, e.c.receipt, e.c.epoch)
    return sa.select(*columns).where(sa.or_(*wanted)).order_by(e.c.journal, e.c.seq)
