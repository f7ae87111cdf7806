"""Tickets: how what is shown in a browser reaches the app that asked for it.

made ──begun in a browser──▶ begun ──signed in there──▶ signed ──the six digits, in the app──▶ used
 │        ▲  │                                            │
 │        └──┘ begun anew, here or in another browser     └── five wrong digits ──┐
 └──────── ten minutes; an administrator's link a week ───────────────────────────┴──▶ over

The app keeps the ticket, the browser gets the door, which follows from it and not the other way round.
The digits stand in the browser that signed in and are written in the app: whoever lures somebody into
signing in for a ticket of their own does not see them. An answer that comes to another browser than the
one that was sent to the provider is refused, so that nobody's sign-in is put under somebody else's hands.
"""

import base64
from datetime import timedelta

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server.columns import Row
from mia_companion.server.database import Database
from mia_companion.server.keys import KeyStore
from mia_companion.server.login.settings import LoginSettings
from mia_companion.server.login.table import tickets
from mia_companion.server.macs import mac
from mia_companion.server.surroundings import Surroundings
from mia_companion.wire.login import LoginLink, Ticket

SIGN_IN, AGAIN, PASSKEY, LINK = "sign-in", "again", "passkey", "link"
"""What a ticket is for. A link is an administrator's, and needs no digits."""

LIFE = timedelta(minutes=10)
LINK_LIFE = timedelta(days=7)
TRIES = 5
_KEPT = timedelta(days=1)
_SECRET_BYTES, _ATTEMPT_BYTES = 16, 32
_t = tickets.c


class TicketOver(Exception):
    """There is no such ticket, it is over, or it was begun elsewhere since."""


class Tickets:
    """Makes tickets, and follows them through a browser."""

    def __init__(
        self,
        database: Database,
        keys: KeyStore,
        settings: LoginSettings,
        surroundings: Surroundings,
    ) -> None:
        self._database = database
        self._key = keys.server_key("login")
        self._settings = settings
        self._clock = surroundings.clock
        self._randomness = surroundings.randomness

    async def make(self, purpose: str, device: str, account: str | None = None) -> Ticket:
        """A ticket for that device; with `account`, one that nobody else can sign in with."""
        secret, ends = text(self._randomness(_SECRET_BYTES)), self._clock() + LIFE
        door = self._door(secret)
        async with self._database.writing() as connection:
            await self._insert(
                connection, door, purpose=purpose, device=device, account=account, expires_at=ends
            )
        return Ticket(ticket=secret, url=self.address(door), expires_at=ends)

    async def link(self, connection: AsyncConnection, account: str) -> LoginLink:
        """An administrator's link; the account's earlier ones are over."""
        door, ends = self._door(text(self._randomness(_SECRET_BYTES))), self._clock() + LINK_LIFE
        earlier = (_t.account == account) & (_t.purpose == LINK)
        await connection.execute(sa.delete(tickets).where(earlier))
        await self._insert(connection, door, purpose=LINK, account=account, expires_at=ends)
        return LoginLink(account=account, url=self.address(door), expires_at=ends)

    async def _insert(self, connection: AsyncConnection, door: str, **values: object) -> None:
        old = _t.expires_at < self._clock() - _KEPT
        await connection.execute(sa.delete(tickets).where(old))
        await connection.execute(
            sa.insert(tickets).values(door_mac=self.mac("door", door), **values)
        )

    def address(self, door: str) -> str:
        """Where a browser begins."""
        return f"{self._settings.public_url}/v1/login/at/{door}"

    async def at(self, door: str) -> Row:
        """The ticket behind a door. Raises TicketOver unless somebody can still sign in there."""
        async with self._database.reading() as connection:
            return await self._open(connection, _t.door_mac == self.mac("door", door))

    async def begin(self, door: str, browser: str) -> str:
        """An attempt in that browser, 256 random bits; the one before is void. Raises TicketOver."""
        attempt, mine = (
            text(self._randomness(_ATTEMPT_BYTES)),
            _t.door_mac == self.mac("door", door),
        )
        async with self._database.writing() as connection:
            await self._open(connection, mine)
            await connection.execute(
                sa.update(tickets)
                .where(mine)
                .values(
                    attempt_mac=self.mac("attempt", attempt),
                    browser_mac=self.mac("browser", browser),
                    begun_at=self._clock(),
                )
            )
        return attempt

    async def take(self, connection: AsyncConnection, attempt: str, browser: str) -> Row:
        """The ticket of an attempt that comes back to its browser, once. Raises TicketOver."""
        mine = (_t.attempt_mac == self.mac("attempt", attempt)) & (
            _t.browser_mac == self.mac("browser", browser)
        )
        row = await self._open(connection, mine, lock=True)
        this = _t.door_mac == row.door_mac
        await connection.execute(sa.update(tickets).where(this).values(attempt_mac=None))
        return row

    async def sign(
        self, connection: AsyncConnection, row: Row, account: str, pending: str | None = None
    ) -> None:
        """That account has signed in, or a link was followed to its end."""
        now = self._clock()
        used = now if row.purpose == LINK else None
        this = _t.door_mac == row.door_mac
        said = {"signed_by": account, "signed_at": now, "pending": pending, "used_at": used}
        await connection.execute(sa.update(tickets).where(this).values(said))

    async def done(self, browser: str) -> Row:
        """What was signed in that browser last. Raises TicketOver."""
        mine = _t.browser_mac == self.mac("browser", browser)
        chosen = sa.select(tickets).where(
            mine, _t.signed_by.is_not(None), _t.expires_at > self._clock()
        )
        async with self._database.reading() as connection:
            row = (await connection.execute(chosen.order_by(_t.begun_at.desc()))).first()
        if row is None:
            raise TicketOver
        return row

    async def redeemable(self, connection: AsyncConnection, secret: str) -> Row | None:
        """The ticket, locked; None when it is over."""
        door = self.mac("door", self._door(secret))
        chosen = sa.select(tickets).where(_t.door_mac == door, _t.expires_at > self._clock())
        row = (await connection.execute(chosen.with_for_update())).first()
        return None if row is None or row.tries >= TRIES else row

    def digits(self, row: Row) -> str:
        """What the browser in which it was signed shows."""
        said = self.mac("digits", row.door_mac.hex(), row.browser_mac.hex())
        return f"{int.from_bytes(said[:8]) % 1_000_000:06}"

    def new_browser(self) -> str:
        """What a browser's cookie holds from here on."""
        return text(self._randomness(_ATTEMPT_BYTES))

    def mac(self, *parts: str) -> bytes:
        """Under this server's own key."""
        return mac(self._key, *parts)

    def derived(self, what: str, attempt: str) -> str:
        """A secret that goes with an attempt and is written down nowhere."""
        return text(self.mac(what, attempt))

    def _door(self, secret: str) -> str:
        return text(self.mac("ticket", secret)[:_SECRET_BYTES])

    async def _open(
        self, connection: AsyncConnection, which: sa.ColumnElement[bool], *, lock: bool = False
    ) -> Row:
        chosen = sa.select(tickets).where(
            which, _t.expires_at > self._clock(), _t.signed_by.is_(None), _t.used_at.is_(None)
        )
        row = (await connection.execute(chosen.with_for_update() if lock else chosen)).first()
        if row is None:
            raise TicketOver
        return row


def text(raw: bytes) -> str:
    """As it stands in an address."""
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
