"""Photos and files when people change, a device changes hands, or the server is another."""

import asyncio
from collections.abc import Callable

import httpx

from mia_companion.app.view import View
from mia_companion.server import operations
from mia_companion.sync.blobs import Carrier
from mia_companion.wire.accounts import Invite
from tests.sync.carrying import CONTENT, attach, fetched, tried, watching, write
from tests.world import Device, World

People = tuple[Device, Device, Device]


async def test_a_handover_in_the_middle_loses_no_photo(world: World, people: People) -> None:
    desktop, phone, _ = people
    assert world.backend
    watched = watching(desktop)
    who = phone.participant
    first, second = write(desktop, who), write(desktop, who, b"second")
    successor = await operations.create_coordinator(
        world.backend, _site(desktop), "Ny Person", "ny@example.org", "ett annat långt lösenord"
    )
    me = desktop.companion.view.account
    assert me
    await desktop.sync()
    done: list[str] = []

    async def hand_over() -> None:
        if not done and watched.asked.count("PUT blob") == 2:
            assert world.backend
            await operations.hand_over(world.backend, who, me.id, successor)
            done.append(successor)

    desktop.companion.carrier = _carrier_that(desktop, hand_over)
    late = write(desktop, who, b"written before I knew")
    await desktop.companion.carrier.carry()
    await desktop.sync()
    assert done
    assert desktop.companion.engine.must_leave or not desktop.companion.view.journals
    await desktop.companion.carrier.carry()
    await desktop.sync()
    assert desktop.companion.view.journal("shared", who) is None
    assert desktop.companion.view.carried == {}
    assert desktop.companion.store._database.rows("SELECT count(*) FROM blob_cache") == [(0,)]
    await phone.sync()
    journal = phone.companion.view.journal("shared") or ""
    assert await fetched(phone, first, journal) == CONTENT
    assert await fetched(phone, second, journal) == b"second"
    assert await fetched(phone, late, journal) == b"written before I knew"


def _site(device: Device) -> str:
    account = device.companion.view.account
    assert account
    return account.site


def _carrier_that(device: Device, in_between: Callable[[], object]) -> Carrier:
    companion = device.companion
    return Carrier(companion.store, companion.client, in_between, companion)  # type: ignore[arg-type]


async def test_what_another_account_had_not_sent_waits_for_its_owner(
    world: World, people: People
) -> None:
    desktop, phone, tablet = people
    ref = attach(phone)
    phone.do.access.start_over()
    who = phone.companion.view.account
    assert who is None
    await phone.sign_in()
    assert phone.companion.view.carried == {}
    assert await tried(phone) == ""
    assert phone.companion.store.blobs.to_send() == []
    assert await phone.do.access.sign_out() == ""
    invitation = await desktop.companion.client.invite(Invite(participant=tablet.participant))
    await phone.enrol(invitation.code)
    assert await tried(phone) == ""
    journal = tablet.companion.view.journal("shared") or ""
    assert await fetched(tablet, ref, journal) == CONTENT


async def test_leaving_the_device_sends_first_and_takes_everything_along(people: People) -> None:
    _, phone, tablet = people
    ref = attach(phone)
    assert await phone.do.access.sign_out() == ""
    rows = "SELECT (SELECT count(*) FROM blobs), (SELECT count(*) FROM blob_cache)"
    assert phone.companion.store._database.rows(rows) == [(0, 0)]
    journal = tablet.companion.view.journal("shared") or ""
    assert await fetched(tablet, ref, journal) == CONTENT


async def test_after_a_restore_what_is_still_here_of_ones_own_is_offered_again(
    world: World, people: People
) -> None:
    desktop, phone, tablet = people
    await world.stop()
    world.back_up()
    await world.start()
    mine, theirs = attach(phone), write(desktop, phone.participant, b"from Karin")
    for device in (phone, desktop, phone):
        assert await tried(device) == ""
    journal = phone.companion.view.journal("shared") or ""
    assert await fetched(phone, theirs, journal) == b"from Karin"
    await world.stop()
    world.restore()
    await world.start()
    for _ in range(2):
        for device in (tablet, phone, desktop):
            assert await tried(device) == ""
    assert await fetched(tablet, mine, journal) == CONTENT
    assert await fetched(tablet, theirs, journal) == b"from Karin"
    assert phone.companion.view.carried == desktop.companion.view.carried == {}


async def test_the_runner_carries_after_a_run_and_goes_on_after_a_failure(people: People) -> None:
    _, phone, _ = people
    watched = watching(phone)
    told = asyncio.Event()
    fails = [httpx.ConnectError("gone")]

    def before(request: httpx.Request) -> None:
        if request.method == "PUT" and fails:
            raise fails.pop()

    def look(view: View) -> None:
        if not view.to_send and not view.carried:
            told.set()

    watched.before = before
    phone.companion.subscribe(look)
    attach(phone)
    phone.companion.runner.start()
    try:
        await asyncio.wait_for(told.wait(), 10)
    finally:
        await asyncio.gather(*phone.companion.runner.stop(), return_exceptions=True)
    assert not fails
    assert watched.asked.count("PUT blob") > 3
