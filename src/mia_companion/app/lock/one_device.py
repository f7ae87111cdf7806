"""The life of the app on one phone or desktop.

begins ──▶ open ⇄ locked (`door.py`)
            │        └──the PIN is forgotten──▶ its store is set aside, locked; a new one begins
            └──everything off this device────▶ files and keys are gone; a new one begins
"""

from collections.abc import Callable
from pathlib import Path

from mia_companion.app.actions.outcome import why
from mia_companion.app.lock import files
from mia_companion.app.lock.away import Away
from mia_companion.app.lock.door import NOWHERE, Door, Make
from mia_companion.app.lock.from_before import FromBefore
from mia_companion.app.lock.set_aside import SetAside
from mia_companion.app.lock.tried import NO_KEY, WRONG, Tried
from mia_companion.device.pin import PIN, Cost, Pin
from mia_companion.device.secrets import (
    KEY_BYTES,
    STORE_KEY,
    MemorySecrets,
    SecretsFailed,
    device_key,
)
from mia_companion.device.tries import TRIES, Tries
from mia_companion.domain.ids import Clock
from mia_companion.store.errors import StoreError


class OneDevice(Door):
    """`one_device` makes it."""

    async def choose(self, digits: str, old: str = "") -> Tried:
        """With a front from now on."""
        done = await super().choose(digits, old)
        if done:
            await self.carry()
        return done

    async def take_away(self, old: str) -> Tried:
        """Nor a front, then."""
        done = await super().take_away(old)
        if done:
            await self._drop_front()
        return done

    async def by_body(self, on: bool, reason: str) -> Tried:
        """The platform asks once before it is trusted with it."""
        self.expect_back()
        try:
            if on and (self._key is None or not await self.auth.yes(reason)):
                return Tried(WRONG)
            await self._pin.release(self._key if on else None)
            await self.look()
        except SecretsFailed:
            return Tried(NO_KEY)
        return Tried()

    def from_before(self, when: str) -> FromBefore:
        """What was set aside then."""
        return SetAside(self, when, self._random, self._tries.monotonic)

    async def begin_anew(self) -> Tried:
        """The PIN is forgotten. The store stays locked, set aside; the app begins without one."""
        async with self._one:
            if not (self.state.is_locked and self.state.has_pin):  # a second tap
                return Tried()
            try:
                await self._set_aside()
                await self._stand_open(await device_key(self._pin.secrets, self._random))
                await self._drop_front()
            except SecretsFailed:
                return Tried(NO_KEY)
            except StoreError as wrong:
                return Tried(why(wrong))
        return Tried()

    async def _set_aside(self) -> None:
        when, secrets = files.free_name(self.folder, self.companion.clock()), self._pin.secrets
        for name in (PIN, TRIES):
            if held := await secrets.get(name):
                await secrets.set(f"{name}-{when}", held)
        files.set_aside(self.folder, when)
        await secrets.set(STORE_KEY, self._random(KEY_BYTES).hex())
        await self._pin.finish()
        await self._tries.right()

    async def forget(self) -> None:
        """Everything of this person off this device, keys first. Another person's that waits to be sent
        stays, sealed, and then nothing else."""
        async with self._one:
            if self.companion.store.outbox.holds_others():
                self._forget_rows()
                await self._drop_pin()
                await self.look()
                return
            files.begin_forgetting(self.folder)
            await self.companion.close()
            self._key = None
            await self.begin()

    async def _drop_pin(self) -> None:
        if self._key is not None:
            await self._pin.take_away(self._key)
            await self._drop_front()


def one_device(
    folder: Path,
    make: Make,
    *,
    clock: Clock,
    monotonic: Callable[[], float],
    random: Callable[[int], bytes],
    cost: Cost | None = None,
) -> OneDevice:
    """Give it a page's platform with `on_page`, then `begin`. `make` opens a companion's store."""
    secrets = MemorySecrets()  # until there is a page
    return OneDevice(
        make(NOWHERE, random(KEY_BYTES)),
        Pin(secrets, random, cost),
        Tries(secrets, clock, monotonic),
        random,
        Away(clock, monotonic),
        folder=folder,
        make=make,
    )
