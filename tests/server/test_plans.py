"""What a pull and a push cost does not grow with what lies in the database: no statement of theirs goes
through a table. Asked of SQLite, which says how it will go about a statement whatever is in there."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
import sqlalchemy as sa

from tests.server.world import World

SMALL = {"epochs", "places"}
"""One row for each restore; and what a statement makes for itself."""


@contextmanager
def overheard() -> Iterator[list[tuple[str, Any]]]:
    """Every statement of any connection to SQLite, with its parameters. Other worlds live on beside."""
    said: list[tuple[str, Any]] = []

    def hear(
        over: sa.Connection, _: Any, statement: str, parameters: Any, __: Any, many: bool
    ) -> None:
        if over.dialect.name == "sqlite":
            said.append((statement, parameters[0] if many else parameters))

    sa.event.listen(sa.Engine, "before_cursor_execute", hear)
    try:
        yield said
    finally:
        sa.event.remove(sa.Engine, "before_cursor_execute", hear)


@pytest.mark.parametrize("world", ["sqlite"], indirect=True, scope="session")
async def test_no_statement_of_a_pull_or_a_push_goes_through_a_table(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The slow poll looks at everything that is listened to, and would be overheard.
    monkeypatch.setattr(world.backend.relay, "_look", _nothing)
    await asyncio.sleep(0.1)
    coordinator, participant, shared = await world.pair()
    with overheard() as said:
        await participant.push(participant.entry(shared))
        for who in (participant, coordinator):
            await who.pull(cursors={shared: 0})
            await who.pull(cursors={shared: 1, "somebody-elses": 3})
    plans = await _plans(world, said)
    asked_of = {one for one in plans if any("INDEX" in line for line in plans[one])}
    assert any("FROM entries" in one for one in asked_of)
    assert any("UPDATE journals" in one for one in asked_of)
    through = {
        statement: lines for statement, lines in plans.items() if _tables_gone_through(lines)
    }
    assert not through
    directories = [
        line for one, lines in plans.items() if "journals.role = ?" in one for line in lines
    ]
    assert any("(site=? AND role=?)" in line for line in directories)


async def _nothing(*, count: bool) -> None:
    pass


async def _plans(world: World, said: list[tuple[str, Any]]) -> dict[str, list[str]]:
    plans = {}
    async with world.backend.database.reading() as connection:
        for statement, parameters in said:
            if statement.split()[0] in ("SELECT", "WITH", "UPDATE", "DELETE"):
                asked = f"EXPLAIN QUERY PLAN {statement}"
                rows = await connection.exec_driver_sql(asked, parameters)
                plans[statement] = [str(row[-1]) for row in rows]
    return plans


def _tables_gone_through(lines: list[str]) -> set[str]:
    found = {line.split()[1] for line in lines if line.startswith("SCAN ")}
    return found - SMALL - {"CONSTANT"}
