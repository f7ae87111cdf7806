"""The lock in a browser, for all its tabs.

A browser's picture is in the memory of the server, under a key that its cookie carries: a PIN here keeps
whoever opens the browser from the screens, and encrypts nothing. Its hash and the count of tries lie in
the browser's sealed file.
"""

from collections.abc import Callable

from mia_companion.app.actions import Actions
from mia_companion.app.companion import Companion
from mia_companion.app.lock.away import Away
from mia_companion.app.lock.kept_secrets import KeptSecrets
from mia_companion.app.lock.lock import Lock
from mia_companion.app.lock.state import LockState
from mia_companion.app.lock.tried import NO_KEY, Tried
from mia_companion.device.pin import Cost, Pin
from mia_companion.device.secrets import SecretsFailed
from mia_companion.device.tries import Tries


class OneBrowser(Lock):
    """`forgotten` is told that the browser's key opens nothing any more."""

    def __init__(
        self,
        companion: Companion,
        random: Callable[[int], bytes],
        monotonic: Callable[[], float],
        forgotten: Callable[[], None],
        cost: Cost | None = None,
    ) -> None:
        secrets = KeptSecrets(companion.store.kept)
        clock = companion.clock
        pin, tries = Pin(secrets, random, cost), Tries(secrets, clock, monotonic)
        super().__init__(companion, pin, tries, random, Away(clock, monotonic))
        self._forgotten = forgotten

    async def begin_anew(self) -> Tried:
        """The PIN is forgotten: out, to the code. What was not sent stays sealed, unseen, for the same
        person when they come back with one."""
        try:
            await self._pin.finish()
            await self._tries.right()
            Actions(self.companion).access.start_over()
            self._show(is_locked=False, has_pin=False, by_body=False)
        except SecretsFailed:
            return Tried(NO_KEY)
        return Tried()

    async def forget(self) -> None:
        """Everything of this person off this browser."""
        others = self.companion.store.outbox.holds_others()
        self._forget_rows()
        self.companion.show(lock=LockState())
        if not others:
            self._forgotten()
