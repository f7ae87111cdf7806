"""What lies in the folder of a native app, by name.

companion.sqlite…            the store, its log, and what was laid aside as broken
companion-<when>.sqlite…     a store locked by a PIN that was forgotten
front.sqlite…                what may be seen without the PIN
forgetting                   everything here is on its way out
"""

from datetime import datetime
from pathlib import Path

STORE, FRONT = "companion.sqlite", "front.sqlite"
_MARK = "forgetting"
_OURS = ("companion*.sqlite*", "front.sqlite*")


def set_aside(folder: Path, when: str) -> None:
    """Take the store out of the way, with its log and its mark; nothing of it is deleted."""
    for part in sorted(folder.glob(f"{STORE}*"), reverse=True):  # the file itself last
        if not _is_broken_one(part):
            part.rename(folder / f"companion-{when}.sqlite{part.name.removeprefix(STORE)}")


def free_name(folder: Path, now: datetime) -> str:
    """By which what is set aside now is known; never one that is taken."""
    name = f"{now:%Y%m%d%H%M%S}"
    while aside_path(folder, name).exists():
        name += "0"
    return name


def aside(folder: Path) -> tuple[str, ...]:
    """When those were set aside that lie there, the latest last."""
    found = sorted(folder.glob("companion-*.sqlite"))
    return tuple(one.name.removeprefix("companion-").removesuffix(".sqlite") for one in found)


def aside_path(folder: Path, when: str) -> Path:
    """The store that was set aside then."""
    return folder / f"companion-{when}.sqlite"


def drop_aside(folder: Path, when: str) -> None:
    """Delete it, because the person said so, or because all of it is here again."""
    for part in folder.glob(f"companion-{when}.sqlite*"):
        part.unlink()


def drop_front(folder: Path) -> None:
    """There is no PIN any more."""
    for part in folder.glob(f"{FRONT}*"):
        part.unlink()


def begin_forgetting(folder: Path) -> None:
    """From here on it is finished, also by the next start."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _MARK).touch()


def is_forgetting(folder: Path) -> bool:
    """Whether a start has to finish it."""
    return (folder / _MARK).exists()


def forget(folder: Path) -> None:
    """Delete all that is ours, the mark last."""
    for pattern in _OURS:
        for part in folder.glob(pattern):
            part.unlink()
    (folder / _MARK).unlink(missing_ok=True)


def _is_broken_one(part: Path) -> bool:
    return part.name.startswith(f"{STORE}.broken-")
