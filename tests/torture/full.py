"""A disk that becomes full after so many more things that need room, and has room again when told so.

What SQLite asks for is answered as the file system answers it: a write with SQLITE_FULL, a new file with
SQLITE_CANTOPEN, a flush with SQLITE_IOERR_FSYNC. Our own code hears of ENOSPC, and a write that does not
fit is done by half.
"""

import errno

import apsw

_SAID: dict[str, Exception] = {
    "write": apsw.exception_for(apsw.SQLITE_FULL),
    "make": apsw.exception_for(apsw.SQLITE_CANTOPEN),
    "flush": apsw.exception_for(apsw.SQLITE_IOERR_FSYNC),
}


class Full:
    """`left` is how many more things fit; without it there is room for all. `refused` counts the others."""

    def __init__(self) -> None:
        self.left: int | None = None
        self.refused = 0
        self.met: set[str] = set()

    def below_sqlite(self, what: str, path: str) -> None:
        """Raises what SQLite is to hear."""
        if self._is_full(what, path):
            raise _SAID[what]

    def below_os(self, what: str, path: str) -> None:
        """Raises OSError."""
        if self._is_full(what, path):
            raise OSError(errno.ENOSPC, "no room", path)

    def _is_full(self, what: str, path: str) -> bool:
        if self.left is None:
            return False
        self.left -= 1
        if self.left >= 0:
            return False
        self.refused += 1
        self.met.add(f"{what} {path.rpartition('.')[2].rpartition('/')[2]}")
        return True

    def has_room(self) -> int:
        """There is room again; how many things did not fit meanwhile."""
        refused, self.refused, self.left = self.refused, 0, None
        return refused
