"""The floor of the live line: a bare ASGI application that makes bytes durable and passes them on.

    POST ──▶ one bare transaction, WAL and FULL ──▶ every open stream, and the answer

`python -m bench.live_floor FILE PORT` serves it with the settings that our server has.
"""

import asyncio
import logging
import sys
from pathlib import Path
from typing import Any

import uvicorn

from bench.floor import Bare

_TABLE = "CREATE TABLE IF NOT EXISTS records (id INTEGER PRIMARY KEY, body BLOB NOT NULL)"


class Floor:
    """`/write` and `/live`."""

    def __init__(self, file: Path) -> None:
        self._bare = Bare(file, _TABLE)
        # SQLite's log has its whole length from here on: as long as it grows, a flush takes twice as long.
        self._bare.write("INSERT INTO records (body) VALUES (zeroblob(?))", [(5 << 20,)])
        self._streams: set[asyncio.Queue[bytes]] = set()

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """ASGI."""
        if scope["type"] != "http":
            return
        if scope["path"] == "/live":
            await self._live(send)
            return
        body = (await receive())["body"]
        self._bare.write("INSERT INTO records (body) VALUES (?)", [(body,)])
        for one in self._streams:
            one.put_nowait(body)
        await _start(send, (b"content-length", b"2"))
        await send({"type": "http.response.body", "body": b"{}"})

    async def _live(self, send: Any) -> None:
        mine: asyncio.Queue[bytes] = asyncio.Queue()
        self._streams.add(mine)
        await _start(send, (b"content-type", b"text/event-stream"))
        while True:
            event = b"data: %b\n\n" % await mine.get()
            await send({"type": "http.response.body", "body": event, "more_body": True})


async def _start(send: Any, *headers: tuple[bytes, bytes]) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": headers})


if __name__ == "__main__":
    logging.disable()
    uvicorn.run(
        Floor(Path(sys.argv[1])), port=int(sys.argv[2]), http="httptools", lifespan="off",
        log_level="warning", access_log=False, server_header=False,
    )  # fmt: skip
