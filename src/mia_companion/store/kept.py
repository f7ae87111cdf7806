"""Small things kept by name: the account, tokens, choices, and half-written words."""

from mia_companion.store.database import Database
from mia_companion.store.sealing import Seal


class Kept:
    """Sealed values by name in one table of two columns, the name first."""

    def __init__(self, database: Database, seal: Seal, table: str, name: str) -> None:
        self._database = database
        self._seal = seal
        self._table = table
        self._name = name

    def get(self, name: str) -> str:
        """The value, or an empty string."""
        sql = f"SELECT sealed FROM {self._table} WHERE {self._name} = ?"  # noqa: S608
        for (sealed,) in self._database.rows(sql, name):
            opened = self._seal.open(self._table, name, sealed)
            return opened.decode()
        return ""

    def values(self) -> list[str]:
        """Every value, in no order."""
        return list(self.all().values())

    def all(self) -> dict[str, str]:
        """Every value by its name."""
        sql = f"SELECT {self._name}, sealed FROM {self._table}"  # noqa: S608
        rows = self._database.rows(sql)
        return {
            str(name): self._seal.open(self._table, str(name), sealed).decode()
            for name, sealed in rows
        }

    def clear(self) -> None:
        """Take everything away."""
        with self._database.transaction() as db:
            db.execute(f"DELETE FROM {self._table}")  # noqa: S608

    def set(self, name: str, value: str) -> None:
        """Keep a value durably; an empty string takes it away."""
        with self._database.transaction() as db:
            if not value:
                db.execute(f"DELETE FROM {self._table} WHERE {self._name} = ?", (name,))  # noqa: S608
                return
            db.execute(
                f"INSERT OR REPLACE INTO {self._table} ({self._name}, sealed) VALUES (?, ?)",  # noqa: S608
                (name, self._seal.seal(self._table, name, value.encode())),
            )
