"""A new device's first sync of 10,000 entries of all kinds, from asking to having everything.

    answers   POST /v1/pull until there is no more: a saved picture, and the entries after it; unpacked
    applied   the same by the app on a new file: checked, sealed, stored, folded, the view replaced

The server has a process and a core of its own, and the device the other core. Older history than the
picture's is fetched when somebody looks; making the picture is the server's work, done once and not in
this. Bytes are the bodies' as they travel, packed.
"""

import asyncio
import gzip
import os
import random
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from http.client import HTTPConnection
from itertools import islice
from pathlib import Path
from statistics import median

from bench.figures import Figure, duration
from bench.life import life
from bench.people import let_in
from bench.stage import stage
from bench.timing import quantile
from bench.weeks import ME, Told
from mia_companion.app.companion import Companion
from mia_companion.app.opening import open_companion
from mia_companion.domain import rights
from mia_companion.domain.entries import Entry
from mia_companion.domain.facts import write_fact
from mia_companion.domain.ids import system_clock
from mia_companion.domain.picture import FOLD_VERSION
from mia_companion.wire.accounts import Tokens
from mia_companion.wire.sync import Pull, PullAnswer, PushAnswer

ENTRIES, ROUNDS = 10_000, 15
_AT_ONCE = 200


def figures() -> Iterator[Figure]:
    """The answers alone, what they weigh, and with the device's own work."""
    cores = sorted(os.sched_getaffinity(0))
    with tempfile.TemporaryDirectory() as name, stage("demo", Path(name) / "server") as server:
        for task in os.listdir(f"/proc/{server.pid}/task"):
            os.sched_setaffinity(int(task), {cores[0]})
        os.sched_setaffinity(0, {cores[-1]})
        try:
            new = Newcomer(server.address, next(iter(server.codes.values())), Path(name))
            answers = _timed(new.ask)
            applied = _timed(new.apply)
        finally:
            os.sched_setaffinity(0, cores)
    yield _figure(f"First sync of {ENTRIES:,}: the answers, unpacked", answers)
    yield Figure(what=f"First sync of {ENTRIES:,}: bytes as they travel", median=f"{new.bytes} B")
    yield _figure(f"First sync of {ENTRIES:,}: and applied on the device", applied)


def _figure(what: str, seconds: list[float]) -> Figure:
    p99 = duration(quantile(seconds, 0.99))
    return Figure(what=what, median=duration(median(seconds)), p99=p99)


def _timed(ready: Callable[[], Callable[[], object]]) -> list[float]:
    """Once that is not counted, when the server makes its picture, and then each round."""
    found = []
    for _ in range(ROUNDS + 1):
        run = ready()
        began = time.perf_counter()
        run()
        found.append(time.perf_counter() - began)
    return found[1:]


class Newcomer:
    """A device of somebody who has written that much, with nothing on it."""

    def __init__(self, address: str, code: str, folder: Path) -> None:
        self._address, self._folder = address, folder
        self._host = HTTPConnection(address.removeprefix("http://"))
        self.bytes = self._files = 0
        self._tokens = asyncio.run(self._live(code))

    async def _live(self, code: str) -> Tokens:
        companion = await let_in(
            self._address, code, self._folder / "author.sqlite", os.urandom(32)
        )
        tokens = companion.client.session.tokens
        if tokens is None:
            raise RuntimeError("nobody is signed in")
        mine = (one for one in life(2 * ENTRIES, datetime.now(UTC)) if one.author == ME)
        entries = [_entry(companion, one) for one in islice(mine, ENTRIES)]
        await companion.close()
        for at in range(0, ENTRIES, _AT_ONCE):
            raw = ",".join(one.model_dump_json() for one in entries[at : at + _AT_ONCE])
            said = self._asked("/v1/push", f'{{"entries":[{raw}]}}', tokens)
            results = PushAnswer.model_validate_json(said).results
            if any(one.answer != "accepted" for one in results):
                raise RuntimeError("the server did not take an entry")
        return tokens

    def _asked(self, path: str, body: str, tokens: Tokens) -> bytes:
        headers = {
            "authorization": f"Bearer {tokens.access}",
            "content-type": "application/json",
            "accept-encoding": "gzip",
        }
        self._host.request("POST", path, body.encode(), headers)
        answer = self._host.getresponse()
        raw = answer.read()
        self.bytes += len(raw)
        return gzip.decompress(raw) if answer.headers["content-encoding"] == "gzip" else raw

    def ask(self) -> Callable[[], object]:
        """Ready to ask for everything."""

        def run() -> None:
            self.bytes, first = 0, Pull(fold_version=FOLD_VERSION)
            raw = self._asked("/v1/pull", first.model_dump_json(), self._tokens)
            if b'"more":true' in raw:
                raise RuntimeError("one answer did not do")  # then this must follow cursors, too
            self._last = raw

        return run

    def apply(self) -> Callable[[], object]:
        """Ready to do so as the app does, on a new file."""
        pages = PullAnswer.model_validate_json(self._last).pages
        seqs = {page.journal.id: page.head for page in pages if page.head}
        self._files += 1
        companion = open_companion(
            self._folder / f"new-{self._files}.sqlite", os.urandom(32), self._address,
            clock=system_clock, random=os.urandom, uniform=random.uniform,
        )  # fmt: skip
        companion.client.session.keep(self._tokens)
        return lambda: asyncio.run(_applied(companion, seqs))


async def _applied(companion: Companion, seqs: dict[str, int]) -> None:
    await companion.engine.sync(prove=False)
    pictures = companion.view.pictures
    if {one: pictures[one].seq for one in seqs} != seqs:
        raise RuntimeError("something did not come")


def _entry(companion: Companion, one: Told) -> Entry:
    account = companion.view.account
    role = rights.OWN if one.role == rights.OWN else rights.SHARED
    return Entry(
        id=companion.ids.new(),
        journal=companion.view.journal(role) or "",
        author=account.id if account else "",
        device=companion.device.id,
        happened_at=one.at,
        based_on=0,
        body=write_fact(one.fact),
    )
