"""The whole audit as a file, for whoever looks through it with other programs."""

import csv
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO

from mia_companion.domain.formulas import as_text
from mia_companion.domain.rights import SERVER
from mia_companion.server import audit
from mia_companion.server.auditing.verifying import rows_of
from mia_companion.server.backend import Backend

EXPORTED = "audit-exported"
_COLUMNS = ("number", "at", "account", "what", "subject", "mac")


async def export(backend: Backend, file: Path) -> int:
    """Write every line to a new file that only its owner reads; gives how many there are.

    One JSON object a line, or where the name ends in `.csv` a table. That it was done is itself noted, as
    the last line of the file. Raises FileExistsError.
    """
    handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    count = 0
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as out:
            now = backend.surroundings.clock()
            async with backend.database.writing() as connection:
                await audit.note(connection, now, SERVER, EXPORTED, SERVER)
            write = _as_table(out) if file.suffix == ".csv" else _as_lines(out)
            async with backend.database.reading() as connection:
                async for row in rows_of(connection):
                    write({**{name: getattr(row, name) for name in _COLUMNS}, "at": _when(row)})
                    count += 1
    except BaseException:
        _give_up(file)
        raise
    return count


def _give_up(file: Path) -> None:
    file.unlink(missing_ok=True)


def _when(row: Any) -> str:
    return str(row.at.isoformat())


def _as_lines(out: TextIO) -> Callable[[dict[str, Any]], object]:
    return lambda said: out.write(json.dumps(said) + "\n")


def _as_table(out: TextIO) -> Callable[[dict[str, Any]], object]:
    writer = csv.DictWriter(out, _COLUMNS, lineterminator="\r\n")
    writer.writeheader()
    return lambda said: writer.writerow({k: _cell(v) for k, v in said.items()})


def _cell(value: object) -> object:
    """Ids are made by devices: a spreadsheet must take none of them for a formula."""
    return as_text(value) if isinstance(value, str) else value
