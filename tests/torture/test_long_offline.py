"""A month without coverage, a handover in the middle of what is sent then, a device that is taken away with
things unsent: each ends where a person would expect, and with nothing unsaid."""

import time
from collections import Counter
from datetime import timedelta
from pathlib import Path

import pytest

from mia_companion.i18n.words import words_for
from mia_companion.server import operations
from mia_companion.sync.errors import SignedOut, SyncError
from mia_companion.ui.components.sentences import sentence
from mia_companion.wire import problems
from mia_companion.wire.accounts import Invite
from tests.sync.carrying import attach, fetched
from tests.torture.looking_in import screen
from tests.torture.month import DAYS, PHOTO, Month
from tests.torture.printed import Told
from tests.world import a_world

pytestmark = [pytest.mark.slow, pytest.mark.timeout(240)]

ENTRIES = 2_000
UNSENT: Counter[str] = Counter()


async def test_a_phone_that_was_taken_off_the_list_with_things_unsent(tmp_path: Path) -> None:
    """Half a photo is at the server. Nothing more is taken from it; it says so, keeps everything, and a new
    code sends it, the photo from where it stood."""
    async with a_world(tmp_path) as world:
        month = await Month(world).begin()
        phone = month.phone
        photo = attach(phone, PHOTO, words="före")
        month.line.lost_parts = 99
        await phone.sync()
        with pytest.raises(SyncError):
            await phone.companion.carrier.carry()
        assert phone.companion.view.carried[photo.blob_id].percent > 50
        order = month.a_month_of(40)
        world.clock.pass_by(days=DAYS)
        assert world.backend
        assert await operations.remove_device(world.backend, month.amina, phone.companion.device.id)
        with pytest.raises(SignedOut):
            await phone.sync()
        words = sentence(words_for("sv"), problems.SIGNED_OUT)
        [told] = [one for one in await screen(phone) if one.startswith(words)]
        assert str(phone.companion.view.waiting_count) in told
        await month.desk.sync()
        assert not {one.entry.id for one in await month.log(month.desk)} & set(order)
        phone.companion.store.close()
        phone.open()
        assert [one.entry.id for one in phone.companion.view.outbox] == order
        month.line.lost_parts = 0
        again = await month.desk.companion.client.invite(Invite(participant=month.amina))
        await phone.enrol(again.code)
        await phone.sync()
        await phone.companion.carrier.carry()
        await month.desk.sync()
        assert phone.companion.view.waiting_count == 0
        shared = month.desk.companion.view.journal("shared", month.amina)
        assert shared
        for one in (photo, month.photo):
            assert await fetched(month.desk, one, shared) == PHOTO
        log = [one.entry.id for one in await month.log(month.desk)]
        assert len(log) == len(set(log))
        mine = [one for one in order if one in set(log)]
        assert [one for one in log if one in set(order)] == mine
        UNSENT["kept"] = len(order)


