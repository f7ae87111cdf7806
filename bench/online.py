"""A device that is online, as the app's own engine and runner are: it asks what they would ask, and when.

a wish (the app's own: a tap, a nudge, once a minute) ─▶ push what waits ─▶ pull ──▶ done
                                                                                └─ in a second, to tell
"""

import asyncio
import gzip
import hashlib
import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from pydantic_core import from_json

from bench.device import Device
from bench.filled import Filled, Person
from bench.peers.load import request
from bench.talking import HungUp, Line, line_to, listen_to
from mia_companion.domain.ids import Ids
from mia_companion.sync.wishes import Wishes

POLL_SECONDS = 60.0
_TOKEN_SECONDS = 14 * 60.0


@dataclass(slots=True)
class Heard:
    """What was measured: seconds of each request by kind, seconds from a tap until the first other
    device has it, and what went wrong."""

    each: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    seen: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)
    tapped: dict[str, tuple[str, float]] = field(default_factory=dict)
    entries: int = 0
    received: int = 0
    online: int = 0

    def forget(self) -> None:
        """What came so far was only to get warm."""
        self.each.clear()
        self.seen.clear()
        self.entries = self.received = 0


class Online:
    """One person's device for as long as it is open."""

    def __init__(self, port: int, filled: Filled, person: Person, ids: Ids, heard: Heard) -> None:
        self._port, self._filled, self._heard = port, filled, heard
        self.person, self._ids = person, ids
        self.device = Device(filled, person, ids)
        self._wishes = Wishes(asyncio.sleep)
        self._outbox: list[tuple[str, bytes]] = []
        self._cursors = person.cursors
        self._fresh_until = 0.0

    async def stay(self, seconds: float, came_at: float) -> None:
        """From the moment at which it was to come, until so long after."""
        self._line = await line_to(self._port)
        self._heard.online += 1
        live = None
        try:
            await self._refresh(came_at)
            await self._sync(None)
            live = await listen_to(self._port, self.device.listen(), self._told)
            await self._run(came_at + seconds)
        finally:
            self._wishes.forget()
            self._heard.online -= 1
            self._line.close()
            if live is not None:
                live.close()

    def write(self, count: int, journal: str) -> None:
        """Someone taps: so many entries wait to be sent."""
        based_on, now = self._cursors.get(journal, 0), time.perf_counter()
        entries = [self.device.message(journal, based_on) for _ in range(count)]
        self._heard.tapped |= {one.id: (one.author, now) for one in entries}
        self._outbox.append((journal, self.device.push(*entries)))
        self._heard.entries += count
        self._wishes.send()

    async def send_photo(self, size: int, noise: bytes) -> None:
        """A photo over a line of its own. That nothing names it is nobody's concern for thirty days."""
        photo = (noise * (size // len(noise) + 1))[:size]
        head = {
            "Authorization": self.device.authorization, "Upload-Offset": "0",
            "Upload-Length": str(size), "Upload-Sha256": hashlib.sha256(photo).hexdigest(),
        }  # fmt: skip
        path = f"/v1/journals/{self.person.shared}/blobs/{self._ids.new()}"
        said = request("PUT", path, photo, **head)
        line = await line_to(self._port)
        await self.ask("send a photo", said, time.perf_counter(), line)
        line.close()

    async def _run(self, until: float) -> None:
        while (left := until - time.perf_counter()) > 0:
            if time.perf_counter() > self._fresh_until:
                await self._refresh(time.perf_counter())
            only = self._wishes.take()
            if not await self._sync(only):
                self._wishes.soon(only or None)
            await self._wishes.wait(min(left, POLL_SECONDS))

    async def _sync(self, only: frozenset[str] | None) -> bool:
        """Whether all of it is here and told."""
        has_gap = await self._push()
        even = only is None
        if has_gap or only is None or only:
            even = await self._pull(None if has_gap else only)
        return even

    async def _push(self) -> bool:
        """Whether others' entries stand before what was accepted."""
        has_gap = False
        while self._outbox:
            journal, said = self._outbox.pop(0)
            answers = from_json(await self.ask("push", said, time.perf_counter()))["results"]
            self._heard.wrong += [f"push: {a}" for a in answers if a["answer"] != "accepted"]
            for one in answers:
                is_next = one["seq"] == self._cursors.get(journal, 0) + 1
                self._cursors[journal] = self._cursors.get(journal, 0) + is_next
                has_gap |= not is_next
        return has_gap

    async def _pull(self, only: frozenset[str] | None) -> bool:
        kind = "pull after a nudge" if only else "pull"
        if only is None and not self.person.shared:
            kind = "pull of a caseload"
        while True:
            named = None if only is None else tuple(only)
            asked = self.device.pull(self._cursors, named)
            answer = from_json(await self.ask(kind, asked, time.perf_counter()))
            before = dict(self._cursors)
            for page in answer["pages"]:
                id_, came = page["journal"]["id"], page["entries"]
                self._cursors[id_] = came[-1]["seq"] if came else self._cursors.get(id_, 0)
                self._see(came)
            if not (answer["more"] and before != self._cursors):
                return before == self._cursors

    async def _refresh(self, since: float) -> None:
        asked = self.device.refresh(self._filled.refresh(self.person))
        answer = from_json(await self.ask("tokens", asked, since))
        self.person.counter = int(answer["refresh"].split(".")[3])
        self.device.authorization = f"Bearer {answer['access']}"
        self._fresh_until = time.perf_counter() + _TOKEN_SECONDS

    def _see(self, came: list[dict[str, Any]]) -> None:
        for one in came:
            author, at = self._heard.tapped.get(one["entry"]["id"], (self.person.account, 0.0))
            if author != self.person.account:
                self._heard.seen.append(time.perf_counter() - at)
                del self._heard.tapped[one["entry"]["id"]]

    def _told(self, journal: str, seq: int) -> None:
        read = self._cursors.get(journal, -1)
        if seq > read:
            self._wishes.some([journal])
        elif seq in (read, 0):
            self._wishes.soon([journal])

    async def ask(self, kind: str, said: bytes, since: float, line: Line | None = None) -> bytes:
        """The body of the answer; how long it took is written down."""
        status, body = await self._ask(said, line)
        self._heard.each[kind].append(time.perf_counter() - since)
        self._heard.received += len(body)
        if status >= 300:
            self._heard.wrong.append(f"{kind}: {status} {body[:200]!r}")
            raise ConnectionError(kind)
        return gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body

    async def _ask(self, said: bytes, line: Line | None) -> tuple[int, bytes]:
        try:
            return await (line or self._line).ask(said)
        except HungUp:  # a line that nobody uses for five seconds is closed
            self._line = await line_to(self._port)
            return await self._line.ask(said)
