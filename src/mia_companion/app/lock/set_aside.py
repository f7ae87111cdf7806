"""A store that was set aside, and two ways out of it: the PIN came back to mind, or the person says that it
may go.

    set aside ──the old PIN──▶ what was not sent is in the open store ──▶ gone
        └────── "take it away" ────────────────────────────────────────▶ gone
"""

from collections.abc import Callable

from mia_companion.app.actions.outcome import why
from mia_companion.app.lock import files
from mia_companion.app.lock.door import Door
from mia_companion.app.lock.tried import NO_KEY, WAITS, WRONG, Tried
from mia_companion.device.pin import PIN, Pin
from mia_companion.device.secrets import SecretsFailed
from mia_companion.device.tries import TRIES, Tries
from mia_companion.store.bringing_over import bring_over
from mia_companion.store.errors import StoreError
from mia_companion.store.store import Store


class SetAside:
    """`FromBefore`, by when it was set aside."""

    def __init__(
        self,
        device: Door,
        when: str,
        random: Callable[[int], bytes],
        monotonic: Callable[[], float],
    ) -> None:
        self._device = device
        self._when = when
        self._secrets = device.secrets
        self._pin = Pin(self._secrets, random, name=f"{PIN}-{when}")
        self._tries = Tries(self._secrets, device.companion.clock, monotonic, f"{TRIES}-{when}")

    async def pause(self) -> float:
        """Seconds until its PIN may be tried."""
        try:
            return await self._tries.pause()
        except SecretsFailed:
            return 0

    async def bring_back(self, digits: str) -> Tried:
        """With its PIN: what the one who is signed in had not sent is sent now."""
        account = self._device.companion.view.account
        try:
            if pause := await self._tries.pause():
                return Tried(WAITS, pause=pause)
            await self._tries.begin()
            key = await self._pin.open(digits)
            if key is None or account is None:
                return Tried(WRONG, await self._tries.left(), await self._tries.pause())
            await self._tries.right()
            done = await self.drop() if self._bring(key, account.id) else Tried()
        except SecretsFailed:
            return Tried(NO_KEY)
        except StoreError as wrong:
            return Tried(why(wrong))
        self._device.companion.reload()
        self._device.companion.runner.kick()
        return done

    async def drop(self) -> Tried:
        """For good: the files first, since without their key nobody could offer them again."""
        try:
            files.drop_aside(self._device.folder, self._when)
            for name in (PIN, TRIES):
                await self._secrets.remove(f"{name}-{self._when}")
            await self._device.look()
        except SecretsFailed:
            return Tried(NO_KEY)
        return Tried()

    def _bring(self, key: bytes, account: str) -> bool:
        old = Store(files.aside_path(self._device.folder, self._when), key)
        try:
            return bring_over(old, self._device.companion.store, account)
        finally:
            old.close()
