"""What a person asks for that is theirs by right."""

from urllib.parse import quote

from mia_companion.sync.answers import read
from mia_companion.sync.line import Line
from mia_companion.wire.sync import History


class RightsLine(Line):
    """Raises SyncError and nothing else."""

    async def erase_own(self, journal: str) -> None:
        """Erase what is one's own alone, for good. The same may be sent again."""
        await self._authorized("DELETE", f"/v1/own/{quote(journal, safe='')}")

    async def history(self, journal: str, before: int, limit: int) -> History:
        """Older entries, for someone who looks back past a picture."""
        path = f"/v1/journals/{journal}/history?before={before}&limit={limit}"
        return read(await self._authorized("GET", path), History)
