"""Devices that push without a pause, to whichever server answers, until each push is acknowledged."""

import asyncio
import itertools
import random
from collections.abc import Sequence

from mia_companion.wire.sync import Accepted, Push
from tests.torture.servers import Server
from tests.torture.town import Hand


class Load:
    """What was acknowledged, and by which server how often. Nobody gives up what they began."""

    def __init__(self, servers: Sequence[Server], randomness: random.Random) -> None:
        self._servers = servers
        self._randomness = randomness
        self.told: dict[str, tuple[str, Accepted]] = {}
        """By entry's id its journal, and what its device was told."""
        self.answers = [0 for _ in servers]
        self.unanswered = 0
        self.again = 0
        """Acknowledged entries that were sent once more, and acknowledged alike."""
        self._ending = False
        self._tasks: list[asyncio.Task[None]] = []

    def begin(self, hands: Sequence[Hand]) -> None:
        """Everybody pushes from now on."""
        self._tasks = [asyncio.create_task(self._push_on(hand)) for hand in hands]

    async def end(self) -> None:
        """Everybody ends with what they have begun."""
        self._ending = True
        await asyncio.gather(*self._tasks)

    async def until_all_answer(self, seconds: float) -> None:
        """Until each server has answered some more pushes; raises TimeoutError, or what a device met."""
        wanted = [one + 3 for one in self.answers]
        async with asyncio.timeout(seconds):
            while any(has < one for has, one in zip(self.answers, wanted, strict=True)):
                for task in self._tasks:
                    if task.done():
                        task.result()
                await asyncio.sleep(0.01)

    async def _push_on(self, hand: Hand) -> None:
        before = b""
        while not self._ending:
            if before and self._randomness.random() < 0.1:
                await self._until_answered(hand, before)
                continue
            before = hand.some(self._randomness, self._randomness.choice((1, 1, 1, 3, 20)))
            await self._until_answered(hand, before)

    async def _until_answered(self, hand: Hand, body: bytes) -> None:
        while True:
            at = self._randomness.randrange(len(self._servers))
            answer = await hand.push(self._servers[at].address, body)
            if answer is not None:
                break
            self.unanswered += 1
            await asyncio.sleep(0.02)
        self.answers[at] += 1
        for entry, one in zip(Push.model_validate_json(body).entries, answer.results, strict=True):
            assert isinstance(one, Accepted), one
            self.again += entry.id in self.told
            before = self.told.setdefault(entry.id, (entry.journal, one))
            assert before == (entry.journal, one), "acknowledged again, and otherwise"


async def listen(hand: Hand, address: str, heard: list[float]) -> None:
    """Note when each nudge comes, in seconds of the loop's clock. Raises RuntimeError if the line ends."""
    async with hand.http.stream(
        "GET", f"{address}/v1/live", headers=hand.headers, timeout=60
    ) as answer:
        async for line in answer.aiter_lines():
            if line.startswith("data:"):
                heard.append(asyncio.get_running_loop().time())
    raise RuntimeError("the live line ended")


def is_steady(heard: Sequence[float], since: float) -> bool:
    """Whether nudges have come for a second with no pause between them: at once, and not by a poll."""
    for start in heard:
        if start <= since:
            continue
        run = [one for one in heard if start <= one <= start + 1.5]
        gaps = [b - a for a, b in itertools.pairwise(run)]
        if run[-1] - start > 1 and max(gaps) < 0.6:
            return True
    return False
