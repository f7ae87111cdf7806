"""A real calendar server and real clients, that know our feed by its address alone.

our feed ◀── vdirsyncer ──▶ Radicale (CalDAV) ◀── vdirsyncer ──▶ a folder ◀── khal
"""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx

_TOOLS = Path(sys.executable).parent


@dataclass(frozen=True)
class OtherCalendar:
    """Radicale and its clients, with everything of theirs in one folder."""

    folder: Path
    address: str

    @property
    def _environment(self) -> dict[str, str]:
        own = {"VDIRSYNCER_CONFIG": str(self.folder / "vdirsyncer"), "HOME": str(self.folder)}
        return {**os.environ, **own, "TZ": "Europe/Stockholm", "LC_ALL": "C.UTF-8"}

    async def follow(self, feed: str) -> None:
        """Once and for all: where the feed is, and where it goes."""
        async with httpx.AsyncClient(auth=("anna", "anna")) as http:
            await http.request("PROPFIND", f"{self.address}/anna/")  # makes Anna's place
            answer = await http.request("MKCALENDAR", f"{self.address}/anna/feed/")
            assert answer.status_code == 201, answer.text
        (self.folder / "vdirsyncer").write_text(
            f"""
[general]
status_path = "{self.folder}/status"

[pair in]
a = "feed"
b = "caldav"
collections = null
conflict_resolution = "a wins"

[pair out]
a = "caldav"
b = "folder"
collections = null
conflict_resolution = "a wins"

[storage feed]
type = "http"
url = "{feed}"

[storage caldav]
type = "caldav"
url = "{self.address}/anna/feed/"
username = "anna"
password = "anna"

[storage folder]
type = "filesystem"
path = "{self.folder}/events"
fileext = ".ics"
"""
        )
        (self.folder / "events").mkdir()
        (self.folder / "khal").write_text(
            f"""
[calendars]
[[feed]]
path = {self.folder}/events
type = calendar

[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
local_timezone = Europe/Stockholm
default_timezone = Europe/Stockholm

[sqlite]
path = {self.folder}/khal.db
"""
        )
        await self._run("vdirsyncer", "discover")

    async def sync(self) -> None:
        """The clients come by, as they do by themselves now and then."""
        for pair in ("in", "out"):
            await self._run("vdirsyncer", "sync", pair)

    async def seen(self, first: str, days: int) -> list[dict[str, Any]]:
        """What somebody sees who looks at their calendar from that day on."""
        said = await self._run(
            "khal", "-c", str(self.folder / "khal"), "list", first, f"{days}d",
            *(part for name in ("title", "start", "status") for part in ("--json", name)),
        )  # fmt: skip
        found = [json.loads(line) for line in said.splitlines() if line.startswith("[")]
        return [one for line in found for one in line]

    async def _run(self, name: str, *arguments: str) -> str:
        running = await asyncio.create_subprocess_exec(
            str(_TOOLS / name), *arguments, env=self._environment,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        said, _ = await running.communicate()
        assert running.returncode == 0, said.decode()
        return said.decode()


@asynccontextmanager
async def other_calendar(folder: Path, port: int) -> AsyncIterator[OtherCalendar]:
    """Radicale, started, with nothing in it."""
    radicale = await asyncio.create_subprocess_exec(
        str(_TOOLS / "radicale"), "--hosts", f"127.0.0.1:{port}", "--auth-type", "none",
        "--storage-filesystem-folder", str(folder / "radicale"), "--config", "",
        stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    one = OtherCalendar(folder, f"http://127.0.0.1:{port}")
    try:
        await _answers(one.address)
        yield one
    finally:
        radicale.terminate()
        await radicale.wait()


async def _answers(address: str) -> None:
    async with asyncio.timeout(20), httpx.AsyncClient() as http:
        while True:
            try:
                await http.get(address)
            except httpx.HTTPError:
                await asyncio.sleep(0.05)
            else:
                return
