"""A participant learns who was given what they share: the first time of each day, whoever it was."""

import asyncio
import json
import zipfile
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import OperationalError

from mia_companion.domain.consents import ON_PAPER, ConsentGiven, ConsentWithdrawn
from mia_companion.domain.messages import MessageWritten
from mia_companion.domain.openings import OpenedPart, PersonOpened
from mia_companion.domain.people import NoteWritten
from mia_companion.domain.rights import SERVER
from mia_companion.server import everything, operations
from mia_companion.server.database import Database, upgrade
from mia_companion.server.opened.looks import KEPT
from mia_companion.server.opened.table import looks
from mia_companion.wire.opened import EVERYTHING, FETCHED, TAKEN_OUT, Opened
from tests.example_data import consent
from tests.server.databases import TestDatabase
from tests.server.test_handovers import hand_over
from tests.server.test_push import reasons
from tests.server.world import Person, World, problem, unique

TODAY = date(2026, 3, 2)


async def asked(who: Person) -> Opened:
    await who.world.backend.looks.flush()
    answer = await who.call("GET", "/v1/opened")
    assert answer.status_code == 200, answer.text
    return Opened.model_validate_json(answer.content)


async def told(who: Person) -> list[tuple[str, str]]:
    return [(one.account, one.what) for one in (await asked(who)).looks]


async def says(participant: Person, shared: str) -> None:
    said = MessageWritten(message_id=unique("message"), words="Hej")
    assert reasons(await participant.push(participant.entry(shared, said))) == ["accepted"]


async def days_go_by(count: int, *people: Person) -> None:
    people[0].world.clock.forward(days=count)
    for one in people:
        await one.refresh()


async def test_who_was_given_something_is_told_once_a_day(world: World) -> None:
    anna, amina, shared = await world.pair()
    await says(amina, shared)
    assert await told(amina) == []
    await anna.pull()
    world.clock.forward(minutes=5)
    await says(amina, shared)
    await anna.pull()
    await amina.pull()
    [look] = (await asked(amina)).looks
    assert (look.account, look.what) == (anna.id, FETCHED)
    await days_go_by(1, anna, amina)
    await anna.pull()
    assert len(await told(amina)) == 1, "nothing new was there to be given"
    await says(amina, shared)
    await anna.pull()
    newest, oldest = (await asked(amina)).looks
    assert oldest == look
    assert newest.day - oldest.day == timedelta(days=1)


async def test_what_the_team_or_a_coordinator_alone_wrote_is_not_betrayed(world: World) -> None:
    anna, amina, _ = await world.pair()
    jonas = await world.coordinator()
    await operations.assign(world.backend, amina.id, jonas.id)
    await jonas.pull()
    team = (await anna.journals())["team", amina.id, None]
    note = NoteWritten(note_id=unique("note"), words="Ringer hellre")
    await anna.push(anna.entry(team, note))
    assert any(page.entries for page in (await jonas.pull()).pages)
    back = await jonas.call("GET", f"/v1/journals/{team}/history?before=9")
    assert len(back.json()["entries"]) == 1
    assert await told(amina) == []


async def test_covering_and_former_coordinators_are_told_of_and_nobody_else(world: World) -> None:
    anna, amina, shared = await world.pair()
    other_coordinator, other, _ = await world.pair()
    await says(amina, shared)
    nils = await world.coordinator()
    away = {
        "id": unique("cover-request"),
        "by": nils.id,
        "first_day": str(world.clock.now.date()),
        "last_day": str(world.clock.now.date()),
    }
    assert (await anna.call("POST", "/v1/covers", json=away)).status_code == 204
    world.clock.forward(seconds=1)
    await nils.pull()
    jonas = await world.coordinator()
    await anna.pull()
    assert (await hand_over(anna, amina.id, jonas.id)).status_code == 204
    await jonas.pull()
    await other_coordinator.pull()
    assert set(await told(amina)) == {(who.id, FETCHED) for who in (nils, anna, jonas)}
    assert await told(other) == []
    for who in (anna, jonas, nils):
        assert problem(await who.call("GET", "/v1/opened")) == "forbidden"


