"""What the server offers."""

from mia_companion.sync.answers import read
from mia_companion.sync.line import Line
from mia_companion.wire.health import Health


class OfferedLine(Line):
    """Raises SyncError and nothing else."""

    async def health(self) -> Health:
        """That it is there, and what it offers."""
        return read(await self._authorized("GET", "/v1/health"), Health)
