"""A device that changes hands shows one person nothing of another, and loses nothing."""

from mia_companion.wire.accounts import Invitation
from tests.world import Device, World

People = tuple[Device, Device, Device]


async def test_another_person_on_the_same_device_sees_nothing_and_what_waited_comes_back(
    world: World, people: People
) -> None:
    desktop, phone, _ = people
    phone.do.messages.write("från Amina")
    phone.do.drafts.keep("message", "halvt")
    first = phone.companion.view.account
    phone.do.access.start_over()
    invited = await desktop.do.access.invite("Ali")
    assert isinstance(invited, Invitation)
    await phone.enrol(invited.code)
    await phone.sync()
    view = phone.companion.view
    assert view.account != first
    assert list(view.plan().thread()) == []
    assert view.outbox == ()
    assert {h.info.participant for h in view.journals.values()} == {None, invited.participant}
    assert phone.do.drafts.read("message") == ""


async def test_who_signs_out_and_in_again_has_every_journal_again_also_the_empty_ones(
    world: World, people: People
) -> None:
    desktop, _, _ = people
    before = set(desktop.companion.view.journals)
    assert await desktop.do.access.sign_out() == ""
    assert not desktop.companion.view.journals
    await desktop.sign_in()
    await desktop.sync()
    assert set(desktop.companion.view.journals) == before
