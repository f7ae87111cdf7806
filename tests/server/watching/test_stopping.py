"""A real process is told to stop while people write: whoever was taken in is answered, and it ends with 0."""

import asyncio
import json
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest

from tests.journeys.stage import free_port
from tests.torture.town import Hand, found, settled

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[3]


class Serving:
    """`mia-companion serve` as its own process."""

    def __init__(self, data: Path, **more: str) -> None:
        self.port, self.log = free_port(), data / "log"
        self.address = f"http://127.0.0.1:{self.port}"
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "mia_companion.cli", "serve", "--no-web", "--port", str(self.port)],
                env={
                    **os.environ, "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
                    "MIA_DATA_DIR": str(data), "MIA_ARGON2_MEMORY_KIB": "1024",
                    "MIA_STAFF_IDLE_MINUTES": "0", **more,
                },
                stderr=log,
            )  # fmt: skip

    def told(self) -> list[str]:
        """The events of its log, oldest first, without the requests."""
        said = [json.loads(line)["event"] for line in self.log.read_text().splitlines()]
        return [one for one in said if one != "request"]


@asynccontextmanager
async def running(data: Path, **more: str) -> AsyncIterator[Serving]:
    """Ready when this begins; gone in the end."""
    made = Serving(data, **more)
    try:
        async with httpx.AsyncClient() as http, asyncio.timeout(60):
            while made.process.poll() is None:
                try:
                    if (await http.get(f"{made.address}/readyz")).is_success:
                        break
                except httpx.TransportError:
                    await asyncio.sleep(0.05)
        yield made
    finally:
        made.process.kill()
        made.process.wait()


async def write_on(hand: Hand, address: str, told: list[int]) -> int:
    """Pushes over a connection that is kept, until nobody takes a new one; how many were answered.

    Raises AssertionError for any push that somebody took in and did not answer.
    """
    answered = 0
    while True:
        body = hand.entry(hand.journals[0])
        push = b'{"entries":[' + body.model_dump_json().encode() + b"]}"
        try:
            answer = await hand.http.post(f"{address}/v1/push", content=push, headers=hand.headers)
        except httpx.ConnectError:
            return answered
        assert answer.status_code == 200, answer.text
        told.append(answer.json()["results"][0]["seq"])
        answered += 1


async def test_a_process_that_is_told_to_stop_loses_nothing(tmp_path: Path) -> None:
    await found(tmp_path)
    async with (
        running(tmp_path, MIA_STOP_DELAY_SECONDS="1") as server,
        settled(server.address, participants=2, phones=1, desks=1) as (desk, *phones),
        httpx.AsyncClient() as proxy,
        desk.http.stream(
            "GET", f"{server.address}/v1/live", headers=desk.headers, timeout=30
        ) as line,
    ):
        told: list[int] = []
        writing = [asyncio.create_task(write_on(one, server.address, told)) for one in phones]
        await asyncio.sleep(0.3)
        before = len(told)
        server.process.send_signal(signal.SIGTERM)
        await asyncio.sleep(0.2)
        assert (await proxy.get(f"{server.address}/readyz")).status_code == 503
        assert (await proxy.get(f"{server.address}/livez")).status_code == 200
        answered = await asyncio.wait_for(asyncio.gather(*writing), 20)
        assert len(told) > before + 20, "it went on answering while its proxy could notice"
        assert sum(answered) == len(told)
        async for _ in line.aiter_bytes():  # and its lines have ended by themselves
            pass
        assert await asyncio.to_thread(server.process.wait, 20) == 0
        assert server.told()[-2:] == ["stopping", "stopped"]
        assert "serving" in server.told()
    database = sqlite3.connect(tmp_path / "server.db")
    seqs = database.execute("SELECT seq FROM entries WHERE id LIKE 'entry-%'").fetchall()
    database.close()
    assert sorted(seq for (seq,) in seqs) == sorted(told), "each is there, once, as it was told"
