"""What has to be on the disk and not only on its way there."""

import os
from contextlib import suppress
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Flush the names in a folder, so that a new or replaced file is still there after a power cut."""
    if os.name == "nt":  # Windows has no handle to flush a folder by
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def make_folder(folder: Path, mode: int = 0o777) -> None:
    """The folder and those above it, there for good."""
    if folder.is_dir():
        return
    make_folder(folder.parent, mode)
    folder.mkdir(mode=mode, exist_ok=True)
    try:
        sync_folder(folder.parent)
    except OSError:  # or the next one would take it for one that is there for good
        with suppress(OSError):
            folder.rmdir()
        raise


def write_whole(handle: int, content: bytes) -> None:
    """All of it, on the disk. A disk that becomes full takes a part, and says so only at the next part."""
    left = memoryview(content)
    while left:
        left = left[os.write(handle, left) :]
    os.fsync(handle)


def write_new(path: Path, content: bytes) -> None:
    """A new file that only its owner reads: all of it on the disk, or none when it raises OSError.

    Its name is for good when its folder is flushed.
    """
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        write_whole(handle, content)
    except OSError:
        os.unlink(path)
        raise
    finally:
        os.close(handle)
