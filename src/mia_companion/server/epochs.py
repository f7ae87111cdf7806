"""Epochs: a new one begins when the database was restored, so that clients bring back what it lacks.

    epoch A ──entries──▶ backup ──entries──▶ lost
                           └─ restored: epoch B, with the head of every journal as it begins

A device in A and the server in B agree up to B's first head of each journal. An epoch that only the
ledger knows is *lost*: its receipts still hold, but nothing of its order is shared.

Where a restore was not seen at the start, others have written in A again before it is:

    epoch A ──entries──▶ backup ──entries──▶ lost ····· a device's cursor, beyond the head
                           └─ entries ──▶ the head, still in A
                                          └─ epoch B, with the heads as A began

A cursor beyond the head is what such a device brings, and anybody may claim it: it is answered with
the head. What the device then gives back is proof: a receipt of the present epoch for a place where
the entry is not. Whose place is taken by another entry nobody can tell, so that B agrees with A on
nothing but what A began with.
"""

from collections.abc import Callable, Iterable
from datetime import datetime

import sqlalchemy as sa

from mia_companion.domain.entries import Confirmed
from mia_companion.server.access import is_plain
from mia_companion.server.ledger import EPOCH_BEGUN, Ledger
from mia_companion.server.schema import entries, epoch_heads, epochs, journals

_NEWEST = (
    sa.select(epochs.c.id).where(epochs.c.lost.is_(False)).order_by(epochs.c.number.desc()).limit(1)
)


def current(connection: sa.Connection) -> str:
    """The present epoch's id."""
    found = connection.scalar(_NEWEST)
    if found is None:
        raise RuntimeError("no epoch has begun: the server was not started")
    return str(found)


def known(connection: sa.Connection) -> set[str]:
    """Every epoch in which this server has given receipts."""
    return {str(one) for one in connection.scalars(sa.select(epochs.c.id))}


def begin(
    connection: sa.Connection, ledger: Ledger, id_: str, at: datetime, *, late: bool = False
) -> None:
    """A new epoch, from the heads that the journals have now; when it is `late`, because somebody may
    have written since the restore, from those with which the present epoch began."""
    heads = sa.select(sa.literal(id_), journals.c.id, journals.c.head)
    if late:
        began = epoch_heads.c.epoch == current(connection)
        heads = sa.select(sa.literal(id_), epoch_heads.c.journal, epoch_heads.c.head).where(began)
    connection.execute(sa.insert(epoch_heads).from_select(["epoch", "journal", "head"], heads))
    line = ledger.write(connection, EPOCH_BEGUN, {"epoch": id_})
    connection.execute(
        sa.insert(epochs).values(number=line.number, id=id_, begun_at=at, lost=False)
    )


def agreed(connection: sa.Connection, epoch: str, ids: list[str]) -> dict[str, int]:
    """For each journal, the seq up to which a device in `epoch` and this server agree."""
    if not is_plain(epoch):
        return dict.fromkeys(ids, 0)
    found = connection.execute(
        sa.select(epochs.c.number).where(epochs.c.id == epoch, epochs.c.lost.is_(False))
    )
    number = found.scalar()
    if number is None:
        return dict.fromkeys(ids, 0)
    since = (
        sa.select(epoch_heads.c.journal, sa.func.min(epoch_heads.c.head))
        .join(epochs, epochs.c.id == epoch_heads.c.epoch)
        .where(epochs.c.number > number, epochs.c.lost.is_(False))
        .where(epoch_heads.c.journal.in_(ids))
        .group_by(epoch_heads.c.journal)
    )
    heads = {str(journal): int(head) for journal, head in connection.execute(since)}
    return {one: heads.get(one, 0) for one in ids}


def present(
    connection: sa.Connection,
    ledger: Ledger,
    proven: Iterable[Confirmed],
    ids: Callable[[], str],
    at: datetime,
) -> str:
    """The present epoch's id; a new one's, when one of these, whose receipts hold, had its place in it and
    is not there."""
    epoch, e = current(connection), entries.c
    claimed = {one.entry.id: (one.entry.journal, one.seq) for one in proven if one.epoch == epoch}
    if not claimed:
        return epoch
    rows = connection.execute(sa.select(e.id, e.journal, e.seq).where(e.id.in_(claimed)))
    if {row.id: (row.journal, row.seq) for row in rows} == claimed:
        return epoch
    begun = ids()
    begin(connection, ledger, begun, at, late=True)
    return begun
