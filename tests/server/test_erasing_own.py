"""What is a participant's alone goes at once, when they say so and nobody else does."""

import json
from urllib.parse import quote

import pytest
import sqlalchemy as sa

from mia_companion.domain.people import NoteWritten
from mia_companion.server.keys import KeyDestroyed
from mia_companion.server.schema import entries
from mia_companion.wire.leave import is_proven
from mia_companion.wire.sync import Accepted
from tests.example_data import blob
from tests.server.test_blobs import announced
from tests.server.world import Person, World, problem, unique

SECRET = "Det jag inte sagt till någon"


async def _own(who: Person) -> str:
    found = [
        i
        for (role, _, owner), i in (await who.journals()).items()
        if (role, owner) == ("own", who.id)
    ]
    [one] = found
    return one


def _step(words: str = SECRET) -> str:
    return json.dumps({"kind": "StepPlanned", "step_id": unique("s"), "words": words})


async def _lived_in(world: World) -> tuple[Person, Person, str, str]:
    """A coordinator, a participant, their shared journal, and the own one with words and a photo."""
    anna, amina, shared = await world.pair()
    own = await _own(amina)
    photo = b"\x89PNG" + b"x" * 400
    told = json.loads(_step()) | {"attachments": [blob(photo, "blob-own").model_dump()]}
    said = amina.entry(own, json.dumps(told))
    answers = await amina.push(said, amina.entry(shared))
    assert all(isinstance(one, Accepted) for one in answers)
    sent = await amina.call(
        "PUT", f"/v1/journals/{own}/blobs/blob-own",
        headers=announced(photo, 0) | {"upload-entry": said.id}, content=photo,
    )  # fmt: skip
    assert sent.status_code == 204
    return anna, amina, shared, own


async def _erase(who: Person, journal: str) -> int:
    return (await who.call("DELETE", f"/v1/own/{journal}")).status_code


async def test_it_goes_and_another_empty_one_is_there_and_all_else_stays(world: World) -> None:
    _, amina, shared, own = await _lived_in(world)
    await amina.pull()
    assert await _erase(amina, own) == 204
    answer = await amina.pull()
    [gone] = [one for one in answer.gone if one.journal == own]
    assert gone.reason == "journal-erased"
    assert is_proven(amina.tokens.leave_key, own, gone.reason, gone.proof)
    after = await _own(amina)
    assert after != own
    assert await amina.read(after) == []
    assert [one.entry.author for one in await amina.read(shared)] == [amina.id]
    [late] = await amina.push(amina.entry(own, _step()))
    assert (late.answer, getattr(late, "reason", "")) == ("refused", "journal-erased")
    [new] = await amina.push(amina.entry(after, _step("Nytt")))
    assert isinstance(new, Accepted)
    assert (await amina.call("GET", f"/v1/journals/{own}/blobs/blob-own")).status_code == 404
    with pytest.raises(KeyDestroyed):
        world.backend.keys.journal_keys(own)


async def test_said_twice_it_takes_nothing_of_what_came_after(world: World) -> None:
    _, amina, _, own = await _lived_in(world)
    assert await _erase(amina, own) == 204
    after = await _own(amina)
    await amina.push(amina.entry(after, _step("Nytt")))
    assert await _erase(amina, own) == 204
    assert await _own(amina) == after
    assert len(await amina.read(after)) == 1


async def test_a_key_that_a_crash_has_left_is_destroyed_when_it_is_asked_again(
    world: World,
) -> None:
    _, amina, _, own = await _lived_in(world)
    keys = world.backend.keys
    key = keys.journal_keys(own)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keys, "destroy", _crash)
        assert await _erase(amina, own) == 500
    assert keys.journal_keys(own) == key, "this is the crash"
    assert await _erase(amina, own) == 204
    with pytest.raises(KeyDestroyed):
        keys.journal_keys(own)


def _crash(journal: str) -> None:
    raise RuntimeError(journal)


async def test_nobody_erases_what_is_not_theirs_alone(world: World) -> None:
    anna, amina, shared, own = await _lived_in(world)
    other = await world.enrol((await world.invite(anna)).code)
    view = [
        i
        for (role, _, owner), i in (await anna.journals()).items()
        if (role, owner) == ("own", anna.id)
    ]
    team = [i for (role, _, _), i in (await anna.journals()).items() if role == "team"]
    await anna.push(anna.entry(view[0], NoteWritten(note_id=unique("n"), words="Kvar")))
    everywhere = [own, shared, view[0], team[0], "nowhere", "\x00", "å" * 40]
    for who, mine in ((amina, {own}), (anna, set()), (other, set())):
        for journal in everywhere:
            if journal not in mine:
                answer = await who.call("DELETE", f"/v1/own/{quote(journal)}")
                assert answer.status_code == 404
                assert problem(answer) == "not-found"
    nobody = await world.http.delete(f"/v1/own/{own}")
    assert nobody.status_code == 401
    assert len(await amina.read(own)) == 1
    assert len(await anna.read(view[0])) == 1


async def test_a_backup_from_before_does_not_bring_it_back(fresh: World) -> None:
    """The database is laid back as it was; the ledger and the keys are of today."""
    _, amina, shared, own = await _lived_in(fresh)
    async with fresh.stopped():
        await fresh.database.back_up()
    assert await _erase(amina, own) == 204
    after = await _own(amina)
    async with fresh.stopped():
        await fresh.database.restore()
    again = Person(fresh, amina.tokens, amina.device)
    assert await _own(again) == after
    assert [one.entry.author for one in await again.read(shared)] == [amina.id]
    with pytest.raises(KeyDestroyed):
        fresh.backend.keys.journal_keys(own)
    async with fresh.backend.database.reading() as connection:
        left = sa.select(sa.func.count()).select_from(entries).where(entries.c.journal == own)
        assert await connection.scalar(left) == 0
