"""How far each account's devices have pulled each journal: what "arrived" is read from.

Kept only where its readers know each other: `shared` and `team`, never the directory.
"""

from collections.abc import Iterable

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql, sqlite

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


_OF = sa.select(r.c.journal, r.c.account, r.c.seq).where(
    r.c.journal.in_(sa.bindparam("ids", expanding=True))
)


def of(connection: sa.Connection, standing: Iterable[Standing]) -> dict[str, dict[str, int]]:
    """Seq by account, by journal."""
    ids = {one.journal.id for one in standing if one.journal.role in (SHARED, TEAM)}
    if not ids:
        return {}
    found: dict[str, dict[str, int]] = {}
    rows = connection.execute(_OF, {"ids": sorted(ids)}).all()
    for journal, account, seq in rows:
        found.setdefault(journal, {})[account] = seq
    return found


def note(connection: sa.Connection, seqs: dict[tuple[str, str], int]) -> None:
    """Move marks on, by journal and account; a mark never moves back."""
    insert = (sqlite if connection.dialect.name == "sqlite" else postgresql).insert(r)
    rows = [{"journal": j, "account": who, "seq": seq} for (j, who), seq in sorted(seqs.items())]
    moved = insert.on_conflict_do_update(
        index_elements=[r.c.journal, r.c.account],
        set_={"seq": insert.excluded.seq},
        where=r.c.seq < insert.excluded.seq,
    )
    connection.execute(moved, rows)
