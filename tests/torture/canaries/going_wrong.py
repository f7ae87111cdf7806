"""Whatever can be refused or can fail, with people's words in it: at the server, on devices, anywhere."""

import asyncio
import logging
import sys
import threading
from contextlib import suppress

import httpx

from mia_companion.domain.people import NoteWritten
from mia_companion.domain.rights import SHARED
from mia_companion.sync.errors import SyncError
from tests.torture.canaries.people import People

_ASKED = (
    ("POST", "/v1/push", '{"entries": [{"id": "WORD", "body": "WORD", "journal": "WORD"}]}'),
    ("POST", "/v1/push", '{"WORD": '),
    ("POST", "/v1/push", '{"entries": "WORD", "WORD": "WORD"}'),
    ("POST", "/v1/pull", '{"cursors": {"WORD": "WORD"}}'),
    ("POST", "/v1/imports", '{"participants": ["WORD WORD"]}'),
    ("POST", "/v1/exports", '{"sort": "WORD", "participants": ["WORD"]}'),
    ("POST", "/v1/handovers", '{"id": "WORD", "participant": "WORD", "to": "WORD"}'),
    ("POST", "/v1/invitations", '{"participant": "WORD WORD"}'),
    ("POST", "/v1/enrolments", '{"code": "WORD", "device": "WORD WORD"}'),
    ("POST", "/v1/sign-in", '{"email": "WORD", "password": "WORD", "device": "WORD"}'),
    ("POST", "/v1/tokens", '{"refresh": "WORD"}'),
    ("POST", "/v1/password", '{"old": "WORD", "new": "WORD"}'),
    ("PUT", "/v1/journals/WORD/blobs/WORD", "WORD"),
    ("GET", "/v1/journals/WORD/history?before=WORD", ""),
    ("GET", "/v1/WORD?WORD=WORD", ""),
)


class Broken(ValueError):
    """An error that quotes what somebody wrote."""


async def everything_goes_wrong(people: People) -> None:
    """All of it, one after the other."""
    await _refused(people)
    await _asked_wrongly(people)
    await _crashed_at_the_server(people)
    await _crashed_here(people)


async def _refused(people: People) -> None:
    """An entry that the server does not take stays on its device, with its text."""
    companion = people.pocket.companion
    journal = companion.view.journal(SHARED)
    assert journal
    companion.record(journal, NoteWritten(note_id="n", words=people.flock.word("a refused entry")))
    await companion.engine.sync()
    assert [w.reason for w in companion.store.outbox.all()] == ["not-allowed"]


async def _asked_wrongly(people: People) -> None:
    """Requests with words in all the wrong places: no answer says them again."""
    word = people.flock.word("a wrong request")
    session = people.desk.companion.client.session
    headers = {"authorization": f"Bearer {session.access()}", "content-type": "application/json"}
    async with httpx.AsyncClient(
        transport=people.world.network, base_url="http://server.test"
    ) as http:
        for method, path, body in _ASKED:
            for more in (headers, {"content-type": "application/json", "x-request-id": word}):
                answer = await http.request(
                    method, path.replace("WORD", word), headers=more,
                    content=body.replace("WORD", word) or None,
                )  # fmt: skip
                assert 400 <= answer.status_code < 500, (path, answer.status_code)
                said = answer.content + repr(answer.headers.multi_items()).encode()
                people.watch.note(f"problem answer {answer.status_code} {path}", said)


async def _crashed_at_the_server(people: People) -> None:
    """In the middle of two handlers, and while a group is being written."""
    backend = people.world.backend
    assert backend
    word = people.flock.word("a crash at the server")

    async def breaks(*_: object, **__: object) -> None:
        raise Broken(f"cannot read {word!r}")

    for of, name in ((backend.pushes, "take"), (backend.accounts, "me"), (backend.exports, "note")):
        before = getattr(of, name)
        setattr(of, name, breaks)
        with suppress(SyncError, Broken):
            if name == "take":
                people.desk.do.messages.write(word, participant=people.who)
                await people.desk.sync()
            elif name == "note":
                await people.desk.do.files.take_out("list")
            else:
                client = people.desk.companion.client
                await client._send("GET", "/v1/me", b"", client.session.access())
        setattr(of, name, before)
    await people.desk.sync()


async def _crashed_here(people: People) -> None:
    """In a task that nobody waits for, in a callback, in a thread, as something is taken away, at the top."""
    word = people.flock.word("a crash on a device")

    async def fails() -> None:
        raise Broken(f"no such step: {word}") from KeyError(word)

    loop = asyncio.get_running_loop()
    task = asyncio.ensure_future(fails())
    await asyncio.sleep(0)
    del task
    loop.call_exception_handler(
        {"message": "Task exception was never retrieved", "exception": Broken(word)}
    )
    loop.call_soon(_raise, word)
    await asyncio.sleep(0)
    logging.getLogger("mia_companion.ui").exception("a screen failed", exc_info=Broken(word))
    logging.getLogger("flet").error(f"Unhandled error: {word}")
    thread = threading.Thread(target=_raise, args=(word,))
    thread.start()
    await asyncio.to_thread(thread.join)

    class Goes:
        def __del__(self) -> None:
            _raise(word)

    Goes()
    try:
        _raise(word)
    except Broken as wrong:
        sys.excepthook(Broken, wrong, wrong.__traceback__)


def _raise(word: str) -> None:
    raise Broken(f"cannot fold {word}")
