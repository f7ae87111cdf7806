"""What the server itself says in a journal, where it is the one who knows that it is so."""

from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.domain.facts import Fact, write_fact
from mia_companion.domain.rights import SERVER
from mia_companion.server import epochs
from mia_companion.server.changes import Change
from mia_companion.server.journals import Arrival, Journals
from mia_companion.server.surroundings import Surroundings


class Speaker:
    """Writes the server's entries. They travel and are folded as anybody's."""

    def __init__(self, journals: Journals, surroundings: Surroundings) -> None:
        self._journals = journals
        self._around = surroundings

    async def lock(self, connection: AsyncConnection, journal: str) -> None:
        """Whoever writes there waits until the open transaction ends."""
        await connection.run_sync(self._journals.lock, journal)

    async def say(self, change: Change, journal: str, fact: Fact, id_: str = "") -> Confirmed:
        """An entry in the open transaction, in that journal's next place."""
        connection, now = change.connection, self._around.clock()
        head = await connection.run_sync(self._journals.lock, journal)
        epoch = await connection.run_sync(epochs.current)
        entry = Entry(
            id=id_ or self._around.ids(),
            journal=journal,
            author=SERVER,
            device=SERVER,
            happened_at=now,
            based_on=head,
            epoch=epoch,
            body=write_fact(fact),
        )
        appended = await connection.run_sync(self._journals.append, [Arrival(entry, now)], epoch)
        change.heads.update(appended.heads)
        return appended.fresh[0]
