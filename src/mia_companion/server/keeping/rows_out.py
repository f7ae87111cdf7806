"""The database as it is at one moment, a piece at a time, while others write.

    SQLite        one reading transaction: in WAL mode a snapshot, and no copy is made
    PostgreSQL    one REPEATABLE READ transaction

Tables and columns are those that are there, whichever version made them.
"""

import base64
import gzip
import json
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Any, NamedTuple

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.server.database import Database
from mia_companion.server.keeping.archive import Column, Table

VERSION_TABLE = "alembic_version"
_PIECE_BYTES = 4 * 1024 * 1024
_AT_ONCE, _LARGE_AT_ONCE = 500, 8
"""Rows that are fetched together; a photo's part or a picture may have a megabyte."""

_SMALL = frozenset({"entries"})
"""Tables with sealed values that are short."""


class Piece(NamedTuple):
    """Some rows of a table as they lie in a backup, and how many."""

    table: str
    content: bytes
    rows: int


class Unknown(TypeError):
    """A column whose values nobody has said how to keep."""


@asynccontextmanager
async def snapshot(database: Database) -> AsyncIterator[AsyncConnection]:
    """A transaction in which everything stands still."""
    options: dict[str, Any] = {}
    if database.is_postgres:
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    async with database.engine.connect() as plain:
        connection = await plain.execution_options(**options)
        async with connection.begin():
            yield connection


def tables_of(connection: sa.Connection) -> list[sa.Table]:
    """The tables that are there, whatever they refer to first."""
    found = sa.MetaData()
    found.reflect(connection)
    return [one for one in found.sorted_tables if one.name != VERSION_TABLE]


def schema_version(connection: sa.Connection) -> str:
    """The migration that the tables are at; empty where there are none."""
    if not sa.inspect(connection).has_table(VERSION_TABLE):
        return ""
    return str(connection.scalar(sa.text(f"SELECT version_num FROM {VERSION_TABLE}")) or "")  # noqa: S608


def described(table: sa.Table) -> Table:
    """What the manifest says of it. Raises Unknown."""
    return Table(
        name=table.name,
        columns=tuple(Column(name=one.name, kind=_kind(one)) for one in table.columns),
    )


async def pieces(connection: AsyncConnection, table: sa.Table) -> AsyncGenerator[Piece]:
    """All rows of the table, in the order of their keys."""
    hidden = [place for place, one in enumerate(table.columns) if _kind(one) == "bytes"]
    count = _LARGE_AT_ONCE if hidden and table.name not in _SMALL else _AT_ONCE
    chosen = sa.select(table).order_by(*table.primary_key.columns)
    options = {"yield_per": count}
    lines: list[bytes] = []
    size = 0
    async with connection.stream(chosen, execution_options=options) as rows:
        async for some in rows.partitions(count):
            for row in some:
                lines.append(_line(row, hidden))
                size += len(lines[-1])
            if size >= _PIECE_BYTES:
                yield _piece(table.name, lines)
                lines, size = [], 0
    if lines:
        yield _piece(table.name, lines)


def _piece(table: str, lines: list[bytes]) -> Piece:
    # What is sealed does not become smaller; this takes back what base64 costs.
    return Piece(table, gzip.compress(b"\n".join(lines), compresslevel=1, mtime=0), len(lines))


def _line(row: Sequence[Any], hidden: list[int]) -> bytes:
    values = list(row)
    for place in hidden:
        if values[place] is not None:
            values[place] = base64.b64encode(values[place]).decode()
    return json.dumps(values, separators=(",", ":"), ensure_ascii=False).encode()


def _kind(column: sa.Column[Any]) -> str:
    for kind, name in (
        (sa.Boolean, "bool"),
        (sa.Integer, "int"),
        (sa.Float, "float"),
        (sa.LargeBinary, "bytes"),
        (sa.String, "text"),
    ):
        if isinstance(column.type, kind):
            return name
    raise Unknown(f"{column.table.name}.{column.name}: {column.type}")
