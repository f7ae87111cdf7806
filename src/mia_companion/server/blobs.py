"""Blobs: bytes beside an entry, sent in parts that may be broken off anywhere, sealed part by part.

announced (size, SHA-256) ──part at offset──▶ … ──last part, hash right──▶ whole
                                                          └─ hash wrong ─▶ forgotten

What no entry names is removed by `orphans` after 30 days, and what is half sent. Whose access has ended
may still send what their own entries name: `blob_access` says why.
"""

import hashlib
from collections.abc import AsyncIterator
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.blobs import MAX_BLOB_BYTES
from mia_companion.server.blob_access import Target, allow_reading, allow_sending
from mia_companion.server.database import Database
from mia_companion.server.journals import Journals
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import blob_parts as p
from mia_companion.server.schema import blobs as b
from mia_companion.server.schema import journals as j
from mia_companion.server.surroundings import Surroundings
from mia_companion.wire import problems

PART_BYTES = 256 * 1024
TABLE = "blob_parts"


@dataclass(frozen=True, slots=True)
class Progress:
    """How much of a blob the server has."""

    size: int
    received: int
    sha256: str

    @property
    def whole(self) -> bool:
        """Whether nothing is missing."""
        return self.received == self.size


class Blobs:
    """Takes and gives blobs of journals that the caller may read; `not-found` for all others."""

    def __init__(
        self, database: Database, journals: Journals, quota: int, surroundings: Surroundings
    ) -> None:
        self._database = database
        self._journals = journals
        self._quota = quota
        self._clock = surroundings.clock

    async def progress(self, target: Target) -> Progress:
        """How far the upload is. Raises `not-found`."""
        async with self._database.reading() as connection:
            await allow_reading(connection, target, self._clock())
            found = await _progress(connection, target.journal, target.blob)
        if found is None:
            raise Refusal(problems.NOT_FOUND)
        return found

    async def announce(self, target: Target, size: int, sha256: str) -> Progress:
        """Begin an upload, or learn how far it is. Raises `too-large` beyond the limit or the quota,
        `conflict` when the id stands for other bytes."""
        if not 0 <= size <= MAX_BLOB_BYTES:
            raise Refusal(problems.TOO_LARGE)
        journal, blob = target.journal, target.blob
        async with self._database.writing() as connection:
            await allow_sending(connection, self._journals, target, sha256, self._clock())
            # One upload begins at a time in a journal, so that the quota holds.
            await connection.execute(sa.select(j.c.id).where(j.c.id == journal).with_for_update())
            found = await _progress(connection, journal, blob)
            if found is not None:
                if (found.size, found.sha256) != (size, sha256):
                    raise Refusal(problems.CONFLICT)
                return found
            used = await connection.scalar(
                sa.select(sa.func.sum(b.c.size)).where(b.c.journal == journal)
            )
            if int(used or 0) + size > self._quota:
                raise Refusal(problems.TOO_LARGE, "the journal's quota is used up")
            await connection.execute(
                sa.insert(b).values(
                    journal=journal, id=blob, sha256=sha256, size=size, received=0,
                    author=target.caller.account, begun_at=self._clock(),
                )
            )  # fmt: skip
        return Progress(size=size, received=0, sha256=sha256)

    async def take(self, target: Target, offset: int, parts: AsyncIterator[bytes]) -> Progress:
        """Store what comes from `offset` on, part by part, each durable by itself.

        Raises `conflict` when the server is at another offset, `malformed` when the hash is wrong.
        """
        held = b""
        async with self._database.reading() as connection:
            now = await _progress(connection, target.journal, target.blob)
        if now is None:
            raise Refusal(problems.NOT_FOUND)
        async for chunk in parts:
            held += chunk
            while len(held) >= PART_BYTES:
                now = await self._add(target, offset, held[:PART_BYTES])
                offset, held = offset + PART_BYTES, held[PART_BYTES:]
        if held or offset != now.received:
            now = await self._add(target, offset, held)
        if now.whole:
            await self._verify(target.journal, target.blob, now)
        return now

    async def give(self, target: Target) -> AsyncIterator[bytes]:
        """A whole blob's bytes. Raises `not-found`, also for one that is not whole."""
        if not (await self.progress(target)).whole:
            raise Refusal(problems.NOT_FOUND)
        return self._parts(target.journal, target.blob)

    async def whole(self, journal: str, blob: str) -> bytes | None:
        """Its bytes, for what no caller asks for; None when it is not here, or not whole."""
        async with self._database.reading() as connection:
            now = await _progress(connection, journal, blob)
        if now is None or not now.whole:
            return None
        return b"".join([part async for part in self._parts(journal, blob)])

    async def _parts(self, journal: str, blob: str) -> AsyncIterator[bytes]:
        sealer = self._journals.sealer(journal)
        mine = (p.c.journal == journal) & (p.c.blob == blob)
        async with self._database.reading() as connection:
            starts = list(
                await connection.scalars(sa.select(p.c.starts).where(mine).order_by(p.c.starts))
            )
        for start in starts:
            async with self._database.reading() as connection:
                sealed = await connection.scalar(
                    sa.select(p.c.sealed).where(mine, p.c.starts == start)
                )
            if sealed is not None:
                yield sealer.open(TABLE, f"{blob}/{start}", sealed)

    async def _add(self, target: Target, offset: int, part: bytes) -> Progress:
        journal, blob = target.journal, target.blob
        mine = (b.c.journal == journal) & (b.c.id == blob)
        async with self._database.writing() as connection:
            await connection.execute(sa.select(b.c.id).where(mine).with_for_update())
            found = await _progress(connection, journal, blob)
            if found is None:
                raise Refusal(problems.NOT_FOUND)
            await allow_sending(connection, self._journals, target, found.sha256, self._clock())
            if found.received != offset:
                raise Refusal(problems.CONFLICT, headers={"upload-offset": str(found.received)})
            received = offset + len(part)
            if received > found.size:
                raise Refusal(problems.TOO_LARGE)
            sealed = self._journals.sealer(journal).seal(TABLE, f"{blob}/{offset}", part)
            await connection.execute(
                sa.insert(p).values(journal=journal, blob=blob, starts=offset, sealed=sealed)
            )
            await connection.execute(sa.update(b).where(mine).values(received=received))
        return Progress(size=found.size, received=received, sha256=found.sha256)

    async def _verify(self, journal: str, blob: str, now: Progress) -> None:
        sha = hashlib.sha256()
        async for part in self._parts(journal, blob):
            sha.update(part)
        if sha.hexdigest() == now.sha256:
            return
        async with self._database.writing() as connection:
            await forget(connection, journal, blob)
        raise Refusal(problems.MALFORMED, "the bytes do not have the announced hash")


async def forget(connection: AsyncConnection, journal: str, blob: str) -> None:
    """The blob is as if it had never been announced."""
    await connection.execute(sa.delete(p).where(p.c.journal == journal, p.c.blob == blob))
    await connection.execute(sa.delete(b).where(b.c.journal == journal, b.c.id == blob))


async def _progress(connection: AsyncConnection, journal: str, blob: str) -> Progress | None:
    mine = sa.select(b.c.size, b.c.received, b.c.sha256).where(
        b.c.journal == journal, b.c.id == blob
    )
    row = (await connection.execute(mine)).first()
    return None if row is None else Progress(row.size, row.received, row.sha256)
