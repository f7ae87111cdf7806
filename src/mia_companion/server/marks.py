"""What pulls prove on their way: how far an account has read, and that a device uses its new tokens.

Durable before the pull is answered, those that wait in one transaction. Most pulls prove nothing new.
"""

from collections.abc import Sequence
from datetime import datetime

from mia_companion.server import reached
from mia_companion.server.changes import Changes, Now
from mia_companion.server.database import AS_ANY_WOULD
from mia_companion.server.devices import DeviceList
from mia_companion.server.groups import Groups
from mia_companion.server.pulled import Pulled
from mia_companion.server.surroundings import Surroundings

_MOST = 200


class Marks:
    """Keeps what was proven."""

    def __init__(self, changes: Changes, devices: DeviceList, surroundings: Surroundings) -> None:
        self._changes = changes
        self._devices = devices
        self._clock = surroundings.clock
        self._groups: Groups[Pulled, None] = Groups(self._keep, most=_MOST, alike=AS_ANY_WOULD)

    async def note(self, found: Pulled) -> None:
        """Keep it, where there is something; whoever reads the same journals is told."""
        if found.proven or found.first_use:
            await self._groups.ask(found)

    async def _keep(self, group: Sequence[Pulled]) -> Sequence[None]:
        now = self._clock()
        await self._changes.make(lambda change: self._write(change, group, now))
        return [None] * len(group)

    def _write(self, change: Now, group: Sequence[Pulled], now: datetime) -> None:
        for one in group:
            if one.first_use:
                self._devices.note_use(change.connection, one.first_use, now)
        marks: dict[tuple[str, str], int] = {}
        for one in group:
            for journal, (seq, head) in one.proven.items():
                mark = (journal, one.account)
                marks[mark] = max(seq, marks.get(mark, 0))
                change.heads[journal] = max(head, change.heads.get(journal, 0))
        if marks:
            reached.note(change.connection, marks)
