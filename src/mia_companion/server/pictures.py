"""The server's own pictures of long journals, so that a new device need not fold years.

Folded on from the last saved one, a few hundred entries at a time, and sealed with the journal's key.
"""

import asyncio
from contextlib import suppress
from dataclasses import dataclass

import sqlalchemy as sa
from cryptography.exceptions import InvalidTag
from pydantic import ValidationError
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.fold import fold
from mia_companion.domain.picture import (
    EMPTY,
    FOLD_VERSION,
    Picture,
    load_picture,
    save_picture,
)
from mia_companion.server.database import Database
from mia_companion.server.journals import Journals
from mia_companion.server.schema import journals as j
from mia_companion.server.schema import pictures
from mia_companion.wire.sync import PictureAt

LONG = 500
"""Entries from which a new device gets a picture instead of all of them."""

_FRESH_ENOUGH = 200
_STRIDE = 500
TABLE = "server_pictures"


@dataclass(frozen=True, slots=True)
class _Saved:
    seq: int
    plain: bytes

    def opened(self) -> Picture:
        """It can always be folded anew."""
        try:
            return load_picture(self.plain)
        except ValidationError:
            return EMPTY


class Pictures:
    """Makes and keeps pictures. Opens its own transactions."""

    def __init__(self, database: Database, journals: Journals) -> None:
        self._database = database
        self.journals = journals

    async def at_most(self, journal: str, head: int) -> PictureAt:
        """A picture of the journal at `head` or a little before. One that is saved is not read."""
        saved = await self._database.read(lambda connection: self._load(connection, journal))
        if head - saved.seq > _FRESH_ENOUGH:
            picture = await asyncio.to_thread(saved.opened)
            saved = (await self._fold_on(journal, picture, head))[1]
        return PictureAt.model_construct(
            seq=saved.seq, fold_version=FOLD_VERSION, picture=saved.plain.decode()
        )

    def saved(self, connection: sa.Connection, journal: str) -> Picture:
        """The picture saved last, or an empty one; within the caller's transaction."""
        return self._load(connection, journal).opened()

    async def now(self, journal: str, head: int) -> Picture:
        """The whole picture of the journal at `head`. Raises KeyDestroyed."""
        picture = await self._database.read(lambda connection: self.saved(connection, journal))
        if head - picture.seq > _FRESH_ENOUGH:
            picture = (await self._fold_on(journal, picture, head))[0]
        async with self._database.reading() as connection:
            found = await connection.run_sync(self.journals.read, [(journal, picture.seq, head)])
        return fold(picture, found.get(journal, []))

    async def _fold_on(self, journal: str, picture: Picture, head: int) -> tuple[Picture, _Saved]:
        while picture.seq < head:
            upto = min(picture.seq + _STRIDE, head)
            async with self._database.reading() as connection:
                found = await connection.run_sync(
                    self.journals.read, [(journal, picture.seq, upto)]
                )
            entries = found.get(journal, [])
            if not entries:
                break
            picture = await asyncio.to_thread(fold, picture, entries)
        plain = await asyncio.to_thread(save_picture, picture)
        async with self._database.writing() as connection:
            await self._save(connection, journal, picture.seq, plain)
        return picture, _Saved(picture.seq, plain)

    def _load(self, connection: sa.Connection, journal: str) -> _Saved:
        row = connection.execute(_SAVED, {"journal": journal}).first()
        if row is not None:
            with suppress(InvalidTag):  # it can always be folded anew
                plain = self.journals.sealer(journal).open(TABLE, journal, row.sealed)
                return _Saved(row.seq, plain)
        return _Saved(0, b"{}")

    async def _save(
        self, connection: AsyncConnection, journal: str, seq: int, plain: bytes
    ) -> None:
        standing = sa.select(j.c.id).where(j.c.id == journal, j.c.erased_at.is_(None))
        if await connection.scalar(standing.with_for_update()) is None:
            return
        await connection.execute(sa.delete(pictures).where(pictures.c.journal == journal))
        sealed = self.journals.sealer(journal).seal(TABLE, journal, plain)
        await connection.execute(
            sa.insert(pictures).values(
                journal=journal, seq=seq, fold_version=FOLD_VERSION, sealed=sealed
            )
        )


_SAVED = sa.select(pictures.c.seq, pictures.c.sealed).where(
    pictures.c.journal == sa.bindparam("journal"), pictures.c.fold_version == FOLD_VERSION
)
