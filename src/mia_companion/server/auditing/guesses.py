"""Wrong guesses are limited for each address and for each name, in all processes together.

    trying ─▶ checked ─▶ right: nothing is written
                 │  └──▶ wrong(): counted against the address and the name
                 └─▶ too many: refused, with Retry-After, before anything is looked up

Only what is wrong counts against an address, so that a municipality behind one of them is never locked
out by coming to work. What is still being looked at counts against its name, or many guesses at once would
all be checked before the first of them was counted.
"""

import ipaddress
import logging
import math
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server.auditing.guess_table import guesses
from mia_companion.server.database import Database
from mia_companion.server.macs import mac
from mia_companion.server.refusals import Refusal
from mia_companion.wire import problems

log = logging.getLogger("mia_companion.server")


class Bound(NamedTuple):
    """`burst` wrong guesses at once, then one more every `seconds`."""

    burst: int
    seconds: float


BY_ADDRESS = Bound(burst=120, seconds=2)
"""One in ten of 500 people who come in the same minute may be wrong once, twice over."""
BY_NAME = Bound(burst=8, seconds=30)
"""2,888 a day and name."""

_BOUNDS = {BY_ADDRESS: "address", BY_NAME: "name"}

_TRIES = 20


@dataclass(slots=True)
class Trying:
    """One guess. Set `wrong` when it was."""

    wrong: bool = False


class Guesses:
    """What stands at every door where something can be guessed."""

    def __init__(self, database: Database, key: bytes, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._key = key
        self._clock = clock
        self._now_looked_at: Counter[bytes] = Counter()
        self._counted = 0

    @asynccontextmanager
    async def trying(self, address: str, name: str) -> AsyncIterator[Trying]:
        """Around one guess. `name` says what is guessed at, and by which door.

        Raises `too-many-requests` with Retry-After, before the body.
        """
        by_address, by_name = self._mac("address", network_of(address)), self._mac("name", name)
        left = await self._left_now({by_address: BY_ADDRESS, by_name: BY_NAME})
        _check(left[by_address], BY_ADDRESS)
        _check(left[by_name] - self._now_looked_at[by_name], BY_NAME)
        self._now_looked_at[by_name] += 1
        one = Trying()
        try:
            yield one
        finally:
            if one.wrong:
                await self._count({by_address: BY_ADDRESS, by_name: BY_NAME})
                self._counted += 1
            self._now_looked_at[by_name] -= 1
            if not self._now_looked_at[by_name]:
                del self._now_looked_at[by_name]

    async def take(self, taken: Mapping[str, Bound], refused: str) -> None:
        """One of each, right or wrong, by what is done so often only, counted before it is done.

        Raises the problem `refused` with Retry-After where one has none left, and takes of none then.
        """
        bounds = {self._mac("taken", name): bound for name, bound in taken.items()}
        await self._count(bounds, refused)

    async def _left_now(self, bounds: dict[bytes, Bound]) -> dict[bytes, float]:
        """Read again where one was counted meanwhile: it is neither in what was read nor still looked at."""
        counted, left = self._counted, await self._left(bounds)
        for _ in range(_TRIES):
            if counted == self._counted:
                break
            counted, left = self._counted, await self._left(bounds)
        return left

    async def _left(self, bounds: dict[bytes, Bound]) -> dict[bytes, float]:
        async with self._database.reading() as connection:
            return await self._filled(connection, bounds)

    async def _filled(
        self, connection: AsyncConnection, bounds: dict[bytes, Bound], *, lock: bool = False
    ) -> dict[bytes, float]:
        chosen = sa.select(guesses).where(guesses.c.key.in_(bounds)).order_by(guesses.c.key)
        rows = await connection.execute(chosen.with_for_update() if lock else chosen)
        now, found = self._clock(), {key: float(bound.burst) for key, bound in bounds.items()}
        for row in rows:
            passed = max(0.0, (now - row.at).total_seconds())
            bound = bounds[row.key]
            found[row.key] = min(float(bound.burst), row.left + passed / bound.seconds)
        return found

    async def _count(self, bounds: dict[bytes, Bound], refused: str = "") -> None:
        try:
            await self._write(bounds, refused)
        except IntegrityError:  # another process was the first at the same moment
            await self._write(bounds, refused)

    async def _write(self, bounds: dict[bytes, Bound], refused: str) -> None:
        async with self._database.writing() as connection:
            now = self._clock()
            before = await self._filled(connection, bounds, lock=True)
            if refused:
                for key, bound in bounds.items():
                    _check(before[key], bound, refused)
            await connection.execute(sa.delete(guesses).where(guesses.c.full_at <= now))
            for key, bound in sorted(bounds.items()):
                left = max(0.0, before[key] - 1)
                full = now + timedelta(seconds=(bound.burst - left) * bound.seconds)
                values = {"left": left, "at": now, "full_at": full}
                mine = sa.update(guesses).where(guesses.c.key == key)
                if (await connection.execute(mine.values(values))).rowcount == 0:
                    await connection.execute(sa.insert(guesses).values(key=key, **values))

    def _mac(self, *parts: str) -> bytes:
        return mac(self._key, *parts)


def _check(left: float, bound: Bound, refused: str = problems.TOO_MANY) -> None:
    if left < 1:
        log.warning("too many guesses", extra={"bound": _BOUNDS.get(bound, "other")})
        wait = math.ceil((1 - left) * bound.seconds)
        raise Refusal(refused, headers={"retry-after": str(wait)})


def network_of(address: str) -> str:
    """What one subscriber has: an IPv4 address, or an IPv6 network of 64 bits."""
    try:
        said = ipaddress.ip_address(address)
    except ValueError:
        return address
    if isinstance(said, ipaddress.IPv4Address):
        return str(said)
    if said.ipv4_mapped is not None:
        return str(said.ipv4_mapped)
    return str(ipaddress.ip_network((said, 64), strict=False))
