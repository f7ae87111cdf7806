"""By letter nothing is read before two words were compared, from the code to the coordinator's yes."""

import pytest

from mia_companion.domain import rights
from mia_companion.wire import problems
from mia_companion.wire.accounts import LETTER, Invitation
from tests.world import Device, World

People = tuple[Device, Device, Device]


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
    assert phone.companion.view.sync.phase == "resting"  # it asks for nothing that it may not have
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