async def test_looking_back_photos_and_what_came_too_late_count_as_well(world: World) -> None:
    anna, amina, shared = await world.pair()
    await says(amina, shared)
    back = await anna.call("GET", f"/v1/journals/{shared}/history?before=9")
    assert back.status_code == 200
    assert await told(amina) == [(anna.id, FETCHED)]
    second, bo, theirs = await world.pair()
    headers = {"upload-offset": "0", "upload-length": "0", "upload-sha256": sha256_of_nothing()}
    path = f"/v1/journals/{theirs}/blobs/{unique('blob')}"
    assert (await bo.call("PUT", path, headers=headers)).status_code == 204
    assert (await second.call("GET", path)).status_code == 200
    assert await told(bo) == [(second.id, FETCHED)]
    stranger = await world.coordinator()
    for way in (path, f"/v1/journals/{theirs}/history?before=9"):
        assert problem(await stranger.call("GET", way)) == "not-found"
    assert await told(bo) == [(second.id, FETCHED)]


def sha256_of_nothing() -> str:
    return "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"


async def test_files_that_were_taken_out_are_told_of(world: World, tmp_path: Any) -> None:
    anna, amina, _ = await world.pair()
    taken = {"sort": "csv", "participants": [amina.id]}
    assert (await anna.call("POST", "/v1/exports", json=taken)).status_code == 204
    world.clock.forward(minutes=1)
    await everything.give_everything(world.backend, amina.id, str(tmp_path / "all.zip"))
    with zipfile.ZipFile(tmp_path / "all.zip") as given:
        looked = json.loads(given.read("everything.json"))["looked"]
    assert [(one["by"], one["what"]) for one in looked] == [
        ("Eva Exempel", f"{TAKEN_OUT}csv"),
        (SERVER, EVERYTHING),
    ]
    assert everything.GIVEN == EVERYTHING
    assert await told(amina) == [(SERVER, EVERYTHING), (anna.id, f"{TAKEN_OUT}csv")]


async def test_what_a_former_coordinator_opened_without_a_network_is_not_lost(world: World) -> None:
    anna, amina, shared = await world.pair()
    jonas = await world.coordinator()
    day = world.clock.now.date()
    before = world.clock.now
    opened = PersonOpened(part="messages", day=day)
    assert (await hand_over(anna, amina.id, jonas.id)).status_code == 204
    for at in (before, world.clock.now):
        said = anna.entry(shared, opened, happened_at=at)
        assert reasons(await anna.push(said)) == ["access-ended"]
    [late] = (await asked(amina)).late
    assert (late.day, late.account) == (day, anna.id)
    assert late.part == OpenedPart(part="messages", at=before)
    left = await jonas.call("GET", f"/v1/journals/{shared}/left-behind")
    assert left.json()["entries"] == [], "a trace is for the participant"


async def test_only_a_coordinator_leaves_a_trace_and_a_yes_is_written_down_as_what_it_was(
    world: World,
) -> None:
    anna, amina, shared = await world.pair()
    opened = PersonOpened(part="path", day=TODAY)
    on_paper = consent(unique("consent")).model_copy(update={"collected": ON_PAPER})
    in_app = consent(unique("consent"))
    back = ConsentWithdrawn(consent_id=in_app.consent_id)

    async def answer(who: Person, fact: PersonOpened | ConsentGiven | ConsentWithdrawn) -> str:
        return reasons(await who.push(who.entry(shared, fact)))[0]

    assert await answer(anna, opened) == "accepted"
    assert await answer(amina, opened) == "not-allowed"
    assert await answer(anna, on_paper) == "accepted"
    assert await answer(anna, in_app) == "not-allowed"
    assert await answer(amina, on_paper) == "not-allowed"
    assert await answer(amina, in_app) == "accepted"
    assert await answer(anna, back) == "accepted"
    wild = in_app.model_dump_json().replace("in_app", "by_nobody")
    assert reasons(await anna.push(anna.entry(shared, wild))) == ["not-allowed"]
    assert reasons(await amina.push(amina.entry(shared, wild))) == ["not-allowed"]


