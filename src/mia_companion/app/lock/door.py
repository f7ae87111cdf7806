"""Which store stands open on a phone or a desktop, and before whom.

    start ─┬─ no PIN ───────────────▶ open ──lock──▶ the store is closed, its key forgotten
           │                            ▲                  │
           └─ PIN ──▶ the front ──PIN───┘ ◀──── the front ─┘

Without a PIN, a discreet app is locked with its store open. `front.py` says what the front knows.
"""

import asyncio
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path

from mia_companion.app.actions import Actions
from mia_companion.app.companion import Companion
from mia_companion.app.lock import files
from mia_companion.app.lock.away import Away
from mia_companion.app.lock.front import FRONT_KEY, carry_over, may_be_seen
from mia_companion.app.lock.lock import Lock
from mia_companion.app.lock.state import LockState
from mia_companion.app.lock.wiping import wipe
from mia_companion.app.view import View
from mia_companion.device.local_auth import LocalAuth
from mia_companion.device.pin import Pin
from mia_companion.device.secrets import KEY_BYTES, Secrets, SecretsFailed, device_key
from mia_companion.device.tries import Tries
from mia_companion.store.errors import StoreError
from mia_companion.store.store import Store

Make = Callable[[Path, bytes], Companion]
Moved = Callable[[Companion], None]

NOWHERE = Path(":memory:")
"""A store in memory alone, for when the platform's key store gives no key."""


class Door(Lock):
    """`companion` is what stands here until `begin`: one with a store `NOWHERE`. `moved` is called whenever
    another one stands here."""

    def __init__(
        self,
        companion: Companion,
        pin: Pin,
        tries: Tries,
        random: Callable[[int], bytes],
        away: Away,
        *,
        folder: Path,
        make: Make,
    ) -> None:
        super().__init__(companion, pin, tries, random, away)
        self.folder = folder
        self._make = make
        self._key: bytes | None = None
        self._carried: dict[str, str] = {}
        self.moved: list[Moved] = []

    def on_page(self, secrets: Secrets, auth: LocalAuth) -> None:
        """From now on that page's platform is asked."""
        self._pin.secrets = self._tries.secrets = secrets
        self.auth = auth

    async def begin(self) -> None:
        """As the app starts, and whenever the key store is to be asked again."""
        self._carried = {}
        try:
            if files.is_forgetting(self.folder):
                await wipe(self._pin.secrets, self.folder)
            if await self._pin.stands():
                await self._stand_at_front()
            else:
                key = await device_key(self._pin.secrets, self._random)
                await self._pin.finish()
                await self._stand_open(key, at_start=True)
        except SecretsFailed:
            nobody = self._make(NOWHERE, self._random(KEY_BYTES))
            nobody.show(lock=LockState(is_locked=True, no_key=True))
            await self._stand(nobody)

    async def look(self) -> None:
        """Also what was set aside."""
        await super().look()
        self._show(set_aside=files.aside(self.folder))

    async def _stand_at_front(self) -> None:
        key = await device_key(self._pin.secrets, self._random, FRONT_KEY)
        front = self._make(self.folder / files.FRONT, key)
        front.show(lock=LockState(is_locked=True, has_pin=True))
        await self._stand(front)
        await self.look()

    async def _stand_open(self, key: bytes, *, at_start: bool = False) -> None:
        companion = self._make(self.folder / files.STORE, key)
        if at_start:
            discreet = bool(companion.view.choices.discreet)
            companion.show(lock=LockState(is_locked=discreet))
        elif companion.view.hidden:  # the clock was left at the front, or the PIN was not asked
            Actions(companion).choices.hide(False)
        chosen = self.companion.view.choices.language
        if not at_start and chosen and chosen != companion.view.choices.language:  # at the front
            Actions(companion).choices.language(chosen)
        self._key = key
        await self._stand(companion)
        companion.start()
        with suppress(SecretsFailed):  # it is open; how things stand is asked again another time
            await self.look()
            await self._leave_to_owner()

    async def _shut(self) -> None:
        if not self.state.has_pin:
            self._show(is_locked=True)
            return
        view, self._key = self.companion.view, None
        try:
            key = await device_key(self._pin.secrets, self._random, FRONT_KEY)
            front = self._make(self.folder / files.FRONT, key)
        except (SecretsFailed, StoreError):
            front = self._make(NOWHERE, self._random(KEY_BYTES))
        carry_over(may_be_seen(view), front.store.kept)
        front.reload()
        front.show(lock=replace(view.lock, is_locked=True))
        await self._stand(front)

    def _watch(self, view: View) -> None:
        """Also what may be seen without the PIN: the app may be killed at any time."""
        super()._watch(view)
        if self._is_carrying and may_be_seen(view) != self._carried:
            with suppress(RuntimeError):
                self._carrying = asyncio.get_running_loop().create_task(self.carry())

    async def carry(self) -> None:
        """Bring the front into step with the open app, where a PIN stands."""
        async with self._one:
            seen = may_be_seen(self.companion.view)
            if not self._is_carrying or seen == self._carried:
                return
            with suppress(SecretsFailed, StoreError):
                key = await device_key(self._pin.secrets, self._random, FRONT_KEY)
                with closing(Store(self.folder / files.FRONT, key)) as front:
                    carry_over(seen, front.kept)
                self._carried = seen

    async def _drop_front(self) -> None:
        """There is no PIN any more, so nothing stands before one."""
        self._carried = {}
        files.drop_front(self.folder)
        with suppress(SecretsFailed):
            await self._pin.secrets.remove(FRONT_KEY)

    @property
    def _is_carrying(self) -> bool:
        return self.state.has_pin and self._key is not None and not self.state.is_locked

    async def _stand(self, companion: Companion) -> None:
        """This one from now on; the one before lets go of its file."""
        before, self.companion = self.companion, companion
        self._unwatch()
        self._last = self._whose()
        self._unwatch = companion.subscribe(self._watch)
        for told in tuple(self.moved):
            told(companion)
        if before is not companion:
            await before.close()
