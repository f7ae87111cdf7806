"""Folders, files and the disk: who can read them, and how much room is left."""

import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

from mia_companion.server.doctor.finding import Finding, broken, fine, look
from mia_companion.server.settings import Settings
from mia_companion.server.watching.checks import FULL_BELOW, written_to

_LOW = 1024**3
_OTHERS = stat.S_IRWXG | stat.S_IRWXO
_MOST_TOLD = 3


def places(settings: Settings) -> Iterator[Finding]:
    """All of it. What others may read in a folder that they may not enter is closed."""
    secret = [settings.data_dir, settings.keys, settings.kek, settings.ledger_file]
    inside = [
        one for folder in (settings.keys,) if folder.is_dir() for one in folder.rglob("*.key")
    ]
    secret += [settings.kms_token_file] if settings.kms_token_file else []
    secret += [one for one in _secret_files(settings) if one]
    there = [one for one in (*secret, *inside) if one.exists()]
    open_ones = sorted({one for one in there if _is_open(one, settings.data_dir)})
    for one in open_ones[:_MOST_TOLD]:
        mode = "700" if one.is_dir() else "600"
        yield look(
            f"Other accounts of this computer can read {one}.",
            "What people wrote is sealed; whoever reads keys and database together reads it.",
            f"Run: chmod {mode} {one}",
        )
    if len(open_ones) > _MOST_TOLD:
        left = len(open_ones) - _MOST_TOLD
        yield look(
            f"And {left} more files are open to others.", "", "Run: chmod -R go= on their folder"
        )
    if there and not open_ones:
        yield fine("Keys, ledger and data are closed to other accounts.")
    yield from _room(settings)
    if not settings.kms_url and _lie_together(settings):
        yield look(
            "What opens the keys lies on the same disk as they do.",
            "Everything works; a copy of that disk opens everything.",
            "Let MIA_KEK_FILE lie on another disk, or use a key service (docs/backups.md).",
        )


def _secret_files(settings: Settings) -> Iterator[Path | None]:
    if settings.reminders.mail:
        yield settings.reminders.mail.password_file
    if settings.reminders.sms:
        yield settings.reminders.sms.token_file


def _is_open(path: Path, top: Path) -> bool:
    others = bool(path.stat().st_mode & _OTHERS)
    return others and (path == top or bool(path.parent.stat().st_mode & _OTHERS))


def _room(settings: Settings) -> Iterator[Finding]:
    if not settings.data_dir.is_dir():
        yield broken(
            f"The data folder {settings.data_dir} is not there.",
            "Nothing was lost by this: nobody has started here, or a disk is not mounted.",
            "Mount it, or set MIA_DATA_DIR. A start with an empty folder begins a new server.",
        )
        return
    found = {shutil.disk_usage(one).free: one for one in written_to(settings)}
    free, where = min(found.items())
    said = f"{free / 1024**3:.1f} GiB are free at {where}"
    if free < FULL_BELOW:
        yield broken(
            f"The disk is full: {said}.",
            "What was acknowledged is safe; phones keep what they cannot send.",
            "Make room: the server takes requests again by itself.",
        )
    elif free < _LOW:
        yield look(f"Only {said}.", "Nothing is lost when it is full.", "Make room soon.")
    else:
        yield fine(f"{said[0].upper()}{said[1:]}.")


def _lie_together(settings: Settings) -> bool:
    if not (settings.kek.exists() and settings.keys.is_dir()):
        return False
    return settings.kek.stat().st_dev == settings.keys.stat().st_dev
