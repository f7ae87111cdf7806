"""A participant erases what is theirs alone, at once: the rows go, the key dies, and a new journal is there.

    own ──erase──▶ a tombstone, without rows and without its key         (its devices hear `journal-erased`)
                   another `own`, empty

Nobody else is asked, and nobody else sees that it was done: what it held was read by nobody else.
"""

from mia_companion.domain.rights import OWN, PARTICIPANT, JournalInfo
from mia_companion.server import access, audit
from mia_companion.server.access import Caller
from mia_companion.server.changes import Changes
from mia_companion.server.keys import KeyStore
from mia_companion.server.ledger import OWN_ERASED, Ledger
from mia_companion.server.refusals import Refusal
from mia_companion.server.rights import renewing
from mia_companion.server.surroundings import Surroundings
from mia_companion.wire import problems


class OwnJournals:
    """What `DELETE /v1/own/{journal}` does."""

    def __init__(
        self, changes: Changes, ledger: Ledger, keys: KeyStore, surroundings: Surroundings
    ) -> None:
        self._changes = changes
        self._ledger = ledger
        self._keys = keys
        self._clock, self._ids = surroundings.clock, surroundings.ids

    async def erase(self, caller: Caller, journal: str) -> None:
        """Harmless when repeated. Raises `not-found` for any journal but the participant's own."""
        now = self._clock()
        async with self._changes.open() as change:
            connection = change.connection
            await connection.run_sync(access.journal_rows, [journal], lock=True)
            found = await connection.run_sync(access.standings, caller, now, [journal])
            place = found.get(journal)
            if place is None or not _is_mine(caller, place.journal):
                raise Refusal(problems.NOT_FOUND)
            facts = {
                "participant": caller.account, "site": place.journal.site,
                "role": OWN, "owner": caller.account, "journal": journal, "next": self._ids(),
            }  # fmt: skip
            if place.state == access.OPEN:
                await renewing.carry_out(connection, facts, now)
                await audit.note(connection, now, caller.account, "own-erased", caller.account)
                change.access = True
                await self._ledger.record(connection, OWN_ERASED, facts)
        # Also when it was erased before: a server that ended between the two has left the key.
        await renewing.destroy_key(self._keys, facts)


def _is_mine(caller: Caller, journal: JournalInfo) -> bool:
    whose = (journal.role, journal.owner, journal.participant)
    return caller.role == PARTICIPANT and whose == (OWN, caller.account, caller.account)
