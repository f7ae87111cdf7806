"""Whom a provider's name for a person means.

An account is never made by this. A name that is not known means whoever has the e-mail address that the
provider has verified, if they have no name there yet; or the one whose link an administrator made.

unknown ──verified e-mail of an account without a name there──▶ linked ◀──an administrator's link── any
"""

from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.rights import PARTICIPANT
from mia_companion.server import audit
from mia_companion.server.login.settings import Provider
from mia_companion.server.login.table import identities
from mia_companion.server.login.tickets import Tickets
from mia_companion.server.schema import accounts
from mia_companion.server.surroundings import Surroundings

_LONGEST = 255
_i = identities.c


class Nobody(Exception):
    """The provider knows them, and nobody here is meant."""


class Linking:
    """In the caller's transactions."""

    def __init__(self, provider: Provider, tickets: Tickets, surroundings: Surroundings) -> None:
        self._provider = provider
        self._tickets = tickets
        self._clock = surroundings.clock

    async def account(self, connection: AsyncConnection, claims: dict[str, Any]) -> str:
        """Who it is, linked now if the e-mail says so. Raises Nobody."""
        name = self._name(claims)
        known = await connection.scalar(sa.select(_i.account).where(_i.name_mac == name))
        if known is None:
            known = await self._by_email(connection, claims)
            if known is None:
                raise Nobody
            await self._link(connection, name, known, by=known)
        if not await _works_here(connection, known):
            raise Nobody
        return str(known)

    async def follow(
        self, connection: AsyncConnection, claims: dict[str, Any], account: str
    ) -> str:
        """An administrator's link was followed: the name means that account from now on, and no other
        name of this provider does. Raises Nobody, also when the name is another account's."""
        name = self._name(claims)
        known = await connection.scalar(sa.select(_i.account).where(_i.name_mac == name))
        if known not in (None, account) or not await _works_here(connection, account):
            raise Nobody
        mine = (_i.account == account) & (_i.issuer == self._provider.issuer)
        await connection.execute(sa.delete(identities).where(mine))
        await self._link(connection, name, account, by=account)
        return account

    def _name(self, claims: dict[str, Any]) -> bytes:
        said = claims.get(self._provider.claim)
        if not isinstance(said, str) or not 0 < len(said) <= _LONGEST or not said.isprintable():
            raise Nobody
        return self._tickets.mac("identity", self._provider.issuer, self._provider.claim, said)

    async def _by_email(self, connection: AsyncConnection, claims: dict[str, Any]) -> str | None:
        email = claims.get("email")
        if claims.get("email_verified") is not True or not isinstance(email, str):
            return None
        plain = email.strip().casefold()
        if not plain or not plain.isprintable():
            return None
        found = await connection.scalar(sa.select(accounts.c.id).where(accounts.c.email == plain))
        if found is None:
            return None
        taken = sa.select(_i.account).where(_i.account == found, _i.issuer == self._provider.issuer)
        return None if await connection.scalar(taken) is not None else str(found)

    async def _link(
        self, connection: AsyncConnection, name: bytes, account: str, *, by: str
    ) -> None:
        now = self._clock()
        try:
            await connection.execute(
                sa.insert(identities).values(
                    name_mac=name, issuer=self._provider.issuer, account=account, linked_at=now
                )
            )
        except IntegrityError:  # two at once
            raise Nobody from None
        await audit.note(connection, now, by, "identity-linked", account)


async def _works_here(connection: AsyncConnection, account: str) -> bool:
    chosen = sa.select(accounts.c.id).where(
        accounts.c.id == account, accounts.c.ended_at.is_(None), accounts.c.role != PARTICIPANT
    )
    return await connection.scalar(chosen) is not None
