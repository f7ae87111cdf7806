"""Two words: the phone that came in with a code is the one that the coordinator handed it to.

    waiting ──a phone comes in──▶ opened ──the coordinator's yes──▶ confirmed
       │                            │  ╲                               │
       ▼                            │   ╲──a day without an answer     │
    expired                         └──── a no, from either side ──────┴──▶ refused: the phone is out

In the room the phone may read from the first moment (decision 12); by letter from the coordinator's yes on
(decision 20). Its own yes is noted and confirms nothing; a no counts from either side, also after a yes,
for a day, and after a letter for seven.
"""

from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.rights import COORDINATOR, PARTICIPANT
from mia_companion.server import audit
from mia_companion.server.access import Caller, is_plain
from mia_companion.server.changes import Changes
from mia_companion.server.covering import answers_for
from mia_companion.server.database import Database
from mia_companion.server.devices import DeviceList
from mia_companion.server.enrolment.invitation_table import invitations
from mia_companion.server.enrolment.two_words import may_be_answered, pair_in, told
from mia_companion.server.refusals import Refusal
from mia_companion.server.surroundings import Surroundings
from mia_companion.wire import problems
from mia_companion.wire.pairing import Compared, Inviting

_NOTE_AFTER = timedelta(seconds=10)

_i = invitations.c


class Pairings:
    """What the coordinator's screen asks while somebody opens the app, and what both sides answer."""

    def __init__(
        self,
        database: Database,
        changes: Changes,
        devices: DeviceList,
        surroundings: Surroundings,
    ) -> None:
        self._database = database
        self._changes = changes
        self._devices = devices
        self._clock = surroundings.clock

    async def state(self, caller: Caller, participant: str) -> Inviting:
        """How the newest code of a participant stands. Raises `forbidden` for anyone but a coordinator,
        `not-found` for whoever neither follows the participant nor covers for one who does."""
        now = self._clock()
        async with self._database.reading() as connection:
            row = await self._theirs(connection, caller, participant, now)
        watched = row.watched_at is not None and now - row.watched_at < _NOTE_AFTER
        if row.used_at is None and not watched:
            async with self._database.writing() as connection:
                mine = sa.update(invitations).where(_i.code_mac == row.code_mac)
                await connection.execute(mine.values(watched_at=now))
        return told(row, caller, now)

    async def coordinator_says(self, caller: Caller, participant: str, said: Compared) -> Inviting:
        """The coordinator's yes or no. Raises `conflict` when the words are not those to compare now."""
        now = self._clock()
        async with self._changes.open() as change:
            row = await self._theirs(change.connection, caller, participant, now)
            change.access = await self._answer(change.connection, row, caller, said, now)
            row = await self._theirs(change.connection, caller, participant, now)
        return told(row, caller, now)

    async def phone_says(self, caller: Caller, said: Compared) -> None:
        """The participant's yes or no, on the phone that came in with the code."""
        now = self._clock()
        async with self._changes.open() as change:
            row = await self._mine(change.connection, caller)
            change.access = await self._answer(change.connection, row, caller, said, now)

    async def on_phone(self, caller: Caller) -> Inviting:
        """How it stands on the phone that came in with a code."""
        async with self._database.reading() as connection:
            row = await self._mine(connection, caller)
        return told(row, caller, self._clock())

    async def _answer(
        self,
        connection: AsyncConnection,
        row: sa.Row[Any],
        caller: Caller,
        said: Compared,
        now: datetime,
    ) -> bool:
        """Note it; whether a phone's access ended or began by it."""
        if not may_be_answered(row, now) or said.pair != pair_in(row):
            if row.refused_at is not None and not said.same and said.pair == pair_in(row):
                return False  # a no repeated, or from both sides: it is out already
            raise Refusal(problems.CONFLICT)
        is_phone = caller.role == PARTICIPANT
        noted: dict[str, Any]
        if not said.same:
            noted = {"refused_at": now, "refused_by": caller.account}
        elif is_phone:
            noted = {"phone_said_at": row.phone_said_at or now}
        else:
            noted = {"confirmed_at": row.confirmed_at or now}
        mine = sa.update(invitations).where(_i.code_mac == row.code_mac)
        await connection.execute(mine.values(**noted))
        what = "words-same" if said.same else "words-not-same"
        await audit.note(connection, now, caller.account, what, row.used_by)
        if said.same:
            return not is_phone and await self._devices.opens(
                connection, row.participant, row.used_by
            )
        await audit.note(connection, now, caller.account, "device-removed", row.used_by)
        return await self._devices.remove(connection, row.participant, row.used_by, now)

    async def _theirs(
        self, connection: AsyncConnection, caller: Caller, participant: str, now: datetime
    ) -> sa.Row[Any]:
        if caller.role != COORDINATOR:
            raise Refusal(problems.FORBIDDEN)
        # Whoever covers may hand out a code, and so must be able to see who came in with it.
        if not is_plain(participant) or not await answers_for(
            connection, participant, caller.account, now
        ):
            raise Refusal(problems.NOT_FOUND)
        return await _newest(connection, _i.participant == participant)

    async def _mine(self, connection: AsyncConnection, caller: Caller) -> sa.Row[Any]:
        if caller.role != PARTICIPANT:
            raise Refusal(problems.FORBIDDEN)
        mine = (_i.participant == caller.account) & (_i.used_by == caller.device)
        return await _newest(connection, mine)


async def _newest(connection: AsyncConnection, which: sa.ColumnElement[bool]) -> sa.Row[Any]:
    """The newest code, whether a phone came in with it or not. Raises `not-found`."""
    newest = (_i.made_at.desc(), _i.used_at.desc())
    found = await connection.execute(sa.select(invitations).where(which).order_by(*newest).limit(1))
    if (row := found.first()) is None:
        raise Refusal(problems.NOT_FOUND)
    return row
