"""The audit's chain: whatever befalls a line is found, and told with the line's number."""

import asyncio
import csv
import json
from contextlib import suppress
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion import cli
from mia_companion.server import audit as notes
from mia_companion.server.auditing.anchor import Anchor, Head
from mia_companion.server.auditing.chain import CHAINED, RESTORED
from mia_companion.server.auditing.explaining import Finding
from mia_companion.server.auditing.verifying import verify
from mia_companion.server.migrating import upgrade
from mia_companion.server.schema import audit
from tests.server.audited import ATTACKS, COUNT, Audited
from tests.server.databases import TestDatabase
from tests.server.world import World, unique

_a = audit.c


@pytest.fixture
def opened(database: TestDatabase, tmp_path: Path) -> Audited:
    return Audited(database.url, tmp_path)


async def test_whatever_befalls_a_line_is_found(opened: Audited) -> None:
    await opened.begin()
    for place in range(COUNT):
        await opened.note(f"subject-{place}")
    whole = await opened.rows()
    for name, (attack, findings) in ATTACKS.items():
        await opened.put(attack([dict(row) for row in whole]))
        assert (await opened.verify()).findings == findings, name
    await opened.put(whole)
    opened.anchor.put(Head(COUNT, "0" * 64))
    assert (await opened.verify()).findings == [Finding("changed", COUNT, COUNT)]
    Anchor(opened.anchor._file.with_suffix(""), b"x" * 32).put(Head(3, whole[2]["mac"]))
    assert (await opened.verify()).findings == [Finding("anchor-changed")]
    opened.anchor._file.unlink()
    assert (await opened.verify()).findings == [Finding("anchor-missing")]
    await opened.note("later")
    assert (await opened.verify()).findings == [Finding("anchor-missing")]
    await opened.database.close()


async def test_what_was_cut_off_stays_found_when_the_chain_grows_past_it(
    opened: Audited, caplog: pytest.LogCaptureFixture
) -> None:
    await opened.begin()
    for place in range(COUNT):
        await opened.note(f"subject-{place}")
    await opened.put((await opened.rows())[:-2])
    await opened.begin()  # a start in between is no way out
    for place in range(4):
        await opened.note(f"after-{place}")
    assert (await opened.verify()).findings == [Finding("changed", COUNT, COUNT)]
    assert caplog.messages == ["audit-broken"] * 4
    await opened.database.close()


async def test_a_line_of_another_past_does_not_fit(opened: Audited) -> None:
    """Somebody keeps a line from before a restore, and puts it in the place of one from after."""
    await opened.begin()
    for place in range(4):
        await opened.note(f"subject-{place}")
    old = await opened.rows()
    await opened.put(old[:2])
    opened.anchor.put(Head(2, old[1]["mac"]))
    for place in range(3):
        await opened.note(f"other-{place}")
    rows = await opened.rows()
    assert (await opened.verify()).findings == []
    await opened.put([*rows[:3], old[3], *rows[4:]])
    assert (await opened.verify()).findings == [Finding("changed", 4, 4)]
    await opened.database.close()


async def test_several_servers_write_one_chain(database: TestDatabase, tmp_path: Path) -> None:
    servers = [Audited(database.url, tmp_path) for _ in range(3)]
    await servers[0].begin()

    async def many(server: Audited, name: str) -> None:
        for place in range(10):
            await server.note(f"{name}-{place}")

    await asyncio.gather(*(many(s, f"{n}-{m}") for n, s in enumerate(servers) for m in range(3)))
    found = await servers[0].verify()
    assert (found.head.number, found.findings) == (90, [])
    assert servers[0].anchor.read() == found.head
    for server in servers:
        await server.database.close()