async def test_a_month_offline_and_a_handover_in_the_middle(tmp_path: Path, tell: Told) -> None:
    async with a_world(tmp_path) as world:
        month = await Month(world).begin()
        phone, desk = month.phone, month.desk
        cursor = (await month.log(phone))[-1].seq
        month.line.asked.clear()
        begun = time.perf_counter()
        order = month.a_month_of(ENTRIES)
        recorded = time.perf_counter() - begun
        said = words_for("sv").n(
            "{count} thing waits to be sent", "{count} things wait to be sent", ENTRIES
        )
        assert said in await screen(phone)
        world.clock.pass_by(days=DAYS)
        for count in range(5):
            desk.clock.pass_by(days=6)
            assert desk.do.messages.write(f"från Karin {count}", participant=month.amina)
        [booked] = desk.companion.view.plan(month.amina).appointments
        assert desk.do.appointments.move(
            booked, month.at + timedelta(days=1), participant=month.amina
        )
        await desk.sync()
        desk.do.messages.write("hann inte sändas", participant=month.amina)
        desk.do.messages.note("till teamet, hann inte", month.amina)

        month.line.before[3] = lambda: month.hand_over(desk, month.jonas)
        month.line.inside[6] = lambda: month.hand_over(month.jonas, month.lisa)
        begun = time.perf_counter()
        await phone.sync()
        await phone.companion.carrier.carry()
        sent = time.perf_counter() - begun
        assert not month.line.before
        assert not month.line.inside
        requests = len(month.line.asked)
        assert month.line.asked.count("/v1/tokens") == 1  # in again by itself, with no new code
        for device in (month.lisa, month.jonas, desk, phone, month.lisa):
            await device.sync()

        await _everything_came_in_its_order(month, order, cursor)
        await _the_appointment_is_not_agreed_on(month)
        await _whoever_lost_access_is_told(month)
        view = phone.companion.view
        assert (view.outbox, view.waiting_count, view.sync.phase) == ((), 0, "resting")
        assert not any("väntar" in one for one in await screen(phone))
        lisa = [one.entry for one in await month.lisa.do.following.left_behind(month.amina)]
        assert [one.kind for one in lisa] == ["MessageWritten", "NoteWritten"]
        assert UNSENT["kept"] == 40
        tell(
            10,
            f"A phone {DAYS} days offline, handed over between two of its pushes and within a third",
            f"{len(order)} entries and a photo, sent in {requests} requests and {sent:.1f} s",
            f"0 lost, 0 twice, in the order written; recorded in {recorded:.1f} s; in again with no new code;"
            f" {len(lisa)} unsent ones of the coordinator before lie with the one after, and both know;"
            f" {UNSENT['kept']} on a phone taken off the list kept, told of, and sent with a new code",
        )


async def _everything_came_in_its_order(month: Month, order: list[str], cursor: int) -> None:
    log = await month.log(month.phone)
    assert [one.seq for one in log] == list(range(1, len(log) + 1))
    mine = [one for one in log if one.entry.id in set(order)]
    own = month.phone.companion.view.journal("own")
    assert own
    private = list(month.phone.companion.store.journals.entries(own))
    places = {number: id_ for id_, number in enumerate(order)}
    for part in (mine, [one for one in private if one.entry.id in places]):
        written = [places[one.entry.id] for one in part]
        assert written == sorted(written)
    assert len(mine) + sum(one.entry.id in places for one in private) == len(order)
    assert {one.entry.based_on for one in mine} == {cursor}
    spread = mine[-1].entry.happened_at - mine[0].entry.happened_at
    assert spread > timedelta(days=DAYS - 1)
    kinds = [one.entry.kind for one in log]
    assert kinds.count("HandedOver") == 2
    first, second = [at for at, kind in enumerate(kinds) if kind == "HandedOver"]
    amid = [one.entry.id in places for one in log]
    assert any(amid[:first]) and any(amid[first:second]) and any(amid[second:])  # noqa: PT018
    assert month.lisa.shared(month.amina) == month.phone.shared()
    shared = month.lisa.companion.view.journal("shared", month.amina)
    assert shared
    assert await fetched(month.lisa, month.photo, shared) == PHOTO


async def _the_appointment_is_not_agreed_on(month: Month) -> None:
    """She confirmed the time that she knew, and it had been moved meanwhile."""
    [shown] = month.phone.companion.view.plan().appointments
    assert shown.now.starts_at == month.at + timedelta(days=1)
    assert shown.confirmed_by is None


async def _whoever_lost_access_is_told(month: Month) -> None:
    for device in (month.desk, month.jonas):
        view = device.companion.view
        assert view.participants == ()
        assert (view.outbox, device.companion.store.outbox.all()) == ((), [])
    words = sentence(words_for("sv"), problems.ACCESS_ENDED)
    [told] = [one for one in await screen(month.desk) if one.endswith(words)]
    assert told.startswith(words_for("sv").t("Could not be sent"))
    assert not any(one.endswith(words) for one in await screen(month.jonas))
    month.desk.do.choices.seen_left_unsent()
    assert told not in await screen(month.desk)
