"""What comes before everything is taken off this device. Signing out is among `access`."""

from contextlib import suppress

from mia_companion.app.actions.outcome import Recorder
from mia_companion.store.errors import StoreError
from mia_companion.sync.errors import SyncError


class LeavingActions(Recorder):
    """Each needs the network, and does what it can without."""

    async def send_now(self) -> str:
        """Send what waits, at once. Returns a problem's name, or an empty string."""
        try:
            await self._companion.engine.sync()
            await self._companion.carrier.carry()
        except SyncError as wrong:
            return wrong.name
        return ""

    async def sign_out_unsent(self) -> None:
        """End this device's access, if the server can be told, whatever waits here."""
        self._companion.runner.stop()
        with suppress(SyncError, StoreError):
            await self._companion.client.sign_out()