async def test_a_deed_that_fails_leaves_no_line(opened: Audited) -> None:
    await opened.begin()
    with suppress(ZeroDivisionError):
        async with opened.database.writing() as connection:
            await notes.note(connection, opened.clock(), "somebody", "signed-in", "x")
            raise ZeroDivisionError
    assert await opened.rows() == []
    await opened.note("the next one")
    assert [row["subject"] for row in await opened.rows()] == ["the next one"]
    async with opened.database.reading() as connection:
        with pytest.raises(KeyError):  # it would be lost
            await notes.note(connection, opened.clock(), "somebody", "signed-in", "x")
    await opened.database.close()


async def test_lines_from_before_the_chain_are_chained_once(
    bare_database: TestDatabase, tmp_path: Path
) -> None:
    opened = Audited(bare_database.url, tmp_path)

    async def old(connection: AsyncConnection, number: int) -> None:
        said = f"({number}, 1000000, 'somebody', 'signed-in', 'old-{number}')"
        await connection.exec_driver_sql(
            f"INSERT INTO audit (number, at, account, what, subject) VALUES {said}"
        )

    async with opened.database.writing() as connection:
        await connection.run_sync(upgrade, "0008")
        for number in (1, 2, 5, 9):
            await old(connection, number)
    await opened.database.migrate()
    await opened.begin()
    rows = await opened.rows()
    assert [row["subject"] for row in rows] == ["old-1", "old-2", "old-5", "old-9", "4"]
    assert [row["number"] for row in rows] == [1, 2, 3, 4, 5]
    assert rows[-1]["what"] == CHAINED
    assert (await opened.verify()).findings == []
    blank = [{**row, "own": "", "mac": ""} for row in rows[:2]]
    await opened.put(blank)  # what somebody would do to have theirs chained anew
    await opened.begin()
    assert [row["mac"] for row in await opened.rows()] == ["", ""]
    assert len((await opened.verify()).findings) > 1
    await opened.database.close()


async def test_a_restored_database_says_how_far_its_audit_once_went(fresh: World) -> None:
    backend = fresh.backend
    async with fresh.stopped():
        await fresh.database.back_up()
    lost = await fresh.coordinator()
    await lost.call("POST", "/v1/sign-out")
    anchored = fresh.backend.chain.anchor.read()
    assert anchored is not None
    async with fresh.stopped():
        await fresh.database.restore()
    backend = fresh.backend
    async with backend.database.reading() as connection:
        found = await verify(connection, backend.chain)
        said = (await connection.execute(sa.select(_a.subject).where(_a.what == RESTORED))).all()
    assert found.findings == []
    assert [subject for (subject,) in said] == [str(anchored.number)]
    assert found.head == backend.chain.anchor.read()


async def test_the_command_line_says_which_line(
    fresh: World,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    await fresh.coordinator()
    monkeypatch.setenv("MIA_DATA_DIR", str(tmp_path))
    monkeypatch.setenv("MIA_DATABASE_URL", fresh.settings.database_url)

    async def run(*said: str) -> tuple[int, str]:
        code = await asyncio.to_thread(cli.main, ["admin", "audit", *said])
        return code, "".join(capsys.readouterr())

    code, told = await run("verify")
    assert (code, told.split(",")[0]) == (0, "2 lines")
    lines, table = tmp_path / "audit.jsonl", tmp_path / "audit.csv"
    assert (await run("export", str(lines)))[0] == 0
    assert (await run("export", str(lines)))[0] == 1
    async with fresh.backend.database.writing() as connection:
        await notes.note(connection, fresh.clock(), "=1+1", "signed-in", unique("d"))
    assert (await run("export", str(table)))[0] == 0
    said = [json.loads(line) for line in lines.read_text().splitlines()]
    assert [one["what"] for one in said] == ["coordinator-made", "signed-in", "audit-exported"]
    rows = list(csv.DictReader(table.read_text().splitlines()))
    assert [row["account"] for row in rows[3:]] == ["'=1+1", "server"]
    assert table.stat().st_mode & 0o777 == 0o600
    async with fresh.backend.database.engine.begin() as connection:
        await connection.execute(sa.update(audit).where(_a.number == 2).values(account="x"))
    code, told = await run("verify")
    assert (code, told.splitlines()[0]) == (1, "Line 2 was changed since it was written.")
