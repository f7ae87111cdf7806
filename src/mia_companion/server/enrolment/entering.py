"""A participant's device comes in with what a coordinator handed over.

                         ┌─ secret ──▶ nobody guesses it ─────────────────┐
what was typed or read ──┤                                                ├─▶ once, in time ─▶ in
                         └─ letters ─▶ guessing is bounded ─▶ right? ─────┘        │ by letter: waits for
                                                               └─ no ─▶ one of the      the two words
                                                                        code's five tries
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server import audit
from mia_companion.server.accounts import account_of
from mia_companion.server.attempts import Attempts
from mia_companion.server.auditing.guesses import Guesses
from mia_companion.server.changes import Changes
from mia_companion.server.devices import DeviceList
from mia_companion.server.enrolment import codes, two_words
from mia_companion.server.enrolment.device_keys import Offered
from mia_companion.server.enrolment.invitation_table import invitations
from mia_companion.server.keys import KeyStore
from mia_companion.server.refusals import Refusal
from mia_companion.server.surroundings import Surroundings
from mia_companion.wire import problems
from mia_companion.wire.accounts import LETTER, Account, Enrol, Enrolled, Tokens

_SAME_ANSWER = timedelta(minutes=10)
_EVERYWHERE = "everywhere"

_i = invitations.c


@dataclass(frozen=True, slots=True)
class _In:
    """Somebody who came in, with their invitation's row as it stands now."""

    tokens: Tokens
    row: sa.Row[Any]


class Entering:
    """What `POST /v1/enrolments` does."""

    def __init__(
        self,
        changes: Changes,
        *,
        devices: DeviceList,
        guesses: Guesses,
        keys: KeyStore,
        surroundings: Surroundings,
    ) -> None:
        self._changes = changes
        self._devices = devices
        self._guesses = guesses
        self._keys = keys
        self._clock = surroundings.clock
        self._randomness = surroundings.randomness
        # Beside the bound of each address: nobody closes everybody's codes, from wherever they ask, by
        # trying all beginnings (149,000 guesses).
        self._by_all = Attempts(surroundings.clock, burst=1_000, seconds=0.2)

    async def enrol(self, asked: Enrol, address: str) -> Enrolled:
        """Open the app. Raises `code-wrong`, `-used`, `-expired`, `-closed`, `too-many-requests`."""
        now = self._clock()
        if codes.is_secret(asked.code):
            found = await self._tried(asked, now)
        else:
            self._by_all.check(_EVERYWHERE)
            name = f"code/{codes.normal(asked.code)[: codes.HANDLE]}"
            async with self._guesses.trying(address, name) as trying:
                found = await self._tried(asked, now)
                trying.wrong = found in (problems.CODE_WRONG, problems.CODE_CLOSED)
            if trying.wrong:
                self._by_all.failed(_EVERYWHERE)
        if not isinstance(found, _In):
            raise Refusal(found)
        pairing = two_words.to_compare(found.row, now)
        waits = found.row.way == LETTER and found.row.confirmed_at is None
        return Enrolled(**dict(found.tokens), pairing=pairing, waits=waits)

    async def _tried(self, asked: Enrol, now: datetime) -> "_In | str":
        """Nothing is raised in the transaction: a wrong guess is kept in it."""
        async with self._changes.open() as change:
            return await self._enter(change.connection, asked, now)

    async def _enter(self, connection: AsyncConnection, asked: Enrol, now: datetime) -> "_In | str":
        """Who came in, or the problem's name."""
        macs = [codes.mac_of(key, asked.code) for key in self._keys.server_keys("codes")]
        is_secret = codes.is_secret(asked.code)
        mine = (_i.secret_mac if is_secret else _i.code_mac).in_(macs)
        row = (
            await connection.execute(sa.select(invitations).where(mine).with_for_update())
        ).first()
        if row is None:
            return problems.CODE_WRONG if is_secret else await self._guessed(connection, asked, now)
        account = await account_of(connection, row.participant)
        if account is None:
            return problems.CODE_WRONG
        if row.used_at is not None:
            again = await self._again(connection, account, asked, row, now)
            return again or problems.CODE_USED
        if row.expires_at <= now:
            return problems.CODE_EXPIRED
        if not is_secret and codes.is_closed(row.guessed):
            return problems.CODE_CLOSED
        return await self._admit(connection, account, asked, row, now)

    async def _admit(
        self,
        connection: AsyncConnection,
        account: Account,
        asked: Enrol,
        row: sa.Row[Any],
        now: datetime,
    ) -> _In:
        theirs = _i.participant == row.participant
        # The screen may look at a newer code than the one that was read from it.
        watched = await connection.scalar(sa.select(sa.func.max(_i.watched_at)).where(theirs))
        one = _i.code_mac == row.code_mac
        await connection.execute(
            sa.update(invitations)
            .where(one)
            .values(
                used_at=now,
                used_by=asked.device,
                watched_at=watched,
                **two_words.words_for(self._randomness),
            )
        )
        others = theirs & _i.used_at.is_(None)
        await connection.execute(sa.delete(invitations).where(others))
        await audit.note(connection, now, account.id, "enrolled", asked.device)
        tokens = await self._devices.add(
            connection,
            account,
            asked.device,
            now,
            offered=Offered(key=asked.key, sort=asked.sort),
            waits=row.way == LETTER,
        )
        kept = (await connection.execute(sa.select(invitations).where(one))).one()
        return _In(tokens, kept)

    async def _again(
        self,
        connection: AsyncConnection,
        account: Account,
        asked: Enrol,
        row: sa.Row[Any],
        now: datetime,
    ) -> _In | None:
        """The same answer for the same device, whose first one was lost; None for any other."""
        if row.used_by != asked.device or now - row.used_at > _SAME_ANSWER:
            return None
        tokens = await self._devices.present(connection, account, asked.device, now, key=asked.key)
        return None if tokens is None else _In(tokens, row)

    async def _guessed(self, connection: AsyncConnection, asked: Enrol, now: datetime) -> str:
        """Keep a wrong guess with the codes that it begins like."""
        if not codes.could_be_letters(asked.code):
            return problems.CODE_WRONG
        keys = self._keys.server_keys("codes")
        alike = _i.handle_mac.in_([codes.handle_of(key, asked.code) for key in keys])
        open_ = _i.used_at.is_(None) & (_i.expires_at > now)
        chosen = sa.select(_i.code_mac, _i.guessed).where(alike, open_).order_by(_i.code_mac)
        closed = False
        for row in (await connection.execute(chosen.with_for_update())).all():
            if not codes.is_closed(row.guessed):
                guessed = codes.and_guess(keys[0], row.guessed, asked.code)
                one = sa.update(invitations).where(_i.code_mac == row.code_mac)
                await connection.execute(one.values(guessed=guessed))
                closed |= codes.is_closed(guessed)
            else:
                closed = True
        return problems.CODE_CLOSED if closed else problems.CODE_WRONG
