"""One thing each that breaks a server, past the program."""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

from mia_companion.server.keeping.kek_file import FileKeyService
from mia_companion.server.keeping.opening import open_keys
from mia_companion.server.surroundings import Surroundings
from tests.server.doctor.house import House


def unknown_name(house: House) -> None:
    house.said["MIA_PASWORDS"] = "off"


def no_number(house: House) -> None:
    house.said["MIA_METRICS_PORT"] = "hunter2"


def open_folder(house: House) -> None:
    house.folder.chmod(0o755)


def open_token(house: House) -> None:
    (house.folder.parent / "other").mkdir(mode=0o755)
    token = house.folder.parent / "other" / "token"
    token.write_text("secret")
    token.chmod(0o644)
    house.said |= {"MIA_SMS_URL": "http://127.0.0.1:1/sms", "MIA_SMS_TOKEN_FILE": str(token)}


def no_database(house: House) -> None:
    (house.folder / "server.db").unlink()


def no_folder(house: House) -> None:
    house.said["MIA_DATA_DIR"] = str(house.folder / "elsewhere")
    house.said["MIA_DATABASE_URL"] = f"sqlite+aiosqlite:///{house.folder}/server.db"


def no_postgres(house: House) -> None:
    house.said["MIA_DATABASE_URL"] = "postgresql+asyncpg://mia:hunter2@127.0.0.1:1/mia"


def no_sqlite(house: House) -> None:
    (house.folder / "server.db").write_bytes(b"hunter2 " * 1000)


def older_schema(house: House) -> None:
    house.run("UPDATE alembic_version SET version_num = '0015'")


def newer_schema(house: House) -> None:
    house.run("UPDATE alembic_version SET version_num = '9999'")


def no_kek(house: House) -> None:
    house.settings.kek.unlink()


def other_kek(house: House) -> None:
    house.settings.kek.unlink()
    FileKeyService(house.settings.kek, Surroundings()).begin()


def no_journal_keys(house: House) -> None:
    shutil.rmtree(house.settings.keys / "journals")


def other_journal_keys(house: House) -> None:
    """Made anew by the same service: they are opened, and open nothing."""
    shutil.rmtree(house.settings.keys / "journals")
    store = open_keys(house.settings, Surroundings())
    for (one,) in house.run("SELECT id FROM journals"):
        store.journal_keys(one)


def changed_ledger(house: House) -> None:
    file = house.settings.ledger_file
    file.write_bytes(file.read_bytes().replace(b"epoch-begun", b"epoch-begyn", 1))


def cut_ledger(house: House) -> None:
    file = house.settings.ledger_file
    file.write_bytes(b"".join(file.read_bytes().splitlines(keepends=True)[:-1]))


def other_ledger(house: House) -> None:
    house.run("UPDATE ledger_lines SET mac = 'other' WHERE number = 2")


def ledger_is_no_file(house: House) -> None:
    house.settings.ledger_file.unlink()
    house.settings.ledger_file.mkdir()


def half_a_line(house: House) -> None:
    """A crash left it there; a start cuts it off, and nobody else."""
    with house.settings.ledger_file.open("ab") as ledger:
        ledger.write(b'{"number":')


def restored_database(house: House) -> None:
    house.run("DELETE FROM ledger_lines WHERE number > 1")


def no_anchor(house: House) -> None:
    Path(f"{house.settings.ledger_file}.audit").unlink()


def changed_anchor(house: House) -> None:
    Path(f"{house.settings.ledger_file}.audit").write_text("{}")


def cut_audit(house: House) -> None:
    house.run("DELETE FROM audit WHERE number = (SELECT max(number) FROM audit)")


def clock_behind(house: House) -> None:
    house.now = datetime.now(UTC) - timedelta(hours=3)


def reminders_wait(house: House) -> None:
    due = int((datetime.now(UTC) - timedelta(hours=1)).timestamp() * 1_000_000)
    house.run("INSERT INTO sendings VALUES ('s', 'p', ?, ?, 'waits', NULL, 0, NULL)", due, due)


def without_tls(house: House) -> None:
    house.said |= {"MIA_PUBLIC_URL": "https://mia.example", "MIA_PASSWORDS": "off"}


def with_passwords(house: House) -> None:
    house.said |= {"MIA_PUBLIC_URL": "https://mia.example", "MIA_BEHIND_TLS": "1"}


def open_figures(house: House) -> None:
    house.said |= {"MIA_METRICS_PORT": "9", "MIA_METRICS_HOST": "0.0.0.0"}
