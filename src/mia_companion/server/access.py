"""Who may read which journal now, in one place. Default no.

participant    their own `shared` and `own`, and their site's directory
coordinator    `shared`, `team` and their own view of everyone assigned to them today, and the directory
cover          `shared` and `team` of everyone whom the one who is away follows, as long as it lasts
all others     nothing: administrators and funders belong to an association, not to anybody's journals

A journal that is not the caller's looks exactly like one that does not exist.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.rights import (
    COORDINATOR,
    DIRECTORY,
    OWN,
    PARTICIPANT,
    SHARED,
    TEAM,
    JournalInfo,
)
from mia_companion.server.covering import held_at, held_together, places
from mia_companion.server.schema import assignments as a
from mia_companion.server.schema import journals as j

OPEN: Literal["open"] = "open"
ENDED: Literal["access-ended"] = "access-ended"
ERASED: Literal["journal-erased"] = "journal-erased"


@dataclass(frozen=True, slots=True)
class Caller:
    """An account on one of its devices, checked for this request.

    Participants and coordinators belong to a `site`, administrators and funders to an `association`;
    the other one is empty.
    """

    account: str
    role: str
    site: str
    device: str
    association: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """A journal that the caller may read, or once might."""

    journal: JournalInfo
    head: int
    state: Literal["open", "access-ended", "journal-erased"]


async def readable(
    connection: AsyncConnection, caller: Caller, now: datetime
) -> dict[str, Standing]:
    """Every journal the caller may read now, by id, the directory first."""
    found = await _look(connection, caller, now, None)
    return {id_: one for id_, one in found.items() if one.state == OPEN}


async def standings(
    connection: AsyncConnection, caller: Caller, now: datetime, ids: Iterable[str]
) -> dict[str, Standing]:
    """How the caller stands to those journals; one that was never the caller's is left out."""
    return await _look(connection, caller, now, [one for one in ids if is_plain(one)])


def is_plain(id_: str) -> bool:
    """Whether it could be an id at all: PostgreSQL fails on some of what JSON and paths can say."""
    return 0 < len(id_) <= 64 and id_.isascii() and id_.isprintable()


async def _look(
    connection: AsyncConnection, caller: Caller, now: datetime, ids: list[str] | None
) -> dict[str, Standing]:
    found: dict[str, Standing] = {}
    for select in _selects(caller, now, current_only=ids is None):
        chosen = select if ids is None else select.where(j.c.id.in_(ids))
        for row in await connection.execute(chosen):
            one = _standing(row)
            if one.journal.id not in found or one.state == OPEN:
                found[one.journal.id] = one
    return found


def _selects(caller: Caller, now: datetime, *, current_only: bool) -> list[sa.Select[Any]]:
    columns = (j.c.id, j.c.role, j.c.site, j.c.participant, j.c.owner, j.c.head, j.c.erased_at)
    yes = sa.literal(True).label("active")
    directory = sa.select(*columns, yes).where(j.c.role == DIRECTORY, j.c.site == caller.site)
    mine = (j.c.role == OWN) & (j.c.owner == caller.account)
    if caller.role == PARTICIPANT:
        about_me = sa.select(*columns, yes).where(
            j.c.participant == caller.account, (j.c.role == SHARED) | mine
        )
        return [directory, about_me]
    if caller.role != COORDINATOR:
        return []
    place = places(caller.account)
    active = held_at(place, now)
    # One's own view of a person is one's own: it is read by those who follow them, not in their place.
    in_my_own_place = place.c.coordinator == caller.account
    assigned = (
        sa.select(*columns, active.label("active"))
        .join(a, a.c.participant == j.c.participant)
        .join(place, place.c.coordinator == a.c.coordinator)
        # What begins later by a clock that was set back has not ended: no device is to forget it.
        .where(held_together(place), place.c.since <= now, a.c.starts_at <= now)
        .where(j.c.role.in_((SHARED, TEAM)) | (mine & in_my_own_place))
    )
    if current_only:
        assigned = assigned.where(active, j.c.erased_at.is_(None))
    return [directory, assigned]


def _standing(row: sa.Row[Any]) -> Standing:
    info = JournalInfo(
        id=row.id, role=row.role, site=row.site, participant=row.participant, owner=row.owner
    )
    state = ERASED if row.erased_at is not None else OPEN if row.active else ENDED
    return Standing(journal=info, head=row.head, state=state)
