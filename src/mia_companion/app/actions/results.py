"""Results: looking at the site's own, publishing them, and reading what was published. All need the network:
the numbers are counted on the server and kept on no device."""

from mia_companion.app.companion import Companion
from mia_companion.domain.suppression import Published
from mia_companion.sync.errors import SyncError
from mia_companion.wire.results import Publication, Publish, SiteResults


class ResultActions:
    """Each answers with a problem's name instead of raising."""

    def __init__(self, companion: Companion) -> None:
        self._companion = companion

    async def look(self, period: str) -> SiteResults | str:
        """The exact numbers of one's own site, or a problem's name."""
        try:
            return await self._companion.client.results(period)
        except SyncError as wrong:
            return wrong.name

    async def publish(self, outside: Published) -> str:
        """Publish what was shown. A problem's name, or an empty string."""
        try:
            await self._companion.client.publish(Publish(period=outside.period, outside=outside))
        except SyncError as wrong:
            return wrong.name
        return ""

    async def publications(self) -> tuple[Publication, ...] | str:
        """What the association's sites have published, or a problem's name."""
        try:
            return (await self._companion.client.publications()).publications
        except SyncError as wrong:
            return wrong.name
