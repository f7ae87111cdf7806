"""PocketBase's realtime line, listened to as `bench.live` listens to ours: the event is the record."""

import asyncio
import json

from pydantic_core import to_json

from bench.live_load import Requests, Stream
from bench.peers.load import request
from bench.peers.pocketbase import RECORDS, PocketBase
from bench.peers.records import Records, fields

_LINE = "/api/realtime"


class Listened:
    """See `bench.live_subjects.Subject`. All streams are one person's devices, who may read one journal."""

    def __init__(self, server: PocketBase) -> None:
        self.port, self.pid = server.port, server.pid
        self._author, self._token = server.long
        self._records = Records(seed=2)

    async def ready(self) -> None:
        """See there."""
        self._requests = await Requests.to(self.port)

    async def stream(self, number: int) -> Stream:
        """It stands when the server has taken what this client wants to be told of."""
        stream = await Stream.to(self.port, _LINE, self._token)
        client = json.loads(await stream.event())["clientId"]
        said = to_json({"clientId": client, "subscriptions": ["entries/*"]})
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        writer.write(request("POST", _LINE, said, Authorization=self._token))
        answer = await reader.readuntil(b"\r\n\r\n")
        writer.close()
        if not answer.startswith(b"HTTP/1.1 204"):
            raise RuntimeError(f"{number}: {answer!r}")
        return stream

    async def write(self) -> None:
        """See there."""
        said = to_json(fields(self._records.entry(self._author)))
        if b'"created":' not in await self._requests.post(RECORDS, said, self._token):
            raise RuntimeError("the server did not take a record")

    def is_news(self, event: bytes) -> bool:
        """See there."""
        return bool(json.loads(event)["action"] == "create")

    async def fetch(self) -> None:
        """The event was the record."""

    async def tell_all(self) -> None:
        """See there."""
        await self.write()
