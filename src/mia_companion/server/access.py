"""Who may read which journal now, in one place. Default no.

participant    their own `shared` and `own`, and their site's directory
coordinator    `shared`, `team` and their own view of everyone assigned to them today, and the directory
cover          `shared` and `team` of everyone whom the one who is away follows, as long as it lasts
all others     nothing: administrators and funders belong to an association, not to anybody's journals

A journal that is not the caller's looks exactly like one that does not exist.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from typing import Literal

import sqlalchemy as sa

from mia_companion.domain.rights import (
    COORDINATOR,
    DIRECTORY,
    OWN,
    PARTICIPANT,
    SHARED,
    TEAM,
    JournalInfo,
)
from mia_companion.server.columns import Row
from mia_companion.server.followed import Follows, follows_of
from mia_companion.server.schema import journals as j

OPEN: Literal["open"] = "open"
ENDED: Literal["access-ended"] = "access-ended"
ERASED: Literal["journal-erased"] = "journal-erased"


@dataclass(frozen=True, slots=True)
class Caller:
    """An account on one of its devices, checked for this request.

    Participants and coordinators belong to a `site`, administrators and funders to an `association`;
    the other one is empty. `shown_at` is when they last showed who they are.
    """

    account: str
    role: str
    site: str
    device: str
    association: str = ""
    shown_at: datetime | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Standing:
    """A journal that the caller may read, or once might."""

    journal: JournalInfo
    head: int
    state: Literal["open", "access-ended", "journal-erased"]


def readable(connection: sa.Connection, caller: Caller, now: datetime) -> dict[str, Standing]:
    """Every journal the caller may read now, by id."""
    return readable_by(connection, [caller], now)[caller]


def standings(
    connection: sa.Connection, caller: Caller, now: datetime, ids: Iterable[str]
) -> dict[str, Standing]:
    """How the caller stands to those journals; one that was never the caller's is left out."""
    wanted = set(ids)
    rows = journal_rows(connection, wanted)
    return standings_of(connection, {caller: wanted}, now, rows)[caller]


def is_plain(id_: str) -> bool:
    """Whether it could be an id at all: PostgreSQL fails on some of what JSON and paths can say."""
    return 0 < len(id_) <= 64 and id_.isascii() and id_.isprintable()


def journal_rows(connection: sa.Connection, ids: Iterable[str], *, lock: bool = False) -> list[Row]:
    """What the database keeps of those journals; locked, nobody else can add to them before this commits."""
    plain = sorted({one for one in ids if is_plain(one)})
    # In one order everywhere, so that two writers never wait for each other.
    if not plain:
        return []
    return list(connection.execute(_LOCKED if lock else _NAMED, {"ids": plain}).all())


def standings_of(
    connection: sa.Connection,
    asked: Mapping[Caller, Collection[str]],
    now: datetime,
    rows: Sequence[Row],
) -> dict[Caller, dict[str, Standing]]:
    """How each of the callers stands to the journals that they ask for; what was never theirs is left out."""
    about = {str(row.participant) for row in rows if row.participant is not None}
    follows = follows_of(connection, _coordinators(set(asked)), now, about)
    by_id = {row.id: row for row in rows}
    return {
        caller: _of(
            caller, [by_id[one] for one in ids if one in by_id], follows.get(caller.account, {})
        )
        for caller, ids in asked.items()
    }


def readable_by(
    connection: sa.Connection, callers: Iterable[Caller], now: datetime
) -> dict[Caller, dict[str, Standing]]:
    """Every journal that each of the callers may read now, by id."""
    everyone = set(callers)
    follows = follows_of(connection, _coordinators(everyone), now)
    about = {one.account for one in everyone if one.role == PARTICIPANT}.union(*follows.values())
    sites = {one.site for one in everyone if one.role in (PARTICIPANT, COORDINATOR)}
    rows: list[Row] = []
    if sites:
        rows += connection.execute(_DIRECTORIES, {"sites": sorted(sites)}).all()
    if about:
        owners = sorted({one.account for one in everyone})
        rows += connection.execute(_ABOUT, {"about": sorted(about), "owners": owners}).all()
    by_person: dict[str | None, list[Row]] = {}
    for row in rows:
        by_person.setdefault(row.participant, []).append(row)
    found: dict[Caller, dict[str, Standing]] = {}
    for one in everyone:
        mine = follows.get(one.account, {})
        people = (None, *(sorted(mine) if one.role == COORDINATOR else [one.account]))
        theirs = [row for person in people for row in by_person.get(person, ())]
        found[one] = {i: s for i, s in _of(one, theirs, mine).items() if s.state == OPEN}
    return found


def _coordinators(callers: set[Caller]) -> set[str]:
    return {one.account for one in callers if one.role == COORDINATOR}


def _of(caller: Caller, rows: Iterable[Row], follows: dict[str, Follows]) -> dict[str, Standing]:
    found = {}
    for row in rows:
        active = _active(caller, row, follows.get(row.participant or ""))
        if active is None:
            continue
        info = _info(row.id, row.role, row.site, row.participant, row.owner)
        state = ERASED if row.erased_at is not None else OPEN if active else ENDED
        found[row.id] = Standing(journal=info, head=row.head, state=state)
    return found


@lru_cache(maxsize=4_096)
def _info(
    id_: str, role: str, site: str, participant: str | None, owner: str | None
) -> JournalInfo:
    """Made once: nothing of it ever changes."""
    return JournalInfo(id=id_, role=role, site=site, participant=participant, owner=owner)


def _active(caller: Caller, row: Row, follows: Follows | None) -> bool | None:
    """Whether the journal is the caller's now; None where it never was."""
    if caller.role not in (PARTICIPANT, COORDINATOR):
        return None
    if row.role == DIRECTORY:
        return True if row.site == caller.site else None
    mine = row.role == OWN and row.owner == caller.account
    if caller.role == PARTICIPANT:
        is_about_me = row.participant == caller.account and (row.role == SHARED or mine)
        return True if is_about_me else None
    if follows is None:
        return None
    if row.role in (SHARED, TEAM):
        return follows.anywhere
    # One's own view of a person is one's own: it is read by those who follow them, not in their place.
    return follows.themselves if mine else None


_COLUMNS = (j.c.id, j.c.role, j.c.site, j.c.participant, j.c.owner, j.c.head, j.c.erased_at)
_NAMED = sa.select(*_COLUMNS).where(j.c.id.in_(sa.bindparam("ids", expanding=True)))
_LOCKED = _NAMED.order_by(j.c.id).with_for_update()
_DIRECTORIES = sa.select(*_COLUMNS).where(
    j.c.role == DIRECTORY, j.c.site.in_(sa.bindparam("sites", expanding=True))
)
_ABOUT = sa.select(*_COLUMNS).where(
    j.c.participant.in_(sa.bindparam("about", expanding=True)),
    j.c.erased_at.is_(None),
    # Nobody else's view of a person: with four who follow each, those are every other row.
    j.c.role.in_((SHARED, TEAM)) | j.c.owner.in_(sa.bindparam("owners", expanding=True)),
)
