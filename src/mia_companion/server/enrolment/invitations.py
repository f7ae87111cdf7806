"""A coordinator makes room for a participant, and gets a code to hand over.

made ──▶ waiting ──a phone comes in──▶ used: pairing.py goes on
  │         ├──its time is over──▶ expired
  │         └──another is made──▶ gone; with `renews` it goes on until its own time
  └ another is made: a phone that waits for its two words is out
"""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.rights import COORDINATOR, PARTICIPANT
from mia_companion.server import audit, people
from mia_companion.server.access import Caller
from mia_companion.server.changes import Changes
from mia_companion.server.covering import answers_for
from mia_companion.server.devices import DeviceList
from mia_companion.server.enrolment import codes
from mia_companion.server.enrolment.invitation_table import invitations
from mia_companion.server.keys import KeyStore
from mia_companion.server.ledger import Ledger
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import accounts, devices
from mia_companion.server.surroundings import Surroundings
from mia_companion.wire import problems
from mia_companion.wire.accounts import ROOM, Invitation, Invite

_LOOKS_FOR_A_HANDLE = 20

_i = invitations.c


class Invitations:
    """What `POST /v1/invitations` does."""

    def __init__(
        self,
        changes: Changes,
        ledger: Ledger,
        keys: KeyStore,
        devices: DeviceList,
        surroundings: Surroundings,
    ) -> None:
        self._changes = changes
        self._ledger = ledger
        self._keys = keys
        self._devices = devices
        self._surroundings = surroundings

    async def invite(self, caller: Caller, asked: Invite) -> Invitation:
        """A fresh code; any earlier unused one of the same participant ends, unless it is renewed.

        Raises `forbidden` for anyone but a coordinator, `conflict` for an id that is somebody else's, and
        where there is nothing to renew.
        """
        if caller.role != COORDINATOR:
            raise Refusal(problems.FORBIDDEN)
        now = self._surroundings.clock()
        async with self._changes.open() as change:
            connection = change.connection
            known = await connection.execute(
                sa.select(accounts.c.role, accounts.c.erased_at).where(
                    accounts.c.id == asked.participant
                )
            )
            row = known.first()
            if row is None:
                shared = await self._make_room(connection, caller, asked, now)
                change.access = True
            else:
                mine = await answers_for(connection, asked.participant, caller.account, now)
                found = await people.shared_journal(connection, asked.participant)
                if row.role != PARTICIPANT or row.erased_at or not mine or found is None:
                    raise Refusal(problems.CONFLICT)
                shared = found
            if asked.renews:
                await self._check_renewed(connection, asked)
            else:
                await self._end_earlier(connection, asked.participant)
                change.access |= await self._end_waiting(connection, asked.participant, now)
            made = await self._make(connection, caller, asked, now)
            what = "code-renewed" if asked.renews else "invited"
            await audit.note(connection, now, caller.account, what, asked.participant)
        return made.model_copy(update={"shared_journal": shared})

    async def _make_room(
        self, connection: AsyncConnection, caller: Caller, asked: Invite, now: datetime
    ) -> str:
        ids = self._surroundings.ids
        shared = await people.make_participant(
            connection,
            self._ledger,
            [ids(), ids(), ids()],
            participant=asked.participant,
            site=caller.site,
            at=now,
        )
        await people.assign(
            connection,
            self._ledger,
            [ids(), ids()],
            participant=asked.participant,
            coordinator=caller.account,
            at=now,
        )
        return shared

    async def _check_renewed(self, connection: AsyncConnection, asked: Invite) -> None:
        """There is one on the screen that nobody has used; of those before it one stays."""
        theirs = sa.select(_i.code_mac, _i.used_at, _i.way).where(
            _i.participant == asked.participant
        )
        newest = theirs.order_by(_i.made_at.desc()).limit(1).with_for_update()
        row = (await connection.execute(newest)).first()
        if row is None or row.used_at is not None or {row.way, asked.way} != {ROOM}:
            raise Refusal(problems.CONFLICT)
        before = (_i.participant == asked.participant) & (_i.code_mac != row.code_mac)
        await connection.execute(sa.delete(invitations).where(before, _i.used_at.is_(None)))

    async def _end_earlier(self, connection: AsyncConnection, participant: str) -> None:
        unused = (_i.participant == participant) & _i.used_at.is_(None)
        await connection.execute(sa.delete(invitations).where(unused))

    async def _end_waiting(
        self, connection: AsyncConnection, participant: str, now: datetime
    ) -> bool:
        """No phone that still waits for its two words gets to hear a yes; whether there was one."""
        d = devices.c
        waiting = sa.select(d.id).where(d.account == participant, d.waits, d.revoked_at.is_(None))
        found = list(await connection.scalars(waiting.order_by(d.id)))
        for device in found:
            await self._devices.remove(connection, participant, device, now)
        return bool(found)

    async def _make(
        self, connection: AsyncConnection, caller: Caller, asked: Invite, now: datetime
    ) -> Invitation:
        code, handle = await self._letters(connection, now)
        secret = codes.make_secret(self._surroundings.randomness)
        key = self._keys.server_key("codes")
        expires = now + codes.LIFE[asked.way]
        await connection.execute(
            sa.insert(invitations).values(
                code_mac=codes.mac_of(key, code),
                secret_mac=codes.mac_of(key, secret),
                handle_mac=handle,
                participant=asked.participant,
                made_by=caller.account,
                way=asked.way,
                made_at=now,
                expires_at=expires,
            )
        )
        return Invitation(
            participant=asked.participant,
            code=code,
            secret=secret,
            way=asked.way,
            expires_at=expires,
            shared_journal="",
        )

    async def _letters(self, connection: AsyncConnection, now: datetime) -> tuple[str, bytes]:
        """Letters that begin as no other open code does, so that a slip at one closes no other. Raises
        `unavailable` when nearly all beginnings are taken."""
        keys = self._keys.server_keys("codes")
        for _ in range(_LOOKS_FOR_A_HANDLE):
            code = codes.make(self._surroundings.randomness)
            handle = codes.handle_of(keys[0], code)
            known = [codes.handle_of(key, code) for key in keys]
            alike = _i.handle_mac.in_(known) & _i.used_at.is_(None) & (_i.expires_at > now)
            if await connection.scalar(sa.select(_i.code_mac).where(alike).limit(1)) is None:
                return code, handle
        raise Refusal(problems.UNAVAILABLE)
