"""How far each account's devices have pulled each journal: what "arrived" is read from.

Kept only where its readers know each other: `shared` and `team`, never the directory.
"""

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.rights import SHARED, TEAM
from mia_companion.server.access import Caller, Standing
from mia_companion.server.schema import reached as r


def proven(
    caller: Caller,
    standing: dict[str, Standing],
    cursors: dict[str, int],
    held: dict[str, dict[str, int]],
) -> dict[str, int]:
    """What the caller's cursors prove beyond what is known: seq by journal."""
    return {
        id_: min(cursors[id_], one.head)
        for id_, one in standing.items()
        if one.journal.role in (SHARED, TEAM)
        and min(cursors.get(id_, 0), one.head) > held.get(id_, {}).get(caller.account, 0)
    }


async def of(
    connection: AsyncConnection, standing: dict[str, Standing]
) -> dict[str, dict[str, int]]:
    """Seq by account, by journal."""
    ids = [id_ for id_, one in standing.items() if one.journal.role in (SHARED, TEAM)]
    found: dict[str, dict[str, int]] = {}
    rows = await connection.execute(
        sa.select(r.c.journal, r.c.account, r.c.seq).where(r.c.journal.in_(ids))
    )
    for journal, account, seq in rows:
        found.setdefault(journal, {})[account] = seq
    return found


async def note(connection: AsyncConnection, caller: Caller, seqs: dict[str, int]) -> None:
    """Move the caller's marks on; a mark never moves back."""
    insert = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(r)
    rows = [
        {"journal": j, "account": caller.account, "seq": seq} for j, seq in sorted(seqs.items())
    ]
    moved = insert.on_conflict_do_update(
        index_elements=[r.c.journal, r.c.account],
        set_={"seq": insert.excluded.seq},
        where=r.c.seq < insert.excluded.seq,
    )
    await connection.execute(moved, rows)
