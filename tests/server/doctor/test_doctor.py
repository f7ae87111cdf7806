"""Each thing truly broken: the doctor says that and nothing else, and changes nothing."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from mia_companion import cli
from mia_companion.server.doctor import places
from mia_companion.server.doctor.finding import Grave
from mia_companion.server.keeping.opening import open_keys
from mia_companion.server.surroundings import Surroundings
from mia_companion.server.watching.last_done import AUDIT, DATABASE, KEYS, note_done
from tests.server.databases import PostgresServer, migrate
from tests.server.doctor import breaking
from tests.server.doctor.house import House, only

BROKEN, LOOK = Grave.BROKEN, Grave.LOOK


async def test_a_server_that_is_well(house: House) -> None:
    breaking.half_a_line(house)
    before = _content(house.folder)
    assert await house.wrong() == []
    said = " ".join(str(one) for one in await house.findings())
    for one in ("keys fit", "newest entry opens", "lines are those of the database", "version 0"):
        assert one in said
    assert _content(house.folder) == before


def _content(folder: Path) -> dict[str, bytes]:
    return {str(one): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


@pytest.mark.parametrize(
    ("breaks", "grave", "words"),
    [
        (breaking.unknown_name, LOOK, "Did you mean MIA_PASSWORDS?"),
        (breaking.no_number, BROKEN, "MIA_METRICS_PORT is a whole number"),
        (breaking.open_folder, LOOK, "chmod 700"),
        (breaking.open_token, LOOK, "chmod 600"),
        (breaking.no_database, BROKEN, "database's file is not there"),
        (breaking.no_folder, BROKEN, "is not there"),
        (breaking.no_postgres, BROKEN, "does not answer"),
        (breaking.no_sqlite, BROKEN, "does not answer"),
        (breaking.older_schema, LOOK, "at version 0015"),
        (breaking.newer_schema, LOOK, "at version 9999"),
        (breaking.no_kek, BROKEN, "keys cannot be read"),
        (breaking.other_kek, BROKEN, "keys cannot be read"),
        (breaking.no_journal_keys, BROKEN, "and no key"),
        (breaking.other_journal_keys, BROKEN, "nothing opens"),
        (breaking.changed_ledger, BROKEN, "line 1 was changed"),
        (breaking.cut_ledger, BROKEN, "the file has lost"),
        (breaking.other_ledger, BROKEN, "other lines"),
        (breaking.ledger_is_no_file, BROKEN, "ledger"),
        (breaking.restored_database, LOOK, "it was restored"),
        (breaking.no_anchor, BROKEN, "how far the audit went is gone"),
        (breaking.changed_anchor, BROKEN, "how far the audit went was changed"),
        (breaking.cut_audit, BROKEN, "lost lines at its end"),
        (breaking.clock_behind, BROKEN, "clock is behind"),
        (breaking.reminders_wait, LOOK, "have been waiting since"),
        (breaking.without_tls, LOOK, "MIA_BEHIND_TLS"),
        (breaking.with_passwords, LOOK, "Passwords are still taken"),
        (breaking.open_figures, LOOK, "told to other computers"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)  # fmt: skip
async def test_what_is_wrong(
    breaks: Callable[[House], None], grave: Grave, words: str, house: House
) -> None:
    breaks(house)
    found = await house.wrong(network=False)
    if breaks in (
        breaking.no_kek,
        breaking.other_kek,
        breaking.ledger_is_no_file,
        breaking.no_folder,
    ):
        found = [one for one in found if words in str(one)][:1] if found else []
    said = only(found, grave, words)
    assert "hunter2" not in str(said)
    assert said.what.endswith((".", "?"))
    assert said.do


async def test_a_full_disk(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(places, "FULL_BELOW", 1 << 60)
    only(await house.wrong(network=False), BROKEN, "disk is full")
    monkeypatch.setattr(places, "FULL_BELOW", 0)
    monkeypatch.setattr(places, "_LOW", 1 << 60)
    only(await house.wrong(network=False), LOOK, "are free at")


@pytest.mark.postgres
async def test_another_clock_than_the_database_has(
    postgres: PostgresServer, tmp_path: Path
) -> None:
    made = await postgres.new()
    await migrate(made.url)
    house = House(tmp_path)
    house.said["MIA_DATABASE_URL"] = made.url
    open_keys(house.settings, Surroundings()).server_key("ledger")
    open_keys(house.settings, Surroundings()).server_key("audit")
    assert await house.wrong(network=False) == []
    assert "PostgreSQL" in str(await house.findings(network=False))
    house.now = datetime.now(UTC) + timedelta(hours=1)
    only(await house.wrong(network=False), LOOK, "clock differs by 36")
    await made.drop()


async def test_how_old_the_backups_are(house: House) -> None:
    now = datetime.now(UTC)
    for one in (DATABASE, KEYS, AUDIT):
        assert await note_done(house.settings.url, one, now)
    said = [str(one) for one in await house.findings(network=False)]
    assert not [one for one in said if "never" in one]
    house.now = now + timedelta(days=3)
    late = [one.what.partition(" last")[0] for one in await house.wrong(network=False)]
    assert late == ["The database was", "The audit was"]
    assert not await note_done(f"sqlite+aiosqlite:///{house.folder}/none.db", KEYS, now)
    assert not (house.folder / "none.db").exists()


def test_what_the_command_says_and_ends_with(
    house: House, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MIA_DATA_DIR", str(house.folder))
    assert cli.main(["admin", "audit", "verify"]) == 0
    assert cli.main(["admin", "doctor", "--no-network"]) == 1
    told = capsys.readouterr().out
    assert "The audit was last verified" in told
    assert "The database was never backed up by `mia-companion admin backup`" in told
    assert all(line[:6] in ("fine  ", "look  ", "BROKEN") for line in told.splitlines()[1:])
    breaking.no_journal_keys(house)
    assert cli.main(["admin", "doctor", "--no-network"]) == 2
    capsys.readouterr()
    for breaks, words in (
        (None, "and no key"),
        (breaking.no_kek, "kek.json"),
        (breaking.no_postgres, ""),
    ):
        if breaks:
            breaks(house)
        for name, value in house.said.items():
            monkeypatch.setenv(name, value)
        assert cli.main(["admin", "association", "Förbundet"]) == 1
        told = capsys.readouterr().err
        assert words in told, "a sentence, and not where in the code"
        assert told.endswith("See `mia-companion admin doctor`.\n")
        assert "hunter2" not in told


def test_it_ends_with_0_where_all_is_well(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """What wraps the keys lies on another disk, and all that is to be done was done."""
    elsewhere = Path("/dev/shm") / f"mia-{house.folder.parent.name}.json"
    try:
        shutil.move(house.settings.kek, elsewhere)
        monkeypatch.setenv("MIA_KEK_FILE", str(elsewhere))
        monkeypatch.setenv("MIA_DATA_DIR", str(house.folder))
        monkeypatch.chdir(house.folder.parent)
        assert cli.main(["admin", "new-backup-key", "backup.age"]) == 0
        to = _recipient(Path("backup.age"))
        assert cli.main(["admin", "backup", "a.backup", "--to", to]) == 0
        assert cli.main(["admin", "backup-keys", "a.keys", "--to", to]) == 0
        assert cli.main(["admin", "audit", "verify"]) == 0
        assert cli.main(["admin", "doctor"]) == 0
    finally:
        elsewhere.unlink(missing_ok=True)


def _recipient(identity: Path) -> str:
    lines = identity.read_text().splitlines()
    return next(word for line in lines for word in line.split() if word.startswith("age1"))
