"""The migrations make exactly the tables that the code uses, durably, on both engines."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy.engine import Connection

from mia_companion.server import schema
from mia_companion.server.columns import metadata
from mia_companion.server.database import Database
from mia_companion.server.migrating import upgrade
from mia_companion.server.results.tables import publications
from mia_companion.server.settings import Settings
from tests.server.databases import TestDatabase


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection)
    return [one for one in compare_metadata(context, metadata) if "alembic_version" not in str(one)]


async def test_migrations_and_tables_agree(bare_database: TestDatabase) -> None:
    assert publications.metadata is metadata
    made = Database(bare_database.url)
    await made.migrate()
    await made.migrate()
    async with made.engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    await made.close()


async def test_what_the_first_schema_held_is_there_after_the_upgrade(
    bare_database: TestDatabase,
) -> None:
    made = Database(bare_database.url)
    at = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
    async with made.writing() as connection:
        await connection.run_sync(upgrade, "0001")
        now = int(at.timestamp() * 1_000_000)
        for statement in (
            "INSERT INTO devices (account, id, family, counter, rotated_at, enrolled_at, seen_at) "
            f"VALUES ('a', 'd', 'f', 7, {now}, {now}, {now})",
            "INSERT INTO blobs (journal, id, sha256, size, received, author, begun_at) "
            f"VALUES ('j', 'b', '00', 9, 9, 'a', {now})",
        ):
            await connection.exec_driver_sql(statement)
    await made.migrate()
    async with made.reading() as connection:
        device = (await connection.execute(sa.select(schema.devices))).one()
        blob = (await connection.execute(sa.select(schema.blobs))).one()
    assert (device.family, device.counter, device.used) == ("f", 7, schema.NEVER)
    assert (device.used_at, device.seen_at) == (at, at)
    assert (blob.id, blob.received, blob.named) == ("b", 9, False)
    await made.close()


async def test_a_commit_is_on_the_disk(database: TestDatabase) -> None:
    made = Database(database.url)
    async with made.writing() as connection:
        if made.is_postgres:
            said = await connection.exec_driver_sql("SHOW synchronous_commit")
            assert said.scalar() == "on"
        else:
            for pragma, value in (("synchronous", 2), ("journal_mode", "wal"), ("foreign_keys", 1)):
                said = await connection.exec_driver_sql(f"PRAGMA {pragma}")
                assert said.scalar() == value
    await made.close()


def test_settings_come_from_the_environment(tmp_path: Path) -> None:
    plain = Settings.from_environment({"MIA_DATA_DIR": str(tmp_path)})
    assert plain == Settings(data_dir=tmp_path)
    assert plain.url == f"sqlite+aiosqlite:///{tmp_path / 'server.db'}"
    assert (plain.keys, plain.ledger_file) == (tmp_path / "keys", tmp_path / "ledger.jsonl")
    assert (plain.kek, plain.kms_url) == (tmp_path / "kek.json", "")
    other = Settings.from_environment(
        {
            "MIA_DATABASE_URL": "postgresql+asyncpg://db/mia",
            "MIA_KEY_DIR": "/keys",
            "MIA_LEDGER": "/ledger",
            "MIA_KEK_FILE": "/kek.json",
            "MIA_KMS_URL": "https://bao/v1/transit/keys/mia",
            "MIA_KMS_TOKEN_FILE": "/token",
            "MIA_MAX_JSON_BYTES": "1",
            "MIA_BLOB_QUOTA_BYTES": "2",
            "MIA_ARGON2_MEMORY_KIB": "3",
        }
    )
    assert (other.url, other.keys, other.ledger_file) == (
        "postgresql+asyncpg://db/mia",
        Path("/keys"),
        Path("/ledger"),
    )
    assert (other.kek, other.kms_token_file) == (Path("/kek.json"), Path("/token"))
    assert other.kms_url == "https://bao/v1/transit/keys/mia"
    assert (other.max_json_bytes, other.blob_quota_bytes, other.argon2_memory_kib) == (1, 2, 3)
    with pytest.raises(ValueError, match="MIA_MAX_JSON_BYTES is a whole number"):
        Settings.from_environment({"MIA_MAX_JSON_BYTES": "many"})
