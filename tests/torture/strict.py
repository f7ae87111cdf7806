"""Devices behind a proxy of two servers: whoever refuses a connection is passed over, and that is all that
may go wrong. Unlike `load.Load`, nothing is sent a second time after it was taken in."""

import asyncio
import random
from collections.abc import Sequence

import httpx

from mia_companion.wire.sync import Accepted, PushAnswer
from tests.torture.servers import Server
from tests.torture.town import Hand


class Strict:
    """What was acknowledged; how often a connection was refused, and each request that got no answer."""

    def __init__(self, servers: Sequence[Server], randomness: random.Random) -> None:
        self._servers, self._randomness = servers, randomness
        self.told: dict[str, tuple[str, Accepted]] = {}
        self.refused = self.asked = self.lines = self.feeds = 0
        self.lost: list[str] = []
        self._ending = False
        self._tasks: list[asyncio.Task[None]] = []
        self._listening: list[asyncio.Task[None]] = []

    def begin(self, hands: Sequence[Hand]) -> None:
        """Everybody pushes, pulls and listens from now on, over connections that are kept alive."""
        for hand in hands:
            for one in (self._push_on, self._pull_on):
                self._tasks.append(asyncio.create_task(one(hand)))
            self._listening.append(asyncio.create_task(self._listen(hand)))

    def subscribe(self, hand: Hand, path: str) -> None:
        """A calendar elsewhere reads the feed at that path, too."""
        self._tasks.append(asyncio.create_task(self._read_feed(hand, path)))

    async def end(self) -> None:
        """Everybody ends with what they have begun."""
        self._ending = True
        await asyncio.gather(*self._tasks)
        for one in self._listening:
            one.cancel()
        await asyncio.gather(*self._listening, return_exceptions=True)

    async def _push_on(self, hand: Hand) -> None:
        while not self._ending:
            body = hand.some(self._randomness, self._randomness.choice((1, 1, 3, 20)))
            answer = await self._ask(hand, "/v1/push", body)
            if answer is not None:
                for one in PushAnswer.model_validate_json(answer.content).results:
                    assert isinstance(one, Accepted), one
                    assert one.id not in self.told
                    self.told[one.id] = ("", one)
            await self._pause()

    async def _pull_on(self, hand: Hand) -> None:
        while not self._ending:
            await self._ask(hand, "/v1/pull", b'{"cursors":{},"limit":10}')
            await self._pause()

    async def _read_feed(self, hand: Hand, path: str) -> None:
        while not self._ending:
            answer = await self._ask(hand, path, None)
            assert answer is None or answer.content.startswith(b"BEGIN:VCALENDAR"), answer.content
            self.feeds += answer is not None
            await asyncio.sleep(1)

    async def _listen(self, hand: Hand) -> None:
        """A line that ends is opened again, at whoever takes it."""
        while True:
            server = self._randomness.choice(self._servers)
            try:
                async with hand.http.stream(
                    "GET", f"{server.address}/v1/live", headers=hand.headers, timeout=60
                ) as line:
                    async for _ in line.aiter_bytes():
                        pass
                self.lines += 1
            except httpx.ConnectError:
                await asyncio.sleep(0.02)
            except httpx.TransportError as error:
                self.lost.append(f"/v1/live {type(error).__name__}")

    async def _ask(self, hand: Hand, path: str, body: bytes | None) -> httpx.Response | None:
        """From whichever server takes the connection. None, and noted, where one took it and failed."""
        order = self._randomness.sample(self._servers, len(self._servers))
        for server in order * 100:
            try:
                answer = await hand.http.request(
                    "GET" if body is None else "POST",
                    server.address + path,
                    content=body,
                    headers={} if body is None else hand.headers,
                )
            except httpx.ConnectError:
                self.refused += 1
                continue
            except httpx.TransportError as error:
                self.lost.append(f"{path} {type(error).__name__}")
                return None
            self.asked += 1
            if answer.status_code != httpx.codes.OK:
                self.lost.append(f"{path} {answer.status_code}")
                return None
            return answer
        raise AssertionError("nobody was there")

    async def _pause(self) -> None:
        """So that connections are idle, too, when a server closes."""
        await asyncio.sleep(self._randomness.choice((0.0, 0.0, 0.01, 0.05, 0.2)))
