"""What lies below SQLite: a file system that puts on a tape what it is asked, and may be full.

`sqlite3`'s own SQLite takes no file systems from Python, apsw's does: the same statements go through it.
"""

import itertools
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import apsw

from tests.torture.tape import Tape

_JOURNALS = apsw.SQLITE_OPEN_WAL | apsw.SQLITE_OPEN_MAIN_JOURNAL | apsw.SQLITE_OPEN_SUPER_JOURNAL
_count = itertools.count()

Before = Callable[[str, str], None]
"""Asked before each change, with what it is and the path; raises what the file system would answer."""


class Below(apsw.VFS):
    """The computer's file system, all changes of which are put on the tape once they are done."""

    def __init__(self, tape: Tape, before: Before = lambda what, path: None) -> None:
        self.name = f"below-{next(_count)}"
        self.tape = tape
        self.before = before
        super().__init__(self.name, "")

    def xOpen(self, name: str | apsw.URIFilename | None, flags: list[int]) -> apsw.VFSFile:
        """One file, perhaps a new one."""
        path = name.filename() if isinstance(name, apsw.URIFilename) else name
        if path is None:
            return super().xOpen(name, flags)
        new = not os.path.exists(path)
        if new:
            self.before("make", path)
        opened = _File(self, name, flags, path)
        if new:
            self.tape.put("make", path)
        # Whoever might have made a journal flushes its name together with what it flushes first.
        creates = flags[0] & apsw.SQLITE_OPEN_CREATE
        opened.is_nameless = bool(creates and flags[0] & _JOURNALS)
        return opened

    def xDelete(self, filename: str, syncdir: bool) -> None:
        """A file goes."""
        super().xDelete(filename, syncdir)
        self.tape.put("delete", filename)
        if syncdir:
            self.tape.put("flush names", os.path.dirname(filename))


class _File(apsw.VFSFile):
    def __init__(self, below: Below, name: Any, flags: list[int], path: str) -> None:
        super().__init__("", name, flags)
        self._below = below
        self._path = path
        self.is_nameless = False

    def xWrite(self, data: Any, offset: int) -> None:
        self._below.before("write", self._path)
        super().xWrite(data, offset)
        self._below.tape.put("write", self._path, offset, bytes(data))

    def xTruncate(self, newsize: int) -> None:
        super().xTruncate(newsize)
        self._below.tape.put("size", self._path, newsize)

    def xSync(self, flags: int) -> None:
        self._below.before("flush", self._path)
        super().xSync(flags)
        self._below.tape.put("flush", self._path)
        if self.is_nameless:
            self.is_nameless = False
            self._below.tape.put("flush names", os.path.dirname(self._path))


@contextmanager
def below(tape: Tape, before: Before = lambda what, path: None) -> Iterator[Below]:
    """A file system of its own, for as long as it is needed."""
    made = Below(tape, before)
    try:
        yield made
    finally:
        made.unregister()
