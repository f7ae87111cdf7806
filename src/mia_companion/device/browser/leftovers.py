"""Files of browsers that will not come back: their key has expired with the cookie."""

from pathlib import Path

from mia_companion.device.browser.cookie import LIFE_SECONDS

_GRACE_SECONDS = 24 * 3600


def sweep(folder: Path, now: float) -> int:
    """Take away what nobody has touched for longer than a cookie lives; how many. `now` is a Unix time."""
    gone = 0
    for file in folder.glob("*.sqlite"):
        there = _parts(file)
        if now - max(part.stat().st_mtime for part in there) > LIFE_SECONDS + _GRACE_SECONDS:
            for part in there:
                part.unlink()
            gone += 1
    return gone


def take_away(file: Path) -> None:
    """The file of a browser that was told to forget everything, and what was laid aside of it."""
    for part in [*_parts(file), *file.parent.glob(f"{file.name}.broken-*")]:
        part.unlink()


def _parts(file: Path) -> list[Path]:
    ends = ("-wal", "-shm", ".damaged", ".mending")
    parts = [file, *(file.with_name(file.name + end) for end in ends)]
    return [part for part in parts if part.exists()]
