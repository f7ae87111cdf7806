"""Record what this version's devices and server say to each other, for later versions to answer.

    python -m tools.traffic tests/fixtures/traffic-v2

writes `server.zip` (the server's folder before the talk: database, keys, ledger) and
`traffic.jsonl` (each request, and how it was answered). Recorded once a version and then left alone.
"""

import asyncio
import json
import random
import sys
import tempfile
import zipfile
from datetime import datetime
from pathlib import Path

import httpx

from mia_companion.app.actions import Actions
from mia_companion.app.companion import Companion
from mia_companion.app.opening import open_companion
from mia_companion.server import operations
from mia_companion.server.api.application import create_app
from mia_companion.server.backend import Backend
from mia_companion.server.running import running
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings
from tools.talk import EMAIL, JONAS, NAMES, NOON, PASSWORD, ULLA, Listening, talk


def noon() -> datetime:
    """The clock of the recording, for both sides. It stands still."""
    return NOON


def settings(folder: Path) -> Settings:
    """The server's settings in a folder."""
    return Settings(data_dir=folder, argon2_memory_kib=1024)


_KEPT = ("content-type", "upload-offset")


class Recorder(httpx.AsyncBaseTransport):
    """Hands requests on to the server and keeps both sides of the talk."""

    def __init__(self, inner: httpx.AsyncBaseTransport) -> None:
        self._inner = inner
        self.heard: list[dict[str, object]] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One exchange."""
        asked = await request.aread()
        answer = await self._inner.handle_async_request(request)
        said = await answer.aread()
        kept = {
            name: value for name, value in request.headers.items() if name.startswith("upload-")
        }
        one: dict[str, object] = {
            "method": request.method,
            "path": request.url.raw_path.decode(),
            "authorization": request.headers.get("authorization", ""),
            "status": answer.status_code,
        }
        if "/blobs/" in request.url.path:
            one |= {"headers": kept, "asked": "", "asked_hex": asked.hex(), "answered": None}
            one |= {"answered_hex": said.hex(), "offset": answer.headers.get("upload-offset", "")}
        else:
            one |= {"asked": asked.decode(), "answered": json.loads(said) if said else None}
        self.heard.append(one)
        told = {name: value for name, value in answer.headers.items() if name in _KEPT}
        return httpx.Response(answer.status_code, headers=told, content=said)


async def record(folder: Path, target: Path) -> None:
    """Found a site with one invitation, keep its folder; then let people talk, and keep the talk."""
    async with running(Backend(settings(folder), Surroundings(clock=noon))) as backend:
        association = await operations.create_association(backend, "Förbundet Prov")
        site = await operations.create_site(backend, association, "MIA Vidare Prov")
        await operations.create_coordinator(backend, site, "Anna Lind", EMAIL, PASSWORD)
        await operations.create_coordinator(backend, site, "Jonas Berg", JONAS, PASSWORD)
        await operations.create_administrator(backend, association, "Ulla Ek", ULLA, PASSWORD)
    app = create_app(settings(folder), clock=noon)
    async with app.router.lifespan_context(app):
        participant, code = await _invite(httpx.ASGITransport(app), folder)
    target.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(target / "server.zip", "w", zipfile.ZIP_DEFLATED) as kept:
        for file in sorted(p for p in folder.rglob("*") if p.is_file() and "app-" not in p.name):
            kept.write(file, file.relative_to(folder))
    app = create_app(settings(folder), clock=noon)
    async with app.router.lifespan_context(app):
        recorder = Recorder(httpx.ASGITransport(app))
        people = {name: _app(recorder, folder, seed) for seed, name in enumerate(NAMES, 1)}
        await talk(people, participant, code, Listening.to(app, recorder.heard))
        for one in people.values():
            await one.close()
    lines = [json.dumps(one, ensure_ascii=False, sort_keys=True) for one in recorder.heard]
    (target / "traffic.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


async def _invite(transport: httpx.AsyncBaseTransport, folder: Path) -> tuple[str, str]:
    """Not recorded, because a server makes codes and journals of fresh chance."""
    anna = _app(transport, folder, 0)
    assert not await Actions(anna).access.sign_in(EMAIL, PASSWORD)
    invitation = await Actions(anna).access.invite("Samira Haddad")
    assert not isinstance(invitation, str)
    await anna.engine.sync()
    await anna.close()
    return invitation.participant, invitation.code


def _app(transport: httpx.AsyncBaseTransport, folder: Path, seed: int) -> Companion:
    chance = random.Random(seed)
    return open_companion(
        folder / f"app-{seed}.sqlite",
        chance.randbytes(32),
        "http://server",
        clock=noon,
        random=chance.randbytes,
        uniform=chance.uniform,
        transport=transport,
    )


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as scratch:
        asyncio.run(record(Path(scratch), Path(sys.argv[1])))
