"""The floor: `python -m bench.peers.bare PORT FILE|POSTGRES-URL`.

Bare ASGI on uvicorn with httptools and uvloop, without authorization, sealing or thought:

    POST /              lines, each a record, its id first ─▶ one transaction for all that wait ─▶ durable
    GET  /between/N/M   the records after N up to M, in one answer
    GET  /echo/N/0      N bytes
"""

import asyncio
import sqlite3
import sys
import threading
from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from typing import Any, Protocol

import asyncpg
import uvicorn

ID = 36
"""Letters of an id."""
_DONE = b'{"stored":true}'
_READ = "SELECT body FROM records WHERE seq > {} AND seq <= {} ORDER BY seq"
Rows = list[tuple[str, bytes]]


class Store(Protocol):
    """A table of records, bare."""

    async def begin(self) -> None:
        """Make the table."""

    async def write(self, rows: Rows) -> None:
        """Durable when it returns."""

    async def between(self, after: int, upto: int) -> list[bytes]:
        """Those records, `after` itself left out."""


class Sqlite:
    """WAL and FULL, one thread that writes; each of its transactions holds all that waited."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._waiting: deque[tuple[Rows, asyncio.Future[None]]] = deque()
        self._some = threading.Event()

    def _open(self) -> sqlite3.Connection:
        found = sqlite3.connect(self._file, isolation_level=None, check_same_thread=False)
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "busy_timeout = 10000"):
            found.execute(f"PRAGMA {pragma}")
        return found

    async def begin(self) -> None:
        """See above."""
        self._loop = asyncio.get_running_loop()
        self._reads, self._writes = self._open(), self._open()
        self._writes.execute(
            "CREATE TABLE IF NOT EXISTS records "
            "(seq INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, body BLOB NOT NULL)"
        )
        threading.Thread(target=self._run, daemon=True).start()

    async def write(self, rows: Rows) -> None:
        """See above."""
        done = self._loop.create_future()
        self._waiting.append((rows, done))
        self._some.set()
        await done

    def _run(self) -> None:
        while True:
            self._some.wait()
            self._some.clear()
            taken = [self._waiting.popleft() for _ in range(len(self._waiting))]
            if not taken:
                continue
            rows = [row for some, _ in taken for row in some]
            self._writes.execute("BEGIN IMMEDIATE")
            self._writes.executemany(
                "INSERT INTO records (id, body) VALUES (?, ?) ON CONFLICT DO NOTHING", rows
            )
            self._writes.execute("COMMIT")
            self._loop.call_soon_threadsafe(_tell, [done for _, done in taken])

    async def between(self, after: int, upto: int) -> list[bytes]:
        """See above."""
        found = self._reads.execute(_READ.format("?", "?"), (after, upto))
        return [body for (body,) in found]


class Postgres:
    """`synchronous_commit = on`; one connection that writes, likewise, and a few that read."""

    def __init__(self, url: str) -> None:
        self._url = url
        self._waiting: list[tuple[Rows, asyncio.Future[None]]] = []
        self._some = asyncio.Event()

    async def begin(self) -> None:
        """See above."""
        settings = {"synchronous_commit": "on", "jit": "off"}
        self._pool = await asyncpg.create_pool(
            self._url, min_size=4, max_size=4, server_settings=settings
        )
        self._writes = await asyncpg.connect(self._url, server_settings=settings)
        await self._writes.execute(
            "CREATE TABLE IF NOT EXISTS records "
            "(seq bigserial PRIMARY KEY, id text NOT NULL UNIQUE, body bytea NOT NULL)"
        )
        self._task = asyncio.create_task(self._run())

    async def write(self, rows: Rows) -> None:
        """See above."""
        done = asyncio.get_running_loop().create_future()
        self._waiting.append((rows, done))
        self._some.set()
        await done

    async def _run(self) -> None:
        insert = await self._writes.prepare(
            "INSERT INTO records (id, body) SELECT * FROM unnest($1::text[], $2::bytea[]) "
            "ON CONFLICT DO NOTHING"
        )
        while True:
            await self._some.wait()
            self._some.clear()
            taken, self._waiting = self._waiting, []
            rows = [row for some, _ in taken for row in some]
            await insert.fetch([one for one, _ in rows], [body for _, body in rows])
            _tell([done for _, done in taken])

    async def between(self, after: int, upto: int) -> list[bytes]:
        """See above."""
        found = await self._pool.fetch(_READ.format("$1", "$2"), after, upto)
        return [body for (body,) in found]


def _tell(all_done: Sequence["asyncio.Future[None]"]) -> None:
    for done in all_done:
        done.set_result(None)


def application(store: Store) -> Callable[..., Awaitable[None]]:
    """The ASGI application."""

    async def answer(scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["type"] == "lifespan":
            await receive()
            await store.begin()
            await send({"type": "lifespan.startup.complete"})
            await receive()
            return
        if scope["method"] == "POST":
            body, more = b"", True
            while more:
                part = await receive()
                body, more = body + part["body"], part["more_body"]
            lines = body.split(b"\n")
            await store.write([(line[:ID].decode(), line[ID:]) for line in lines])
            said = _DONE
        else:
            _, what, first, last = scope["path"].split("/")
            said = b"x" * int(first)
            if what == "between":
                said = b"[" + b",".join(await store.between(int(first), int(last))) + b"]"
        length = str(len(said)).encode()
        headers = [(b"content-type", b"application/json"), (b"content-length", length)]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": said})

    return answer


if __name__ == "__main__":
    kept = sys.argv[2]
    uvicorn.run(
        application(Postgres(kept) if "://" in kept else Sqlite(kept)),
        port=int(sys.argv[1]), http="httptools", loop="uvloop", lifespan="on",
        log_level="warning", access_log=False, server_header=False,
    )  # fmt: skip
