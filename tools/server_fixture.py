"""A server's folder with something of everything in it, made by the version that runs this.

    PYTHONPATH=<that version>/src python -m tools.server_fixture tests/fixtures 0007

writes `server-v<migration>.zip` (database, keys, ledger) and `server-v<migration>.json` (what its people
read, and the tokens with which they come in). Made once for each migration, by the last version before the
next one, and then left alone: servers out there hold exactly that. It speaks HTTP and calls what the
command line calls, so that it runs with every version there has been.
"""

import asyncio
import hashlib
import itertools
import json
import sys
import tempfile
import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx

from mia_companion.server import operations
from mia_companion.server.api.application import create_app
from mia_companion.server.settings import Settings

NOON = datetime(2026, 11, 2, 11, 0, tzinfo=UTC)
PASSWORD = "ett-langt-losenord"
PHOTO = bytes(range(256)) * 8

_count = itertools.count(1)


def noon() -> datetime:
    """The clock of the fixture. It stands still."""
    return NOON


def settings(folder: Path, url: str = "") -> Settings:
    """The server's settings in a folder."""
    return Settings(data_dir=folder, database_url=url, argon2_memory_kib=1024)


class Speaker:
    """Somebody on one device."""

    def __init__(self, http: httpx.AsyncClient, device: str) -> None:
        self._http, self.device = http, device
        self.tokens: dict[str, Any] = {}

    async def come_in(self, path: str, **said: str) -> "Speaker":
        """With a password, a code or a refresh token."""
        self.tokens = (await self.ask("POST", path, json={**said, "device": self.device})).json()
        return self

    async def refresh(self, token: str) -> "Speaker":
        """With the tokens of before."""
        self.tokens = (await self.ask("POST", "/v1/tokens", json={"refresh": token})).json()
        return self

    async def ask(self, method: str, path: str, **more: Any) -> httpx.Response:
        """One request."""
        headers = more.pop("headers", {})
        if self.tokens:
            headers = {**headers, "authorization": f"Bearer {self.tokens['access']}"}
        return await self._http.request(method, path, headers=headers, **more)

    async def say(
        self, journal: str, *bodies: dict[str, Any], ids: str = "entry"
    ) -> list[dict[str, Any]]:
        """Entries, and what was answered to each."""
        entries = [
            {
                "id": f"{ids}-{next(_count):06}",
                "journal": journal,
                "author": self.tokens["account"]["id"],
                "device": self.device,
                "happened_at": NOON.isoformat(),
                "based_on": 0,
                "body": json.dumps(body, ensure_ascii=False),
            }
            for body in bodies
        ]
        answer = await self.ask("POST", "/v1/push", json={"entries": entries})
        found: list[dict[str, Any]] = answer.json()["results"]
        return found

    async def read(self) -> list[list[Any]]:
        """Everything there is for them, by journal and seq."""
        answer = (await self.ask("POST", "/v1/pull", json={"cursors": {}})).json()
        pages = [(page["journal"]["id"], page["entries"]) for page in answer["pages"]]
        return sorted(
            [journal, one["seq"], one["entry"]["id"], one["entry"]["body"], one["receipt"]]
            for journal, entries in pages
            for one in entries
        )

    async def journal(self, role: str, participant: str = "") -> str:
        """The id of a journal of theirs."""
        answer = (await self.ask("POST", "/v1/pull", json={"cursors": {}})).json()
        infos = [page["journal"] for page in answer["pages"]]
        mine = [one for one in infos if one["role"] == role]
        found = (o["id"] for o in mine if not participant or o["participant"] == participant)
        return str(next(found))


