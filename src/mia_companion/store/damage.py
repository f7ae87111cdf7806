"""Damage that is found while a store is open: remembered beside the file, and told.

at the start    what is read then anyway          ──broken──▶ mended at once (`mending`)
afterwards      everything, a little at a time    ──broken──▶ remembered ──next opening──▶ mended
"""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path


def mark_of(path: Path) -> Path:
    """The file that says that the one beside it is damaged."""
    return path.with_name(path.name + ".damaged")


class Damage:
    """What was found broken in an open store. It cannot be mended under the app's feet."""

    def __init__(self, path: Path) -> None:
        self._mark = mark_of(path)
        self.found = False
        self.told: Callable[[], None] = lambda: None
        """Called at the first find, in whatever thread that was."""

    def remember(self) -> None:
        """Something is broken: the next opening mends it."""
        with suppress(OSError):  # then the next look finds it again
            self._mark.touch()
        if not self.found:
            self.found = True
            self.told()
