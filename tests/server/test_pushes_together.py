"""Pushes share a transaction, and nothing else: what is wrong with one is its own affair."""

import asyncio
import json
import sqlite3
from collections.abc import Awaitable, Sequence
from contextlib import suppress
from typing import Any

import asyncpg
import httpx
import pytest

from mia_companion.domain.entries import Entry
from mia_companion.domain.messages import MessageWritten
from mia_companion.server import operations
from mia_companion.wire.sync import Accepted, Push, PushAnswer, Refused
from tests.server.commits import at_commit
from tests.server.databases import PostgresDatabase, SqliteFile
from tests.server.world import Person, World, unique

pytestmark = pytest.mark.slow

ROUNDS = 4


def _said(person: Person, journal: str) -> Entry:
    return person.entry(journal, MessageWritten(message_id=unique("message"), words="Hej"))


def _raw(entry: Entry, **changed: Any) -> bytes:
    """A push of one entry in which some things are as no app writes them."""
    return json.dumps({"entries": [{**json.loads(entry.model_dump_json()), **changed}]}).encode()


async def _sent(person: Person, body: bytes) -> httpx.Response:
    return await person.call("POST", "/v1/push", content=body)


async def _all_at_once(asked: Sequence[Awaitable[httpx.Response]]) -> list[httpx.Response]:
    return await asyncio.gather(*asked)


def _accepted(answers: Sequence[httpx.Response]) -> list[Accepted]:
    """What every answer accepts; asserts that it is all that was asked of it."""
    found = []
    for answer in answers:
        assert answer.status_code == 200, answer.text
        for one in PushAnswer.model_validate_json(answer.content).results:
            assert isinstance(one, Accepted), one
            found.append(one)
    return found


async def test_bad_pushes_harm_no_good_ones_beside_them(world: World) -> None:
    coordinator, participant, shared = await world.pair()
    stranger, _, _ = await world.pair()
    removed = await world.enrol((await world.invite(coordinator, participant.id)).code)
    await operations.remove_device(world.backend, removed.id, removed.device)
    taken = _said(participant, shared)
    first = _accepted([await participant.push_raw(Push(entries=(taken,)))])
    good, told = [taken], first
    for _ in range(ROUNDS):
        mine = [
            (person, tuple(_said(person, shared) for _ in range(count)))
            for person in (participant, coordinator)
            for count in (1, 3, 1, 2)
        ]
        bad = _bad(participant, shared, taken)
        asked: list[Awaitable[httpx.Response]] = []
        for number in range(max(len(mine), len(bad))):
            asked += [_sent(participant, body) for body in bad[number : number + 1]]
            asked += [p.push_raw(Push(entries=e)) for p, e in mine[number : number + 1]]
            asked += [stranger.push_raw(Push(entries=(stranger.entry(shared),)))]
            asked += [removed.push_raw(Push(entries=(removed.entry(shared),)))]
        answers = await _all_at_once(asked)
        wanted = {entry.id for _, entries in mine for entry in entries}
        fine = [one for one in answers if wanted & set(_ids(one))]
        told += _accepted(fine)
        good += [entry for _, entries in mine for entry in entries]
        for answer in answers:
            assert answer.status_code < 500, answer.text
            if answer not in fine and answer.status_code == 200:
                results = PushAnswer.model_validate_json(answer.content).results
                assert all(isinstance(one, Refused) for one in results), answer.text
    stored = await coordinator.read(shared)
    assert {one.entry.id: one.entry for one in stored} == {one.id: one for one in good}
    assert [one.seq for one in stored] == list(range(1, len(good) + 1))
    assert {(one.entry.id, one.seq, one.receipt) for one in stored} == {
        (one.id, one.seq, one.receipt) for one in told
    }


def _ids(answer: httpx.Response) -> list[str]:
    with suppress(ValueError):
        return [one["id"] for one in answer.json().get("results", ())]
    return []


def _bad(person: Person, journal: str, taken: Entry) -> list[bytes]:
    """What must not come in, and what must not keep others out."""
    one, same = _said(person, journal), unique("entry")
    return [
        b"{",
        b'{"entries":[{}]}',
        _raw(one, id="entry-\0-0001"),
        _raw(one, id="entry-\ud800-0001"),
        _raw(one, journal="\0"),
        _raw(one, device="device-\0-0001"),
        _raw(one, based_on=10**30, body="{"),
        _raw(one, happened_at="0001-01-01T00:00:00+14:00", body="{"),
        _raw(one, body='{"kind":"StepPlanned","step_id":"step-\\u0000","words":7}'),
        _raw(one, body='{"kind":' + "[" * 20_000),
        _raw(one, author="somebody-else"),
        _raw(taken, body=one.body),
        _raw(taken, happened_at="2026-01-01T00:00:00Z"),
        _raw(one, id=same, body="{"),
        _raw(one, id=same, body="[]"),
    ]


async def test_a_commit_that_fails_harms_no_neighbour_and_acknowledges_nothing(
    fresh: World,
) -> None:
    coordinator, participant, shared = await fresh.pair()
    unlucky = Push(entries=(_said(coordinator, shared),))
    async with at_commit(fresh, coordinator.id, postgres="RAISE EXCEPTION 'no'"):
        asked: list[Awaitable[httpx.Response]] = []
        for _ in range(6):
            asked.append(participant.push_raw(Push(entries=(_said(participant, shared),))))
            asked.append(coordinator.push_raw(unlucky))
        answers = await _all_at_once(asked)
        assert {one.status_code for one in answers[1::2]} == {500}
        seqs = [one.seq for one in _accepted(answers[::2])]
        assert sorted(seqs) == [1, 2, 3, 4, 5, 6]
    (last,) = _accepted([await coordinator.push_raw(unlucky)])
    assert last.seq == 7
    assert [one.seq for one in await coordinator.read(shared)] == list(range(1, 8))


async def test_what_is_acknowledged_is_committed(fresh: World) -> None:
    _, participant, shared = await fresh.pair()

    async def push() -> None:
        said = tuple(_said(participant, shared) for _ in range(3))
        answer = await participant.push_raw(Push(entries=said))
        assert await _seen_by_others(fresh) >= {one.id for one in said}
        _accepted([answer])

    async with at_commit(
        fresh,
        participant.id if fresh.backend.database.is_postgres else "",
        postgres="PERFORM pg_sleep(0.02)",
    ):
        for _ in range(ROUNDS):
            await asyncio.gather(*(push() for _ in range(6)))


async def _seen_by_others(world: World) -> set[str]:
    """The ids that another process would find at this moment."""
    if isinstance(world.database, SqliteFile):
        connection = sqlite3.connect(world.database.file)
        found = {id_ for (id_,) in connection.execute("SELECT id FROM entries")}
        connection.close()
        return found
    assert isinstance(world.database, PostgresDatabase)
    url = world.database.url.replace("+asyncpg", "")
    other = await asyncpg.connect(url)
    rows = await other.fetch("SELECT id FROM entries")
    await other.close()
    return {row["id"] for row in rows}
