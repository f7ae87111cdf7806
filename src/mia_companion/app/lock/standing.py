"""What a lock knows: how it stands, whose PIN it is, and whether digits are right."""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from mia_companion.app.administration import Administration
from mia_companion.app.companion import Companion
from mia_companion.app.lock.away import Away
from mia_companion.app.lock.state import LockState
from mia_companion.app.lock.tried import NO_KEY, WAITS, WRONG, Tried
from mia_companion.app.view import View
from mia_companion.device.local_auth import LocalAuth, NoLocalAuth
from mia_companion.device.pin import Pin
from mia_companion.device.secrets import Secrets, SecretsFailed
from mia_companion.device.tries import Tries


class Standing:
    """Over the companion that stands here now. `random(count)` gives random bytes."""

    def __init__(
        self,
        companion: Companion,
        pin: Pin,
        tries: Tries,
        random: Callable[[int], bytes],
        away: Away,
        *,
        auth: LocalAuth | None = None,
    ) -> None:
        self.companion = companion
        self.auth: LocalAuth = auth or NoLocalAuth()
        self._pin = pin
        self._tries = tries
        self._random = random
        self._away = away
        self._one = asyncio.Lock()
        self._last = self._whose()
        self._unwatch = companion.subscribe(self._watch)

    @property
    def secrets(self) -> Secrets:
        """The key store that is asked now."""
        return self._pin.secrets

    @property
    def state(self) -> LockState:
        """How it stands."""
        return self.companion.view.lock

    async def look(self) -> None:
        """Ask the key store and the platform how things stand. Raises SecretsFailed."""
        has_pin = await self._pin.stands()
        self._show(
            has_pin=has_pin,
            by_body=has_pin and await self._pin.released() is not None,
            can_by_body=await self.auth.can(),
            no_key=False,
        )

    async def _try(self, digits: str) -> bytes | Tried:
        """The key, or what is wrong. A try counts before it is made."""
        try:
            if pause := await self._tries.pause():
                return Tried(WAITS, pause=pause)
            await self._tries.begin()
            key = await self._pin.open(digits)
            if key is None:
                return Tried(WRONG, await self._tries.left(), await self._tries.pause())
            await self._tries.right()
        except SecretsFailed:
            return Tried(NO_KEY)
        return key

    def _whose(self) -> str:
        account = self.companion.view.account
        return account.id if account else ""

    async def _leave_to_owner(self) -> None:
        """A PIN is one person's: whoever came in here after them is not asked for it."""
        whose, owner = self._whose(), await self._pin.owner()
        if self.state.has_pin and owner and whose and owner != whose:
            await self._drop_pin()
            await self._tries.right()
            await self.look()

    async def _drop_pin(self) -> None:
        await self._pin.finish()

    def _watch(self, view: View) -> None:
        """Somebody came in: perhaps another person than whose PIN it is."""
        whose = view.account.id if view.account else ""
        if whose in ("", self._last):
            return
        self._last = whose
        with suppress(RuntimeError):  # no loop runs: whoever starts one looks at its beginning
            self._looking = asyncio.get_running_loop().create_task(self._look_whose())

    async def _look_whose(self) -> None:
        with suppress(SecretsFailed):
            await self._leave_to_owner()

    def _forget_rows(self) -> None:
        """All but what other accounts have not sent, while the store stays open."""
        companion = self.companion
        companion.runner.stop()
        companion.client.session.drop()
        companion.store.forget()
        companion.device.renew()
        companion.show(administration=Administration())
        companion.reload()

    def _show(self, **changed: object) -> None:
        self.companion.show(lock=replace(self.state, **changed))  # type: ignore[arg-type]
