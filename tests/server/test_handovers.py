"""A participant gets another coordinator in one action, or nothing happens at all."""

import asyncio

import httpx
import pytest
import sqlalchemy as sa

from mia_companion.domain.facts import read_fact
from mia_companion.domain.handovers import HandedOver
from mia_companion.server import operations
from mia_companion.server.refusals import Refusal
from mia_companion.server.schema import accounts, assignments, audit
from mia_companion.wire.leave import is_proven
from tests.server.test_push import reasons
from tests.server.world import Person, World, problem, unique


async def hand_over(by: Person, participant: str, to: str, id_: str = "") -> httpx.Response:
    said = {"id": id_ or unique("handover"), "participant": participant, "to": to}
    return await by.call("POST", "/v1/handovers", json=said)


async def followed(world: World, participant: str) -> list[tuple[str, bool]]:
    """Who ever followed the participant, and whether they do now."""
    chosen = (
        sa.select(assignments.c.coordinator, assignments.c.ends_at)
        .where(assignments.c.participant == participant)
        .order_by(assignments.c.starts_at, assignments.c.id)
    )
    async with world.backend.database.reading() as connection:
        return [(who, until is None) for who, until in await connection.execute(chosen)]


async def test_one_action_moves_everything_and_tells_the_participant(world: World) -> None:
    old, participant, shared = await world.pair()
    new = await world.coordinator()
    view = (await old.journals())[("own", participant.id, old.id)]
    team = (await old.journals())[("team", participant.id, None)]
    await old.push(old.entry(team, '{"kind":"NoteWritten","note_id":"n","words":"Ring sent"}'))
    await old.pull()
    world.clock.forward(seconds=1)
    assert (await hand_over(old, participant.id, new.id)).status_code == 204

    assert await followed(world, participant.id) == [(old.id, False), (new.id, True)]
    page = await old.pull()
    assert {gone.journal for gone in page.gone} == {shared, team, view}
    for gone in page.gone:
        assert is_proven(old.tokens.leave_key, gone.journal, gone.reason, gone.proof)
    theirs = await new.journals()
    assert {shared, team} <= set(theirs.values())
    assert view not in theirs.values()
    assert [c.entry.author for c in await new.read(team)] == [old.id]
    (told,) = [c.entry for c in await participant.read(shared)]
    fact = read_fact(told.body)
    assert isinstance(fact, HandedOver)
    assert told.author == "server"
    assert (fact.from_coordinator, fact.to_coordinator) == (old.id, new.id)
    page = await participant.pull()
    assert {p.journal.id: p.coordinators for p in page.pages}[shared] == (new.id,)


async def test_a_repeated_request_hands_over_once(world: World) -> None:
    old, participant, shared = await world.pair()
    new = await world.coordinator()
    id_ = unique("handover")
    for _ in range(2):
        assert (await hand_over(old, participant.id, new.id, id_)).status_code == 204
    assert len(await participant.read(shared)) == 1
    assert await followed(world, participant.id) == [(old.id, False), (new.id, True)]
    # and also after it was handed on: the answer to an old question is no new deed
    assert (await hand_over(new, participant.id, old.id)).status_code == 204
    assert (await hand_over(old, participant.id, new.id, id_)).status_code == 204
    assert [who for who, now in await followed(world, participant.id) if now] == [old.id]


async def test_two_at_once_of_the_same_person_are_one(world: World) -> None:
    old, participant, shared = await world.pair()
    ones = [await world.coordinator() for _ in range(3)]
    answers = await asyncio.gather(*(hand_over(old, participant.id, one.id) for one in ones))
    assert sorted(one.status_code for one in answers) == [204, 403, 403]
    assert len(await participant.read(shared)) == 1
    assert sum(now for _, now in await followed(world, participant.id)) == 1


async def test_to_whom_nobody_can_be_handed_over(world: World) -> None:
    old, participant, shared = await world.pair()
    association = await operations.create_association(world.backend, "Grannförbundet")
    next_door = await operations.create_site(world.backend, association, "Grannen")
    stranger, left = await world.coordinator(next_door), await world.coordinator()
    ended = sa.update(accounts).where(accounts.c.id == left.id).values(ended_at=world.clock.now)
    async with world.backend.database.writing() as connection:
        await connection.execute(ended)
    for to, name in (
        (old.id, "oneself"),
        (stranger.id, "not-a-colleague"),
        (participant.id, "not-a-colleague"),
        ("nobody-at-all", "not-a-colleague"),
        ("å\u0000", "not-a-colleague"),
        (left.id, "has-left"),
    ):
        assert problem(await hand_over(old, participant.id, to)) == name
    assert problem(await hand_over(old, participant.id, "x" * 65)) == "malformed"
    assert problem(await hand_over(old, participant.id, stranger.id, "short")) == "malformed"
    assert await followed(world, participant.id) == [(old.id, True)]
    assert await participant.read(shared) == []


