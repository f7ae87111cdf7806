"""What the server itself says in a site's directory, and reads there for those who administer the site."""

from collections.abc import Mapping

import sqlalchemy as sa

from mia_companion.domain.directory import Listing
from mia_companion.domain.entries import Entry
from mia_companion.domain.facts import Fact, write_fact
from mia_companion.domain.fold import fold
from mia_companion.domain.rights import DIRECTORY, SERVER
from mia_companion.server import epochs
from mia_companion.server.backend import Backend
from mia_companion.server.changes import Change
from mia_companion.server.journals import Arrival
from mia_companion.server.schema import journals


async def say_in_directory(backend: Backend, change: Change, site: str, fact: Fact) -> None:
    """An entry by the server in the site's directory, in the open transaction."""
    around = backend.surroundings
    connection = change.connection
    found = await connection.execute(
        sa.select(journals.c.id, journals.c.head).where(
            journals.c.site == site, journals.c.role == DIRECTORY
        )
    )
    row = found.one()
    now = around.clock()
    epoch = await epochs.current(connection)
    entry = Entry(
        id=around.ids(),
        journal=row.id,
        author=SERVER,
        device=SERVER,
        happened_at=now,
        based_on=row.head,
        epoch=epoch,
        body=write_fact(fact),
    )
    appended = await backend.journals.append(connection, [Arrival(entry, now)], epoch)
    change.heads.update(appended.heads)


async def listed_at(backend: Backend, site: str) -> Mapping[str, Listing]:
    """The lines of the site's directory as they stand now."""
    mine = (journals.c.site == site) & (journals.c.role == DIRECTORY)
    chosen = sa.select(journals.c.id, journals.c.head).where(mine)
    async with backend.database.reading() as connection:
        row = (await connection.execute(chosen)).one()
        picture = await backend.pictures.saved(connection, row.id)
        came = await backend.journals.read(connection, [(row.id, picture.seq, row.head)])
    return fold(picture, came.get(row.id, [])).listings
