"""Whoever was erased stays so: in a backup from before, restored with its ledger replayed, nobody reads them,
and no key that is left opens anything of theirs. A stolen backup tells nobody's words.

people write ─▶ backup ─▶ some are erased ─▶ the backup is restored ─▶ started ─▶ everything is tried
"""

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

from mia_companion.server import operations
from mia_companion.server.keeping.backup import back_up
from mia_companion.server.keeping.opening import open_to_read
from mia_companion.server.keeping.restore import restore
from mia_companion.server.schema import blob_parts, entries, pictures, quarantine
from mia_companion.server.surroundings import Surroundings
from tests.server.test_push import reasons
from tests.server.world import World
from tests.torture import stolen
from tests.torture.erased import CANARY, Somebody, a_small_world, said_in
from tests.torture.printed import Told
from tests.torture.restored import Story
from tests.torture.restored_postgres import Cluster, a_cluster
from tests.torture.sizes import times
from tests.world import a_world

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

SEALED = (entries, quarantine, pictures, blob_parts)
COUNTED: Counter[str] = Counter()


async def erased_and_restored(folder: Path, url: str, seed: int) -> None:
    chance, around = random.Random(seed), Surroundings()
    async with a_small_world(folder, url) as world:
        people = [await Somebody(world, n).write() for n in range(4)]
        gone = chance.sample(people, 2)
        journals = set().union(*(one.about for one in gone))
        kept = set().union(*(one.about for one in people)) - journals
        file = folder / "backup.age"
        await back_up(world.settings, around, file, [stolen.IDENTITY.to_public()])
        for one in gone:
            assert await operations.erase_participant(world.backend, one.participant.id)
        async with world.stopped():
            keys = open_to_read(world.settings, around)
            await restore(world.settings, around, keys, file, [stolen.IDENTITY], replace=True)
        await nobody_is_left(world, journals)
        for one in people:
            assert bool(await one.reads()) == (one not in gone)
        for one in gone:
            late = one.participant.entry(one.shared, said_in("shared", one.words))
            assert reasons(await one.participant.push(late)) == ["journal-erased"]
        plain = stolen.decrypted(file)
        rows = stolen.rows_in(plain)
        opened = Counter(j for j, _ in stolen.opened_by(stolen.all_keys(world.settings), rows))
        assert opened.keys() >= kept, "the harness itself opens what a key opens"
        assert not opened.keys() & journals
        canary_is_nowhere(folder, plain)
        COUNTED.update(
            backups=1,
            people=len(gone),
            rows=sum(row.get("journal") in journals for some in rows.values() for row in some),
            opened=opened.total(),
        )


async def nobody_is_left(world: World, erased: set[str]) -> None:
    """Before anybody has asked anything."""
    backend = world.backend
    async with backend.database.reading() as connection:
        for table in SEALED:
            rows = await connection.scalars(sa.select(table.c.journal))
            assert not erased & set(rows)
    assert all(backend.keys.is_destroyed(one) for one in erased)


def canary_is_nowhere(folder: Path, plain: bytes) -> None:
    """In the stolen backup, and in whatever lies beside the database."""
    word = CANARY.encode()
    assert word not in stolen.everything_in(plain)
    files = [one for one in folder.rglob("*") if one.is_file()]
    assert len(files) > 10
    for one in files:
        assert word not in one.read_bytes(), one
    COUNTED["files"] += len(files) + 1


async def test_who_was_erased_stays_so_in_a_restored_backup(tmp_path: Path) -> None:
    for seed in range(times(2, 60)):
        folder = tmp_path / str(seed)
        folder.mkdir()
        await erased_and_restored(folder, "", seed)


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with a_cluster() as made:
        yield made


@pytest.mark.postgres
async def test_and_on_postgresql(cluster: Cluster, tmp_path: Path) -> None:
    for seed in range(times(1, 20)):
        folder = tmp_path / str(seed)
        folder.mkdir()
        await erased_and_restored(folder, cluster.make(f"erased{seed}"), seed)
    for one in (cluster.folder / "pg_wal").iterdir():
        assert one.is_dir() or CANARY.encode() not in one.read_bytes()


class ByOurBackup(Story):
    """The backup is taken by our own command while everybody is there, and comes back by it."""

    @property
    def file(self) -> Path:
        """Where it lies."""
        return self.world.folder / "backup.age"

    async def copy(self, name: str) -> None:
        """See `Story`."""
        backend = self.world.backend
        assert backend
        await back_up(backend.settings, Surroundings(), self.file, [stolen.IDENTITY.to_public()])

    async def comes_back(self) -> None:
        """The server is down meanwhile."""
        backend = self.world.backend
        assert backend
        async with self.down():
            keys = open_to_read(backend.settings, Surroundings())
            await restore(
                backend.settings, Surroundings(), keys, self.file, [stolen.IDENTITY], replace=True
            )


async def met_again(folder: Path, url: str) -> None:
    """Real stores of a desk, a phone and a tablet, with what came after the backup, meet the server."""
    async with a_world(folder, url) as world:
        story = ByOurBackup(world)
        await story.begin()
        await story.comes_back()
        await story.meet()
        await story.says({})
        await story.ends_well()
    COUNTED.update(met=1, looks=story.looks, entries=story.entries)


async def test_devices_bring_back_what_a_restored_backup_lacks(tmp_path: Path) -> None:
    await met_again(tmp_path, "")


@pytest.mark.postgres
async def test_and_what_one_on_postgresql_lacks(cluster: Cluster, tmp_path: Path) -> None:
    await met_again(tmp_path, cluster.url)


@pytest.mark.postgres  # so that it comes last
def test_and_this_is_told(tell: Told) -> None:
    assert COUNTED["rows"] >= 8 * COUNTED["people"] > 0
    assert COUNTED["met"] == 2
    tell(
        18,
        "People erased after a backup was taken, which is then restored, on both engines; "
        "every key that is left tried on every row of it",
        f"{COUNTED['backups']} backups, {COUNTED['people']} people, {COUNTED['rows']} of their rows",
        f"0 rows opened, {COUNTED['opened']} of others' did; their words in 0 of {COUNTED['files']} files",
    )
    tell(
        18,
        "Devices meet a server restored by its own command",
        f"{COUNTED['met']} servers, {COUNTED['looks']} looks into devices",
        f"0 of {COUNTED['entries']} entries lost, all even in the end",
    )
