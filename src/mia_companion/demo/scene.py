"""The demo on this computer: backend, web app, the story told once, and the links to step in."""

import asyncio
import json
import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Protocol

from mia_companion.demo import story
from mia_companion.demo.people import (
    ANNA,
    ASSOCIATION,
    BERIT,
    ELIN,
    JONAS,
    MAREK,
    OLOF,
    SAMIRA,
    SITE,
)
from mia_companion.demo.post import TO_THE_TERMINAL, tell_post
from mia_companion.domain.ids import Clock, system_clock
from mia_companion.server import operations
from mia_companion.server.backend import Backend
from mia_companion.server.enrolment.prolonging import prolong
from mia_companion.server.login.settings import LoginSettings
from mia_companion.server.running import running
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings
from mia_companion.serving import serving, whole_app

_PEOPLE = (SAMIRA, ELIN, MAREK)
_A_DAY = timedelta(days=1)


class Server(Protocol):
    """What `main.serving` gives."""

    started: bool


@dataclass(frozen=True, slots=True)
class Scene:
    """A running demo. `codes` open each participant's app once, by name."""

    address: str
    codes: dict[str, str]
    serving: asyncio.Task[None]

    @property
    def greeting(self) -> str:
        """What the terminal says."""
        participant = self.address.replace("127.0.0.1", "localhost")
        lines = [
            "",
            "  MIA companion is running here, with invented people in it.",
            "",
            "  As a coordinator:",
            f"    {self.address}/sign-in",
            *(f"    {who.email}   password {who.password}" for who in (ANNA, JONAS)),
            "",
            "  As the association's administrator, and as a funder, at the same address:",
            *(f"    {who.email}   password {who.password}" for who in (BERIT, OLOF)),
            "",
            "  As a participant (each link opens one browser, once):",
            *(
                f"    {name:15} {participant}/start/{code}   code {code}"
                for name, code in self.codes.items()
            ),
            "",
            "  The two addresses differ so that one browser can be both at once. Stop with Ctrl+C.",
            "",
        ]
        return "\n".join(lines)

    async def until_stopped(self) -> None:
        """Until the server is told to stop."""
        await self.serving


@asynccontextmanager
async def open_scene(
    folder: Path, port: int, now: datetime, clock: Clock = system_clock
) -> AsyncIterator[Scene]:
    """Start everything in `folder`; the story is told if it has not been told there before.

    `now` is the day on which it is told, `clock` what everybody goes by afterwards.
    """
    login = LoginSettings.from_environment(os.environ)
    settings = Settings(data_dir=folder, login=login, reminders=TO_THE_TERMINAL)
    told = folder / "story.json"
    jonas = "" if told.exists() else await _found(settings, clock)
    server = serving(whole_app(settings, port, clock=clock), "127.0.0.1", port)
    task = asyncio.create_task(server.serve())
    try:
        await _started(server, task)
        address = f"http://127.0.0.1:{port}"
        if not told.exists():
            ids = await story.tell(address, now, os.urandom)
            async with running(Backend(settings, Surroundings(clock))) as backend:
                # Somebody has two, so that it is seen who answers while one of them is away.
                await operations.assign(backend, ids[MAREK], jonas)
                await tell_post(backend, ids[ELIN], ids[MAREK])
            told.write_text(json.dumps({who.name: ids[who] for who in _PEOPLE}))
        codes = {
            name: await story.new_code(address, now, os.urandom, participant)
            for name, participant in json.loads(told.read_text()).items()
        }
        async with running(Backend(settings, Surroundings(clock))) as backend:
            await prolong(backend, _A_DAY)  # the links stand in a terminal, which renews nothing
        yield Scene(address, codes, task)
    finally:
        server.should_exit = True
        await asyncio.gather(task, return_exceptions=True)


async def _found(settings: Settings, clock: Clock) -> str:
    """Everything but the participants; the id of Jonas."""
    id_ = ""
    settings.data_dir.mkdir(parents=True, exist_ok=True)
    async with running(Backend(settings, Surroundings(clock))) as backend:
        association = await operations.create_association(backend, ASSOCIATION)
        site = await operations.create_site(backend, association, SITE)
        for make, office in (
            (operations.create_administrator, BERIT),
            (operations.create_funder, OLOF),
        ):
            await make(backend, association, office.name, office.email, office.password)
        for who in (ANNA, JONAS):
            id_ = await operations.create_coordinator(
                backend, site, who.name, who.email, who.password, phone=who.phone
            )
    return id_


async def _started(server: Server, task: asyncio.Task[None]) -> None:
    while not server.started:
        if task.done():
            task.result()
            raise SystemExit("The port is taken. Choose another with --port.")
        await asyncio.sleep(0.05)
