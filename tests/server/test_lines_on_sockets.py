"""Lines on real sockets: whoever reads nothing, hangs up, or is there when the server stops."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import pytest

from mia_companion.server.live import Hub
from mia_companion.server.subscription import Subscription
from tests.server.sockets import listening, serving, until
from tests.server.world import Person, World

pytestmark = [
    pytest.mark.slow,
    # A line is the same whatever lies beneath.
    pytest.mark.parametrize("world", ["sqlite"], indirect=True, scope="session"),
]


@asynccontextmanager
async def reading_nothing(address: str, person: Person) -> AsyncIterator[socket.socket]:
    """A line with the smallest buffers there are, from which nothing is read."""
    with socket.socket() as mine:
        mine.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        mine.setblocking(False)
        where = urlsplit(address)
        await asyncio.get_running_loop().sock_connect(mine, (where.hostname, where.port))
        said = f"GET /v1/live HTTP/1.1\r\nhost: test\r\nauthorization: Bearer {person.tokens.access}\r\n\r\n"
        await asyncio.get_running_loop().sock_sendall(mine, said.encode())
        yield mine


def lines_of(hub: Hub, person: Person) -> list[Subscription]:
    return [one for one in hub.subscriptions if one.caller.account == person.id]


async def fill(hub: Hub, person: Person, journal: str) -> int:
    """Nudge until the line takes no more, and a thousand times more; the last seq."""
    await until(lambda: lines_of(hub, person) and hub.heads.get(journal) is not None)
    (one,) = lines_of(hub, person)
    seq = hub.heads[journal]
    while one._blocked is None:
        seq += 1
        hub.publish({journal: seq})
        await asyncio.sleep(0)
        assert seq < 500_000, "the line is never full"
    for _ in range(1000):
        seq += 1
        hub.publish({journal: seq})
        await asyncio.sleep(0)
    return seq


async def test_a_device_that_reads_nothing_costs_little_and_misses_only_what_is_old(
    world: World,
) -> None:
    _, participant, shared = await world.pair()
    hub, loop = world.backend.hub, asyncio.get_running_loop()
    async with serving(world.app) as address, reading_nothing(address, participant) as mine:
        last = await fill(hub, participant, shared)
        (one,) = lines_of(hub, participant)
        assert len(one._kept or ()) == 1
        came = b""
        newest = f'"seq":{last}}}'.encode()
        async with asyncio.timeout(10):
            while newest not in came:
                came += await loop.sock_recv(mine, 1 << 20)
        seqs = [json.loads(line[6:])["seq"] for line in came.splitlines() if line[:5] == b"data:"]
        assert seqs == sorted(seqs)
        assert last - len(seqs) >= 900, "what came while it was full was told once"


async def test_whoever_hangs_up_is_forgotten_also_in_the_midst_of_being_told(world: World) -> None:
    _, participant, shared = await world.pair()
    hub = world.backend.hub
    async with serving(world.app) as address:
        async with listening(address, participant):
            assert len(lines_of(hub, participant)) == 1
        await until(lambda: not lines_of(hub, participant))
        assert shared not in hub.heads
        async with reading_nothing(address, participant):
            await fill(hub, participant, shared)
        await until(lambda: not lines_of(hub, participant))
        assert shared not in hub.heads


async def test_a_server_that_stops_ends_its_lines_and_waits_for_none_that_is_full(
    world: World,
) -> None:
    coordinator, participant, shared = await world.pair()
    hub = world.backend.hub
    async with (
        serving(world.app) as address,
        listening(address, coordinator) as line,
        reading_nothing(address, participant),
    ):
        await fill(hub, participant, shared)
        hub.end_all()
        with pytest.raises(StopAsyncIteration):
            await line.skip_all()
        await until(lambda: not lines_of(hub, participant))
