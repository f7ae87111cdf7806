"""What the server itself says in a site's directory, and reads there for those who administer the site."""

from collections.abc import Mapping

import sqlalchemy as sa

from mia_companion.domain.directory import Listing
from mia_companion.domain.facts import Fact
from mia_companion.domain.fold import fold
from mia_companion.domain.rights import DIRECTORY
from mia_companion.server.backend import Backend
from mia_companion.server.changes import Change
from mia_companion.server.schema import journals
from mia_companion.server.sites import directory_of


async def say_in_directory(backend: Backend, change: Change, site: str, fact: Fact) -> None:
    """An entry by the server in the site's directory, in the open transaction."""
    directory = await directory_of(change.connection, site)
    await backend.speaker.say(change, directory, fact)


async def listed_at(backend: Backend, site: str) -> Mapping[str, Listing]:
    """The lines of the site's directory as they stand now."""
    mine = (journals.c.site == site) & (journals.c.role == DIRECTORY)
    chosen = sa.select(journals.c.id, journals.c.head).where(mine)
    async with backend.database.reading() as connection:
        row = (await connection.execute(chosen)).one()
        picture = await connection.run_sync(backend.pictures.saved, row.id)
        came = await connection.run_sync(backend.journals.read, [(row.id, picture.seq, row.head)])
    return fold(picture, came.get(row.id, [])).listings
