"""A server's folder with people in it, to be broken in one way at a time."""

import json
import shutil
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from mia_companion.server import operations
from mia_companion.server.disk import make_folder
from mia_companion.server.doctor.examining import examine
from mia_companion.server.doctor.finding import Finding, Grave
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings, utc_now
from tests.server.databases import SqliteFile
from tests.server.world import World


class House:
    """The folder, and what is set for it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.said = {"MIA_DATA_DIR": str(folder)}
        self.now: datetime | None = None

    @property
    def settings(self) -> Settings:
        return Settings.from_environment(self.said)

    async def findings(self, *, network: bool = True) -> list[Finding]:
        """Everything that the doctor says of it."""
        around = Surroundings(clock=lambda: self.now or utc_now())
        return [one async for one in examine(self.said, around, network=network)]

    async def wrong(self, *, network: bool = True) -> list[Finding]:
        """What is not fine, besides what no new server has: backups, and another disk."""
        found = await self.findings(network=network)
        usual = ("never backed up", "never verified", "lies on the same disk")
        return [o for o in found if o.grave and not any(one in o.what for one in usual)]

    def run(self, statement: str, *given: object) -> list[tuple[str, ...]]:
        """In the database, past the program; the rows."""
        database = sqlite3.connect(self.folder / "server.db")
        with database:
            found = database.execute(statement, given).fetchall()
        database.close()
        return found

    def copied(self, folder: Path) -> "House":
        """The same, to be broken."""
        return House(Path(shutil.copytree(self.folder, folder)))


async def build(folder: Path) -> House:
    """Made as servers make it, with a coordinator, a participant and an entry."""
    make_folder(folder, 0o700)
    world = World(folder, SqliteFile(folder))
    world.settings = Settings(folder, argon2_memory_kib=64, login=world.settings.login)
    world.clock.now = datetime.now(UTC)
    await world.start()
    await world.furnish()
    coordinator, participant, shared = await world.pair()
    await participant.push(participant.entry(shared))
    other = await world.coordinator()
    await operations.hand_over(world.backend, participant.id, coordinator.id, other.id)
    await world.stop()
    return House(folder)


def only(found: list[Finding], grave: Grave, words: str) -> Finding:
    """The one thing that is wrong."""
    assert [(one.grave, words in str(one)) for one in found] == [(grave, True)], found
    return found[0]


@contextmanager
def answering(said: dict[str, object]) -> Iterator[str]:
    """A web server on this computer that answers JSON by path; its address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            host, port = self.connection.getsockname()
            here = f"http://{host}:{port}"
            body = json.dumps(said.get(self.path)).replace("HERE", here).encode()
            self.send_response(200 if self.path in said else 404)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()
        thread.join()
