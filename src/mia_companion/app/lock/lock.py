"""The lock of one open companion.

            the app starts · out of sight for long enough · "lock now"
    open ─────────────────────────────────────────────────────────────▶ locked
      ▲                                                                   │
      └── the PIN · a finger or a face, where chosen · without a PIN a tap ┘

Something locks at all where there is a PIN, or where the app is discreet. Here, as in a browser, the
companion stays open and the screens are shown nothing of it (`shown.py`); `one_device.py` closes it.
"""

from collections.abc import Awaitable, Callable

from mia_companion.app.actions.outcome import why
from mia_companion.app.lock.from_before import FromBefore
from mia_companion.app.lock.standing import Standing
from mia_companion.app.lock.tried import NO_KEY, WRONG, Tried, unfit
from mia_companion.device.secrets import SecretsFailed, device_key
from mia_companion.store.errors import StoreError


class Lock(Standing):
    """Call `begin` once, before anything is shown."""

    async def begin(self) -> None:
        """As the app starts: locked, where something locks."""
        try:
            await self.look()
            await self._leave_to_owner()
        except SecretsFailed:
            self._show(is_locked=True, no_key=True)
            return
        self._show(is_locked=self.locks)

    async def begin_anew(self) -> Tried:
        """The PIN is forgotten: to the code, with nothing deleted."""
        raise NotImplementedError

    def from_before(self, when: str) -> FromBefore:
        """What was set aside then, on a device where that is done."""
        raise NotImplementedError

    async def forget(self) -> None:
        """Everything of this person off this device, also what was not sent: they have said so."""
        raise NotImplementedError

    @property
    def locks(self) -> bool:
        """Whether there is anything to open."""
        return self.state.has_pin or bool(self.companion.view.choices.discreet)

    async def lock(self) -> None:
        """Now, where something locks."""
        if self.state.is_locked:  # also while the platform asks for a finger, which hides the app
            return
        async with self._one:
            if self.locks and not self.state.is_locked:
                await self._shut()

    async def pause(self) -> float:
        """Seconds until a PIN may be tried."""
        try:
            return await self._tries.pause()
        except SecretsFailed:
            return 0

    async def open(self, digits: str) -> Tried:
        """With the PIN."""
        async with self._one:
            found = await self._try(digits)
            return found if isinstance(found, Tried) else await self._opened(found)

    async def open_by_body(self, reason: str) -> Tried:
        """By finger or face. The platform asks; its no leaves the PIN."""
        async with self._one:
            try:
                if not self.state.by_body or not await self.auth.yes(reason):
                    return Tried(WRONG)
                key = await self._pin.released()
            except SecretsFailed:
                return Tried(NO_KEY)
            return Tried(WRONG) if key is None else await self._opened(key)

    def open_discreet(self) -> None:
        """By a tap, where there is no PIN."""
        if not self.state.has_pin and not self.state.no_key:
            self._show(is_locked=False)

    async def is_right(self, digits: str) -> Tried:
        """Whether that is the PIN; it counts as a try."""
        async with self._one:
            found = await self._try(digits)
            return found if isinstance(found, Tried) else Tried()

    async def choose(self, digits: str, old: str = "") -> Tried:
        """A PIN, or another one for the `old`."""
        if problem := unfit(digits):
            return Tried(problem)
        return await self._change(old, lambda key: self._pin.choose(digits, key, self._whose()))

    async def take_away(self, old: str) -> Tried:
        """No PIN any more."""
        return await self._change(old, self._pin.take_away)

    async def by_body(self, on: bool, reason: str) -> Tried:
        """Let a finger or a face open the app, too; it is asked for once now. Or no longer."""
        return Tried(WRONG)

    async def came(self, page: object) -> None:
        """That page is in sight."""
        if self._away.came(page, self.companion.view.choices.minutes_away):
            await self.lock()

    async def left(self, page: object) -> None:
        """It is out of sight, or gone."""
        minutes = self.companion.view.choices.minutes_away
        if self._away.left(page, minutes, self.lock):
            await self.lock()

    def expect_back(self) -> None:
        """The app itself now opens something of the platform's, such as its picker."""
        self._away.expect_back()

    async def close(self) -> None:
        """The companion is going."""
        self._away.close()
        self._unwatch()

    async def _change(self, old: str, change: Callable[[bytes], Awaitable[None]]) -> Tried:
        async with self._one:
            try:
                if self.state.has_pin:
                    found = await self._try(old)
                    if isinstance(found, Tried):
                        return found
                    key = found
                else:
                    key = await device_key(self._pin.secrets, self._random)
                await change(key)
                await self.look()
            except SecretsFailed:
                return Tried(NO_KEY)
        return Tried()

    async def _opened(self, key: bytes) -> Tried:
        try:
            await self._stand_open(key)
        except StoreError as wrong:
            return Tried(why(wrong))
        return Tried()

    async def _stand_open(self, _: bytes) -> None:
        self._show(is_locked=False)

    async def _shut(self) -> None:
        self._show(is_locked=True)
