"""A phone on which somebody taps while it syncs, and that may be gone at any moment.

Runs in a forked process, whose parent is the server (`twin`), reads what was acknowledged, and kills it.
"""

import asyncio
import json
import os
import random
import socket
import struct
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import httpx

from mia_companion.app import pictures, upkeep
from mia_companion.app.opening import open_companion
from mia_companion.domain.facts import Fact
from mia_companion.domain.goals import GoalSet
from mia_companion.domain.ids import system_clock
from mia_companion.domain.messages import MessageWritten
from mia_companion.domain.step_marks import StepDone
from mia_companion.domain.steps import StepPlanned, StepRecorded
from mia_companion.store.database import migrations
from mia_companion.store.errors import StoreError
from mia_companion.sync.errors import SyncError
from tests.example_data import JOURNAL, OWN_JOURNAL, PARTICIPANT, blob
from tests.sync.scripted import TOKENS
from tests.torture.twin import Answered
from tools.fixtures import KEY

upkeep._LET_COME_SECONDS = 0.001
pictures._GROWN = 4  # so that pictures are saved often enough to be killed in the middle
_LENGTH = struct.Struct(">I")


def asked_in(raw: bytes) -> tuple[str, str, dict[str, str], bytes]:
    """Method, path, headers and body of a frame that a phone sent."""
    head, _, body = raw.partition(b"\n")
    method, path, headers = json.loads(head)
    return method, path, headers, body


def frame(*parts: bytes) -> bytes:
    """One length, and what belongs to it."""
    raw = b"\n".join(parts)
    return _LENGTH.pack(len(raw)) + raw


def frames(raw: bytearray) -> Iterator[bytes]:
    """Whole frames, taken from what came."""
    while len(raw) >= _LENGTH.size:
        (size,) = _LENGTH.unpack_from(raw)
        if len(raw) < _LENGTH.size + size:
            return
        whole = bytes(raw[_LENGTH.size : _LENGTH.size + size])
        del raw[: _LENGTH.size + size]
        yield whole


def answer_frame(answered: Answered) -> bytes:
    """What the parent sends back."""
    status, headers, body = answered
    return frame(json.dumps([status, headers]).encode(), body)


class ToParent(httpx.AsyncBaseTransport):
    """Carries requests over a socket, one at a time, and lets others run meanwhile."""

    def __init__(self, line: socket.socket) -> None:
        self._line = line
        self._one = asyncio.Lock()
        self._came = bytearray()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One request and its answer."""
        head = [request.method, request.url.path, dict(request.headers)]
        body = await request.aread()
        loop = asyncio.get_running_loop()
        async with self._one:
            await loop.sock_sendall(self._line, frame(json.dumps(head).encode(), body))
            while True:
                for raw in frames(self._came):
                    said, _, content = raw.partition(b"\n")
                    status, headers = json.loads(said)
                    return httpx.Response(status, headers=headers, content=content)
                self._came += await loop.sock_recv(self._line, 1 << 20)


class Phone:
    """One run of the app. Each thing is said on `said` when it is done, and not before."""

    def __init__(self, path: Path, run: int, said: int, line: socket.socket) -> None:
        self._path, self._run, self._said, self._line = path, run, said, line
        self._chance = random.Random(run)
        self._drafts = 0
        self._steps: list[str] = []

    def live(self, *, until_even: bool) -> None:
        """Open, then tap and sync until killed; or sync until both sides are even."""
        with self._doing("migrating" if _is_old(self._path) else "opening"):
            companion = open_companion(
                self._path, KEY, "http://server.test", clock=system_clock, random=os.urandom,
                uniform=random.uniform, transport=ToParent(self._line),
            )  # fmt: skip
            if companion.view.account is None:
                companion.client.session.keep(TOKENS)
                companion.claim()
        self._companion = companion
        if companion.view.was_mended:
            self._say(mended=True)
        asyncio.run(self._end() if until_even else self._go_on())

    async def _end(self) -> None:
        self._companion.store.outbox.retry_held()
        await self._companion.engine.sync()
        await self._companion.carrier.carry()
        await self._companion.engine.sync()
        self._say(even=True)

    async def _go_on(self) -> None:
        saving = self._companion.upkeep.save()
        await asyncio.gather(self._tap(), self._sync(), self._carry(), saving)

    async def _tap(self) -> None:
        while True:
            with self._doing("recording"):
                self._chance.choice((self._record, self._record, self._photo, self._draft))()
            await asyncio.sleep(self._chance.choice((0, 0.001)))

    async def _sync(self) -> None:
        save = self._companion.store.journals.save_picture

        def saving(*given: Any, **named: Any) -> Any:
            with self._doing("saving a picture"):
                return save(*given, **named)

        self._companion.store.journals.save_picture = saving  # type: ignore[method-assign]
        while True:
            with self._doing("syncing"), suppress(SyncError):
                await self._companion.engine.sync()
            await asyncio.sleep(0)

    async def _carry(self) -> None:
        carry = self._companion.carrier
        while True:
            await asyncio.sleep(0.001)
            if self._companion.store.blobs.to_send():
                with self._doing("sending a photo"), suppress(SyncError):
                    await carry.carry()

    def _record(self) -> None:
        new, chance = self._companion.ids.new(), self._chance
        facts: list[Fact] = [
            MessageWritten(message_id=new, words="x" * chance.choice((3, 300, 9000))),
            GoalSet(goal_id=new, words="Orka mer", area="health"),
            StepPlanned(step_id=new, words="Gå ut en stund"),
        ]
        if self._steps:
            facts.append(StepDone(step_id=self._steps.pop()))
        fact = chance.choice(facts)
        if isinstance(fact, StepPlanned):
            self._steps.append(new)
        journal = chance.choice((JOURNAL, JOURNAL, OWN_JOURNAL))
        written = self._companion.record(journal, fact)
        self._say(entry=written.model_dump_json())

    def _photo(self) -> None:
        content = self._chance.randbytes(self._chance.choice((500, 9000, 70_000)))
        ref = blob(content, self._companion.ids.new())
        self._companion.store.blobs.keep(ref, PARTICIPANT, content)
        fact = StepRecorded(step_id=ref.blob_id, words="Se", attachments=(ref,))
        written = self._companion.record(JOURNAL, fact)
        self._say(entry=written.model_dump_json(), blob=ref.model_dump_json())

    def _draft(self) -> None:
        self._drafts += 1
        words = f"{self._run}.{self._drafts}"
        self._say(draft_begun=words)
        with suppress(StoreError):
            self._companion.store.drafts.set("a message", words)
            self._say(draft=words)

    @contextmanager
    def _doing(self, what: str) -> Iterator[None]:
        self._say(begun=what)
        yield
        self._say(ended=what)

    def _say(self, **said: Any) -> None:
        os.write(self._said, json.dumps(said).encode() + b"\n")


def _is_old(path: Path) -> bool:
    """Whether the store was written by an earlier version; looked at in the file, not in the store."""
    present = int.from_bytes(path.read_bytes()[60:64], "big") if path.exists() else 0
    return 0 < present < migrations()[-1][0]
