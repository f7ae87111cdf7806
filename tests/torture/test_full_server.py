"""A server whose disk is full says "later", loses nothing, and goes on, not restarted, with more room."""

import random
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from tests.server.databases import SqliteFile
from tests.server.world import World
from tests.torture.full import Full
from tests.torture.full_server import OnAFullDisk
from tests.torture.printed import Told
from tests.torture.recorded_server import People, ServerLife, recorded

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]


async def _ask_everything(disk: OnAFullDisk) -> None:
    withdrawn = '{"kind":"ConsentWithdrawn","consent_id":"NEW"}'
    await disk.at_every_step(disk.push)
    await disk.at_every_step(lambda: disk.push(together=20))
    await disk.at_every_step(lambda: disk.push(withdrawn))
    long = '{"kind":"MessageWritten","message_id":"NEW","words":"' + 4000 * "å" + '"}'
    await disk.at_every_step(lambda: disk.push(long, together=20))  # until the log begins anew, too
    await disk.at_every_step(disk.first_in_a_journal)
    await disk.at_every_step(disk.enrolment)
    await disk.at_every_step(disk.handover)
    await disk.at_every_step(disk.photo)
    await disk.at_every_step(disk.refreshed)


async def _tortured(folder: Path) -> OnAFullDisk:
    full, life = Full(), ServerLife(folder)
    with recorded(life, full=full):
        world = World(life.data, SqliteFile(life.data))
        await world.start()
        await world.furnish()
        people = People(life, world, random.Random(1))
        await people.come_in()
        disk = OnAFullDisk(full, people)
        await _ask_everything(disk)
        epoch = (await people.amina.pull()).epoch
        there = await people.amina.read(people.shared)
        # Each once, in its place, with what was told of it.
        assert [one.seq for one in there] == list(range(1, len(there) + 1))
        assert {one.entry.id: one.receipt for one in there}.items() >= disk.placed.items()
        for device in disk.devices:
            assert (await device.call("GET", "/v1/devices")).is_success
        for fits in range(100):  # and a start that finds no room
            await world.stop()
            full.left = fits
            with suppress(OperationalError, OSError):
                await world.start()
            if not full.has_room():
                break
            disk.found["full"] += 1
            await world.stop()
            await world.start()
        # Nothing of what was not done is taken for what a restored database lacks.
        assert (await people.amina.pull()).epoch == epoch
        assert await people.amina.read(people.shared) == there
        assert (await people.old.journals()).keys() >= {("shared", people.amina.id, None)}
        await world.stop()
    return disk


async def test_a_server_on_a_full_disk_says_later_and_goes_on(tmp_path: Path, tell: Told) -> None:
    disk = await _tortured(tmp_path)
    assert disk.found["full"] > 150
    assert disk.full.met >= {
        "write db-wal",
        "flush db-wal",
        "write jsonl",
        "flush jsonl",
        "make key",
    }
    tell(
        8,
        "A server's disk is full from the n-th write on, for each n of a push, alone and of twenty, a"
        " withdrawal, a journal's first entry, an enrolment, a handover, a photo, new tokens and a start",
        f"{disk.found['full']:,} times full",
        "0 acknowledged lost, 0 refused for good, each went on without a restart",
    )
