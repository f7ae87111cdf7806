"""Applying what a pull brings to a device: 10,000 entries of all kinds, in the answers' own bytes.

    ours    bytes ──▶ engine: checked ──▶ sealed, stored, FULL ──▶ folded ──▶ the view replaced
    floor   the same entries as rows of the same bytes, in one bare transaction under the same pragmas

The answers are as large as the engine asks for, and come over a transport that takes no time. What is
saved of the picture at the end of the run is in it, and so is asking whether there is more.
"""

import asyncio
import os
import random
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import httpx

from bench.figures import Figure, duration
from bench.floor import Bare
from bench.life import life
from bench.lived import confirmed, signed_in
from bench.timing import Compared, in_turns
from bench.weeks import ANNA, ME
from mia_companion.app.companion import Companion
from mia_companion.app.opening import open_companion
from mia_companion.domain.entries import Confirmed
from mia_companion.domain.ids import system_clock
from mia_companion.domain.rights import OWN, SHARED, JournalInfo
from mia_companion.wire.sync import JournalPage, Pull, PullAnswer

ENTRIES = 10_000
ROUNDS, EACH = 5, 1
REACH = 4.0

_SEAL_BYTES = 29
_TABLE = (
    "CREATE TABLE entries (journal TEXT NOT NULL, seq INTEGER NOT NULL, sealed BLOB NOT NULL,"
    " PRIMARY KEY (journal, seq)) WITHOUT ROWID"
)
_INSERT = "INSERT INTO entries VALUES (?, ?, ?)"
_PRAGMAS = ("locking_mode = EXCLUSIVE", "secure_delete = ON", "temp_store = MEMORY")


def figures() -> Iterator[Figure]:
    """One life, taken whole."""
    found = _measure()
    yield Figure(
        what=f"Apply {ENTRIES:,} pulled entries on the device",
        median=duration(found.ours),
        p99=duration(found.p99),
        floor=duration(found.floor),
        ratio=found.ratio,
        reach=REACH,
    )


def _measure() -> Compared:
    with tempfile.TemporaryDirectory() as name:
        applied = Applied(Path(name))
        return in_turns(applied.ours, applied.floor, rounds=ROUNDS, each=EACH)


class Applied:
    """A life as a server says it, and new files to take it in."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        told = confirmed(life(ENTRIES, datetime.now(UTC)))
        self._server = Said(told)
        self._rows = [
            (one.entry.journal, one.seq, os.urandom(len(one.model_dump_json()) + _SEAL_BYTES))
            for some in told.values()
            for one in some
        ]
        self._files = 0

    def ours(self) -> Callable[[], object]:
        """Ready to take it all in: an app that has just been opened for the first time."""
        self._files += 1
        companion = open_companion(
            self._folder / f"ours-{self._files}.sqlite", os.urandom(32), "http://127.0.0.1:9",
            clock=system_clock, random=os.urandom, uniform=random.uniform, transport=self._server,
        )  # fmt: skip
        signed_in(companion)
        return lambda: asyncio.run(self._take(companion))

    async def _take(self, companion: Companion) -> None:
        await companion.engine.sync()
        if sum(one.seq for one in companion.view.pictures.values()) != ENTRIES:
            raise RuntimeError("something was not folded")

    def floor(self) -> Callable[[], object]:
        """Ready to write the same rows."""
        bare = Bare(self._folder / f"bare-{self._files}.sqlite", _TABLE, *_PRAGMAS)
        return lambda: bare.write(_INSERT, self._rows)


class Said(httpx.AsyncBaseTransport):
    """Answers pulls with bytes that are ready."""

    def __init__(self, told: dict[str, list[Confirmed]]) -> None:
        self._told = told
        self._ready: dict[bytes, bytes] = {}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One pull."""
        asked = Pull.model_validate_json(await request.aread())
        key = repr(sorted(asked.cursors.items())).encode()
        if key not in self._ready:
            self._ready[key] = self._answer(asked).model_dump_json().encode()
        headers = {"content-type": "application/json"}
        return httpx.Response(200, headers=headers, content=self._ready[key])

    def _answer(self, asked: Pull) -> PullAnswer:
        room, pages = asked.limit, []
        for role, told in self._told.items():
            after = asked.cursors.get(role, 0)
            some = tuple(told[after : after + room])
            room -= len(some)
            owner = ME if role == OWN else None
            info = JournalInfo(id=role, role=role, site="site", participant=ME, owner=owner)
            page = JournalPage(
                journal=info, head=len(told), entries=some, reached={ME: after} if role == SHARED else {},
                coordinators=(ANNA,),
            )  # fmt: skip
            pages.append(page)
        return PullAnswer(epoch="epoch", now=datetime.now(UTC), pages=tuple(pages), more=room <= 0)
