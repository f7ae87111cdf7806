"""A phone's life, recorded below SQLite, and what its store may say after a power cut at any place of it.

A store is its commits, one after the other. After a cut it must be as the last commit that had returned
left it, or as the one that was under way would have: nothing between, nothing before.
"""

import asyncio
import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest

from mia_companion.app import pictures
from mia_companion.app.companion import Companion
from mia_companion.app.opening import open_companion
from mia_companion.domain.entries import Entry
from mia_companion.domain.messages import MessageWritten
from mia_companion.domain.steps import StepPlanned, StepRecorded
from mia_companion.store.store import Store
from tests.example_data import JOURNAL, OWN_JOURNAL, PARTICIPANT, FixedClock, blob
from tests.sync.scripted import TOKENS
from tests.torture.as_sqlite3 import Connection, put_in_its_place
from tests.torture.below import below
from tests.torture.full import Full
from tests.torture.tape import Tape
from tests.torture.twin import Twin
from tools.fixtures import KEY

_TABLES = "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"


def contents(rows: Any) -> int:
    """All that a store's tables hold, as a number to compare by. `rows(sql)` asks.

    Without the seal that says that the key is right: each opening that finds none makes another.
    """
    held = []
    for (table,) in sorted(rows(_TABLES)):
        where = " WHERE name != 'seal'" if table == "kept" else ""
        held.append((table, *sorted(rows(f"SELECT * FROM {table}{where}"))))
    return hash(tuple(held))


@dataclass
class Life:
    """`after[n]` is what the store held after n commits; `opens_as`, if its opening was under way then."""

    tape: Tape
    path: Path
    after: list[int] = field(default_factory=list)
    opens_as: dict[int, int] = field(default_factory=dict)
    entries: dict[str, Entry] = field(default_factory=dict)

    def may_hold(self, commits: int) -> set[int]:
        """What is right when so many commits have returned."""
        last = len(self.after) - 1
        return {self.opens_as.get(n, self.after[n]) for n in (commits, min(commits + 1, last))}


@dataclass
class Recording:
    """Records what is done while it is the context, on a disk that may be `full`."""

    life: Life
    synchronous: str = "FULL"
    full: Full = field(default_factory=Full)

    def __enter__(self) -> "Recording":
        self._patch = pytest.MonkeyPatch()
        self._below = below(self.life.tape, self.full.below_sqlite)
        name = self._below.__enter__().name
        put_in_its_place(self._patch, name, self._committed)
        self._patch.setattr(pictures, "_GROWN", 3)
        opened = Store.__init__
        life, synchronous = self.life, self.synchronous

        def opening(store: Store, *given: Any, **named: Any) -> None:
            before = max(0, len(life.after) - 1)
            opened(store, *given, **named)
            store._database.rows(f"PRAGMA synchronous = {synchronous}")
            now = contents(store._database.rows)
            if not life.after:
                life.after.append(now)
            for n in range(before, len(life.after)):
                life.opens_as.setdefault(n, now)

        self._patch.setattr(Store, "__init__", opening)
        return self

    def _committed(self, connection: Connection) -> None:
        now = contents(lambda sql: connection.below.execute(sql).fetchall())
        if not self.life.after:
            self.life.after.append(0)  # before the first there was nothing
        self.life.after.append(now)
        self.life.tape.put("commit")

    def __exit__(self, *_: object) -> None:
        self._patch.undo()
        self._below.__exit__(None, None, None)


def live(life: Life, seed: int, *, sessions: int, synchronous: str = "FULL") -> Life:
    """Some sessions of tapping and syncing on the file as it is."""
    chance = random.Random(seed)
    twin = _twin_of(life.path, chance)
    with Recording(life, synchronous):
        for n in range(sessions):
            asyncio.run(_session(life, twin, random.Random(seed + n)))
    return life


def _twin_of(path: Path, chance: random.Random) -> Twin:
    """The server, which has all that an old store says it has."""
    twin = Twin(chance)
    if path.exists():
        copy = path.with_name("looked-at.sqlite")
        copy.write_bytes(path.read_bytes())
        store = Store(copy, KEY)
        for id_, held in store.journals.known().items():
            twin.infos[id_] = held.info
            twin.journals[id_] = list(store.journals.entries(id_))
        store.close()
        copy.unlink()
    return Twin(chance, twin.journals, twin.infos)


async def _session(life: Life, twin: Twin, chance: random.Random) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        status, headers, body = twin.answer(
            request.method, request.url.path, request.headers, request.content
        )
        return httpx.Response(status, headers=headers, content=body)

    companion = open_companion(
        life.path, KEY, "http://server.test", clock=FixedClock(), random=chance.randbytes,
        uniform=chance.uniform, transport=httpx.MockTransport(answer),
    )  # fmt: skip
    if companion.view.account is None:
        companion.client.session.keep(TOKENS)
        companion.claim()
    for written in _taps(companion, chance):
        life.entries[written.id] = written
        life.tape.put("acknowledged", to=written.id)
        if chance.random() < 0.3:
            twin.write(chance.choice((1, 4)))
            await companion.engine.sync()
            await companion.carrier.carry()
            companion.upkeep.now()
    companion.store.outbox.retry_held()
    await companion.close()


def _taps(companion: Companion, chance: random.Random) -> Iterator[Entry]:
    for n in range(chance.randrange(4, 12)):
        new = companion.ids.new()
        match n % 4:
            case 0:
                content = chance.randbytes(chance.choice((500, 9000)))
                ref = blob(content, new)
                companion.store.blobs.keep(ref, PARTICIPANT, content)
                fact = StepRecorded(step_id=new, words="Se", attachments=(ref,))
                yield companion.record(JOURNAL, fact)
            case 1:
                words = "x" * chance.choice((3, 300, 9000))
                yield companion.record(JOURNAL, MessageWritten(message_id=new, words=words))
            case 2:
                yield companion.record(OWN_JOURNAL, StepPlanned(step_id=new, words="Gå ut"))
            case _:
                for m in range(chance.choice((1, 20, 80))):  # until the log begins anew
                    companion.store.drafts.set("a message", f"{new} {m} {'x' * 6000}")
