"""A phone that is lost forgets as it meets the server, from tap to tap with the real one between."""

import pytest

from mia_companion.sync.device_key import NAME as KEY
from mia_companion.sync.errors import SignedOut
from mia_companion.wire import problems
from mia_companion.wire.accounts import Devices, Invitation
from tests.world import Device, World

People = tuple[Device, Device, Device]


def _holds(device: Device, words: str) -> bool:
    """Whether the words are still anywhere that this device's screens can come to."""
    pictures = device.companion.view.pictures.values()
    return any(words == one.words for each in pictures for one in each.messages.values())


async def _listed(device: Device) -> Devices:
    found = await device.do.devices.mine()
    assert isinstance(found, Devices), found
    return found


@pytest.mark.parametrize("by", ["the person", "the coordinator"])
async def test_a_lost_phone_forgets_as_it_meets_the_server_and_says_what_was_unsent(
    people: People, by: str
) -> None:
    desk, lost, kept = people
    kept.do.messages.write("Hej Karin")
    await kept.sync()
    await lost.sync()
    assert _holds(lost, "Hej Karin")
    id_, account = lost.companion.device.id, lost.companion.view.account
    assert account is not None
    if by == "the person":
        assert await kept.do.devices.remove(id_) == ""
    else:
        assert await desk.do.devices.remove_of(account.id, id_) == ""
    lost.do.messages.write("inte skickat")
    lost.do.drafts.keep("message", "halvt")
    key = lost.companion.store.kept.get(KEY)
    with pytest.raises(SignedOut):
        await lost.sync()
    view = lost.companion.view
    assert view.account is None
    assert not view.journals
    assert not _holds(lost, "Hej Karin")
    assert view.choices.removed == "1"
    assert not view.outbox
    assert lost.do.drafts.read("message") == ""
    assert lost.companion.device.id != id_
    assert lost.companion.store.kept.get(KEY) != key
    assert await lost.do.devices.mine() == problems.SIGNED_OUT
    [gone] = (await _listed(kept)).gone
    assert (gone.id, gone.by) == (id_, _id(kept if by == "the person" else desk))
    # The same person, in again with a new code: what was not sent is there, and goes.
    code = await desk.do.pairing.new_code(account.id)
    assert isinstance(code, Invitation)
    await lost.enrol(code.code)
    await lost.sync()
    assert lost.companion.view.choices.removed == ""
    await kept.sync()
    assert _holds(kept, "inte skickat")
    assert _holds(lost, "Hej Karin")


def _id(device: Device) -> str:
    account = device.companion.view.account
    assert account is not None
    return account.id


async def test_a_word_that_is_not_proven_empties_nothing(world: World, people: People) -> None:
    """Whoever stands in the server's place cannot make a phone forget."""
    _, lost, kept = people
    kept.do.messages.write("Hej Karin")
    await kept.sync()
    await lost.sync()
    tokens = lost.companion.client.session.tokens
    assert tokens is not None
    assert await kept.do.devices.remove(lost.companion.device.id) == ""
    lost.companion.client.session.keep(tokens.model_copy(update={"leave_key": "ab" * 32}))
    with pytest.raises(SignedOut):
        await lost.sync()
    assert lost.companion.view.sync.phase == "signed_out"
    assert _holds(lost, "Hej Karin")


async def test_the_others_are_signed_out_at_once(people: People) -> None:
    desk, phone, tablet = people
    assert await phone.do.devices.remove_others() == ""
    with pytest.raises(SignedOut):
        await tablet.sync()
    assert tablet.companion.view.account is None
    await phone.sync()
    await desk.sync()
    assert [one.this for one in (await _listed(phone)).devices] == [True]
