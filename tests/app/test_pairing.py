"""Two words on two screens, from the codes to the last answer, with the real server between."""

from contextlib import suppress

import pytest

from mia_companion.domain import rights
from mia_companion.domain.steps import StepPlanned
from mia_companion.sync.errors import SyncError
from mia_companion.wire.accounts import Invitation
from mia_companion.wire.pairing import CONFIRMED, OPENED, REFUSED, Inviting
from mia_companion.wire.problems import CONFLICT, OFFLINE
from tests.world import Device, World


async def _handed_over(world: World) -> tuple[Device, Device, str]:
    """Karin's desk, Amina's phone that has just come in, and Amina's id."""
    desk, phone = world.device("desk"), world.device("phone")
    await desk.sign_in()
    invited = await desk.do.access.invite("Amina Ek")
    assert isinstance(invited, Invitation)
    await desk.sync()
    await phone.enrol(invited.code)
    return desk, phone, invited.participant


def _is_closed(device: Device) -> bool:
    return device.companion.view.is_closed


async def _look(desk: Device, person: str) -> Inviting:
    found = await desk.do.pairing.look(person)
    assert isinstance(found, Inviting), found
    return found


async def test_both_see_the_same_and_say_yes(world: World) -> None:
    desk, phone, person = await _handed_over(world)
    pairing, seen = phone.companion.view.pairing, await _look(desk, person)
    assert pairing is not None
    assert seen.state == OPENED
    assert seen.pair == pairing.pair
    assert not pairing.watched
    assert await phone.do.pairing.the_same() == ""
    assert (await _look(desk, person)).phone_agrees
    assert not _is_closed(phone)
    answer = await desk.do.pairing.compared(person, pairing.pair, same=True)
    assert isinstance(answer, Inviting)
    assert answer.state == CONFIRMED
    assert await phone.do.pairing.look_here() == ""
    assert phone.companion.view.pairing is None


async def test_the_words_are_there_after_a_restart_and_gone_after_a_day(world: World) -> None:
    _, phone, _ = await _handed_over(world)
    before = phone.companion.view.pairing
    await phone.companion.close()
    phone.open()
    assert before is not None
    assert phone.companion.view.pairing == before
    phone.clock.pass_by(days=400)
    assert await phone.do.pairing.look_here() == ""
    assert phone.companion.view.pairing == before  # whatever the phone's own clock says
    world.clock.pass_by(days=1)
    assert await phone.do.pairing.look_here() == ""
    assert phone.companion.view.pairing is None


async def test_a_no_on_the_phone_takes_the_plan_off_it_at_once(world: World) -> None:
    desk, phone, person = await _handed_over(world)
    assert phone.companion.store.journals.known()
    assert await phone.do.pairing.not_the_same() == ""
    view = phone.companion.view
    assert _is_closed(phone)
    assert view.account is None
    assert not phone.companion.store.journals.known()
    assert (await _look(desk, person)).state == REFUSED
    phone.do.access.start_over()
    assert not _is_closed(phone)


async def test_a_no_from_the_desk_closes_the_phone_and_loses_nothing(world: World) -> None:
    desk, phone, person = await _handed_over(world)
    pair = (await _look(desk, person)).pair
    assert pair is not None
    shared = phone.companion.view.journal(rights.SHARED) or ""
    phone.companion.record(shared, StepPlanned(step_id="step-1", words="Ringa Lena"))
    answer = await desk.do.pairing.compared(person, pair, same=False)
    assert isinstance(answer, Inviting)
    assert answer.state == REFUSED
    assert answer.refused_here
    with pytest.raises(SyncError):
        await phone.sync()
    assert _is_closed(phone)

    phone.do.access.start_over()
    assert phone.companion.view.account is None
    again = await desk.do.pairing.new_code(person)
    assert isinstance(again, Invitation)
    await phone.enrol(again.code)
    assert not _is_closed(phone)
    await phone.sync()
    await desk.sync()
    assert [one.words for one in desk.companion.view.plan(person).steps] == ["Ringa Lena"]


async def test_two_codes_that_were_mixed_up_leave_nothing_of_the_other_behind(
    world: World,
) -> None:
    desk, phone, _ = await _handed_over(world)
    other = await desk.do.access.invite("Berit Ask")
    assert isinstance(other, Invitation)
    await desk.sync()
    assert await phone.do.pairing.not_the_same() == ""
    phone.do.access.start_over()
    await phone.enrol(other.code)
    await phone.sync()
    assert phone.companion.view.plan().name == "Berit Ask"
    assert phone.participant == other.participant


async def test_without_a_network_no_answer_is_half_given(world: World) -> None:
    desk, phone, person = await _handed_over(world)
    pair = (await _look(desk, person)).pair
    assert pair is not None
    there, world.network.app = world.network.app, None
    assert await phone.do.pairing.not_the_same() == OFFLINE
    assert await phone.do.pairing.the_same() == OFFLINE
    assert await phone.do.pairing.look_here() == OFFLINE
    assert await desk.do.pairing.compared(person, pair, same=False) == OFFLINE
    assert await desk.do.pairing.new_code(person) == OFFLINE
    assert phone.companion.view.pairing is not None
    assert not _is_closed(phone)
    world.network.app = there
    assert (await _look(desk, person)).state == OPENED


async def test_an_answer_about_an_earlier_phone_is_not_about_this_one(world: World) -> None:
    desk, phone, person = await _handed_over(world)
    old = (await _look(desk, person)).pair
    assert old is not None
    newer, tablet = await desk.do.pairing.new_code(person), world.device("tablet")
    assert isinstance(newer, Invitation)
    await tablet.enrol(newer.code)
    if (await _look(desk, person)).pair != old:
        assert await desk.do.pairing.compared(person, old, same=False) == CONFLICT
    for device in (phone, tablet):
        with suppress(SyncError):
            await device.sync()
        assert not _is_closed(device)


async def test_signing_out_asks_nothing_any_more(world: World) -> None:
    _, phone, _ = await _handed_over(world)
    await phone.sync()
    assert await phone.do.access.sign_out() == ""
    assert phone.companion.view.pairing is None
    assert not _is_closed(phone)
