"""All that a device can say about its person: with what waits, and what came before a picture."""

import pytest

from mia_companion.app.gathered import GatheredJournal
from mia_companion.domain.rights import OWN, SHARED
from mia_companion.wire.accounts import Invite
from tests.app.solo import Solo
from tests.world import Device, World

People = tuple[Device, Device, Device]


async def _sync(people: People) -> None:
    for device in (*people, *people):
        await device.sync()


async def test_all_of_it_is_gathered_also_without_a_network(solo: Solo) -> None:
    solo.do.path.plan_step("Inte skickat")
    found = await solo.do.data.everything()
    assert not isinstance(found, str)
    assert [(j.info.role, len(j.entries), len(j.waiting), j.is_whole) for j in found] == [
        (SHARED, 2, 1, True),
        (OWN, 2, 0, True),
    ]


@pytest.mark.parametrize("online", [True, False])
async def test_what_came_before_a_picture_is_fetched_if_it_can_be(
    people: People, world: World, online: bool
) -> None:
    desktop, phone, _ = people
    for n in range(510):
        phone.do.path.plan_step(f"Steg {n}")
    await _sync(people)
    invited = await desktop.companion.client.invite(Invite(participant=phone.participant))
    new = world.device("new")
    await new.enrol(invited.code)
    await new.sync()
    if not online:
        await world.stop()
    found = await new.do.data.everything()
    assert not isinstance(found, str)
    [shared] = [one for one in found if one.info.role == SHARED]
    assert isinstance(shared, GatheredJournal)
    head = new.companion.store.journals.cursors()[shared.info.id]
    assert shared.is_whole is online
    seqs = [one.seq for one in shared.entries]
    assert seqs == list(range(shared.since, head + 1))
    assert (shared.since == 1) is online
