"""Somebody's work ends. Nobody's participants are left without a coordinator by it.

follows participants ──moved, each told in their journal──▶ follows nobody ──▶ ended
"""

from contextlib import suppress

import sqlalchemy as sa

from mia_companion.domain.directory import CoordinatorListed, CoverListed
from mia_companion.domain.rights import COORDINATOR
from mia_companion.server import audit, operations, staff
from mia_companion.server.access import Caller
from mia_companion.server.administration.borders import administering, member
from mia_companion.server.administration.looking import followed_by
from mia_companion.server.backend import Backend
from mia_companion.server.directories import listed_at, say_in_directory
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import assignments
from mia_companion.wire import problems
from mia_companion.wire.administration import Moved, MoveParticipants


async def move_participants(
    backend: Backend, caller: Caller, account: str, asked: MoveParticipants
) -> Moved:
    """All whom the coordinator follows get the other one, each as in any handover.

    One participant at a time, each whole: what was broken off is finished by asking again.
    Raises `not-found`, and `forbidden` when the two do not coordinate at one site.
    """
    async with administering(backend, caller) as change:
        connection, now = change.connection, backend.surroundings.clock()
        old = await member(connection, caller, account)
        new = await member(connection, caller, asked.to)
        if {old.role, new.role} != {COORDINATOR} or old.site != new.site or old.id == new.id:
            raise Refusal(problems.FORBIDDEN)
        a = assignments.c
        followed = await connection.scalars(
            sa.select(a.participant)
            .where(a.coordinator == old.id, a.starts_at <= now)
            .where(a.ends_at.is_(None) | (a.ends_at > now))
            .order_by(a.starts_at, a.id)
        )
        theirs = list(dict.fromkeys(followed))
        await audit.note(connection, now, caller.account, "participants-moved", old.id)
    moved = 0
    for participant in theirs:
        with suppress(Refusal):  # somebody else has handed them over meanwhile
            await operations.hand_over(backend, participant, old.id, new.id)
            moved += 1
    return Moved(count=moved)


async def end(backend: Backend, caller: Caller, account: str) -> None:
    """Out at once on every device, off the directory, and in no more, also after a restore.

    Raises `not-found`, `still-follows` with how many in the detail, `forbidden` for oneself: an
    association always has an administrator.
    """
    async with administering(backend, caller) as change:
        connection, now = change.connection, backend.surroundings.clock()
        who = await member(connection, caller, account)
        if who.id == caller.account:
            raise Refusal(problems.FORBIDDEN, "an administrator is ended by another")
        count = (await followed_by(connection, [who.id], now)).get(who.id, 0)
        if count:
            raise Refusal(problems.STILL_FOLLOWS, str(count))
        if who.role == COORDINATOR:
            listed = CoordinatorListed(coordinator_id=who.id, name=who.name, ended=True)
            await say_in_directory(backend, change, who.site, listed)
            for line in (await listed_at(backend, who.site)).values():
                cover = line.fact
                if isinstance(cover, CoverListed) and cover.covered_by == who.id:
                    nobody = cover.model_copy(update={"covered_by": ""})
                    await say_in_directory(backend, change, who.site, nobody)
        await audit.note(connection, now, caller.account, f"{who.role}-ended", who.id)
        await backend.devices.remove_all(connection, who.id, now)
        await staff.end(connection, backend.ledger, who.id, now)
        change.access = True
