"""Epochs: a new one begins when the database was restored, so that clients bring back what it lacks.

    epoch A ──entries──▶ backup ──entries──▶ lost
                           └─ restored: epoch B, with the head of every journal as it begins

A device in A and the server in B agree up to B's first head of each journal. An epoch that only the
ledger knows is *lost*: its receipts still hold, but nothing of its order is shared.
"""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server.access import is_plain
from mia_companion.server.ledger import EPOCH_BEGUN, Ledger
from mia_companion.server.schema import epoch_heads, epochs, journals

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


async def begin(connection: AsyncConnection, ledger: Ledger, id_: str, at: datetime) -> None:
    """A new epoch, from the heads that the journals have now."""
    heads = sa.select(sa.literal(id_), journals.c.id, journals.c.head)
    await connection.execute(
        sa.insert(epoch_heads).from_select(["epoch", "journal", "head"], heads)
    )
    line = await ledger.record(connection, EPOCH_BEGUN, {"epoch": id_})
    await connection.execute(
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