async def make(folder: Path) -> dict[str, Any]:
    """Fill the folder; what its people read in the end."""
    app = create_app(settings(folder), clock=noon)
    async with (
        app.router.lifespan_context(app),
        httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://server") as http,
    ):
        backend = app.state.backend
        association = await operations.create_association(backend, "Förbundet Prov")
        site = await operations.create_site(backend, association, "MIA Vidare Prov")
        staff = {}
        for name in ("anna", "jonas"):
            email = f"{name}@prov.example"
            await operations.create_coordinator(backend, site, name.title(), email, PASSWORD)
            speaker = Speaker(http, f"device-{name}")
            staff[name] = await speaker.come_in("/v1/sign-in", email=email, password=PASSWORD)
        anna, jonas = staff["anna"], staff["jonas"]
        people = {}
        for name in ("samira", "erased", "moved", "removed"):
            asked = {"participant": f"participant-{name}"}
            code = (await anna.ask("POST", "/v1/invitations", json=asked)).json()["code"]
            speaker = Speaker(http, f"device-{name}")
            people[name] = await speaker.come_in("/v1/enrolments", code=code)
            shared = await people[name].journal("shared")
            step = {"kind": "StepPlanned", "step_id": f"step-{name}", "words": f"Gå ut, sa {name}"}
            await people[name].say(shared, step)
        await anna.ask("POST", "/v1/invitations", json={"participant": "participant-not-in-yet"})
        await _talk(anna, people["samira"])
        moved = await anna.journal("shared", "participant-moved")
        old, new = anna.tokens["account"]["id"], jonas.tokens["account"]["id"]
        await operations.hand_over(backend, "participant-moved", old, new)
        late = {"kind": "MessageWritten", "message_id": "late", "words": "för sent"}
        assert (await anna.say(moved, late))[0]["reason"] == "access-ended"
        await operations.erase_participant(backend, "participant-erased")
        await operations.remove_device(backend, "participant-removed", "device-removed")
        days = {"first_day": "2026-11-09", "last_day": "2026-11-10"}
        away = await anna.ask("POST", "/v1/covers", json={"id": "cover-000001", "by": new, **days})
        assert away.status_code in (204, 404)  # not found before there were covers
        if reminders := getattr(backend, "reminders", None):  # from 0016 on
            await reminders.projection.follow(NOON)
        who = {"anna": anna, "jonas": jonas, "samira": people["samira"], "moved": people["moved"]}
        return {
            name: {
                "refresh": one.tokens["refresh"],
                "device": one.device,
                "reads": await one.read(),
            }
            for name, one in who.items()
        }


async def _talk(anna: Speaker, samira: Speaker) -> None:
    shared, own = await samira.journal("shared"), await samira.journal("own")
    sha256 = hashlib.sha256(PHOTO).hexdigest()
    ref = {"blob_id": "blob-whole", "sha256": sha256, "size": len(PHOTO), "media_type": "image/png"}
    good = {"kind": "StepRecorded", "step_id": "good", "words": "Ringde", "attachments": [ref]}
    step = {"kind": "StepPlanned", "step_id": "own", "words": "bara mitt", "day": "2026-11-09"}
    by_mail = {"kind": "ChannelsChosen", "mail": "samira@prov.example"}
    at_noon = {"kind": "ReminderSet", "item": "own", "at": "12:00:00"}
    await samira.say(own, step, good, by_mail, at_noon)
    for blob, upto in (("blob-whole", len(PHOTO)), ("blob-half", 700)):
        told = {"upload-length": str(len(PHOTO)), "upload-sha256": sha256, "upload-offset": "0"}
        path = f"/v1/journals/{own}/blobs/{blob}"
        sent = {**told, "content-type": "application/octet-stream"}
        await samira.ask("PUT", path, content=PHOTO[:upto], headers=sent)
    consent = {
        "kind": "ConsentGiven", "consent_id": "c", "from_party": "mia", "to_party": "region",
        "categories": ["plan"], "purpose": "Samma plan", "valid_from": "2026-11-01",
        "valid_until": "2027-01-31", "language": "sv", "text_version": "1",
    }  # fmt: skip
    taken_back = {"kind": "ConsentWithdrawn", "consent_id": "c"}
    answers = await samira.say(shared, consent, taken_back)
    assert [one["answer"] for one in answers] == ["accepted"] * 2
    await anna.say(shared, {"kind": "MessageWritten", "message_id": "m", "words": "Hej åäö 🌱"})
    note = {"kind": "NoteWritten", "note_id": "n", "words": "efter tio"}
    await anna.say(await anna.journal("team", "participant-samira"), note)


def main(target: Path, migration: str) -> None:
    """Make both files."""
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        said = asyncio.run(make(folder))
        name = target / f"server-v{migration}.zip"
        with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as kept:
            for file in sorted(one for one in folder.rglob("*") if one.is_file()):
                kept.write(file, file.relative_to(folder))
    text = json.dumps(said, ensure_ascii=False, indent=1, sort_keys=True)
    (target / f"server-v{migration}.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
