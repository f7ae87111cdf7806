"""Who loses their access may finish what their own entries name, and nothing else opens again."""

import os

import httpx

from mia_companion.domain.messages import MessageWritten
from mia_companion.server import operations, quarantine
from mia_companion.wire.sync import Accepted, Refused
from tests.example_data import blob
from tests.server.test_blobs import announced
from tests.server.world import Person, World, problem, unique

CONTENT = os.urandom(300_000)


async def _put(
    person: Person,
    journal: str,
    entry: str,
    offset: int = 0,
    name: str = "blob-0001",
    **more: bytes,
) -> httpx.Response:
    content, part = more.get("content", CONTENT), more.get("part")
    return await person.call(
        "PUT",
        f"/v1/journals/{journal}/blobs/{name}",
        headers=announced(content, offset) | ({"upload-entry": entry} if entry else {}),
        content=content[offset:] if part is None else part,
    )


def _message(name: str = "blob-0001") -> MessageWritten:
    return MessageWritten(message_id=unique("m"), words="Se", attachments=(blob(CONTENT, name),))


async def _handed_over(world: World) -> tuple[Person, Person, Person, str, str]:
    """The old and the new coordinator, the participant, the journal, and the old one's entry in it."""
    old, participant, shared = await world.pair()
    new = await world.coordinator()
    entry = old.entry(shared, _message())
    [answer] = await old.push(entry)
    assert isinstance(answer, Accepted)
    first = await _put(old, shared, entry.id, part=CONTENT[:1000])
    assert first.headers["upload-offset"] == "1000"
    await operations.hand_over(world.backend, participant.id, old.id, new.id)
    return old, new, participant, shared, entry.id


async def test_what_an_entry_names_may_be_finished(world: World) -> None:
    old, new, participant, shared, entry = await _handed_over(world)
    assert problem(await _put(old, shared, "", 1000)) == "not-found"
    assert (await _put(old, shared, entry, 1000)).status_code == 204
    path = f"/v1/journals/{shared}/blobs/blob-0001"
    for reader in (new, participant):
        assert (await reader.call("GET", path)).content == CONTENT
    for method in ("GET", "HEAD"):
        assert (await old.call(method, path)).status_code == 404


async def test_what_lies_in_quarantine_gets_its_photo_too(world: World) -> None:
    old, _, _, shared, _ = await _handed_over(world)
    late = old.entry(shared, _message("blob-0002"))
    [answer] = await old.push(late)
    assert isinstance(answer, Refused)
    assert answer.reason == "access-ended"
    assert (await _put(old, shared, late.id, name="blob-0002")).status_code == 204
    async with world.backend.database.reading() as connection:
        kept = await quarantine.of_journal(connection, world.backend.journals, shared)
    assert late in kept


async def test_nothing_else_opens_again(world: World) -> None:
    old, new, participant, shared, entry = await _handed_over(world)
    theirs = participant.entry(shared, _message("blob-0004"))
    await participant.push(theirs)
    not_mine = [(entry, "blob-0003"), (theirs.id, "blob-0004"), ("no-such-entry", "blob-0001")]
    for named_by, name in [*not_mine, ("å" * 9, "blob-0001"), ("x" * 64, "blob-0001")]:
        headers = announced(CONTENT, 0) | {"upload-entry": named_by}
        raw = {k.encode(): v.encode() for k, v in headers.items()}
        path = f"/v1/journals/{shared}/blobs/{name}"
        answer = await old.call("PUT", path, headers=raw, content=b"")
        assert problem(answer) == "not-found"
    other = await _put(old, shared, entry, content=os.urandom(50))
    assert problem(other) == "not-found"  # of other bytes than the entry named
    stranger, _, _ = await world.pair()
    assert problem(await _put(stranger, shared, entry)) == "not-found"
    assert problem(await _put(new, shared, entry, name="b" * 65)) == "malformed"


async def test_of_someone_who_was_erased_nothing_is_taken(fresh: World) -> None:
    old, participant, shared = await fresh.pair()
    entry = old.entry(shared, _message())
    await old.push(entry)
    await operations.erase_participant(fresh.backend, participant.id)
    assert problem(await _put(old, shared, entry.id)) == "not-found"
