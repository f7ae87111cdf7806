"""Rows of a backup come into tables of the schema that they were taken from; the next start upgrades them."""

import base64
import json
import zlib
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import SQLAlchemyError

from mia_companion.server.keeping.archive import Manifest, Member, NotABackup, Table
from mia_companion.server.keeping.mark import RESTORED
from mia_companion.server.keeping.rows_out import described, tables_of
from mia_companion.server.migrating import upgrade, versions
from mia_companion.server.schema import counters

_AT_ONCE = 500
_MOST_BYTES = 256 * 1024 * 1024
"""Of a piece, unpacked: what is written has four megabytes and the rows that were fetched together."""


class NewerSchema(Exception):
    """The backup was taken by a later version of this server."""


class RowsIn:
    """Fills empty tables, in the caller's transaction. Raises NewerSchema and NotABackup."""

    def __init__(self, connection: sa.Connection, manifest: Manifest) -> None:
        if manifest.schema_version not in versions():
            raise NewerSchema(manifest.schema_version)
        upgrade(connection, manifest.schema_version)
        self._tables = {one.name: one for one in tables_of(connection)}
        ours = {name: described(one) for name, one in self._tables.items()}
        for table in manifest.tables:
            if _sorted(ours.get(table.name)) != _sorted(table):
                raise NotABackup(f"its table {table.name} is another one")
        for one in reversed(self._tables.values()):  # a migration may have put something there
            connection.execute(sa.delete(one))
        self._said = {one.name: one for one in manifest.tables}
        self.rows = dict.fromkeys(self._said, 0)

    def put(self, connection: sa.Connection, member: Member) -> None:
        """The rows of one piece."""
        table = self._said.get(member.table)
        if table is None:
            raise NotABackup(f"it has rows of {member.table}, which it does not know")
        into = sa.insert(self._tables[table.name])
        some: list[dict[str, Any]] = []
        for row in rows_of(table, member.content):
            some.append(row)
            if len(some) == _AT_ONCE:
                self._insert(connection, into, some)
                some = []
        self._insert(connection, into, some)

    def end(self, connection: sa.Connection) -> None:
        """All rows are there: whoever counts goes on behind them, and the database says what it is."""
        if connection.dialect.name == "postgresql":
            for table in self._tables.values():
                _count_on(connection, table)
        connection.execute(sa.delete(counters).where(counters.c.name == RESTORED))
        connection.execute(sa.insert(counters).values(name=RESTORED, value=1))

    def _insert(
        self, connection: sa.Connection, into: sa.Insert, some: list[dict[str, Any]]
    ) -> None:
        if not some:
            return
        try:
            connection.execute(into, some)
        except SQLAlchemyError as error:
            raise NotABackup("its rows do not fit into their tables") from error
        self.rows[into.table.name] += len(some)


def rows_of(table: Table, content: bytes) -> Iterator[dict[str, Any]]:
    """The rows of a piece, by column. Raises NotABackup."""
    names = [one.name for one in table.columns]
    hidden = [one.name for one in table.columns if one.kind == "bytes"]
    try:
        unpacking = zlib.decompressobj(wbits=31)  # gzip's form
        plain = unpacking.decompress(content, _MOST_BYTES)
        if not unpacking.eof:
            raise ValueError("it is longer than what is ever written")
        for line in plain.split(b"\n"):
            row = dict(zip(names, json.loads(line), strict=True))
            for name in hidden:
                if row[name] is not None:
                    row[name] = base64.b64decode(row[name], validate=True)
            yield row
    except (ValueError, TypeError, zlib.error) as error:
        raise NotABackup(f"its rows of {table.name} are none") from error


def _count_on(connection: sa.Connection, table: sa.Table) -> None:
    key = list(table.primary_key.columns)
    if len(key) != 1 or not isinstance(key[0].type, sa.Integer):
        return
    named = sa.select(sa.func.pg_get_serial_sequence(table.name, key[0].name))
    sequence = connection.scalar(named)
    last = connection.scalar(sa.select(sa.func.max(key[0])))
    if sequence and last:
        connection.execute(sa.select(sa.func.setval(sequence, last)))


def _sorted(table: Table | None) -> list[tuple[str, str]]:
    return sorted((one.name, one.kind) for one in table.columns) if table else []
