"""Whoever is after what is not theirs, and finds it answered as what does not exist."""

import hashlib

import httpx

from mia_companion.domain.directory import SiteNamed
from mia_companion.domain.messages import MessageWritten
from mia_companion.domain.people import NoteWritten
from mia_companion.server.relay import Relay
from tests.server.office import Office, signed_in
from tests.server.sockets import listens
from tests.server.world import Person, unique

BYTES = b"ett foto"
UPLOAD = {
    "upload-offset": "0",
    "upload-length": str(len(BYTES)),
    "upload-sha256": hashlib.sha256(BYTES).hexdigest(),
}


async def colleague(office: Office) -> Person:
    """A coordinator at the office's site."""
    given, email = await office.add()
    return await signed_in(office.world, email, given.password)


async def journals_of(victim: Person, participant: Person, shared: str) -> list[str]:
    """Every journal about the participant, and the site's directory, with a photo in the shared one."""
    await participant.push(participant.entry(shared, MessageWritten(message_id="m", words="Hej")))
    path = f"/v1/journals/{shared}/blobs/photo-1"
    assert (await participant.call("PUT", path, content=BYTES, headers=UPLOAD)).status_code == 204
    found = {*(await victim.journals()).values(), *(await participant.journals()).values()}
    return sorted(found)


def same(one: httpx.Response, other: httpx.Response) -> bool:
    """Whether nothing tells the two answers apart."""
    return (one.status_code, one.content) == (other.status_code, other.content)


async def check_reads_nothing(thief: Person, journals: list[str]) -> None:
    """Pull, history, blobs, push and the live line, each beside a journal that nobody has."""
    for journal in journals:
        nobodys = unique("journal")
        for method, path, more in (
            ("GET", "/v1/journals/{}/history?before=5", {}),
            ("GET", "/v1/journals/{}/blobs/photo-1", {}),
            ("HEAD", "/v1/journals/{}/blobs/photo-1", {}),
            ("PUT", "/v1/journals/{}/blobs/photo-2", {"content": BYTES, "headers": UPLOAD}),
        ):
            theirs = await thief.call(method, path.format(journal), **more)
            none = await thief.call(method, path.format(nobodys), **more)
            assert theirs.status_code == 404
            assert same(theirs, none), path
        for fact in (
            MessageWritten(message_id="m", words="Hej"),
            NoteWritten(note_id="n", words="Hej"),
            SiteNamed(name="Min plats"),
        ):
            said = [thief.entry(one, fact, id=unique("entry")) for one in (journal, nobodys)]
            reasons = {getattr(one, "reason", "") for one in await thief.push(*said)}
            assert reasons == {"not-yours"}
    page = await thief.pull(cursors=dict.fromkeys(journals, 1), epoch=None)
    assert not {one.journal.id for one in page.pages} & set(journals)
    assert page.gone == ()
    await check_hears_nothing(thief.world.backend.relay, thief, journals)


async def check_hears_nothing(relay: Relay, thief: Person, journals: list[str]) -> None:
    """The live line follows what may be read, and nothing else."""
    one = await listens(thief)
    try:
        assert not set(one.journals) & set(journals)
    finally:
        relay.unsubscribe(one)
