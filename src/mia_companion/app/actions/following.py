"""Who follows whom: handing a person over, and who answers while one is away. These need the network: only
the server can give access or end it, and it does so at once."""

from collections.abc import Awaitable, Callable
from datetime import date

from mia_companion.app.actions.outcome import Recorder
from mia_companion.domain import rights
from mia_companion.sync.errors import SyncError
from mia_companion.wire import problems
from mia_companion.wire.following import CoverAsked, HandOver, Left


class FollowingActions(Recorder):
    """A coordinator's verbs. Each answers with a problem's name instead of raising."""

    async def hand_over(self, participant: str, to: str, item: str) -> str:
        """Another coordinator follows the participant from now on. `item` is the form's id.

        First everything is sent that is still here. Afterwards the person's journals leave this device.
        """
        asked = HandOver(id=item, participant=participant, to=to)
        return await self._between(lambda: self._companion.client.hand_over(asked))

    async def cover(self, by: str, first_day: date, last_day: date, item: str) -> str:
        """One is away on these days, both included, and `by` answers meanwhile. `item` is the form's id."""
        if last_day < first_day:
            return problems.COVER_DAYS
        asked = CoverAsked(id=item, by=by, first_day=first_day, last_day=last_day)
        return await self._between(lambda: self._companion.client.cover(asked))

    async def end_cover(self, cover: str) -> str:
        """One is back, or does not go."""
        return await self._between(lambda: self._companion.client.end_cover(cover))

    async def left_behind(self, participant: str) -> tuple[Left, ...]:
        """What came too late from those who followed the participant before, oldest first.

        Nothing where the server cannot be asked: it is there the next time.
        """
        found: list[Left] = []
        for journal in self._both(participant):
            try:
                found += (await self._companion.client.left_behind(journal)).entries
            except SyncError:
                return ()
        return tuple(sorted(found, key=lambda one: one.received_at))

    async def looked_at(self, one: Left) -> str:
        """It was read, and is shown to nobody any more."""
        try:
            await self._companion.client.looked_at(one.entry.journal, one.entry.id)
        except SyncError as wrong:
            return wrong.name
        return ""

    def _both(self, participant: str) -> tuple[str, ...]:
        roles = (rights.SHARED, rights.TEAM)
        found = (self._companion.view.journal(role, participant) for role in roles)
        return tuple(one for one in found if one)

    async def _between(self, deed: Callable[[], Awaitable[None]]) -> str:
        """Send what waits, do it, and learn what has changed."""
        engine = self._companion.engine
        try:
            await engine.sync()
            await deed()
        except SyncError as wrong:
            return wrong.name
        try:
            await engine.sync()
        except SyncError:
            self._companion.runner.kick()  # it is done, and this device learns of it later
        return ""
