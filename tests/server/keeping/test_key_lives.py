"""Keys have one place and one time: what is destroyed stays so, what is old checks as long as it should."""

import asyncio
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from mia_companion.server import operations
from mia_companion.server.keeping.opening import open_keys, open_to_read
from mia_companion.server.keeping.rotation import Rotation, Wanted
from mia_companion.server.keys import KeyDestroyed, KeysMissing
from tests.server.keeping.folder import ALL, JOURNALS, Folder
from tests.server.keeping.kept import around
from tests.server.test_push import message, reasons
from tests.server.test_tokens import refresh
from tests.server.world import World, problem


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path)


def test_what_is_destroyed_meanwhile_stays_destroyed(folder: Folder) -> None:
    store = folder.open()
    many = [f"many-{n}" for n in range(60)]
    for one in many:
        store.journal_keys(one)
    gone = many[::2]

    def destroy() -> None:
        other = folder.open()
        for one in gone:
            other.destroy(one)

    destroying = threading.Thread(target=destroy)
    destroying.start()
    folder.rotate()
    folder.rotate()
    destroying.join()
    for one in gone:
        with pytest.raises(KeyDestroyed):
            store.journal_keys(one)
    assert all(len(store.journal_keys(one)) == 3 for one in many[1::2])


def test_what_wraps_is_never_made_anew_beside_keys(folder: Folder) -> None:
    before = folder.all()
    kek = folder.settings.kek
    kept = kek.read_bytes()
    kek.unlink()
    for settings in (folder.settings, replace(folder.settings, kek_file=kek.with_name("b.json"))):
        with pytest.raises(KeysMissing):
            open_keys(settings, folder.around).server_key("ledger")
        assert not settings.kek.exists()
    Folder(kek.parent).open()  # somebody else's
    (kek.parent / "elsewhere" / "kek.json").rename(kek)
    with pytest.raises(KeysMissing):
        folder.all()
    kek.write_bytes(b"{}")
    with pytest.raises(KeysMissing):
        folder.all()
    kek.write_bytes(kept)
    assert folder.all() == before


def test_a_wrapped_key_opens_in_its_own_place_only(folder: Folder) -> None:
    folder.all()
    files = folder.open().files
    one, other = (files.journal_path(name) for name in JOURNALS[:2])
    other.write_bytes(one.read_bytes())
    with pytest.raises(KeysMissing):
        folder.open().journal_keys(JOURNALS[1])
    only_read = open_to_read(folder.settings, folder.around)
    with pytest.raises(KeysMissing):
        only_read.journal_keys("never seen")
    only_read.destroy(JOURNALS[0])
    assert only_read.journal_keys(JOURNALS[0])


@pytest.mark.parametrize(("name", "days"), [("access", 0.05), ("codes", 22), ("refresh", 401)])
def test_an_old_version_checks_for_its_time(folder: Folder, name: str, days: float) -> None:
    store = folder.open()
    old, _ = store.server_key(name), store.server_key("receipt")
    folder.clock.forward(days=1000)
    folder.rotate()
    new = store.server_key(name)
    assert store.server_keys(name) == (new, old)
    folder.clock.forward(days=days)
    assert store.server_keys(name) == (new,)
    folder.rotate()
    assert len(store.server_keys(name)) == 2
    folder.rotate(Wanted(wrapping=False, journals=False, end_old=True))
    assert len(store.server_keys(name)) == 1
    assert len(store.server_keys("receipt")) == 4  # for ever


async def test_a_running_server_goes_on_with_other_keys(fresh: World) -> None:
    coordinator, participant, shared = await fresh.pair()
    invitation = await fresh.invite(coordinator)
    before = participant.entry(shared, message())
    assert reasons(await participant.push(before)) == ["accepted"]
    [held] = await participant.read(shared)
    stale = participant.tokens.refresh
    files = open_keys(fresh.settings, around(fresh)).files
    Rotation(files, around(fresh)).run(ALL)
    after = participant.entry(shared, message())
    assert reasons(await participant.push(before, after)) == ["accepted"] * 2
    assert reasons(await participant.push(before.model_copy(update={"based_on": 1}))) == [
        "id-taken"
    ]
    assert [c.entry for c in await coordinator.read(shared)] == [before, after]
    assert reasons(await coordinator.push(returned=(held,))) == ["accepted"]
    await fresh.enrol(invitation.code)
    async with fresh.stopped():
        pass
    assert [c.entry for c in await coordinator.read(shared)] == [before, after]
    fresh.clock.forward(days=300)
    await participant.refresh()
    assert (await participant.call("GET", "/v1/me")).is_success
    assert participant.tokens.refresh != stale
    Rotation(files, around(fresh)).run(Wanted(wrapping=False, journals=False, end_old=True))
    assert problem(await refresh(fresh, participant.tokens.refresh)) == "signed-out"


async def test_erased_keys_leave_the_memory_of_every_process(fresh: World) -> None:
    other = World(fresh.settings.data_dir, fresh.database)
    _, participant, shared = await fresh.pair()
    await participant.push(participant.entry(shared))
    await other.start()
    participant.world = other
    assert reasons(await participant.push(participant.entry(shared))) == ["accepted"]
    assert {shared} <= set(other.backend.keys.in_memory()) & set(fresh.backend.keys.in_memory())
    own = [one for one in other.backend.keys.in_memory() if one != shared]
    await operations.erase_participant(fresh.backend, participant.id)
    assert shared not in fresh.backend.keys.in_memory()
    async with asyncio.timeout(5):
        while shared in other.backend.keys.in_memory():  # noqa: ASYNC110  nobody tells of it
            await asyncio.sleep(0.01)
    assert set(own) <= set(other.backend.keys.in_memory())
    await other.stop()


async def test_a_crash_before_the_keys_died_is_made_up_for(
    fresh: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, participant, shared = await fresh.pair()
    await participant.push(participant.entry(shared))

    async def cut(*_: object) -> None:
        raise RuntimeError("cut off")

    with monkeypatch.context() as patch:
        patch.setattr("mia_companion.server.erasing.destroy_keys", cut)
        with pytest.raises(RuntimeError, match="cut off"):
            await operations.erase_participant(fresh.backend, participant.id)
    assert not fresh.backend.keys.is_destroyed(shared)
    async with fresh.stopped():
        pass
    assert fresh.backend.keys.is_destroyed(shared)
