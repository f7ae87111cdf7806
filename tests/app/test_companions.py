"""Many browsers in one process: each has a companion of its own, shared by its tabs."""

import asyncio
from pathlib import Path

import httpx

from mia_companion.app.companion import Companion
from mia_companion.app.companions import Companions
from mia_companion.app.opening import open_companion
from mia_companion.store.commons import Commons
from tests.example_data import FixedClock, seeded


async def test_a_tab_that_opens_while_the_last_one_closes_does_not_find_the_store_busy(
    tmp_path: Path,
) -> None:
    def make(key: bytes) -> Companion:
        return open_companion(
            tmp_path / f"{key[0]}.sqlite",
            key,
            "http://server.test",
            clock=FixedClock(),
            random=seeded(key[0]),
            uniform=lambda a, b: b,
            transport=httpx.MockTransport(lambda r: httpx.Response(503)),
            commons=Commons(),
        )

    companions = Companions(make)
    one, other = bytes([1]) * 32, bytes([2]) * 32
    first = companions.enter(one)
    assert companions.enter(one) is first
    assert companions.enter(other) is not first
    await companions.leave(one)
    first.store.drafts.set("message", "halvt")  # the other tab is still there
    leaving = asyncio.create_task(companions.leave(one))
    await asyncio.sleep(0)
    again = companions.enter(one)
    assert again is not first
    assert again.store.drafts.get("message") == "halvt"
    await leaving
    await companions.close()