async def test_whom_nobody_else_can_hand_over(world: World) -> None:
    old, participant, shared = await world.pair()
    colleague, _, _ = await world.pair()
    for who, name in ((colleague, "not-your-participant"), (participant, "forbidden")):
        assert problem(await hand_over(who, participant.id, old.id)) == name
    for nobody in ("nobody-at-all", colleague.id, "å\u0000"):
        assert problem(await hand_over(old, nobody, colleague.id)) == "not-your-participant"
    assert (await hand_over(old, participant.id, colleague.id)).status_code == 204
    again = await hand_over(old, participant.id, colleague.id)
    assert problem(again) == "not-your-participant"  # another id: another deed, by who is no longer
    assert len(await participant.read(shared)) == 1


async def test_an_id_of_something_else_does_nothing(world: World) -> None:
    old, participant, shared = await world.pair()
    new, other = await world.coordinator(), await world.coordinator()
    written = participant.entry(shared)
    await participant.push(written)
    assert problem(await hand_over(old, participant.id, new.id, written.id)) == "conflict"
    id_ = unique("handover")
    assert (await hand_over(old, participant.id, new.id, id_)).status_code == 204
    assert problem(await hand_over(old, participant.id, other.id, id_)) == "conflict"
    assert problem(await hand_over(new, participant.id, other.id, id_)) == "conflict"
    assert [who for who, now in await followed(world, participant.id) if now] == [new.id]


async def test_nobody_but_the_server_says_it(world: World) -> None:
    old, participant, shared = await world.pair()
    claim = HandedOver(handover_id="h", from_coordinator=old.id, to_coordinator="somebody")
    for who in (old, participant):
        assert reasons(await who.push(who.entry(shared, claim))) == ["not-allowed"]


async def test_someone_with_two_coordinators_keeps_the_other(world: World) -> None:
    old, participant, _ = await world.pair()
    new = await world.coordinator()
    await operations.assign(world.backend, participant.id, new.id)
    assert (await hand_over(old, participant.id, new.id)).status_code == 204
    assert await followed(world, participant.id) == [(old.id, False), (new.id, True)]


async def test_an_administrator_does_it_in_their_place_within_the_site(world: World) -> None:
    old, participant, shared = await world.pair()
    new = await world.coordinator()
    association = await operations.create_association(world.backend, "Grannförbundet")
    next_door = await operations.create_site(world.backend, association, "Grannen")
    stranger = await world.coordinator(next_door)
    with pytest.raises(Refusal, match="not-a-colleague"):
        await operations.hand_over(world.backend, participant.id, old.id, stranger.id)
    with pytest.raises(Refusal, match="not-your-participant"):
        await operations.hand_over(world.backend, participant.id, new.id, old.id)
    await operations.hand_over(world.backend, participant.id, old.id, new.id)
    assert shared in (await new.journals()).values()


async def test_each_is_written_to_the_audit(world: World) -> None:
    old, participant, _ = await world.pair()
    new = await world.coordinator()
    await hand_over(old, participant.id, old.id)  # refused: leaves no trace of something done
    await hand_over(old, participant.id, new.id)
    chosen = sa.select(audit.c.account).where(
        audit.c.what == "handed-over", audit.c.subject == participant.id
    )
    async with world.backend.database.reading() as connection:
        assert list(await connection.scalars(chosen)) == [old.id]


async def test_a_restored_server_knows_it_and_says_it_again(fresh: World) -> None:
    old, participant, shared = await fresh.pair()
    new = await fresh.coordinator()
    async with fresh.stopped():
        await fresh.database.back_up()
    id_ = unique("handover")
    assert (await hand_over(old, participant.id, new.id, id_)).status_code == 204
    async with fresh.stopped():
        await fresh.database.restore()
    assert shared not in (await old.journals()).values()
    assert [c.entry.id for c in await new.read(shared)] == [id_]
    # a crash before the commit looks like this to the device, which asks once more
    assert (await hand_over(old, participant.id, new.id, id_)).status_code == 204
    assert len(await new.read(shared)) == 1
