"""A backup of the keys and the ledger, apart from the database's and good for a short time.

Whoever has a database's backup and keys of that age can read who was erased since. So the keys are not in the
database's backup, and theirs is refused once its time is over. It holds them as they lie there, wrapped by
what is not in it: when that is rotated, what wrapped before is deleted after as long as such a backup is
good, and then it opens nothing, wherever a copy lies.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from mia_companion.server.keeping.age import sealed_file
from mia_companion.server.keeping.archive import put_end, put_member
from mia_companion.server.keeping.key_files import read_key_file
from mia_companion.server.keeping.key_service import Wrapped
from mia_companion.server.keeping.rotation import KEPT_FOR
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings

MANIFEST, LEDGER = "keys.json", "ledger.jsonl"


class NotWrapped(Exception):
    """A key has never been wrapped: it would be readable in the backup for ever. Rotate the keys first."""


@dataclass(frozen=True, slots=True)
class KeysBackedUp:
    """How many keys there are in it, and until when it is good."""

    keys: int
    good_until: datetime


def back_up_keys(
    settings: Settings, around: Surroundings, file: Path, recipients: Sequence[Any]
) -> KeysBackedUp:
    """Write keys and ledger to a new file. Raises FileExistsError and NotWrapped."""
    now = around.clock()
    said = {"form": 1, "made_at": now.isoformat(), "good_until": (now + KEPT_FOR).isoformat()}
    keys = 0
    with sealed_file(file, recipients) as into:
        put_member(into, MANIFEST, json.dumps(said).encode())
        for name, path in _files(settings):
            content = path.read_bytes()
            if path.suffix == ".key":
                _check_wrapped(path, content)
                keys += 1
            put_member(into, name, content)
        put_end(into)
    return KeysBackedUp(keys, now + KEPT_FOR)


def beside_the_ledger(ledger: Path) -> Iterator[tuple[str, Path]]:
    """The ledger and what belongs to it, by the ends of their names, the ledger itself last."""
    for one in sorted(ledger.parent.glob(f"{ledger.name}*"), reverse=True):
        if one.suffix != ".lock" and not one.name.endswith("draft"):
            yield one.name.removeprefix(ledger.name), one


def _files(settings: Settings) -> Iterator[tuple[str, Path]]:
    """Names in the backup, and where they lie. What comes meanwhile is in the next one."""
    for path in [settings.keys / "wrapped", *sorted(settings.keys.rglob("*.key"))]:
        yield f"keys/{path.relative_to(settings.keys).as_posix()}", path
    for end, path in beside_the_ledger(settings.ledger_file):
        yield f"{LEDGER}{end}", path


def _check_wrapped(path: Path, content: bytes) -> None:
    for one in read_key_file(content).versions:
        if not isinstance(one.kept, Wrapped):
            raise NotWrapped(path.name)
