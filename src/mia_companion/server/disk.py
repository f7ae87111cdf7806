"""What has to be on the disk and not only on its way there."""

import os
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
