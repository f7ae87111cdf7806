"""An association's sites: made, and called something else."""

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.directory import SiteNamed
from mia_companion.server import audit, operations
from mia_companion.server.access import Caller
from mia_companion.server.administration.borders import administering, check_site
from mia_companion.server.backend import Backend
from mia_companion.server.directories import say_in_directory
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import sites
from mia_companion.wire import problems
from mia_companion.wire.administration import NameSite, SiteMade


async def make_site(backend: Backend, caller: Caller, asked: NameSite) -> SiteMade:
    """A site with its directory. Raises `name-taken`, also when it is asked twice."""
    async with administering(backend, caller, grave=False) as change:
        await _check_free(change.connection, caller, asked.name, "")
        site = await operations.make_site(backend, change, caller.association, asked.name)
        now = backend.surroundings.clock()
        await audit.note(change.connection, now, caller.account, "site-made", site)
    return SiteMade(id=site)


async def rename_site(backend: Backend, caller: Caller, site: str, asked: NameSite) -> None:
    """Everyone at the site reads the new name. Raises `not-found` and `name-taken`."""
    async with administering(backend, caller, grave=False) as change:
        connection = change.connection
        await check_site(connection, caller, site)
        await _check_free(connection, caller, asked.name, site)
        mine = sites.c.id == site
        await connection.execute(sa.update(sites).where(mine).values(name=asked.name))
        await say_in_directory(backend, change, site, SiteNamed(name=asked.name))
        now = backend.surroundings.clock()
        await audit.note(connection, now, caller.account, "site-renamed", site)


async def _check_free(connection: AsyncConnection, caller: Caller, name: str, but: str) -> None:
    others = (sites.c.association == caller.association) & (sites.c.id != but)
    names = await connection.scalars(sa.select(sites.c.name).where(others))
    if name.casefold() in {one.casefold() for one in names}:
        raise Refusal(problems.NAME_TAKEN)
