"""What the server answers to entries, and what a device makes of it, with the real backend."""

import pytest

from mia_companion.domain.entries import Entry
from mia_companion.server import operations
from mia_companion.sync.errors import Offline, SignedOut
from mia_companion.wire import problems
from tests.example_data import goal
from tests.sync.faults import Faults
from tests.world import Device, World

People = tuple[Device, Device, Device]


def _record_unknown(device: Device, body: str) -> Entry:
    """What a later version of this app records."""
    journal = device.companion.view.journal("shared")
    assert journal
    made = device.companion.record(journal, goal())
    device.companion.store.outbox._database.rows("DELETE FROM outbox WHERE id = ?", made.id)
    later = made.model_copy(update={"body": body})
    device.companion.store.outbox.add(later)
    device.companion.reload()
    return later


async def test_what_is_refused_stays_with_its_words_and_blocks_nothing(people: People) -> None:
    _, phone, _ = people
    refused = _record_unknown(phone, '{"kind":"NoteWritten","note_id":"n","words":"mina ord"}')
    phone.do.messages.write("efteråt")
    await phone.sync()
    [left] = phone.companion.view.refused
    assert left.entry == refused
    assert left.reason == problems.NOT_ALLOWED
    assert "mina ord" in left.entry.body
    assert [m.words for m in phone.companion.view.plan().thread()] == ["efteråt"]
    phone.do.choices.discard(refused.id)
    assert phone.companion.view.outbox == ()


async def test_the_end_of_an_access_is_proven_and_what_was_written_is_offered_first(
    world: World, people: People
) -> None:
    desktop, phone, _ = people
    who, journal = phone.participant, phone.companion.view.journal("shared")
    assert world.backend
    assert journal
    await operations.unassign(world.backend, who, desktop.participant)
    desktop.do.messages.write("sent för sent", participant=who)
    await desktop.sync()
    assert desktop.companion.view.participants == ()
    assert desktop.companion.view.outbox == ()
    assert journal not in desktop.companion.store.journals.known()
    assert phone.companion.view.journal("shared") == journal


async def test_what_is_written_while_the_end_is_on_its_way_is_offered_before_it_is_forgotten(
    world: World, people: People
) -> None:
    desktop, phone, _ = people
    who = phone.participant
    assert world.backend
    await operations.unassign(world.backend, who, desktop.participant)
    pull = desktop.companion.client.pull
    offered: list[str] = []

    async def writes_meanwhile(asked: object) -> object:
        answer = await pull(asked)  # type: ignore[arg-type]
        if not offered:
            offered.append(desktop.do.messages.write("just nu", participant=who).entry)
        return answer

    desktop.companion.client.pull = writes_meanwhile  # type: ignore[method-assign,assignment]
    push = desktop.companion.client.push
    pushed: list[bytes] = []

    async def seen(body: bytes) -> object:
        pushed.append(body)
        return await push(body)

    desktop.companion.client.push = seen  # type: ignore[method-assign,assignment]
    await desktop.sync()
    assert offered[0].encode() in b"".join(pushed)
    assert desktop.companion.view.participants == ()


async def test_a_lost_answer_to_a_refresh_signs_nobody_out(people: People) -> None:
    _, phone, _ = people
    await phone.companion.close()
    faults = Faults(phone.transport)
    phone.transport = faults
    phone.open()
    spent = phone.companion.client.session.tokens
    assert spent
    for _ in range(3):
        phone.clock.pass_by(minutes=1)
        faults.plan("html 401", "lost answer")
        with pytest.raises(Offline):
            await phone.sync()
        assert phone.companion.client.session.tokens == spent
    faults.plan("html 401")  # a captive portal's; then the refresh that was lost, again
    await phone.sync()
    assert phone.companion.client.session.tokens != spent


async def test_an_older_refresh_token_ends_the_family_and_the_store_stays(
    world: World, people: People
) -> None:
    _, phone, tablet = people
    session = phone.companion.client.session
    first = session.tokens
    assert first
    await phone.companion.client._refresh()
    await phone.companion.client._refresh()
    world.clock.pass_by(minutes=2)
    session.keep(first)
    phone.do.messages.write("kvar")
    world.clock.pass_by(days=2)
    with pytest.raises(SignedOut):
        await phone.sync()
    assert phone.companion.view.sync.phase == "signed_out"
    assert [w.state for w in phone.companion.view.outbox] == ["waiting"]
    assert phone.companion.view.account is not None
    await tablet.sync()
    asked = session.refresh()
    assert asked is not None
    assert asked.refresh == first.refresh


async def test_signing_out_waits_for_what_was_not_sent(world: World, people: People) -> None:
    _, phone, _ = people
    phone.do.drafts.keep("message", "halvt")
    phone.do.messages.write("måste fram")
    await world.stop()
    assert await phone.do.access.sign_out() == problems.OFFLINE
    assert len(phone.companion.view.outbox) == 1
    await world.start()
    held = _record_unknown(phone, '{"kind":"FromLater"}')
    assert await phone.do.access.sign_out() == "still-waiting"
    assert [w.entry.id for w in phone.companion.view.outbox] == [held.id]
    assert phone.companion.view.account is not None
    phone.companion.store.outbox.mark([("refused", "x", held.id)])
    phone.do.choices.discard(held.id)
    assert await phone.do.access.sign_out() == ""
    view = phone.companion.view
    assert (view.account, dict(view.pictures)) == (None, {})
    assert phone.do.drafts.read("message") == ""


@pytest.mark.parametrize("days", [-3650, 3650])
async def test_a_clock_ten_years_off_changes_no_order_and_is_told(
    people: People, days: int
) -> None:
    desktop, phone, _ = people
    who = phone.participant
    desktop.do.messages.write("ett", participant=who)
    await desktop.sync()
    phone.clock.pass_by(days=days)
    phone.do.messages.write("två")
    await phone.sync()
    assert phone.companion.view.clock_is_off
    desktop.do.messages.write("tre", participant=who)
    await desktop.sync()
    thread = desktop.companion.view.plan(who).thread()
    assert [m.words for m in thread] == ["ett", "två", "tre"]
    assert abs((thread[1].by.at - desktop.clock.now).total_seconds()) < 3600
    assert not desktop.companion.view.clock_is_off
