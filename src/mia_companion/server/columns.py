"""What the tables are made of."""

from typing import Any

import sqlalchemy as sa

metadata = sa.MetaData()
Row = Any
"""A row of a statement that is written out once: it is asked for its columns by their names."""
Id = sa.String(64)
# SQLite counts by itself only in a column that is exactly INTEGER.
Number = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def column(name: str, kind: Any, **rest: Any) -> sa.Column[Any]:
    """One that always says something."""
    return sa.Column(name, kind, nullable=False, **rest)
