"""Keys and ledger come back from a backup of theirs.

A ledger that is there is never shortened: the longer of two that agree counts, and whoever was erased by it
stays erased, also where the backup still had the keys.
"""

import json
import os
import re
import shutil
import tarfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from mia_companion.server.disk import make_folder, sync_folder, write_new
from mia_companion.server.keeping.age import opening
from mia_companion.server.keeping.archive import NotABackup
from mia_companion.server.keeping.key_backup import LEDGER, MANIFEST, beside_the_ledger
from mia_companion.server.keeping.key_store import FileKeyStore
from mia_companion.server.keeping.opening import service_of
from mia_companion.server.keeping.placing import NotEmpty
from mia_companion.server.keeping.rotation import Rotation
from mia_companion.server.ledger import (
    JOURNAL_DISPOSED,
    OWN_ERASED,
    PARTICIPANT_ERASED,
    TAKEN_BACK,
    Ledger,
    LedgerBroken,
    Line,
)
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings, utc_now

_NAMES = re.compile(
    r"keys/(server/[a-z-]+\.key|journals/[0-9a-f]{2}/[0-9a-f]{64}\.key|wrapped)"
    r"|ledger\.jsonl(\.[a-z]+)?"
)
_MOST_BYTES = 1024 * 1024 * 1024


class TooOld(Exception):
    """The time of this backup is over."""


@dataclass(frozen=True, slots=True)
class KeysRestored:
    """Files of keys, those of them that were destroyed anew, and lines of the ledger."""

    keys: int
    destroyed: int
    lines: int


def restore_keys(
    settings: Settings,
    around: Surroundings,
    file: Path,
    identities: Sequence[Any],
    *,
    replace: bool = False,
) -> KeysRestored:
    """Put keys, and what is longer of the ledger, in their place; the server must be stopped.

    Raises NotOpened, NotABackup, TooOld, NotEmpty, KeysMissing where what wrapped them is not there, and
    LedgerBroken for a ledger that is another server's; nothing has changed then.
    """
    if any(settings.keys.rglob("*.key")) and not replace:
        raise NotEmpty(str(settings.keys))
    draft = settings.keys.with_name(settings.keys.name + ".restoring")
    shutil.rmtree(draft, ignore_errors=True)  # a crash may have left it
    make_folder(draft, 0o700)
    try:
        with file.open("rb") as raw, opening(raw, identities) as stream:
            _unpack(stream, draft, around.clock())
        found = FileKeyStore(draft / "keys", service_of(settings, around), around)
        if not found.files.server_path("ledger").exists():
            raise NotABackup("there are no keys in it")
        lines, is_theirs = _longer(found.server_key("ledger"), settings.ledger_file, draft / LEDGER)
        erased = _destroyed(lines)
        for one in erased:
            found.destroy(one)
        Rotation(found.files, around).wrap_all()
        if is_theirs:
            _put_ledger(draft, settings.ledger_file)
        _swap(draft / "keys", settings.keys, around.clock())
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return KeysRestored(len(list(settings.keys.rglob("*.key"))), len(erased), len(lines))


def _unpack(stream: BinaryIO, folder: Path, now: datetime) -> None:
    try:
        with tarfile.open(fileobj=stream, mode="r|") as tar:
            for place, info in enumerate(tar):
                opened = tar.extractfile(info)
                if opened is None or info.size > _MOST_BYTES:
                    raise NotABackup(f"{info.name} does not belong there")
                content = opened.read()
                if place == 0:
                    _check_manifest(info.name, content, now)
                elif _NAMES.fullmatch(info.name):
                    path = folder / info.name
                    make_folder(path.parent, 0o700)
                    write_new(path, content)
                    sync_folder(path.parent)
                else:
                    raise NotABackup(f"{info.name} does not belong there")
    except (tarfile.TarError, FileExistsError) as error:
        raise NotABackup("it is not whole, or something else") from error


def _check_manifest(name: str, content: bytes, now: datetime) -> None:
    try:
        said = json.loads(content)
        until = datetime.fromisoformat(said["good_until"])
        if name != MANIFEST or said["form"] != 1:
            raise ValueError(name)
    except (ValueError, KeyError, TypeError) as error:
        raise NotABackup("it does not say that it holds keys") from error
    if until < now:
        raise TooOld(until.isoformat())


def _longer(key: bytes, ours: Path, theirs: Path) -> tuple[list[Line], bool]:
    """The lines that count, and whether they are those of the backup."""
    mine, found = (Ledger(one, key, utc_now).lines() for one in (ours, theirs))
    short, long = sorted((mine, found), key=len)
    if [line.mac for line in short] != [line.mac for line in long[: len(short)]]:
        raise LedgerBroken("the ledger that is there, and that of the backup, are two servers'")
    return long, len(found) > len(mine)


def _destroyed(lines: list[Line]) -> list[str]:
    """The journals whose keys are to be destroyed, by all that the ledger says."""
    undone = {line.facts["number"] for line in lines if line.what == TAKEN_BACK}
    found: list[str] = []
    for line in lines:
        if line.number in undone:
            continue
        if line.what == PARTICIPANT_ERASED:
            found += [one["id"] for one in line.facts["journals"]]
        elif line.what in (OWN_ERASED, JOURNAL_DISPOSED):
            found.append(line.facts["journal"])
    return found


def _put_ledger(draft: Path, ledger: Path) -> None:
    make_folder(ledger.parent)
    for end, path in beside_the_ledger(draft / LEDGER):
        shutil.move(path, ledger.with_name(ledger.name + end))
    sync_folder(ledger.parent)


def _swap(draft: Path, keys: Path, now: datetime) -> None:
    if keys.exists():
        os.rename(keys, keys.with_name(f"{keys.name}.before-{now:%Y%m%d%H%M%S%f}"))
    os.rename(draft, keys)
    sync_folder(keys.parent)
