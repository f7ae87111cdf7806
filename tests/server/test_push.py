"""Every answer that an entry can get."""

from datetime import timedelta

import pytest

from mia_companion.domain.appointments import AppointmentConfirmed
from mia_companion.domain.entries import MAX_BODY_BYTES, Entry, by_of
from mia_companion.domain.people import NoteWritten
from mia_companion.domain.step_marks import StepDone
from mia_companion.server import operations, quarantine
from mia_companion.wire.sync import Accepted, Held, PushResult, Refused
from tests.server.world import World, unique


def reasons(results: list[PushResult]) -> list[str]:
    return [r.reason if isinstance(r, Refused) else r.answer for r in results]


async def test_a_step_reaches_the_coordinator(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    said = participant.entry(shared)
    (accepted,) = await participant.push(said)
    assert isinstance(accepted, Accepted)
    assert accepted.seq == 1
    (read,) = await coordinator.read(shared)
    assert read.entry == said
    assert (read.seq, read.receipt, read.epoch) == (1, accepted.receipt, accepted.epoch)


async def test_a_batch_is_numbered_in_its_order_for_each_journal(world: World) -> None:
    _, participant, shared = await world.pair()
    own = (await participant.journals())[("own", participant.id, participant.id)]
    said = [participant.entry(own if n % 3 else shared) for n in range(30)]
    results = await participant.push(*said)
    for journal in (shared, own):
        seqs = [
            r.seq
            for e, r in zip(said, results, strict=True)
            if isinstance(r, Accepted) and e.journal == journal
        ]
        assert seqs == list(range(1, len(seqs) + 1))
    assert [c.entry for c in await participant.read(own)] == [e for e in said if e.journal == own]


async def test_repeating_gives_the_same_answer_for_ever(world: World) -> None:
    _, participant, shared = await world.pair()
    said = [participant.entry(shared) for _ in range(3)]
    first = await participant.push(*said)
    world.clock.forward(days=400)
    await participant.refresh()
    again = await participant.push(*reversed(said), said[0])
    assert again == [*reversed(first), first[0]]
    assert len(await participant.read(shared)) == 3


async def test_an_id_with_other_bytes_is_refused(world: World) -> None:
    _, participant, shared = await world.pair()
    said = participant.entry(shared)
    other = said.model_copy(update={"happened_at": said.happened_at + timedelta(seconds=1)})
    assert reasons(await participant.push(said, other)) == ["accepted", "id-taken"]
    assert reasons(await participant.push(other, said)) == ["id-taken", "accepted"]
    own = (await participant.journals())[("own", participant.id, participant.id)]
    elsewhere = said.model_copy(update={"journal": own})
    assert reasons(await participant.push(elsewhere)) == ["id-taken"]


async def test_refusals_do_not_block_what_stands_behind_them(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    _, stranger, strange = await world.pair()
    journals = await coordinator.journals()
    team = journals[("team", participant.id, None)]
    directory = journals[("directory", None, None)]
    long = '{"kind":"StepDone","step_id":"' + "x" * MAX_BODY_BYTES + '"}'
    said = [
        (participant.entry(strange), "not-yours"),
        (participant.entry("no-such-journal"), "not-yours"),
        (participant.entry(team, NoteWritten(note_id="n", words="hm")), "not-yours"),
        (participant.entry(shared, author=stranger.id), "not-yours"),
        (participant.entry(shared, device=stranger.device), "not-yours"),
        (participant.entry(shared, author="server"), "not-yours"),
        (participant.entry(shared, NoteWritten(note_id="n", words="hm")), "not-allowed"),
        (participant.entry(directory, '{"kind":"SiteNamed","name":"Mitt"}'), "not-allowed"),
        (participant.entry(shared, long), "entry-too-large"),
        (participant.entry(shared, "hej"), "entry-malformed"),
        (participant.entry(shared, "[]"), "entry-malformed"),
        (participant.entry(shared, '{"kind":7}'), "entry-malformed"),
        (participant.entry(shared, '{"kind":"StepDone"}'), "entry-malformed"),
        (participant.entry(shared, '{"a":' + "[" * 30_000), "entry-malformed"),
        (participant.entry(shared, '{"kind":"FromTheFuture","x":1}'), "held"),
        (participant.entry(shared), "accepted"),
    ]
    results = await participant.push(*[entry for entry, _ in said])
    assert [r.id for r in results] == [entry.id for entry, _ in said]
    assert reasons(results) == [answer for _, answer in said]
    assert isinstance(results[-2], Held)


async def test_a_coordinator_may_write_only_what_is_a_coordinators(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    journals = await coordinator.journals()
    view = journals[("own", participant.id, coordinator.id)]
    confirmed = AppointmentConfirmed(appointment_id="a", revision="r")
    note = NoteWritten(note_id="n", words="Ring på måndag")
    results = await coordinator.push(
        coordinator.entry(shared, confirmed),
        coordinator.entry(shared, StepDone(step_id="s")),
        coordinator.entry(view, note),
        coordinator.entry(shared, note),
    )
    assert reasons(results) == ["not-allowed", "not-allowed", "accepted", "not-allowed"]


async def test_nobody_has_read_what_is_not_written_yet(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    epoch = (await participant.pull()).epoch
    await participant.push(participant.entry(shared))

    def claims(based_on: int, epoch: str, kind: str = "StepDone") -> Entry:
        body = f'{{"kind":"{kind}","step_id":"s"}}'
        return participant.entry(shared, body, based_on=based_on, epoch=epoch)

    read = claims(1, epoch)
    ahead = [claims(2, epoch), claims(10**15, epoch), claims(2, epoch, "FromTheFuture")]
    results = await participant.push(*ahead, read)
    assert reasons(results) == ["held"] * 3 + ["accepted"]
    assert await participant.push(read) == results[-1:]
    elsewhere = [claims(10**15, ""), claims(10**15, "another")]
    assert reasons(await participant.push(*elsewhere)) == ["accepted"] * 2
    read_back = await coordinator.read(shared)
    assert [by_of(c).based_on for c in read_back] == [0, 1, 0, 0]


async def test_what_was_read_before_a_restore_is_taken_and_proves_nothing(fresh: World) -> None:
    coordinator, participant, shared = await fresh.pair()
    epoch = (await participant.pull()).epoch
    await participant.push(*[participant.entry(shared) for _ in range(3)])
    late = coordinator.entry(shared, message(), based_on=3, epoch=epoch)
    async with fresh.stopped():
        await fresh.database.back_up()
    lost = participant.entry(shared, based_on=3, epoch=epoch)
    await participant.push(lost)
    ahead = coordinator.entry(shared, message(), based_on=4, epoch=epoch)
    await coordinator.push(ahead)
    held = tuple(await coordinator.read(shared))[3:]
    async with fresh.stopped():
        await fresh.database.restore()
    assert reasons(await coordinator.push(late, returned=held[1:])) == ["accepted"] * 2
    read_back = (await participant.read(shared))[3:]
    assert [c.entry for c in read_back] == [ahead, late]
    assert [by_of(c).based_on for c in read_back] == [0, 0]


@pytest.mark.parametrize("years", [-10, 10])
async def test_a_clock_ten_years_off_is_taken_as_it_is(world: World, years: int) -> None:
    coordinator, participant, shared = await world.pair()
    at = world.clock.now + timedelta(days=365 * years)
    said = participant.entry(shared, happened_at=at)
    assert reasons(await participant.push(said)) == ["accepted"]
    assert (await coordinator.read(shared))[0].entry.happened_at == at


async def test_unknown_fields_and_odd_bytes_come_back_as_they_were(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    body = '{ "step_id":"s",  "kind":"StepDone", "later": {"b":1,"a":[2.50, "å\\u00e5"]} }'
    assert reasons(await participant.push(participant.entry(shared, body))) == ["accepted"]
    assert (await coordinator.read(shared))[0].entry.body == body


async def test_what_an_earlier_device_wrote_may_come_from_the_next(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    code = (await world.invite(coordinator, participant.id)).code
    new = await world.enrol(code)
    await participant.call("POST", "/v1/sign-out")
    assert reasons(await new.push(participant.entry(shared))) == ["accepted"]


async def test_an_ended_access_puts_what_was_written_in_quarantine(world: World) -> None:
    old, participant, shared = await world.pair()
    new = await world.coordinator()
    stored = old.entry(shared, message())
    (before,) = await old.push(stored)
    await operations.hand_over(world.backend, participant.id, old.id, new.id)
    late = [old.entry(shared, message()) for _ in range(2)]
    for _ in range(2):
        assert reasons(await old.push(*late)) == ["access-ended", "access-ended"]
    assert await old.push(stored) == [before]
    async with world.backend.database.reading() as connection:
        kept = await quarantine.of_journal(connection, world.backend.journals, shared)
    assert kept == late
    assert reasons(await new.push(new.entry(shared, message()))) == ["accepted"]
    assert (await new.read(shared))[0].entry == stored


def message() -> str:
    return f'{{"kind":"MessageWritten","message_id":"{unique("message")}","words":"Hej"}}'
