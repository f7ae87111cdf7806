"""Photos and files travel beside the entries: after them, one at a time, and never in their way.

                       another offset (a lost answer, a broken line)
                          ┌──────────┐
    waiting ──announce──▶ at ──part──▶ at ──part──▶ … ──▶ whole ──▶ acknowledged
       ▲                  │
       │   no connection  │  quota · other bytes under the id · not allowed ──▶ refused
       └──────────────────┘  (what came stays with the server, and it goes on from there)

A part is small after a failure and grows with each that arrives. Between two parts entries go first.
"""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from typing import Protocol

from mia_companion.domain.blobs import BlobRef
from mia_companion.store.blob_rows import REFUSED, Blob
from mia_companion.store.errors import StoreBroken, StoreError, StoreFull
from mia_companion.store.store import Store
from mia_companion.sync.client import Client
from mia_companion.sync.errors import NotOurServer, Offline, Rejected, SignedOut, SyncError
from mia_companion.wire import problems

SMALLEST_PART, LARGEST_PART = 32 * 1024, 256 * 1024


class BlobListener(Protocol):
    """Implemented by `app`. Called on the event loop, after it is durable."""

    def blobs_changed(self) -> None:
        """Something of what waits has come further, was acknowledged, or was refused."""


class Carrier:
    """Carries up what waits. `at_rest` returns when no entry is on its way."""

    def __init__(
        self,
        store: Store,
        client: Client,
        at_rest: Callable[[], Awaitable[None]],
        listener: BlobListener,
    ) -> None:
        self._store = store
        self._client = client
        self._at_rest = at_rest
        self._listener = listener
        self._one_run = asyncio.Lock()
        self._part = LARGEST_PART
        self.arrived: Mapping[str, int] = {}
        """Bytes that the server has, by blob; of what this process has begun to send."""

    async def carry(self) -> None:
        """Send everything that may travel now. Raises SyncError; what came through stays there."""
        async with self._one_run:
            try:
                for one in self._store.blobs.to_send():
                    await self._send(one)
            except StoreError as wrong:
                full = isinstance(wrong, StoreFull)
                name = problems.DISK_FULL if full else problems.STORE_BROKEN
                raise SyncError(name) from wrong

    def try_again(self) -> None:
        """A new start: what the server did not know the journal of, it may know by now."""
        for one in self._store.blobs.waiting():
            if (one.state, one.reason) == (REFUSED, problems.NOT_FOUND):
                self._store.blobs.retry(one.ref.blob_id)

    async def _send(self, one: Blob) -> None:
        try:
            content = await asyncio.to_thread(self._store.blobs.content, one.ref, one.journal)
        except StoreBroken:
            content = None
        if content is None:
            self._refused(one, problems.STORE_BROKEN)
            return
        try:
            try:
                await self._send_from_where_it_is(one, content)
            except Rejected as wrong:
                if wrong.name != problems.MALFORMED:
                    raise
                await self._send_from_where_it_is(one, content)  # the server has forgotten it all
        except (SignedOut, Offline):
            self._part = SMALLEST_PART
            raise
        except Rejected as wrong:
            if wrong.name == problems.TOO_MANY:
                raise
            self._refused(one, wrong.name)

    async def _send_from_where_it_is(self, one: Blob, content: bytes) -> None:
        ref = one.ref
        at = await self._client.put_blob(one.journal, ref, one.entry, 0, b"")
        for _ in range(8 + 2 * len(content) // SMALLEST_PART):
            self._note(ref, at)
            if at == ref.size:
                await asyncio.to_thread(self._store.blobs.acknowledged, ref.blob_id)
                self._note(ref, None)
                return
            await self._at_rest()
            if not self._store.blobs.is_waiting(ref.blob_id):
                return  # taken away, or its journal has left
            part = content[at : at + self._part]
            at = await self._client.put_blob(one.journal, ref, one.entry, at, part)
            self._part = min(2 * self._part, LARGEST_PART)
        raise NotOurServer  # it is told a new offset for ever

    def _refused(self, one: Blob, reason: str) -> None:
        self._store.blobs.refuse(one.ref.blob_id, reason)
        self._note(one.ref, None)

    def _note(self, ref: BlobRef, at: int | None) -> None:
        rest = {blob: upto for blob, upto in self.arrived.items() if blob != ref.blob_id}
        self.arrived = rest if at is None else {**rest, ref.blob_id: at}
        self._listener.blobs_changed()


async def fetch(store: Store, client: Client, ref: BlobRef, journal: str) -> bytes:
    """The bytes that an entry of the journal names, from the server; a copy is kept. Raises SyncError.

    `not-found` until whoever wrote the entry has sent them; `blob-wrong` when they are others.
    """
    content = await client.get_blob(journal, ref)
    if len(content) < ref.size:
        raise Offline
    if hashlib.sha256(content).hexdigest() != ref.sha256:
        raise Rejected(problems.BLOB_WRONG)
    if journal in store.journals.cursors():  # it may have left meanwhile
        with suppress(StoreError):
            await asyncio.to_thread(store.blobs.fetched, ref, journal, content)
    return content
