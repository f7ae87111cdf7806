"""Writing through the server: one entry, and a hundred, in one request.

ours    HTTP ──▶ checked, sealed, numbered, flushed ──▶ HTTP, over one open connection
floor   the very rows that the server wrote, in one bare transaction
"""

import asyncio
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from http.client import HTTPConnection
from pathlib import Path

from bench.figures import Figure, duration
from bench.floor import Bare
from bench.people import let_in
from bench.stage import stage
from bench.timing import Compared, in_turns
from mia_companion.app.companion import Companion
from mia_companion.domain import rights, steps
from mia_companion.domain.entries import Entry
from mia_companion.domain.facts import write_fact
from mia_companion.domain.ids import system_clock
from mia_companion.wire.sync import PushAnswer

ROUNDS = 5
SINGLE, BATCH = (1, 300), (100, 40)
"""Entries in a request, and requests in a round."""


def figures() -> Iterator[Figure]:
    """One and a hundred entries in a request."""
    with tempfile.TemporaryDirectory() as name, stage("demo", Path(name) / "server") as server:
        author = _Author(server.address, next(iter(server.codes.values())), Path(name))
        for count, each in (SINGLE, BATCH):
            found = _measure(author, Path(name), count, each)
            many = "entry" if count == 1 else "entries"
            yield Figure(
                what=f"Push {count} {many} in one request, SQLite",
                median=duration(found.ours),
                p99=duration(found.p99),
                floor=duration(found.floor),
                ratio=found.ratio,
            )


def _measure(author: "_Author", folder: Path, count: int, each: int) -> Compared:
    with sqlite3.connect(f"file:{folder / 'server' / 'server.db'}?mode=ro", uri=True) as written:
        (table,) = written.execute(
            "SELECT sql FROM sqlite_schema WHERE name = 'entries'"
        ).fetchone()
        bare = Bare(folder / f"bare-{count}.sqlite", table)

        def same_rows() -> Callable[[], object]:
            rows = written.execute(
                "SELECT * FROM entries ORDER BY rowid DESC LIMIT ?", (count,)
            ).fetchall()
            places = ", ".join("?" * len(rows[0]))
            return lambda: bare.write(f"INSERT INTO entries VALUES ({places})", rows[::-1])

        try:
            return in_turns(lambda: author.push(count), same_rows, rounds=ROUNDS, each=each)
        finally:
            bare.close()


class _Author:
    """A participant's device that speaks HTTP with as little of its own work as can be."""

    def __init__(self, address: str, code: str, folder: Path) -> None:
        companion = asyncio.run(_opened(address, code, folder / "author.sqlite"))
        account, self._ids = companion.view.account, companion.ids
        self._author = account.id if account else ""
        self._device = companion.device.id
        self._journal = companion.view.journal(rights.SHARED) or ""
        self._access = companion.client.session.access()
        self._connection = HTTPConnection(address.removeprefix("http://"))

    def push(self, count: int) -> Callable[[], object]:
        """Ready to send so many new entries."""
        raw = ",".join(self._entry().model_dump_json() for _ in range(count))
        body = f'{{"entries":[{raw}]}}'.encode()
        return lambda: self._send(body, count)

    def _entry(self) -> Entry:
        id_ = self._ids.new()
        return Entry(
            id=id_,
            journal=self._journal,
            author=self._author,
            device=self._device,
            happened_at=system_clock(),
            based_on=0,
            body=write_fact(steps.StepPlanned(step_id=id_, words="Gå en sväng runt kvarteret")),
        )

    def _send(self, body: bytes, count: int) -> None:
        headers = {"authorization": f"Bearer {self._access}", "content-type": "application/json"}
        self._connection.request("POST", "/v1/push", body, headers)
        answer = PushAnswer.model_validate_json(self._connection.getresponse().read())
        if [one.answer for one in answer.results] != ["accepted"] * count:
            raise RuntimeError("the server did not take an entry")


async def _opened(address: str, code: str, path: Path) -> Companion:
    companion = await let_in(address, code, path, os.urandom(32))
    companion.device.id  # noqa: B018  read while the store is open
    await companion.close()
    return companion
