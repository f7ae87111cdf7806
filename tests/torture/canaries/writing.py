"""Everybody writes: every kind of entry wherever it may be written, and what is never an entry."""

import asyncio
import hashlib
from collections.abc import Iterator, MutableMapping
from typing import Any

from mia_companion.app.actions import Actions
from mia_companion.app.companion import Companion
from mia_companion.device.browser.uploads import Uploads
from mia_companion.domain.blobs import BlobRef
from mia_companion.domain.consents import TAKEN_DOWN
from mia_companion.domain.rights import (
    COORDINATOR,
    DIRECTORY,
    OWN,
    PARTICIPANT,
    SHARED,
    TEAM,
    may_write,
)
from tests.torture.canaries.facts import filled, kinds
from tests.torture.canaries.people import People

PLACES = tuple(
    (who, where) for who in (PARTICIPANT, COORDINATOR) for where in (SHARED, OWN, TEAM, DIRECTORY)
)
_PROTECTED = {"IdentityProtected.protected": False}


def written_by(role: str) -> Iterator[tuple[str, str]]:
    """Each kind with each sort of journal where somebody of that role may write it."""
    for kind in kinds():
        name = kind.__name__
        yield from (
            (name, where) for who, where in PLACES if who == role and may_write(who, where, name)
        )


class Writer:
    """One person on one device, who writes every kind with a word in each field."""

    def __init__(self, people: People, companion: Companion, role: str) -> None:
        self.people, self.companion, self.role = people, companion, role
        self.entries: dict[tuple[str, str], str] = {}
        """The id of the last entry of a kind, by journal."""

    def write_all(self) -> int:
        """How many entries it made."""
        known = {kind.__name__: kind for kind in kinds()}
        count = 0
        for name, where in written_by(self.role):
            journal = self._journal(where)
            given = self._given(name, where)

            def word(field: str, where: str = where) -> str:
                return self.people.flock.word(f"{field} by {self.role} in {where}")

            def blob(field: str, where: str = where) -> BlobRef:
                return self._blob(f"{field} by {self.role} in {where}")

            fact = filled(known[name], word, blob, given)
            [entry] = self.companion.record_all([(journal, fact)])
            self.entries[name, where] = entry.id
            count += 1
        return count

    def _journal(self, where: str) -> str:
        view = self.companion.view
        who = None if where == DIRECTORY or self.role == PARTICIPANT else self.people.who
        found = view.journal(where, who)
        assert found, where
        return found

    def _given(self, kind: str, where: str) -> dict[str, Any]:
        """What must fit to what was written before."""
        before = self.entries.get
        given: dict[str, Any] = {}
        if kind in (
            "AppointmentMoved",
            "AppointmentCancelled",
            "AppointmentConfirmed",
            "MoveAsked",
        ):
            given["revision"] = before(("AppointmentBooked", where), "nothing-of-ours")
        if kind == "ConsentConfirmed":
            given["entry"] = before(("ConsentGiven", where), "nothing-of-ours")
        if kind == "IdentityProtected":
            given["protected"] = False  # or the name would not be shown anywhere at all
        if kind == "ConsentGiven" and self.role == COORDINATOR:
            given |= {"collected": TAKEN_DOWN[0], "consent_id": "consent-000002"}
        if kind == "ConsentWithdrawn":
            given["consent_id"] = "consent-000003"  # the first is needed
        if kind == "PassedOn":
            word = self.people.flock.word
            given["to_party"] = word("ConsentGiven.to_party by participant in shared")
            given["categories"] = (word("ConsentGiven.categories by participant in shared"),)
        return given

    def _blob(self, where: str) -> BlobRef:
        """A file with words in its name and in its bytes, kept on the device."""
        flock = self.people.flock
        content = f"%text {flock.word(f'bytes of {where}')} ".encode() * 40
        ref = BlobRef(
            blob_id=self.companion.ids.new(),
            sha256=hashlib.sha256(content).hexdigest(),
            size=len(content),
            media_type="image/jpeg",
            name=f"{flock.word(f'{where}.name')}.jpg",
        )
        account = self.companion.view.account
        assert account
        self.companion.store.blobs.keep(ref, account.id, content)
        return ref


async def uploaded(people: People) -> None:
    """A photo that a browser picked comes to the process that draws its page."""
    key, uploads = bytes(32), Uploads(bytes)
    content = people.flock.word("bytes that a browser sent").encode() * 40_000
    parts = [content[:99_999], content[99_999:]]
    offer = uploads.offer(key)
    waits = asyncio.ensure_future(uploads.wait(offer))
    said: list[MutableMapping[str, Any]] = []

    async def receive() -> MutableMapping[str, Any]:
        return {"type": "http.request", "body": parts.pop(0), "more_body": bool(parts)}

    async def send(message: MutableMapping[str, Any]) -> None:
        said.append(message)

    scope = {"type": "http", "method": "PUT", "path": offer.address, "headers": []}
    await uploads.handle(key, scope, receive, send)
    assert await waits == content
    people.watch.note("headers", repr(said))


def half_written(people: People) -> None:
    """Drafts and choices, which stay on their device."""
    word = people.flock.word
    for name, one in (
        ("phone", people.pocket.companion),
        ("browser", people.browser),
        ("desk", people.desk.companion),
    ):
        do = Actions(one)
        do.choices.language("sv")
        for place in ("message:", "step:new", f"note:{people.who}", "bad-day:signs"):
            do.drafts.keep(place, word(f"draft {place.split(':')[0]} on the {name}"))
        do.choices.times_as(word(f"a choice on the {name}"))
