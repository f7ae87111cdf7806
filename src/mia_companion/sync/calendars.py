"""A participant's feed for other calendars."""

from mia_companion.sync.answers import read
from mia_companion.sync.line import Line
from mia_companion.wire.calendar import Feed, FeedWished

_PATH = "/v1/calendar"


class CalendarLine(Line):
    """Raises SyncError and nothing else."""

    async def feed(self) -> Feed:
        """The feed that is open."""
        return read(await self._authorized("GET", _PATH), Feed)

    async def wish_feed(self, *, whole: bool, language: str) -> Feed:
        """Open one, or change what it shows."""
        wished = FeedWished(whole=whole, language=language).model_dump_json().encode()
        return read(await self._authorized("PUT", _PATH, wished), Feed)

    async def end_feed(self) -> None:
        """End it for good."""
        await self._authorized("DELETE", _PATH)
