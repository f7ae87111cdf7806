"""What the command line does with keys and backups: `mia-companion admin …`, see docs/backups.md."""

import argparse
import asyncio
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from sqlalchemy.exc import SQLAlchemyError

from mia_companion.server.keeping import age, backup, deeds, key_backup, key_restore
from mia_companion.server.keeping.archive import NotABackup
from mia_companion.server.keeping.placing import NotEmpty, StillRunning
from mia_companion.server.keeping.rows_in import NewerSchema
from mia_companion.server.keys import KeysMissing
from mia_companion.server.ledger import LedgerBroken

_PARTS = ("wrapping", "journals", "servers")

_UNCHANGED = "Nothing was changed."
_WRONG: dict[type[Exception], str] = {
    age.NoRecipient: "Not a recipient (age1…), nor a file with one a line: {}.",
    age.NoIdentity: "Not a file with an age identity (AGE-SECRET-KEY-1…): {}.",
    age.NotOpened: "The file does not open: it is for another key, was changed, or is not whole. "
    + _UNCHANGED,
    NotABackup: "The file opens, and is not a backup of this server: {}. " + _UNCHANGED,
    NewerSchema: "The backup is of a later version of this program (schema {}): install that one first. "
    + _UNCHANGED,
    NotEmpty: "Something is there already: {}. With --replace it is kept aside. " + _UNCHANGED,
    StillRunning: "A server is still connected to {}. Stop it first. " + _UNCHANGED,
    backup.NothingThere: "There is no database to back up: {}. Are MIA_DATA_DIR and MIA_DATABASE_URL set?",
    key_backup.NotWrapped: "Some keys have never been wrapped ({}). Run `admin rotate-keys` first.",
    key_restore.TooOld: "The time of this backup of the keys was over at {}. " + _UNCHANGED,
    KeysMissing: "The keys do not fit: {}. Are MIA_KEY_DIR and MIA_KEK_FILE those of this database?",
    LedgerBroken: "The ledger does not fit: {}.",
    SQLAlchemyError: "The database refused: {}. " + _UNCHANGED,
    FileExistsError: "That file is there already. Name another: {}",
    FileNotFoundError: "That file is not there: {}",
}
"""What is told, by what went wrong; the more special ones first."""


def add_to(deeds_of: Any) -> None:
    """Add the subcommands."""
    _deed(deeds_of, "new-backup-key", deeds.new_backup_key, "make a key pair for backups")
    for name, does, about in (
        ("backup", deeds.back_up, "write an encrypted backup of the database"),
        (
            "backup-keys",
            deeds.back_up_keys,
            "write an encrypted backup of the keys, good for 30 days",
        ),
    ):
        made = _deed(deeds_of, name, does, about)
        made.add_argument("--to", action="append", required=True, help="age1…, or a file of them")
    for name, does, about in (
        ("restore", deeds.restore, "put the database back as a backup has it"),
        ("restore-keys", deeds.restore_keys, "put the keys back as a backup of theirs has them"),
        ("drill", deeds.drill, "restore into a passing place, and say what is there"),
    ):
        made = _deed(deeds_of, name, does, about)
        made.add_argument(
            "--identity", type=Path, required=True, help="the file of the private key"
        )
        if name != "drill":
            made.add_argument("--replace", action="store_true", help="keep aside what is there")
    rotate = deeds_of.add_parser("rotate-keys", help="change the keys, while servers run")
    rotate.add_argument("--only", choices=_PARTS, action="append", help="else all three")
    rotate.add_argument("--end-old", action="store_true", help="sign everybody out at once")
    rotate.set_defaults(run=_running(deeds.rotate_keys))


def _deed(deeds_of: Any, name: str, does: deeds.Deed, about: str) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = deeds_of.add_parser(name, help=about)
    made.add_argument("file", type=Path)
    made.set_defaults(run=_running(does))
    return made


def _running(does: deeds.Deed) -> Callable[[argparse.Namespace], int]:
    def run(said: argparse.Namespace) -> int:
        try:
            told = asyncio.run(does(said))
        except Exception as error:
            sentence = _sentence(error)
            if sentence is None:
                raise
            _say([sentence], sys.stderr)
            return 1
        _say(told.lines, sys.stdout)
        return 0 if told.is_well else 1

    return run


def _sentence(error: Exception) -> str | None:
    for kind, words in _WRONG.items():
        if isinstance(error, kind):
            return words.format(error)
    return f"It could not be done: {error}." if isinstance(error, OSError) else None


def _say(lines: Iterable[str], out: Any) -> None:
    out.writelines(f"{line}\n" for line in lines)
