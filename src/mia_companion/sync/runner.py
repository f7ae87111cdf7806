"""When to sync.

         a wish (`wishes`): for all of it, for some · only to send · the slow poll
           │
           ▼
resting ──────▶ syncing ──▶ resting ──not even──▶ in a second: a wish for all of it
   ▲               │ error         │
   └── backing off ┘               └──▶ photos and files, beside it

Signed out: the end, until somebody signs in again.
"""

import asyncio
import logging
import traceback
from collections.abc import Awaitable, Callable
from contextvars import Context

from mia_companion.store.store import Store
from mia_companion.sync.backoff import Backoff
from mia_companion.sync.blobs import Carrier
from mia_companion.sync.client import Client
from mia_companion.sync.engine import Engine
from mia_companion.sync.errors import SignedOut, SyncError
from mia_companion.sync.wishes import Wishes, wait_for

log = logging.getLogger(__name__)

_POLL_SECONDS = 60.0


class Runner:
    """Runs an engine for as long as the app lives, and holds the live line."""

    def __init__(
        self,
        engine: Engine,
        client: Client,
        store: Store,
        backoff: Backoff,
        *,
        carrier: Carrier,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._engine = engine
        self._client = client
        self._store = store
        self._backoff = backoff
        self._carrier = carrier
        self._sleep = sleep
        self._wishes = Wishes(sleep)
        self._to_carry = asyncio.Event()
        self._upgraded = True
        """Whether the server may know more kinds by now: a new run, or a live line that broke."""
        self._foreground = asyncio.Event()
        self._foreground.set()
        self._tasks: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin, if somebody is signed in; begin anew if it runs already."""
        self.stop()
        if self._client.session.account is not None:
            # In a context of their own: they outlive the page that happened to start them.
            self._tasks = [
                asyncio.create_task(work, context=Context())
                for work in (self.run(), self.follow(), self.carry())
            ]

    def stop(self) -> list[asyncio.Task[None]]:
        """Stop; the tasks that are ending."""
        self._wishes.forget()
        self._wishes.failed()
        ending, self._tasks = self._tasks, []
        for task in ending:
            task.cancel()
        return ending

    def kick(self) -> None:
        """Something may have to travel either way: sync now, also in the middle of backing off."""
        self._wishes.all()

    def send(self) -> None:
        """Something was recorded: it travels now, and what it brings about elsewhere is heard of soon."""
        self._wishes.send()

    def rest(self, resting: bool) -> None:
        """Stop while the app is in the background; sync at once when it is back."""
        if resting:
            self._foreground.clear()
        else:
            self._foreground.set()
            self.kick()

    async def run(self) -> None:
        """Sync for as long as the app lives. Ends when the device is signed out."""
        while True:
            await self._foreground.wait()
            only, is_even = self._wishes.take(), True
            pause: float | None = None
            try:
                if self._upgraded:
                    self._store.outbox.retry_held()
                    self._upgraded = False
                is_even = await self._engine.sync(only, prove=False)
                self._backoff.reset()
                self._to_carry.set()
            except SignedOut:
                return
            except SyncError as wrong:
                pause = self._backoff.next(wrong.retry_after)
            except Exception as wrong:  # no error may end syncing for good
                log.error("a sync run failed: %s", _what(wrong))
                pause = self._backoff.next(None)
            if pause is not None:
                self._wishes.failed()
            elif not is_even:
                self._wishes.soon(
                    only or None
                )  # after a tap, whether the live line stands or not: all
            await self._wishes.wait(_POLL_SECONDS if pause is None else pause)

    async def carry(self) -> None:
        """Send photos and files after each run, for as long as the app lives."""
        backoff = self._backoff.twin()
        again = True
        while True:
            await self._to_carry.wait()
            self._to_carry.clear()
            try:
                if again:
                    self._carrier.try_again()
                    again = False
                await self._carrier.carry()
                backoff.reset()
                if self._engine.must_leave:
                    self.kick()
                continue
            except SignedOut:
                return
            except SyncError as wrong:
                pause = backoff.next(wrong.retry_after)
            except Exception as wrong:  # the next run begins it again
                log.error("sending a file failed: %s", _what(wrong))
                pause = backoff.next(None)
            await wait_for(self._to_carry, pause, self._sleep)
            self._to_carry.set()

    async def follow(self) -> None:
        """Hold the live line for as long as the app lives; a nudge is a wish for its journal."""
        backoff = self._backoff.twin()
        while True:
            await self._foreground.wait()
            try:
                async for nudge in self._client.live():
                    backoff.reset()
                    await self._engine.at_rest()  # it may tell of what is just being sent or read
                    read = self._store.journals.cursors().get(nudge.journal, -1)
                    if nudge.seq > read:
                        self._wishes.some([nudge.journal])
                    elif nudge.seq in (
                        read,
                        0,
                    ):  # how far others have read, or access that has ended
                        self._wishes.soon([nudge.journal])
                pause = backoff.next(None)
            except SignedOut:
                return
            except SyncError as wrong:
                pause = backoff.next(wrong.retry_after)
            except Exception as wrong:  # the poll goes on beneath
                log.error("the live line failed: %s", _what(wrong))
                pause = backoff.next(None)
            self._upgraded = True
            await self._sleep(pause)
            self.kick()


def _what(wrong: Exception) -> str:
    """What failed and where, and nothing of anybody's words."""
    last = traceback.extract_tb(wrong.__traceback__)[-1]
    return f"{type(wrong).__name__} in {last.name}, line {last.lineno}"
