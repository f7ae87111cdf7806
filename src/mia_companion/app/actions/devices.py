"""One's own devices, and a participant's lost phone. These need the network, and say so."""

from mia_companion.app.actions.outcome import Recorder
from mia_companion.sync.errors import SyncError
from mia_companion.wire.accounts import Devices


class DeviceActions(Recorder):
    """Each answers with a problem's name instead of raising."""

    async def mine(self) -> Devices | str:
        """One's own devices, or a problem's name."""
        try:
            return await self._companion.client.devices()
        except SyncError as wrong:
            return wrong.name

    async def remove(self, device: str) -> str:
        """One of one's own devices is lost. Returns a problem's name, or an empty string."""
        try:
            await self._companion.client.remove_device(device)
        except SyncError as wrong:
            return wrong.name
        return ""

    async def remove_others(self) -> str:
        """Sign out every device of one's own but this. Returns a problem's name, or an empty string."""
        try:
            await self._companion.client.remove_other_devices()
        except SyncError as wrong:
            return wrong.name
        return ""

    async def of(self, participant: str) -> Devices | str:
        """A participant's devices, or a problem's name."""
        try:
            return await self._companion.client.devices_of(participant)
        except SyncError as wrong:
            return wrong.name

    async def remove_of(self, participant: str, device: str) -> str:
        """A participant has lost that device, and said so. Returns a problem's name, or an empty string."""
        try:
            await self._companion.client.remove_device_of(participant, device)
        except SyncError as wrong:
            return wrong.name
        return ""
