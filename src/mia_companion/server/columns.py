"""What the tables are made of."""

from typing import Any

import sqlalchemy as sa

metadata = sa.MetaData()
Id = sa.String(64)
# SQLite counts by itself only in a column that is exactly INTEGER.
Number = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def column(name: str, kind: Any, **rest: Any) -> sa.Column[Any]:
    """One that always says something."""
    return sa.Column(name, kind, nullable=False, **rest)
