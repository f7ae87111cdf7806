"""A start that fails says why in one word of the log, and what may be done is asked of the doctor."""

import logging
import shutil
from collections.abc import Awaitable, Callable

import pytest

from mia_companion.server import migrating
from mia_companion.server.keys import KeysMissing
from mia_companion.server.ledger import LedgerBroken
from mia_companion.server.migrating import SchemaTooNew
from tests.server.world import World


async def ledger_is_broken(world: World) -> None:
    world.settings.ledger_file.write_text("{}\n{}\n")


async def keys_are_gone(world: World) -> None:
    shutil.rmtree(world.settings.keys / "journals")


async def schema_is_newer(world: World) -> None:
    async with world.backend.database.writing() as connection:
        await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
        await connection.run_sync(migrating.serves_from, "9999")


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
@pytest.mark.parametrize(
    ("breaks", "raised", "reason"),
    [
        (ledger_is_broken, LedgerBroken, "ledger-broken"),
        (keys_are_gone, KeysMissing, "keys-missing"),
        (schema_is_newer, SchemaTooNew, "schema-too-new"),
    ],
)
async def test_why_it_does_not_start(
    breaks: Callable[[World], Awaitable[None]], raised: type[Exception], reason: str, *, fresh: World,
    caplog: pytest.LogCaptureFixture,
) -> None:  # fmt: skip
    _, participant, shared = await fresh.pair()
    await participant.push(participant.entry(shared))
    if breaks is schema_is_newer:
        await breaks(fresh)
    await fresh.stop()
    if breaks is not schema_is_newer:
        await breaks(fresh)
    with caplog.at_level(logging.INFO, "mia_companion"), pytest.raises(raised):
        await fresh.start()
    said = [one for one in caplog.records if one.levelno == logging.CRITICAL]
    assert [(one.message, getattr(one, "reason", "")) for one in said] == [("start failed", reason)]
