"""What does not reach one of several, and two coordinators who move at once."""

from datetime import timedelta

import pytest

from mia_companion.app.actions.outcome import NO_JOURNAL
from mia_companion.server import operations
from mia_companion.store.outbox import REFUSED
from mia_companion.wire import problems
from tests.app.group import STARTS, Group, a_group
from tests.world import PASSWORD, World


@pytest.fixture
async def group(world: World) -> Group:
    return await a_group(world)


async def test_what_the_server_refuses_for_one_is_kept_with_its_reason_and_can_be_sent_again(
    group: Group,
) -> None:
    bashir = group.ids["Bashir"]
    each = group.book()
    companion = group.desktop.companion
    companion.store.outbox.mark([(REFUSED, problems.ENTRY_MALFORMED, each[bashir].entry)])
    companion.outbox_changed()
    await group.sync()
    assert group.who() == [["Amina"]]
    (refused,) = companion.view.refused
    assert refused.entry.journal == each[bashir].journal
    assert group.desktop.do.meetings.say_again(refused)
    assert companion.view.refused == ()
    await group.sync()
    assert group.who() == [["Amina", "Bashir"]]
    (one,) = group.phones["Bashir"].companion.view.plan().appointments
    assert one.id == each[bashir].item


async def test_where_the_access_to_one_has_ended_the_others_are_booked_all_the_same(
    world: World, group: Group
) -> None:
    assert world.backend is not None
    bashir = group.ids["Bashir"]
    each = group.book()
    (waiting,) = (
        one
        for one in group.desktop.companion.view.outbox
        if one.entry.journal == each[bashir].journal
    )
    await operations.unassign(world.backend, bashir, group.desktop.participant)
    await group.sync()
    assert group.who() == [["Amina"]]
    assert group.desktop.do.meetings.say_again(waiting).problem == problems.ACCESS_ENDED
    assert group.book()[bashir].problem == NO_JOURNAL
    assert len(group.phones["Amina"].companion.view.plan().appointments) == 1
    assert group.phones["Bashir"].companion.view.plan().appointments == ()


async def test_two_coordinators_who_move_at_once_and_all_see_the_later_as_a_proposal(
    world: World, group: Group
) -> None:
    assert world.backend is not None
    account = group.desktop.companion.view.account
    assert account is not None
    jonas = await operations.create_coordinator(
        world.backend, account.site or "", "Jonas Berg", "jonas@example.org", PASSWORD
    )
    await operations.assign(world.backend, group.ids["Amina"], jonas)
    other = world.device("jonas")
    await other.sign_in("jonas@example.org")
    group.book()
    await group.sync()
    await other.sync()
    who = group.ids["Amina"]
    earlier, later = STARTS + timedelta(hours=2), STARTS + timedelta(hours=5)
    for device, starts in ((group.desktop, earlier), (other, later)):
        (one,) = device.companion.view.plan(who).appointments
        assert device.do.meetings.move(one, starts, participant=who)
    await group.desktop.sync()
    for device in (other, group.desktop, group.phones["Amina"]):
        await device.sync()
    for device in (other, group.desktop, group.phones["Amina"]):
        (one,) = device.companion.view.plan(who).appointments
        assert one.now.starts_at == earlier
        assert [proposal.starts_at for proposal in one.open_proposals] == [later]
    (proposal,) = group.desktop.companion.view.plan(who).appointments[0].open_proposals
    (one,) = group.desktop.companion.view.plan(who).appointments
    group.desktop.do.meetings.move(one, proposal.starts_at, participant=who)
    await group.desktop.sync()
    await other.sync()
    (one,) = other.companion.view.plan(who).appointments
    assert (one.now.starts_at, one.open_proposals) == (later, ())