async def test_a_pull_does_not_wait_for_it_and_what_could_not_be_written_is_tried_again(
    fresh: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, amina, shared = await fresh.pair()
    await says(amina, shared)
    tries, written, enough = 0, fresh.backend.database.write, asyncio.Event()
    pauses: list[float] = []

    async def full(work: Any) -> Any:
        nonlocal tries
        if "keep" not in work.__code__.co_names:
            return await written(work)
        tries += 1
        raise OperationalError("", None, Exception("disk full"))

    async def pause(seconds: float) -> None:
        pauses.append(seconds)
        if len(pauses) == 10:
            enough.set()
            await asyncio.sleep(3600)

    monkeypatch.setattr(fresh.backend.database, "write", full)
    monkeypatch.setattr(fresh.backend.looks, "_pause", pause)
    page = await asyncio.wait_for(anna.pull(), 5)
    assert any(one.entries for one in page.pages)
    await enough.wait()
    assert tries == 9
    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60, 60, 60]
    assert await told(amina) == []
    monkeypatch.undo()
    assert await told(amina) == [(anna.id, FETCHED)]
    async with fresh.stopped():
        pass
    await Person(fresh, anna.tokens, anna.device).pull()
    await says(amina, shared)
    await anna.pull()  # a new process remembers nothing, and writes nothing twice
    assert await told(amina) == [(anna.id, FETCHED)]


async def test_a_pull_is_answered_while_a_look_is_being_written(
    fresh: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    anna, amina, shared = await fresh.pair()
    await says(amina, shared)
    written, begun, go_on = fresh.backend.database.write, asyncio.Event(), asyncio.Event()

    async def slow(work: Any) -> Any:
        if "keep" in work.__code__.co_names:
            begun.set()
            await go_on.wait()
        return await written(work)

    monkeypatch.setattr(fresh.backend.database, "write", slow)
    await asyncio.wait_for(anna.pull(), 5)
    assert fresh.backend.looks._waiting
    writing = asyncio.create_task(fresh.backend.looks.flush())
    await begun.wait()
    await says(amina, shared)
    await asyncio.wait_for(anna.pull(), 5)
    go_on.set()
    await writing
    assert await told(amina) == [(anna.id, FETCHED)]


async def test_what_waits_at_the_end_is_written_and_what_is_long_ago_goes(fresh: World) -> None:
    anna, amina, shared = await fresh.pair()
    await says(amina, shared)
    await anna.pull()
    async with fresh.stopped():
        pass
    assert await told(amina) == [(anna.id, FETCHED)]
    for _ in range(KEPT.days // 60 + 1):  # a device that is used stays signed in
        await days_go_by(60, anna, amina)
    assert await told(amina) == []
    await says(amina, shared)
    await anna.pull()
    assert len(await told(amina)) == 1
    async with fresh.backend.database.reading() as connection:
        count = sa.select(sa.func.count()).select_from(looks)
        assert await connection.scalar(count) == 1


async def test_it_goes_with_the_person(fresh: World) -> None:
    anna, amina, shared = await fresh.pair()
    await says(amina, shared)
    await anna.pull()
    await fresh.backend.looks.flush()
    await says(amina, shared)
    await operations.erase_participant(fresh.backend, amina.id)
    fresh.backend.looks._known.clear()
    await anna.pull()
    await fresh.backend.looks.flush()
    async with fresh.backend.database.reading() as connection:
        assert (await connection.execute(sa.select(looks))).first() is None


async def test_what_the_audit_knew_before_is_told_after_the_upgrade(
    bare_database: TestDatabase,
) -> None:
    made = Database(bare_database.url)
    late = int(datetime(2026, 3, 2, 23, 45, tzinfo=UTC).timestamp() * 1_000_000)  # there: the third
    async with made.writing() as connection:
        await connection.run_sync(upgrade, "0008")
        for number, (what, at) in enumerate(
            [("exported-csv", late), ("exported-csv", late + 9), ("assigned", late)], 1
        ):
            await connection.exec_driver_sql(
                "INSERT INTO audit (number, at, account, what, subject)"
                f" VALUES ({number}, {at}, 'anna', '{what}', 'amina')"
            )
    await made.migrate()
    async with made.reading() as connection:
        rows = [tuple(row) for row in await connection.execute(sa.select(looks))]
    assert [row[:4] for row in rows] == [("amina", "2026-03-03", "anna", "exported-csv")]
    await made.close()
