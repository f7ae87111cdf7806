"""The server takes this app no more until it is updated: nothing is lost meanwhile, all is sent then."""

import pytest

from mia_companion.app.view import FAILED, RESTING, SyncState
from mia_companion.store.outbox import REFUSED
from mia_companion.sync import line
from mia_companion.sync.errors import Outdated, SignedOut
from mia_companion.wire import problems
from tests.sync.carrying import CONTENT, attach, fetched, tried
from tests.world import Device, World

People = tuple[Device, Device, Device]

LEAST = (2, 0, 0)


def raise_the_bar(world: World) -> None:
    """From now on the server takes apps from 2.0.0 on."""
    assert world.network.app
    world.network.app.app.least_app_version = LEAST  # type: ignore[attr-defined]


async def updated(device: Device, monkeypatch: pytest.MonkeyPatch) -> None:
    """The person updates the app, and it starts again."""
    await device.companion.close()
    monkeypatch.setattr(line, "__version__", "2.0.0")
    device.open()


async def test_what_waits_is_kept_through_the_update_and_sent_after_it(
    world: World, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    desktop, phone, _ = people
    phone.do.messages.write("före")
    await phone.sync()
    raise_the_bar(world)
    photo = attach(phone)
    phone.do.messages.write("under tiden")
    for _ in range(3):  # as often as it is tried
        assert await tried(phone) == problems.APP_TOO_OLD
    view = phone.companion.view
    assert view.sync == SyncState(FAILED, problems.APP_TOO_OLD)
    assert view.refused == ()
    assert [one.words for one in view.plan().thread()] == ["före", "under tiden"]
    assert view.waiting_count == 2
    assert view.carried[photo.blob_id].blob.state != REFUSED

    await updated(phone, monkeypatch)
    assert phone.companion.view.waiting_count == 2
    assert await tried(phone) == ""
    assert phone.companion.view.sync == SyncState(RESTING)
    await updated(desktop, monkeypatch)
    await desktop.sync()
    said = desktop.shared(phone.participant).messages.values()
    assert {one.words for one in said} == {"före", "under tiden"}
    assert await fetched(desktop, photo, phone.companion.view.journal("shared") or "") == CONTENT


async def test_a_photo_that_is_on_its_way_is_not_given_up(
    world: World, people: People, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, phone, _ = people
    photo = attach(phone)
    await phone.sync()
    raise_the_bar(world)
    with pytest.raises(Outdated):
        await phone.companion.carrier.carry()
    await updated(phone, monkeypatch)
    assert await tried(phone) == ""
    assert photo.blob_id not in phone.companion.view.carried


async def test_what_is_ones_own_alone_can_be_erased_all_the_same(
    world: World, people: People
) -> None:
    _, phone, _ = people
    raise_the_bar(world)
    own = phone.companion.view.journal("own")
    assert own
    await phone.companion.client.erase_own(own)
    await phone.do.devices.mine()


async def test_a_lost_phone_with_an_app_that_is_too_old_forgets_as_ever(
    world: World, people: People
) -> None:
    _, lost, kept = people
    assert await kept.do.devices.remove(lost.companion.device.id) == ""
    raise_the_bar(world)
    with pytest.raises(SignedOut):
        await lost.sync()
    assert lost.companion.view.account is None
    assert not lost.companion.view.journals
