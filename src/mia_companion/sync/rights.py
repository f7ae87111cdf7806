"""What a person asks for that is theirs by right."""

from urllib.parse import quote

from mia_companion.sync.line import Line


class RightsLine(Line):
    """Raises SyncError and nothing else."""

    async def erase_own(self, journal: str) -> None:
        """Erase what is one's own alone, for good. The same may be sent again."""
        await self._authorized("DELETE", f"/v1/own/{quote(journal, safe='')}")
