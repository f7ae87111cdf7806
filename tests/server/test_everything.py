"""What a coordinator believes stays with them, and is part of everything that is given to who asks for it."""

import json
import zipfile
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest
import sqlalchemy as sa

from mia_companion.domain.beliefs import BeliefNoted
from mia_companion.domain.messages import MessageWritten
from mia_companion.domain.people import NoteWritten
from mia_companion.paper.archive.shape import NAME, PAGE_NAME, SCHEMA_NAME
from mia_companion.server import operations
from mia_companion.server.rights.everything import NobodyThere, give_everything
from mia_companion.server.schema import audit
from mia_companion.wire.sync import Accepted, Refused
from tests.example_data import blob
from tests.server.test_blobs import announced
from tests.server.world import Person, World, unique

BELIEF = "Jag tror på kaféet"
NOTE = "Ringer hellre än skriver"
OWN_WORDS = "Det jag inte sagt till någon"


def _own(journals: dict[tuple[str, str | None, str | None], str], who: Person) -> str:
    return next(
        id_ for (role, _, owner), id_ in journals.items() if (role, owner) == ("own", who.id)
    )


def _belief() -> BeliefNoted:
    return BeliefNoted(belief_id=unique("belief"), level=4, words=BELIEF)


async def _believed(world: World) -> tuple[Person, Person, Person, str]:
    """Who believes, a colleague who follows the same participant, the participant, and the journal."""
    anna, participant, _ = await world.pair()
    jonas = await world.coordinator()
    await operations.assign(world.backend, participant.id, jonas.id)
    journal = _own(await anna.journals(), anna)
    [answer] = await anna.push(anna.entry(journal, _belief()))
    assert isinstance(answer, Accepted)
    return anna, jonas, participant, journal


async def _all_that_comes(who: Person) -> str:
    """Everything the server gives to somebody who asks from the beginning."""
    page = await who.pull()
    assert not page.more
    return page.model_dump_json()


async def test_neither_the_participant_nor_a_colleague_gets_a_belief(world: World) -> None:
    anna, jonas, participant, journal = await _believed(world)
    assert BELIEF in await _all_that_comes(anna)
    for other in (jonas, participant):
        came = await _all_that_comes(other)
        assert BELIEF not in came
        assert journal not in came
        history = await other.call("GET", f"/v1/journals/{journal}/entries?before=99")
        assert history.status_code == 404
        [answer] = await other.push(other.entry(journal, _belief()))
        assert isinstance(answer, Refused)


async def test_a_handover_leaves_the_belief_with_nobody_else(world: World) -> None:
    anna, _, participant, journal = await _believed(world)
    eva = await world.coordinator()
    await operations.hand_over(world.backend, participant.id, anna.id, eva.id)
    assert BELIEF not in await _all_that_comes(eva)
    assert _own(await eva.journals(), eva) != journal
    assert BELIEF not in await _all_that_comes(anna)


async def test_a_belief_cannot_be_written_where_others_read(world: World) -> None:
    anna, _, _, _ = await _believed(world)
    for (role, who, _), journal in (await anna.journals()).items():
        if role in ("shared", "team") and who:
            [answer] = await anna.push(anna.entry(journal, _belief()))
            assert isinstance(answer, Refused)
            assert answer.reason == "not-allowed"


async def _given(
    world: World, participant: str, folder: Path
) -> tuple[dict[str, Any], list[str], str]:
    """What the file says, what is in it, and all its text."""
    file = folder / "allt.zip"
    await give_everything(world.backend, participant, str(file))
    with zipfile.ZipFile(file) as opened:
        told = json.loads(opened.read(NAME))
        jsonschema_rs.validator_for(json.loads(opened.read(SCHEMA_NAME))).validate(told)
        names = opened.namelist()
        text = opened.read(PAGE_NAME).decode()
    return told, names, text


async def test_the_participant_is_given_beliefs_and_team_notes_who_asks_for_everything(
    world: World, tmp_path: Path
) -> None:
    anna, jonas, participant, _ = await _believed(world)
    journals = await anna.journals()
    team = next(id_ for (role, _, _), id_ in journals.items() if role == "team")
    shared = next(id_ for (role, _, _), id_ in journals.items() if role == "shared")
    photo = b"\x89PNG" + b"x" * 500
    message = MessageWritten(
        message_id=unique("m"), words="Se", attachments=(blob(photo, "blob-0001"),)
    )
    said = participant.entry(shared, message)
    own = _own(await participant.journals(), participant)
    await participant.push(said, participant.entry(own, MessageWritten(message_id="x", words="x")))
    await participant.call(
        "PUT",
        f"/v1/journals/{shared}/blobs/blob-0001",
        headers=announced(photo, 0) | {"upload-entry": said.id},
        content=photo,
    )
    await jonas.push(jonas.entry(team, NoteWritten(note_id=unique("n"), words=NOTE)))
    told, names, text = await _given(world, participant.id, tmp_path)
    beliefs = [
        entry
        for one in told["journals"]
        if one["owner"] == "Eva Exempel"
        for entry in one["entries"]
    ]
    assert [(one["kind"], one["by"], one["said"]["words"]) for one in beliefs] == [
        ("BeliefNoted", "Eva Exempel", BELIEF)
    ]
    assert beliefs[0]["at"]
    assert NOTE in text
    assert BELIEF in text
    [file] = told["files"]
    assert file["path"] in names
    assert [one["who"] for one in told["around"]["followed_by"]] == ["Eva Exempel"] * 2
    async with world.backend.database.reading() as connection:
        noted = await connection.scalars(
            sa.select(audit.c.what).where(audit.c.subject == participant.id)
        )
        assert "everything-given" in list(noted)


async def test_what_the_participant_wrote_for_themselves_is_not_handed_to_the_authority(
    world: World, tmp_path: Path
) -> None:
    _, _, participant, _ = await _believed(world)
    own = _own(await participant.journals(), participant)
    step = f'{{"kind":"StepPlanned","step_id":"s-own","words":"{OWN_WORDS}"}}'
    [answer] = await participant.push(participant.entry(own, step))
    assert isinstance(answer, Accepted)
    told, _, text = await _given(world, participant.id, tmp_path)
    assert OWN_WORDS not in json.dumps(told, ensure_ascii=False) + text
    assert told["left_out"] == ["own-journal"]


async def test_nobody_and_a_file_that_is_there_give_nothing(world: World, tmp_path: Path) -> None:
    _, _, participant, _ = await _believed(world)
    with pytest.raises(NobodyThere):
        await give_everything(world.backend, "nobody-at-all", str(tmp_path / "a.zip"))
    there = tmp_path / "b.zip"
    there.write_text("någon annans")
    with pytest.raises(FileExistsError):
        await give_everything(world.backend, participant.id, str(there))
    assert there.read_text() == "någon annans"
    assert not (tmp_path / "a.zip").exists()
