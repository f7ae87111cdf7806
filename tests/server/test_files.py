"""A caseload comes in whole or not at all, and none goes out that was not written down first."""

from typing import Any

import httpx
import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.people import ParticipantNamed
from mia_companion.server import imports
from mia_companion.server.schema import accounts, audit
from tests.server.world import Person, World, problem, unique


def ids(count: int) -> list[str]:
    return [unique("participant") for _ in range(count)]


async def bring(by: Person, people: list[str]) -> httpx.Response:
    return await by.call("POST", "/v1/imports", json={"participants": people})


async def take(by: Person, people: list[str], sort: str = "csv") -> httpx.Response:
    return await by.call("POST", "/v1/exports", json={"sort": sort, "participants": people})


async def audited(world: World, by: Person) -> list[tuple[str, str]]:
    chosen = sa.select(audit.c.what, audit.c.subject).where(audit.c.account == by.id)
    async with world.backend.database.reading() as connection:
        rows = await connection.execute(chosen.order_by(audit.c.number))
        return [(row.what, row.subject) for row in rows]


async def made(world: World, people: list[str]) -> int:
    chosen = sa.select(sa.func.count()).where(accounts.c.id.in_(people))
    async with world.backend.database.reading() as connection:
        return int(await connection.scalar(chosen) or 0)


async def test_all_of_them_have_journals_in_which_the_coordinator_writes(world: World) -> None:
    anna = await world.coordinator()
    people = ids(3)
    answer = await bring(anna, people)
    assert answer.status_code == 200, answer.text
    rooms = answer.json()["rooms"]
    assert [one["participant"] for one in rooms] == people
    for one in rooms:
        said = anna.entry(one["shared_journal"], ParticipantNamed(name="Åsa"))
        assert [r.answer for r in await anna.push(said)] == ["accepted"]
    roles = [role for role, participant, _ in await anna.journals() if participant == people[0]]
    assert sorted(roles) == ["own", "shared", "team"]
    invited = await world.invite(anna, people[0])
    assert invited.shared_journal == rooms[0]["shared_journal"]
    asa = await world.enrol(invited.code)
    assert asa.id == people[0]
    assert sorted(role for role, _, _ in await asa.journals()) == ["directory", "own", "shared"]


async def test_asked_again_after_a_lost_answer_nobody_is_there_twice(world: World) -> None:
    anna = await world.coordinator()
    people = ids(2)
    first = await bring(anna, people)
    again = await bring(anna, [*people, *ids(1)])
    assert again.json()["rooms"][:2] == first.json()["rooms"]
    assert [what for what, _ in await audited(world, anna)].count("imported") == 3


async def test_one_who_is_somebody_elses_stops_all(world: World) -> None:
    anna, other = await world.coordinator(), await world.coordinator()
    people = ids(4)
    await bring(other, people[3:])
    assert problem(await bring(anna, people)) == "conflict"
    assert problem(await bring(anna, [*people[:3], anna.id])) == "conflict"
    assert await made(world, people) == 1
    assert ("imported", people[0]) not in await audited(world, anna)


async def test_only_a_coordinator_brings_in_and_only_what_can_be_read(world: World) -> None:
    anna, amina, _ = await world.pair()
    twice = unique("participant")
    for who, people, name in (
        (amina, ids(1), "forbidden"),
        (anna, [], "malformed"),
        (anna, [twice, twice], "malformed"),
        (anna, ["å"], "malformed"),
        (anna, ids(501), "malformed"),
    ):
        assert problem(await bring(who, people)) == name


async def test_five_hundred_come_in_at_once(world: World) -> None:
    anna = await world.coordinator()
    people = ids(500)
    answer = await bring(anna, people)
    assert len(answer.json()["rooms"]) == 500
    assert await made(world, people) == 500


async def test_a_server_that_fails_at_the_end_has_made_nobody(
    fresh: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna = await fresh.coordinator()
    people = ids(3)

    async def fails(*_: Any) -> None:
        raise OSError("no room")

    with monkeypatch.context() as broken:
        broken.setattr(fresh.backend.ledger, "record", fails)
        assert problem(await bring(anna, people)) == "unavailable"
    assert await made(fresh, people) == 0
    assert (await bring(anna, people)).status_code == 200
    assert await made(fresh, people) == 3


async def test_a_database_from_before_the_import_is_brought_level_with_all_of_it(
    fresh: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The line stood in the ledger, and the server died before the database had it."""
    anna = await fresh.coordinator()
    people = ids(3)
    written = fresh.backend.ledger._append

    async def dies(connection: AsyncConnection, what: str, facts: dict[str, Any]) -> None:
        written(what, facts)
        raise OSError("power cut")

    with monkeypatch.context() as broken:
        broken.setattr(fresh.backend.ledger, "record", dies)
        await bring(anna, people)
    assert await made(fresh, people) == 0
    async with fresh.stopped():
        pass
    assert await made(fresh, people) == 3
    answer = await bring(anna, people)
    assert [one["participant"] for one in answer.json()["rooms"]] == people
    assert await made(fresh, people) == 3


async def test_carrying_out_twice_changes_nothing(fresh: World) -> None:
    anna = await fresh.coordinator()
    people = ids(2)
    await bring(anna, people)
    lines = [one for one in fresh.backend.ledger.lines() if one.what == "participants-imported"]
    async with fresh.backend.database.writing() as connection:
        await imports.carry_out(connection, lines[0].facts, fresh.clock.now)
    assert await made(fresh, people) == 2
    assert len(set((await anna.journals()).values())) == 7


async def test_each_person_who_goes_out_is_written_down(world: World) -> None:
    anna = await world.coordinator()
    people = ids(2)
    await bring(anna, people)
    assert (await take(anna, people, "xlsx")).status_code == 204
    lines = await audited(world, anna)
    assert [line for line in lines if line[0] == "exported-xlsx"] == [
        ("exported-xlsx", one) for one in people
    ]


async def test_nobody_goes_out_with_those_who_are_not_ones_own(world: World) -> None:
    anna, amina, _ = await world.pair()
    other = await world.coordinator()
    mine = ids(1)
    await bring(other, mine)
    for who, people in ((other, [*mine, amina.id]), (amina, [amina.id]), (anna, [anna.id])):
        assert problem(await take(who, people)) == "forbidden"
        assert not [what for what, _ in await audited(world, who) if what.startswith("exported")]
    for people, sort in (([], "csv"), (mine, "Amina Ek"), (["å"], "csv")):
        assert problem(await take(other, people, sort)) == "malformed"
