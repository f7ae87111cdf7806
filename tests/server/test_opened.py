"""A participant learns who was given what they share: the first time of each day, whoever it was."""

import json
import zipfile
from datetime import date, timedelta
from typing import Any

from mia_companion.domain.consents import ON_PAPER, ConsentGiven, ConsentWithdrawn
from mia_companion.domain.messages import MessageWritten
from mia_companion.domain.openings import OpenedPart, PersonOpened
from mia_companion.domain.people import NoteWritten
from mia_companion.domain.rights import SERVER
from mia_companion.domain.zones import HOME, there
from mia_companion.server import operations
from mia_companion.server.rights import everything
from mia_companion.wire.opened import EVERYTHING, FETCHED, TAKEN_OUT, Opened
from tests.example_data import consent
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
    today = str(there(world.clock.now, HOME).date())
    away = {
        "id": unique("cover-request"),
        "by": nils.id,
        "first_day": today,
        "last_day": today,
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
        looked = json.loads(given.read("everything.json"))["around"]["looked"]
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
