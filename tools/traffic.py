"""Record what this version's devices and server say to each other, for later versions to answer.

    python -m tools.traffic tests/fixtures/traffic-v1

writes `server.zip` (the server's folder before the talk: database, keys, ledger) and
`traffic.jsonl` (each request, and how it was answered). Recorded once a version and then left alone.
"""

import asyncio
import json
import random
import sys
import tempfile
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx

from mia_companion.app.actions import Actions
from mia_companion.app.companion import Companion
from mia_companion.app.opening import open_companion
from mia_companion.domain.areas import MUNICIPALITY
from mia_companion.domain.steps import DONE
from mia_companion.server import operations
from mia_companion.server.api.application import create_app
from mia_companion.server.backend import Backend, running
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings

NOON = datetime(2026, 11, 2, 11, 0, tzinfo=UTC)
EMAIL, PASSWORD = "anna@prov.example", "ett-langt-losenord"


def noon() -> datetime:
    """The clock of the recording, for both sides. It stands still."""
    return NOON


def settings(folder: Path) -> Settings:
    """The server's settings in a folder."""
    return Settings(data_dir=folder, argon2_memory_kib=1024)


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
        self.heard.append(
            {
                "method": request.method,
                "path": request.url.raw_path.decode(),
                "authorization": request.headers.get("authorization", ""),
                "asked": asked.decode(),
                "status": answer.status_code,
                "answered": json.loads(said) if said else None,
            }
        )
        return httpx.Response(answer.status_code, headers={}, content=said)


async def record(folder: Path, target: Path) -> None:
    """Found a site with one invitation, keep its folder; then let people talk, and keep the talk."""
    async with running(Backend(settings(folder), Surroundings(clock=noon))) as backend:
        association = await operations.create_association(backend, "Förbundet Prov")
        site = await operations.create_site(backend, association, "MIA Vidare Prov")
        await operations.create_coordinator(backend, site, "Anna Lind", EMAIL, PASSWORD)
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
        await _talk(recorder, folder, participant, code)
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


async def _talk(recorder: Recorder, folder: Path, who: str, code: str) -> None:
    anna, samira = _app(recorder, folder, 1), _app(recorder, folder, 2)
    do, hers = Actions(anna), Actions(samira)
    assert not await do.access.sign_in(EMAIL, PASSWORD)
    assert await hers.access.enrol("0000-0000")
    assert not await hers.access.enrol(code)
    goal = hers.path.set_goal("Orka vara bland folk igen", "confidence")
    step = hers.path.plan_step("Gå till biblioteket", goal_id=goal.item)
    hers.path.undo(hers.path.mark_step(step.item, DONE))
    hers.path.mark_step(step.item, DONE, note="Det gick!")
    hers.path.record_good("Ringde vården själv", private=True)
    hers.messages.write("Hej! Kan vi ses på onsdag?")
    await samira.engine.sync()
    await anna.engine.sync()
    do.appointments.book(
        "Avstämning", MUNICIPALITY, NOON + timedelta(days=2), place="Torget 3", participant=who
    )
    do.messages.mark_read(participant=who)
    do.messages.write("Gärna.", participant=who)
    do.messages.note("Hellre efter tio.", who)
    await anna.engine.sync()
    await samira.engine.sync()
    hers.appointments.confirm(samira.view.plan().appointments[0])
    await samira.engine.sync()
    for one in (anna, samira):
        await one.close()


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
