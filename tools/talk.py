"""What people say to each other in a recording: a participant, two coordinators and an administrator."""

import asyncio
import hashlib
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any

from mia_companion.app.actions import Actions
from mia_companion.app.companion import Companion
from mia_companion.domain.areas import MUNICIPALITY
from mia_companion.domain.blobs import BlobRef
from mia_companion.domain.steps import DONE
from mia_companion.sync.blobs import fetch
from mia_companion.wire.administration import AddStaff, MoveParticipants, NameSite

NOON = datetime(2026, 11, 2, 11, 0, tzinfo=UTC)
EMAIL, JONAS, ULLA = "anna@prov.example", "jonas@prov.example", "ulla@prov.example"
PASSWORD = "ett-langt-losenord"
NAMES = ("anna", "samira", "jonas", "ulla")
PHOTO = bytes(range(256)) * 4

Heard = list[dict[str, object]]


class Listening:
    """A live line that a recording opens, and what is heard on it."""

    def __init__(self, app: Any, authorization: str) -> None:
        self._app, self._end = app, asyncio.Event()
        self._nudges: asyncio.Queue[dict[str, Any]] = asyncio.Queue()
        self._begun = asyncio.Event()
        headers = [(b"authorization", authorization.encode()), (b"host", b"server")]
        self._scope = {
            "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET",
            "path": "/v1/live", "raw_path": b"/v1/live", "root_path": "", "scheme": "http",
            "query_string": b"", "headers": headers, "client": ("test", 1), "server": ("server", 80),
        }  # fmt: skip
        self._asked = False
        self._task = asyncio.ensure_future(self._app(self._scope, self._receive, self._send))

    @staticmethod
    def to(app: Any, heard: Heard) -> Callable[[str], "Listening"]:
        """Opens lines to that app, and notes in the recording that one was opened."""

        def open_line(authorization: str) -> Listening:
            heard.append({"live": "open", "authorization": authorization})
            line = Listening(app, authorization)
            line.note = lambda nudge: heard.append({"live": "heard", "nudge": nudge})
            return line

        return open_line

    note: Callable[[Mapping[str, Any]], object] = staticmethod(lambda nudge: None)

    async def begun(self) -> "Listening":
        """The server has answered, and listens to what happens."""
        await asyncio.wait_for(self._begun.wait(), 10)
        return self

    async def until(self, wanted: Callable[[Mapping[str, Any]], bool]) -> dict[str, Any]:
        """The first nudge like that."""
        while True:
            nudge = await asyncio.wait_for(self._nudges.get(), 10)
            if wanted(nudge):
                self.note(nudge)
                return nudge

    async def close(self) -> None:
        """Hang up."""
        self._end.set()
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task

    async def _receive(self) -> dict[str, Any]:
        if not self._asked:
            self._asked = True
            return {"type": "http.request", "body": b"", "more_body": False}
        await self._end.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Mapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            assert message["status"] == 200
            self._begun.set()
        for line in message.get("body", b"").splitlines():
            if line.startswith(b"data:"):
                self._nudges.put_nowait(json.loads(line[5:]))


async def talk(
    people: Mapping[str, Companion], who: str, code: str, listen: Callable[[str], Listening]
) -> None:
    """Push, pull, live, a photo, looking back, a cover, a handover, what was left behind, and an office."""
    anna, samira, jonas, ulla = (people[name] for name in NAMES)
    do, hers, his = Actions(anna), Actions(samira), Actions(jonas)
    assert not await do.access.sign_in(EMAIL, PASSWORD)
    assert not await his.access.sign_in(JONAS, PASSWORD)
    assert await hers.access.enrol("0000-0000")
    assert not await hers.access.enrol(code)
    for one in people.values():
        one.runner.stop()
    tokens = samira.client.session.tokens
    assert tokens
    line = await listen(f"Bearer {tokens.access}").begun()
    photo = await _on_the_path(samira)
    await anna.engine.sync()
    do.appointments.book(
        "Avstämning", MUNICIPALITY, NOON + timedelta(days=2), place="Torget 3", participant=who
    )
    do.messages.mark_read(participant=who)
    do.messages.write("Gärna.", participant=who)
    do.messages.note("Hellre efter tio.", who)
    await anna.engine.sync()
    shared = samira.view.journal("shared")
    assert shared
    head = anna.store.journals.cursors()[shared]
    await line.until(lambda nudge: nudge["journal"] == shared and nudge["seq"] >= head)
    await line.close()
    await samira.engine.sync()
    hers.appointments.confirm(samira.view.plan().appointments[0])
    await samira.engine.sync()
    await samira.client.history(shared, 4, 2)
    assert await fetch(anna.store, anna.client, photo, shared) == PHOTO
    await _changes_hands(anna, jonas, who)
    await _at_the_office(ulla, jonas, who)


async def _on_the_path(samira: Companion) -> BlobRef:
    hers = Actions(samira)
    goal = hers.path.set_goal("Orka vara bland folk igen", "confidence")
    step = hers.path.plan_step("Gå till biblioteket", goal_id=goal.item)
    hers.path.undo(hers.path.mark_step(step.item, DONE))
    hers.path.mark_step(step.item, DONE, note="Det gick!")
    sha256 = hashlib.sha256(PHOTO).hexdigest()
    ref = BlobRef(blob_id=samira.ids.new(), sha256=sha256, size=len(PHOTO), media_type="image/png")
    account = samira.view.account
    assert account
    samira.store.blobs.keep(ref, account.id, PHOTO)
    hers.path.record_good("Såg en räv", attachments=(ref,))
    hers.path.record_good("Ringde vården själv", private=True)
    hers.messages.write("Hej! Kan vi ses på onsdag?")
    await samira.engine.sync()
    await samira.carrier.carry()
    return ref


async def _changes_hands(anna: Companion, jonas: Companion, who: str) -> None:
    do, his, account = Actions(anna), Actions(jonas), jonas.view.account
    assert account
    away = (date(2026, 11, 9), date(2026, 11, 10))
    assert not await do.following.cover(account.id, *away, "cover-of-anna")
    assert not await do.following.end_cover("cover-of-anna")
    await anna.engine.sync()
    assert not await do.following.hand_over(who, account.id, "handover-of-samira")
    await jonas.engine.sync()
    await jonas.engine.sync()
    assert await his.following.left_behind(who) == ()


async def _at_the_office(ulla: Companion, jonas: Companion, who: str) -> None:
    assert not await Actions(ulla).access.sign_in(ULLA, PASSWORD)
    ulla.runner.stop()
    made = await ulla.client.make_site(NameSite(name="MIA Vidare Nytt"))
    await ulla.client.rename_site(made.id, NameSite(name="MIA Vidare Norr"))
    seen = await ulla.client.administered()
    account = jonas.view.account
    assert account
    new = AddStaff(role="coordinator", site=account.site, name="Vera Ny", email="v@prov.example")
    given = await ulla.client.add_staff(new)
    moved = await ulla.client.move_participants(account.id, MoveParticipants(to=given.account))
    assert (moved.count, len(seen.sites)) == (1, 2)
    await ulla.client.reset_password(given.account)
    await ulla.client.end_staff(account.id)
    assert who
