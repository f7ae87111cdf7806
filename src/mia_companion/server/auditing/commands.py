"""`mia-companion admin audit verify|export`: neither needs the server to stop, nor starts one."""

import argparse
import asyncio
import sys
from pathlib import Path
from typing import Any

from sqlalchemy.exc import OperationalError, ProgrammingError

from mia_companion.server.auditing.explaining import Finding
from mia_companion.server.auditing.exporting import export
from mia_companion.server.auditing.verifying import verify
from mia_companion.server.backend import Backend
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings
from mia_companion.server.watching.last_done import AUDIT, note_done

_SAID = {
    "changed": "{lines} changed since {it_was} written.",
    "removed": "{lines} taken out.",
    "inserted": "{lines} put in by somebody else than this server.",
    "reordered": "{lines} moved to other places.",
    "truncated": "{lines} cut off the end, or the database was restored without the server's knowledge.",
    "anchor-missing": "The file that says how far the audit went is gone: lines may be missing at the end.",
    "anchor-changed": "The file that says how far the audit went is not as this server wrote it.",
}


def add_to(deeds: Any) -> None:
    """`audit` among the deeds of `admin`."""
    looks = deeds.add_parser("audit", help="what was done: verified, or exported")
    does = looks.add_subparsers(required=True, metavar="WHAT")
    verifying = does.add_parser("verify", help="whether every line is as it was written")
    verifying.set_defaults(run=_verify)
    exporting = does.add_parser("export", help="every line, as JSON lines or as .csv")
    exporting.add_argument("file", type=Path)
    exporting.set_defaults(run=_export)


def _verify(said: argparse.Namespace) -> int:
    backend = Backend(Settings.from_environment(), Surroundings())
    try:
        return asyncio.run(_verified(backend))
    except (OperationalError, ProgrammingError):
        print("There is no audit yet: the server has not started with this version.")  # noqa: T201
        return 2


async def _verified(backend: Backend) -> int:
    try:
        async with backend.database.reading() as connection:
            found = await verify(connection, backend.chain)
    finally:
        await backend.database.close()
    for one in found.findings:
        print(in_words(one))  # noqa: T201
    if found.findings:
        print("Keep the database, the ledger's folder and the keys as they are, and find out why.")  # noqa: T201
        return 1
    head = found.head
    await note_done(backend.settings.url, AUDIT, backend.surroundings.clock())
    print(f"{head.number} lines, all as they were written. The newest is {head.number}:{head.mac}")  # noqa: T201
    return 0


def in_words(one: Finding) -> str:
    """A finding for whoever runs the server."""
    many = one.first != one.last
    lines = f"Lines {one.first} to {one.last} were" if many else f"Line {one.first} was"
    return _SAID[one.what].format(lines=lines, it_was="they were" if many else "it was")


def _export(said: argparse.Namespace) -> int:
    try:
        count = asyncio.run(
            _exported(Backend(Settings.from_environment(), Surroundings()), said.file)
        )
    except FileExistsError:
        print("That file is there already. Name another.", file=sys.stderr)  # noqa: T201
        return 1
    print(f"{count} lines are in {said.file}.")  # noqa: T201
    return 0


async def _exported(backend: Backend, file: Path) -> int:
    try:
        return await export(backend, file)
    finally:
        await backend.database.close()
