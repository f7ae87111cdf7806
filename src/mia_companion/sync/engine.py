"""The engine: what waits goes up, what is new comes down, until both are empty.

             kick: a tap · the foreground · the network's return · a nudge · a slow poll
               │
               ▼                both empty
    resting ──────▶ pushing ──▶ pulling ──▶ resting
       ▲               │            │  ▲
       │               │ error      │  └── more pages, or something new to push
       └── backing off ◀────────────┘

One run at a time. Each step is durable before the next begins, so that it may end anywhere.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from datetime import datetime

from mia_companion.domain.picture import FOLD_VERSION, Picture, load_picture
from mia_companion.store.errors import StoreError, StoreFull
from mia_companion.store.journals import Held as HeldJournal
from mia_companion.store.outbox import HELD, REFUSED, SENT
from mia_companion.store.store import Store
from mia_companion.sync.backoff import Backoff
from mia_companion.sync.client import Client
from mia_companion.sync.errors import SignedOut, SyncError
from mia_companion.sync.listener import Listener
from mia_companion.wire import problems
from mia_companion.wire.leave import is_proven
from mia_companion.wire.sync import (
    MAX_PUSH,
    MAX_PUSH_BYTES,
    Accepted,
    Gone,
    Held,
    JournalPage,
    Pull,
    PushResult,
)

log = logging.getLogger(__name__)

_EPOCH = "epoch"
_POLL_SECONDS = 60.0


class Engine:
    """Keeps one store in step with one server, and tells one listener what changed."""

    def __init__(
        self,
        store: Store,
        client: Client,
        listener: Listener,
        backoff: Backoff,
        *,
        clock: Callable[[], datetime],
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._store = store
        self._client = client
        self._listener = listener
        self._backoff = backoff
        self._clock = clock
        self._sleep = sleep
        self._kicked = asyncio.Event()
        self._running = asyncio.Lock()
        self._seen: dict[str, HeldJournal] = {}
        self._foreground = asyncio.Event()
        self._foreground.set()

    def kick(self) -> None:
        """Something may have to travel: run now, also in the middle of backing off."""
        self._kicked.set()

    def rest(self, resting: bool) -> None:
        """Stop while the app is in the background; start at once when it is back."""
        if resting:
            self._foreground.clear()
        else:
            self._foreground.set()
            self.kick()

    async def run(self) -> None:
        """Sync for as long as the app lives. Ends when the device is signed out."""
        self._store.outbox.retry_held()
        while True:
            await self._foreground.wait()
            self._kicked.clear()
            pause = _POLL_SECONDS
            try:
                await self.sync()
                self._backoff.reset()
            except SignedOut:
                return
            except SyncError as wrong:
                pause = self._backoff.next(wrong.retry_after)
            except Exception as wrong:  # noqa: BLE001  no error may end syncing for good
                log.error("a sync run failed: %s", type(wrong).__name__)
                pause = self._backoff.next(None)
            await self._wait(pause)

    async def follow(self) -> None:
        """Hold the live line for as long as the app lives; each nudge is a kick."""
        backoff = self._backoff.twin()
        while True:
            await self._foreground.wait()
            try:
                async for nudge in self._client.live():
                    backoff.reset()
                    # at the cursor it says how far others have read: "arrived"
                    if nudge.seq >= self._store.journals.cursors().get(nudge.journal, 0):
                        self.kick()
                pause = backoff.next(None)
            except SignedOut:
                return
            except SyncError as wrong:
                pause = backoff.next(wrong.retry_after)
            await self._sleep(pause)
            self.kick()

    async def sync(self) -> None:
        """Push and pull until nothing waits and nothing is new. Raises SyncError."""
        async with self._running:
            self._listener.syncing()
            try:
                more = True
                while more:
                    await self._push_all()
                    more = await self._pull_page() or bool(self._store.outbox.to_send(1))
            except SyncError as wrong:
                self._listener.failed(wrong.name)
                raise
            except StoreError as wrong:
                full = isinstance(wrong, StoreFull)
                self._listener.failed(problems.DISK_FULL if full else problems.STORE_BROKEN)
                raise
            self._listener.synced()

    async def _wait(self, seconds: float) -> None:
        waits = [
            asyncio.ensure_future(self._kicked.wait()),
            asyncio.ensure_future(self._sleep(seconds)),
        ]
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for one in waits:
                one.cancel()

    async def _push_all(self) -> None:
        outbox = self._store.outbox
        while returning := outbox.to_return(MAX_PUSH):
            body = b'{"returned":[' + b",".join(_within(returning)) + b"]}"
            answer = await self._client.push(body)
            if not answer.results:
                return
            outbox.returned([r.id for r in answer.results])
        while waiting := outbox.to_send(MAX_PUSH):
            raw = _within([w.raw for w in waiting])
            answer = await self._client.push(b'{"entries":[' + b",".join(raw) + b"]}")
            if not answer.results:
                return
            outbox.mark([_state(result) for result in answer.results])
            self._listener.outbox_changed()

    async def _pull_page(self) -> bool:
        journals = self._store.journals
        asked = Pull(
            epoch=self._store.kept.get(_EPOCH) or None,
            cursors=journals.cursors(),
            fold_version=FOLD_VERSION,
        )
        answer = await self._client.pull(asked)
        self._listener.server_time(answer.now, self._clock())
        if answer.rebase is not None:
            await asyncio.to_thread(journals.rebase, answer.rebase)
            self._seen.clear()
            self._store.kept.set(_EPOCH, answer.epoch)
            self._listener.reload()
            return True
        if asked.epoch != answer.epoch:
            self._store.kept.set(_EPOCH, answer.epoch)
        for page in answer.pages:
            await self._take(page)
        for gone in answer.gone:
            self._leave(gone)
        # A page that brought something is followed by one more pull, whose cursors say it arrived.
        return answer.more or any(page.entries for page in answer.pages)

    async def _take(self, page: JournalPage) -> None:
        held = HeldJournal(info=page.journal, reached=page.reached)
        if not page.entries and page.picture is None and self._seen.get(page.journal.id) == held:
            return
        self._seen[page.journal.id] = held
        picture: Picture | None = (
            load_picture(page.picture.picture.encode()) if page.picture else None
        )
        await asyncio.to_thread(self._store.journals.add, held, page.entries, picture)
        self._listener.page(held, page.entries, picture)

    def _leave(self, gone: Gone) -> None:
        tokens = self._client.session.tokens
        if tokens and is_proven(tokens.leave_key, gone.journal, gone.reason, gone.proof):
            self._store.journals.forget(gone.journal)
            self._seen.pop(gone.journal, None)
            self._listener.left(gone.journal)


def _state(result: PushResult) -> tuple[str, str, str]:
    match result:
        case Accepted():
            return (SENT, "", result.id)
        case Held():
            return (HELD, "", result.id)
        case _:
            return (REFUSED, result.reason, result.id)


def _within(raw: list[bytes]) -> list[bytes]:
    """As many, from the first, as one push may weigh; always at least one."""
    size = 0
    for count, one in enumerate(raw):
        size += len(one)
        if size > MAX_PUSH_BYTES // 2 and count:
            return raw[:count]
    return raw
