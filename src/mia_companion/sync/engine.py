"""The engine: what waits goes up, what is new comes down, until both are empty.

                      nothing to pull, and what was sent is confirmed by the answers
                 ┌──────────────────────────────────────────────────▶ done, not even: a pull is owed
    sync ──▶ pushing ──▶ pulling ──both empty──▶ done                        ▲
                ▲            ├──all is here, and not proved yet──────────────┘
                └────────────┘  more pages, or something new to push

A pull's cursors prove to the server what has arrived here. Whoever calls `sync` with nothing else has
all of that done; the runner lets what nobody waits for come a little later, and with the next of it.

One run at a time. Each step is durable before the next begins, so that it may end anywhere.
"""

import asyncio
from collections.abc import Callable, Collection
from datetime import datetime

from mia_companion.domain.picture import FOLD_VERSION, Picture, load_picture
from mia_companion.store.errors import StoreError, StoreFull
from mia_companion.store.journals import Held as HeldJournal
from mia_companion.store.store import EPOCH, Store
from mia_companion.sync.client import Client
from mia_companion.sync.errors import NotOurServer, SyncError
from mia_companion.sync.listener import Came, Listener
from mia_companion.sync.pushing import Pushing
from mia_companion.wire import problems
from mia_companion.wire.leave import is_proven
from mia_companion.wire.sync import MAX_PUSH, Gone, JournalPage, Pull


class Engine:
    """Keeps one store in step with one server, and tells one listener what changed."""

    def __init__(
        self,
        store: Store,
        client: Client,
        listener: Listener,
        *,
        clock: Callable[[], datetime],
    ) -> None:
        self._store = store
        self._client = client
        self._listener = listener
        self._clock = clock
        self._pushing = Pushing(store, client, listener)
        self._running = asyncio.Lock()
        self._seen: dict[str, HeldJournal] = {}
        self.epoch = store.kept.get(EPOCH)
        """In which everything here was read; empty before the first pull."""
        self.must_leave = False
        """Whether a journal is to leave as soon as the photos and files in it have been offered."""

    async def at_rest(self) -> None:
        """Return when no run is under way."""
        async with self._running:
            return

    async def forget(self, journal: str) -> None:
        """The server has answered that the journal is erased: it leaves this device. Raises StoreError."""
        async with self._running:
            await asyncio.to_thread(self._store.journals.forget, journal)
            self._listener.left(journal, problems.JOURNAL_ERASED)

    async def sync(self, only: Collection[str] | None = None, *, prove: bool = True) -> bool:
        """Push and pull until nothing waits and nothing is new; whether both sides are even.

        With `only` what is pulled is those journals; where there are none of them, nothing, and with an
        answer to what was sent that leaves a gap, all. Without `prove` it ends when all is here, before
        the pull that tells the server so. Raises SyncError.
        """
        async with self._running:
            self._listener.syncing()
            even = only is None
            try:
                has_gap = await self._pushing.push_all(self.epoch)
                if has_gap or only is None or only:
                    even = await self._pull_all(None if has_gap else only, prove)
            except SyncError as wrong:
                self._listener.failed(wrong.name)
                raise
            except StoreError as wrong:
                full = isinstance(wrong, StoreFull)
                name = problems.DISK_FULL if full else problems.STORE_BROKEN
                self._listener.failed(name)
                raise SyncError(name) from wrong
            self._listener.synced()
            return even

    async def _pull_all(self, only: Collection[str] | None, prove: bool) -> bool:
        """Until nothing is new; whether the server knows that all of it has arrived."""
        while True:
            epoch = self.epoch
            has_more, brought = await self._pull_page(only)
            if has_more or self._store.outbox.to_send(1):
                if await self._pushing.push_all(self.epoch):
                    only = None
                if self._pushing.is_elsewhere and self.epoch == epoch:
                    raise NotOurServer  # a pull had just said the same epoch as we
            elif not brought or not prove:
                return not brought

    async def _adopt(self) -> None:
        """Begin with what other sessions of this process have read of the journals one may read."""
        answer = await self._client.pull(Pull(heads_only=True, fold_version=FOLD_VERSION))
        self._enter(answer.epoch)
        came = []
        for page in answer.pages:
            held = _held(page)
            if (found := await asyncio.to_thread(self._store.adopt, held, page.head)) is not None:
                came.append(Came(held, (), found))
        self._listener.came(came)

    async def _pull_page(self, only: Collection[str] | None) -> tuple[bool, bool]:
        """Whether there is more to ask for, and whether this brought anything."""
        journals = self._store.journals
        if self._store.has_commons and not journals.cursors():
            await self._adopt()
        asked = Pull(
            epoch=self.epoch or None,
            cursors=journals.cursors(),
            fold_version=FOLD_VERSION,
            only=None if only is None else tuple(sorted(only)),
        )
        answer = await self._client.pull(asked)
        self._listener.server_time(answer.now, self._clock())
        if answer.rebase is not None and (
            answer.epoch != asked.epoch or _is_behind(answer.rebase, asked.cursors)
        ):
            await asyncio.to_thread(journals.rebase, answer.rebase)
            await asyncio.to_thread(self._store.blobs.offer_again)
            self._enter(answer.epoch)
            self._listener.reload()
            return True, True
        if asked.epoch != answer.epoch:
            self._enter(answer.epoch)
        came: list[Came] = []
        try:
            for page in answer.pages:
                known = page.journal.id in asked.cursors
                came += await self._take(page, known=known)
        finally:  # also what was kept before a page that could not be
            if came:
                self._listener.came(came)
        if only is None:
            self.must_leave = False
        for gone in answer.gone:
            self._leave(gone)
        if asked.epoch == answer.epoch and self._store.outbox.leave_read(journals.cursors()):
            self._listener.outbox_changed()
        # What was brought is followed by one more pull, whose cursors say it arrived.
        brought = journals.cursors() != asked.cursors
        return answer.more and brought, brought

    def _enter(self, epoch: str) -> None:
        self._store.kept.set(EPOCH, epoch)
        self.epoch = epoch

    async def _take(self, page: JournalPage, *, known: bool) -> list[Came]:
        held = _held(page)
        brings = bool(page.entries) or page.picture is not None
        if known and not brings and self._seen.get(page.journal.id) == held:
            return []
        try:
            picture: Picture | None = (
                load_picture(page.picture.picture.encode()) if page.picture else None
            )
            picture = await asyncio.to_thread(self._store.journals.add, held, page.entries, picture)
        except ValueError as wrong:  # a gap, or a picture that is none
            raise NotOurServer from wrong
        self._seen[page.journal.id] = held
        return [Came(held, page.entries, picture)]

    def _leave(self, gone: Gone) -> None:
        """Forget a journal, once all that was written in it has been offered to the server."""
        tokens = self._client.session.tokens
        if any(w.entry.journal == gone.journal for w in self._store.outbox.to_send(MAX_PUSH)):
            return
        if any(one.journal == gone.journal for one in self._store.blobs.to_send()):
            self.must_leave = True
            return
        if tokens and is_proven(tokens.leave_key, gone.journal, gone.reason, gone.proof):
            self._store.journals.forget(gone.journal)
            self._listener.left(gone.journal, gone.reason)


def _is_behind(heads: dict[str, int], cursors: dict[str, int]) -> bool:
    return any(heads.get(journal, cursor) < cursor for journal, cursor in cursors.items())


def _held(page: JournalPage) -> HeldJournal:
    return HeldJournal(info=page.journal, reached=page.reached, coordinators=page.coordinators)
