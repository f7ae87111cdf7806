"""Entries go out: what comes after the caller's cursors, in pages of bounded count and size.

pulls that wait ─▶ one snapshot: who calls · what they may read · planned · read ─▶ answers
                     └─ a long journal from its beginning ─▶ its picture first, and asked again
"""

from collections.abc import Mapping, Sequence

import sqlalchemy as sa

from mia_companion.domain.entries import Confirmed
from mia_companion.server import access
from mia_companion.server.access import Caller
from mia_companion.server.database import AS_ANY_WOULD, Database
from mia_companion.server.groups import Groups
from mia_companion.server.journals import Journals
from mia_companion.server.marks import Marks
from mia_companion.server.opened.looks import Looks
from mia_companion.server.pictures import Pictures
from mia_companion.server.pull_reading import MAX_PAGE_BYTES, PullReader
from mia_companion.server.pulled import Asked, Far, Pulled
from mia_companion.server.surroundings import Surroundings
from mia_companion.server.tokens import Pair
from mia_companion.wire.sync import PictureAt, Pull

_MOST = 32
"""Pulls answered from one snapshot."""


class Pulls:
    """Answers pulls, those that wait from one snapshot."""

    def __init__(
        self,
        database: Database,
        journals: Journals,
        *,
        reader: PullReader,
        marks: Marks,
        looks: Looks,
        pictures: Pictures,
        surroundings: Surroundings,
    ) -> None:
        self._database = database
        self._journals = journals
        self._reader = reader
        self._marks = marks
        self._looks = looks
        self._pictures = pictures
        self._clock = surroundings.clock
        self._groups: Groups[Asked, Pulled | Far] = Groups(
            self._read, most=_MOST, alike=AS_ANY_WOULD
        )

    async def answer(self, said: Pair, pull: Pull) -> bytes:
        """A `PullAnswer` as JSON: a page, or after a restore the seqs up to which caller and server agree.

        Raises `signed-out`.
        """
        pictures: Mapping[str, PictureAt | None] | None = None
        while isinstance(found := await self._groups.ask(Asked(said, pull, pictures)), Far):
            pictures = await self._pictures_of(found)
        await self._marks.note(found)
        if found.given:
            self._looks.note(*found.given)
        return found.answer

    async def history(
        self, caller: Caller, journal: str, before: int, limit: int
    ) -> tuple[Confirmed, ...] | None:
        """Entries before a seq, oldest first; None for a journal that is not the caller's."""

        def work(connection: sa.Connection) -> tuple[Confirmed, ...] | None:
            place = access.standings(connection, caller, self._clock(), [journal]).get(journal)
            if place is None or place.state != access.OPEN:
                return None
            upto = min(before - 1, place.head)
            span = (journal, max(0, upto - limit), upto)
            return tuple(self._journals.read(connection, [span]).get(journal, ()))

        return await self._database.read(work)

    async def _read(self, asked: Sequence[Asked]) -> Sequence[Pulled | Far | Exception]:
        return await self._database.read(lambda connection: self._reader.read(connection, asked))

    async def _pictures_of(self, far: Far) -> dict[str, PictureAt | None]:
        """None where one must wait for the next page, so that a whole caseload does not come in one."""
        found: dict[str, PictureAt | None] = {}
        room = MAX_PAGE_BYTES
        for journal, head in far.heads.items():
            picture = await self._pictures.at_most(journal, head) if room > 0 else None
            room -= len(picture.picture) if picture else 0
            found[journal] = picture
        return found
