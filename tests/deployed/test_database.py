"""The account that the database's container makes comes in by a file, and owns its own."""

import asyncio
import os
import subprocess
from functools import partial
from pathlib import Path

import asyncpg
import pytest

from mia_companion.server.database import Database
from tests.deployed.proxies import DEPLOY
from tests.torture.postgres import PROGRAMS, a_postgres

pytestmark = [pytest.mark.slow, pytest.mark.postgres]

_BY_PASSWORD = "local all postgres trust\nlocal all all scram-sha-256\n"


async def test_the_program_comes_in_by_a_file_and_may_do_what_a_restore_needs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    password, passes = tmp_path / "mia-password", tmp_path / "pgpass"
    password.write_text("it's a 'password'\n", "ascii")
    passes.write_text("*:*:mia:mia:it's a 'password'\n", "ascii")
    passes.chmod(0o400)
    with a_postgres() as server:
        (server.folder / "pg_hba.conf").write_text(_BY_PASSWORD, "ascii")
        told = {
            "PATH": os.pathsep.join((str(PROGRAMS), os.environ["PATH"])),
            "PGHOST": str(server.folder),
            "MIA_PASSWORD_FILE": str(password),
        }
        await (await server.connect()).close()  # it is there
        script = DEPLOY / "database" / "10-mia.sh"
        run = partial(subprocess.run, ["sh", str(script)], env=os.environ | told, check=True)
        await asyncio.to_thread(run)
        server.kill()
        server.start()  # with the file that says who comes in how
        await (await server.connect()).close()
        url = f"postgresql+asyncpg://mia@/mia?host={server.folder}"

        monkeypatch.setenv("PGPASSFILE", str(passes))
        database = Database(url)
        await database.migrate()
        await database.close()
        mine = await asyncpg.connect(host=str(server.folder), user="mia", database="mia")
        await mine.execute("CREATE SCHEMA kept_aside")
        assert not await mine.fetchval(
            "SELECT rolsuper OR rolcreatedb FROM pg_roles WHERE rolname = 'mia'"
        )
        await mine.close()

        passes.chmod(0o600)
        passes.write_text("*:*:mia:mia:another\n", "ascii")
        with pytest.raises(asyncpg.InvalidPasswordError):
            await asyncpg.connect(host=str(server.folder), user="mia", database="mia")
