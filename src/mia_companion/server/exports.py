"""What is taken out as a file is written down first: who, whom, what sort, when. The file itself is made
on the coordinator's device."""

from mia_companion.domain.rights import COORDINATOR, SHARED
from mia_companion.server import audit
from mia_companion.server.access import Caller, readable
from mia_companion.server.changes import Changes
from mia_companion.server.login.freshness import check_fresh
from mia_companion.server.opened.looks import tell
from mia_companion.server.refusals import Refusal
from mia_companion.server.surroundings import Surroundings
from mia_companion.wire import problems
from mia_companion.wire.files import Export


class Exports:
    """What `POST /v1/exports` does."""

    def __init__(self, changes: Changes, surroundings: Surroundings) -> None:
        self._changes = changes
        self._surroundings = surroundings

    async def note(self, caller: Caller, told: Export) -> None:
        """A line for each person, durable when this returns.

        Raises `forbidden` for anyone but a coordinator, and for people whom the caller may not read;
        `sign-in-again`.
        """
        if caller.role != COORDINATOR:
            raise Refusal(problems.FORBIDDEN)
        now = self._surroundings.clock()
        async with self._changes.open() as change:
            standing = await change.connection.run_sync(readable, caller, now)
            mine = {s.journal.participant for s in standing.values() if s.journal.role == SHARED}
            if not set(told.participants) <= mine:
                raise Refusal(problems.FORBIDDEN)
            check_fresh(caller, now)
            what = f"exported-{told.sort}"
            people = tuple(dict.fromkeys(told.participants))
            for one in people:
                await audit.note(change.connection, now, caller.account, what, one)
            taken = [(caller.account, one, what, now) for one in people]
            await change.connection.run_sync(tell, taken)
