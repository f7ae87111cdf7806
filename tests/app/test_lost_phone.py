"""A lost phone, a letter, and the keys of devices, from tap to tap with the real server between."""

from typing import Any

import pytest
import sqlalchemy as sa

from mia_companion.domain import rights
from mia_companion.server.schema import devices
from mia_companion.sync.device_key import NAME as KEY
from mia_companion.sync.errors import SignedOut
from mia_companion.wire import problems
from mia_companion.wire.accounts import LETTER, Devices, Invitation
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


async def _row(world: World, device: str) -> Any:
    assert world.backend is not None
    async with world.backend.database.reading() as connection:
        return (await connection.execute(sa.select(devices).where(devices.c.id == device))).one()


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


async def test_by_letter_nothing_is_read_before_the_coordinators_yes(world: World) -> None:
    desk, phone = world.device("desk"), world.device("phone")
    await desk.sign_in()
    invited = await desk.do.access.invite("Amina Ek")
    assert isinstance(invited, Invitation)
    await desk.sync()
    letter = await desk.do.pairing.new_code(invited.participant, way=LETTER)
    assert isinstance(letter, Invitation)
    await phone.enrol(letter.secret)
    assert phone.companion.view.waits_for_words
    assert not phone.companion.view.journals
    with pytest.raises(Exception, match=problems.WORDS_FIRST):
        await phone.sync()
    assert not phone.companion.view.journals
    await phone.companion.close()
    phone.open()
    phone.companion.start()
    assert phone.companion.view.waits_for_words
    pairing = phone.companion.view.pairing
    assert pairing is not None
    assert await phone.do.pairing.look_here() == ""
    assert len(phone.companion.view.journals) == 0
    answer = await desk.do.pairing.compared(invited.participant, pairing.pair, same=True)
    assert not isinstance(answer, str), answer
    assert await phone.do.pairing.look_here() == ""
    opened = phone.companion.view
    assert (opened.waits_for_words, opened.pairing) == (False, None)
    assert phone.shared().profile.name == "Amina Ek"
    assert opened.journal(rights.OWN)


@pytest.mark.parametrize("by", ["the phone", "the coordinator"])
async def test_a_no_closes_a_phone_that_came_by_letter(world: World, by: str) -> None:
    desk, phone = world.device("desk"), world.device("phone")
    await desk.sign_in()
    invited = await desk.do.access.invite("Amina Ek")
    assert isinstance(invited, Invitation)
    letter = await desk.do.pairing.new_code(invited.participant, way=LETTER)
    assert isinstance(letter, Invitation)
    await phone.enrol(letter.code)
    pairing = phone.companion.view.pairing
    assert pairing is not None
    if by == "the phone":
        assert await phone.do.pairing.not_the_same() == ""
    else:
        await desk.do.pairing.compared(invited.participant, pairing.pair, same=False)
        assert await phone.do.pairing.look_here() == problems.SIGNED_OUT
    assert phone.companion.view.is_closed
    assert not phone.companion.view.waits_for_words


async def test_words_that_nobody_compared_in_time_are_said_so(world: World) -> None:
    desk, phone = world.device("desk"), world.device("phone")
    await desk.sign_in()
    invited = await desk.do.access.invite("Amina Ek")
    assert isinstance(invited, Invitation)
    letter = await desk.do.pairing.new_code(invited.participant, way=LETTER)
    assert isinstance(letter, Invitation)
    await phone.enrol(letter.code)
    world.clock.pass_by(days=7)
    assert await phone.do.pairing.look_here() == problems.CODE_EXPIRED
    assert phone.companion.view.waits_for_words
    phone.do.access.start_over()
    assert phone.companion.view.account is None


async def test_a_device_brings_its_key_as_it_comes_in(world: World, people: People) -> None:
    for device in people:
        row = await _row(world, device.companion.device.id)
        assert row.key.hex() == device.companion.client.session.key.public
        assert row.key_at == row.enrolled_at
    _, phone, _ = people
    await phone.companion.client._refresh()
    stolen = phone.companion.client.session.tokens
    phone.companion.store.kept.set(KEY, "cd" * 32)  # as on a thief's phone
    with pytest.raises(SignedOut):
        await phone.companion.client._refresh()
    assert phone.companion.client.session.tokens == stolen


async def test_a_device_of_before_brings_its_key_as_it_refreshes(
    world: World, people: People
) -> None:
    _, phone, _ = people
    id_ = phone.companion.device.id
    assert world.backend is not None
    async with world.backend.database.writing() as connection:
        none = sa.update(devices).where(devices.c.id == id_).values(key=None, key_at=None)
        await connection.execute(none)
    await phone.companion.client._refresh()
    row = await _row(world, id_)
    assert row.key.hex() == phone.companion.client.session.key.public
    assert row.key_at > row.enrolled_at
    await phone.sync()
