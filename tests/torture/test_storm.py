"""Eight devices behind a network with faults, and a server that is killed: nothing lost, nothing twice."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from mia_companion.sync.backoff import LONGEST_SECONDS
from tests.torture.evenness import assert_alike, has_all, stored
from tests.torture.fleet import FASTER, Device
from tests.torture.patience import until
from tests.torture.printed import Told
from tests.torture.proxy import FAULTS, SHARE
from tests.torture.servers import Server, forking
from tests.torture.sizes import times
from tests.torture.town import EMAIL, OTHER_EMAIL, found

pytestmark = [
    pytest.mark.slow,
    pytest.mark.timeout(times(240, 3_600)),
    # A connection that is given up in the very moment in which it stands is left to the collector.
    pytest.mark.filterwarnings(
        "ignore:Exception ignored in. <(socket|function _Selector):pytest.PytestUnraisableExceptionWarning"
    ),
]

SEED = 4
ENTRIES = times(1_600, 20_000)
HEALED_SECONDS = 60.0
"""After the network's healing, in life, until everything that waits has been taken."""


@asynccontextmanager
async def _devices(folder: Path, server: Server) -> AsyncIterator[list[Device]]:
    """Two desktops of one coordinator and one of another; two phones each of two people, one of a third."""
    names = ("desk", "desk-too", "other", "a", "a-too", "b", "b-too", "c")
    made = {name: Device(folder, name, server.port, SEED) for name in names}
    try:
        await _come_in(made)
        yield list(made.values())
    finally:
        for one in made.values():
            await one.close()


async def _come_in(made: dict[str, Device]) -> None:
    for name in ("desk", "desk-too", "other"):
        await made[name].begin(email=OTHER_EMAIL if name == "other" else EMAIL)
    await made["desk"].let_in("a", made["a"], made["a-too"])
    await made["desk"].let_in("b", made["b"], made["b-too"])
    await made["other"].let_in("c", made["c"])
    everybody = [2, 2, 1, 1, 1, 1, 1, 1]
    await until(lambda: [len(one.people) for one in made.values()] == everybody, 20)


async def _write(device: Device, count: int) -> None:
    """Bursts, as people tap, and never far ahead of what can be sent."""
    while (left := count - len(device.written)) > 0:
        device.write(min(left, device.random.randint(1, 20)))
        await asyncio.sleep(device.random.uniform(0, 0.4))
        await until(lambda: len(device.companion.view.to_send) < 30, 60)


async def _kill(server: Server, devices: Sequence[Device], randomness: random.Random) -> None:
    """Again and again, after some more requests; whoever stops this leaves it running."""

    def asked() -> int:
        return sum(one.proxy.met.total() for one in devices)

    while True:
        enough = asked() + randomness.randint(10, 80)
        await until(lambda: asked() >= enough, 60)  # noqa: B023
        await asyncio.sleep(randomness.uniform(0, 0.02))
        server.kill()
        try:
            await asyncio.sleep(randomness.uniform(0, 0.3))
        finally:
            server.start()


async def _storm(devices: Sequence[Device], server: Server) -> None:
    for one in devices:
        one.proxy.met.clear()
        one.proxy.is_stormy = True
    killing = asyncio.create_task(_kill(server, devices, random.Random(SEED)))
    await asyncio.gather(*(_write(one, ENTRIES // len(devices)) for one in devices))
    killing.cancel()
    await asyncio.gather(killing, return_exceptions=True)


async def _blackout(devices: Sequence[Device]) -> None:
    """Long enough for every device to wait as long as it ever does."""
    for one in devices:
        one.proxy.is_stormy = False
        one.proxy.shut()
    await asyncio.sleep(4 * LONGEST_SECONDS / FASTER)


async def _healed(devices: Sequence[Device]) -> float:
    """Heal the network; after how many seconds, as they pass in life, nothing waits any more at most."""
    began = time.monotonic()
    longest = max(
        (at - began) * FASTER + wait for one in devices for at, wait in one.waits if at < began
    )
    for one in devices:
        await one.proxy.open()
    await until(lambda: all(one.is_even for one in devices), HEALED_SECONDS)
    return longest + time.monotonic() - began


async def _arrived(devices: Sequence[Device], database: Path) -> int:
    """Until everybody has what the others wrote; how many entries are nowhere."""
    order = stored(database)
    await until(lambda: all(has_all(one, order) for one in devices), HEALED_SECONDS)
    assert_alike(devices, order)
    written = {id_ for one in devices for id_ in one.written}
    assert len(written) == ENTRIES
    return len(written - {id_ for ids in order.values() for id_ in ids})


async def test_a_storm_between_eight_devices_and_a_server_that_is_killed(
    tmp_path: Path, tell: Told, caplog: pytest.LogCaptureFixture
) -> None:
    await found(tmp_path / "server")
    with forking(tmp_path / "log") as forker:
        server = Server(forker, tmp_path / "server")
        server.start()
        server.wait()
        async with _devices(tmp_path, server) as devices:
            await _storm(devices, server)
            await _blackout(devices)
            healed = await _healed(devices)
            lost = await _arrived(devices, tmp_path / "server" / "server.db")
    assert lost == 0
    assert healed < HEALED_SECONDS
    assert [one.getMessage() for one in caplog.records if one.levelname == "ERROR"] == []
    assert "Error" not in (tmp_path / "log").read_text("utf-8")
    met = sum((one.proxy.met for one in devices), Counter[str]())
    failed = sum((one.transport.met for one in devices), Counter[str]())
    faults = met.total() - met["fine"]
    assert met.keys() > set(FAULTS)
    assert SHARE - 0.05 < faults / met.total() < SHARE + 0.05
    assert met.total() > ENTRIES / 20
    assert failed.keys() >= {"ConnectError", "ReadError", "ReadTimeout", "RemoteProtocolError"}
    tell(
        4,
        f"{len(devices)} devices, a proxy with {len(FAULTS)} kinds of faults before each, a server killed",
        f"{ENTRIES:,} entries, {met.total():,} requests, {faults / met.total():.0%} faulty, "
        f"{server.killed} kills",
        f"{lost} lost, 0 doubled; every queue empty {healed:.0f} s after the network healed",
    )
