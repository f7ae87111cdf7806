"""Who may not cover, and when; what nobody gets in by; and what a restored server still knows."""

import json

import pytest
import sqlalchemy as sa

from mia_companion.domain.directory import CoverListed
from mia_companion.server import operations
from mia_companion.server.schema import covers
from tests.server.test_covers import ask_cover, cover, day, end, listed, reads
from tests.server.test_handovers import hand_over
from tests.server.test_left_behind import found
from tests.server.test_push import reasons
from tests.server.world import World, problem, unique


async def test_who_cannot_cover_and_when(world: World) -> None:
    away, participant, _ = await world.pair()
    answers = await world.coordinator()
    association = await operations.create_association(world.backend, "Grannförbundet")
    next_door = await operations.create_site(world.backend, association, "Grannen")
    stranger = await world.coordinator(next_door)
    for by, name in (
        (away.id, "oneself"),
        (stranger.id, "not-a-colleague"),
        (participant.id, "not-a-colleague"),
        ("nobody-at-all", "not-a-colleague"),
    ):
        assert problem(await ask_cover(away, by)) == name
    for first, last in ((2, 1), (-3, -1), (0, 400), (900, 901), (-400, 0)):
        assert problem(await ask_cover(away, answers.id, first, last)) == "cover-days"
    assert problem(await ask_cover(participant, answers.id)) == "forbidden"
    assert problem(await ask_cover(stranger, answers.id)) == "not-a-colleague"
    async with world.backend.database.reading() as connection:
        found = sa.select(covers.c.id).where(covers.c.coordinator.in_([away.id, stranger.id]))
        assert list(await connection.scalars(found)) == []


async def test_nobody_lets_themselves_in(world: World) -> None:
    away, participant, shared = await world.pair()
    curious = await world.coordinator()
    id_ = await cover(away, curious, 3, 4)
    for who in (curious, participant):
        assert problem(await end(who, id_)) == "not-found"
    assert problem(await end(away, "no-such-cover")) == "not-found"
    directory = (await curious.journals())[("directory", None, None)]
    claim = CoverListed(
        coordinator_id=away.id, covered_by=curious.id, first_day=day(world), last_day=day(world)
    )
    said = await curious.push(curious.entry(directory, claim))
    assert reasons(said) == ["not-allowed"]
    assert not await reads(curious, shared)
    other = await world.coordinator()
    assert problem(await hand_over(curious, participant.id, other.id)) == "not-your-participant"


async def test_whoever_covers_does_not_hand_over_but_may_make_a_new_code(world: World) -> None:
    away, participant, shared = await world.pair()
    answers, other = await world.coordinator(), await world.coordinator()
    before = await answers.call("POST", "/v1/invitations", json={"participant": participant.id})
    assert problem(before) == "conflict"
    await cover(away, answers)
    refused = await hand_over(answers, participant.id, other.id)
    assert problem(refused) == "not-your-participant"
    assert (await world.invite(answers, participant.id)).shared_journal == shared
    assert not await reads(other, shared)


@pytest.mark.parametrize("ended", [False, True])
async def test_a_restored_server_knows_which_last_and_which_ended(
    fresh: World, ended: bool
) -> None:
    away, _, shared = await fresh.pair()
    answers = await fresh.coordinator()
    async with fresh.stopped():
        await fresh.database.back_up()
    id_ = await cover(away, answers)
    if ended:
        assert (await end(away, id_)).status_code == 204
    async with fresh.stopped():
        await fresh.database.restore()
    assert await reads(answers, shared) is not ended


async def test_the_ledger_has_ids_and_times_only(fresh: World) -> None:
    away, _, _ = await fresh.pair()
    answers = await fresh.coordinator()
    await end(away, await cover(away, answers))
    lines = [json.loads(line) for line in fresh.settings.ledger_file.read_text().splitlines()]
    said = {line["what"]: set(line["facts"]) for line in lines}
    assert said["cover-set"] == {"cover", "coordinator", "covered_by", "starts_at", "ends_at"}
    assert said["cover-ended"] == {"cover", "ends_at"}


async def test_a_repeated_request_makes_one_and_another_of_its_id_none(world: World) -> None:
    away, _, _ = await world.pair()
    answers, other = await world.coordinator(), await world.coordinator()
    id_ = unique("cover")
    for _ in range(2):
        assert (await ask_cover(away, answers.id, id_=id_)).status_code == 204
    assert len(await listed(away)) == 1 or id_ in await listed(away)
    assert problem(await ask_cover(away, other.id, id_=id_)) == "conflict"
    assert problem(await ask_cover(other, answers.id, id_=id_)) == "conflict"
    async with world.backend.database.reading() as connection:
        mine = sa.select(covers.c.id).where(covers.c.coordinator == away.id)
        assert list(await connection.scalars(mine)) == [id_]


async def test_what_never_fell_together_was_never_theirs(world: World) -> None:
    away, _, _ = await world.pair()
    answers = await world.coordinator()
    id_ = await cover(away, answers)
    assert (await end(away, id_)).status_code == 204
    world.clock.forward(seconds=1)
    later = await world.invite(away)
    said = answers.entry(later.shared_journal)
    assert reasons(await answers.push(said)) == ["not-yours"]
    assert await found(away, later.shared_journal) == []
    called_off = await cover(away, answers, 2, 3)
    assert (await end(away, called_off)).status_code == 204
    assert reasons(await answers.push(answers.entry(later.shared_journal))) == ["not-yours"]
