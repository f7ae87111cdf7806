"""A server of the version before, from the repository's history, goes on answering while this one migrates
its database under it, and answers beside it."""

import random
import time
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from mia_companion.server.migrating import versions
from tests.torture.load import Load
from tests.torture.older import Older, commit_before
from tests.torture.postgres import a_postgres
from tests.torture.printed import Told
from tests.torture.servers import Server, forking
from tests.torture.town import EMAIL, PASSWORD, settled

pytestmark = [pytest.mark.slow, pytest.mark.postgres, pytest.mark.long, pytest.mark.timeout(300)]


def _wait(address: str) -> None:
    until = time.monotonic() + 60
    while time.monotonic() < until:
        with suppress(httpx.HTTPError):
            if httpx.get(f"{address}/v1/health").is_success:
                return
        time.sleep(0.1)
    raise AssertionError("the server of before did not answer")


async def test_both_versions_serve_one_database(tmp_path: Path, tell: Told) -> None:
    data, password = tmp_path / "data", tmp_path / "password"
    data.mkdir()
    password.write_text(PASSWORD)
    with a_postgres() as postgres, forking(tmp_path / "log") as forker:
        connection = await postgres.connect()
        await connection.execute("CREATE DATABASE rolling")
        await connection.close()
        url = postgres.url("rolling")
        older = Older(tmp_path / "before", data, url)
        association = older.admin("association", "Samordning Väst")
        site = older.admin("site", association, "MIA Väst")
        older.admin("coordinator", site, "Karin Lind", EMAIL, "--password-file", str(password))
        old, new = Server(forker, data, url), Server(forker, data, url)
        process = older.serve(old.port)
        try:
            _wait(old.address)
            async with settled(old.address, participants=2, phones=1, desks=1) as hands:
                connection = await postgres.connect("rolling")
                before = await connection.fetchval("SELECT version_num FROM alembic_version")
                load = Load([old], random.Random(26))
                load.begin(hands)
                await load.until_all_answer(30)
                new.start()
                new.wait()
                after = await connection.fetchval("SELECT version_num FROM alembic_version")
                await load.until_all_answer(30)
                await load.end()
                beside = Load([old, new], random.Random(27))
                beside.begin(hands)
                await beside.until_all_answer(30)
                await beside.end()
                assert process.poll() is None, "and has not been restarted"
                told = {id_: one.seq for id_, (_, one) in (load.told | beside.told).items()}
                for server in (old, new):
                    read = {
                        one.entry.id: one.seq for one in await hands[0].everything(server.address)
                    }
                    assert {id_: read.get(id_) for id_ in told} == told
                await connection.close()
        finally:
            process.kill()
            process.wait()
            new.kill()
    assert (before, after) == tuple(versions()[-2:])
    assert load.unanswered == beside.unanswered == 0
    tell(
        26,
        f"The version before ({before}, {commit_before()[:7]}) serves while this one migrates to {after}",
        f"{len(told):,} entries",
        "0 requests unanswered, 0 entries lost; both answer, and read the same",
    )
