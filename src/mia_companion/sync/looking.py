"""What a participant asks of who has looked at their pages."""

from mia_companion.sync.administration import AdministrationLine
from mia_companion.sync.answers import read
from mia_companion.wire.opened import Opened


class LookingLine(AdministrationLine):
    """One function an endpoint. Raises SyncError and nothing else."""

    async def opened(self) -> Opened:
        """As far as the server knows."""
        return read(await self._authorized("GET", "/v1/opened"), Opened)
