"""A lock between processes, held by a file."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    @contextmanager
    def file_lock(path: Path) -> Iterator[None]:
        """Hold the lock; waits for other processes and threads. Let go when the process dies."""
        with path.open("a+b") as handle:
            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_LOCK, 1)
            try:
                yield
            finally:
                handle.seek(0)
                msvcrt.locking(handle.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    @contextmanager
    def file_lock(path: Path) -> Iterator[None]:
        """Hold the lock; waits for other processes and threads. Let go when the process dies."""
        with path.open("a+b") as handle:
            fcntl.flock(handle, fcntl.LOCK_EX)
            yield
