"""Somebody about whom everything was erased is told so, and nothing of it stays on their devices."""

from mia_companion.domain import rights
from mia_companion.server import operations
from mia_companion.wire import problems
from mia_companion.wire.accounts import Invitation
from tests.world import Device, World

People = tuple[Device, Device, Device]


async def _erase(world: World, phone: Device) -> None:
    account = phone.companion.view.account
    assert world.backend
    assert account
    assert await operations.erase_participant(world.backend, account.id)


async def test_each_device_forgets_the_person_and_says_why(world: World, people: People) -> None:
    _, phone, tablet = people
    tablet.do.messages.write("Jag skrev detta utan nät")
    tablet.do.drafts.keep("message", "halvt")
    await _erase(world, phone)
    for device in (phone, tablet):
        await device.sync()
        view = device.companion.view
        assert view.account is None
        assert not view.journals
        assert view.outbox == ()
        assert view.choices.erased
        assert not view.choices.left_unsent, "it is not said that somebody else has it"
        assert device.do.drafts.read("message") == ""


async def test_who_comes_next_is_told_nothing_of_it(world: World, people: People) -> None:
    desktop, phone, _ = people
    await _erase(world, phone)
    await phone.sync()
    invited = await desktop.do.access.invite("Ali")
    assert isinstance(invited, Invitation)
    await phone.enrol(invited.code)
    await phone.sync()
    assert not phone.companion.view.choices.erased
    assert phone.companion.view.journal(rights.SHARED)


async def test_who_worked_with_them_is_told_that_what_was_unsent_is_gone(
    world: World, people: People
) -> None:
    desktop, phone, _ = people
    account = phone.companion.view.account
    assert account
    desktop.do.messages.write("Hur går det?", participant=account.id)
    await _erase(world, phone)
    await desktop.sync()
    view = desktop.companion.view
    assert view.account
    assert view.journal(rights.SHARED, account.id) is None
    assert view.choices.left_unsent == problems.JOURNAL_ERASED
    assert not view.choices.erased
