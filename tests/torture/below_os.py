"""What our own code asks of the disk beside SQLite, put on the same tape; and it may be full for that, too.

Keys, the ledger and the watermark are written through these functions of `os`, and folders are made so.
"""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.torture.below import Before
from tests.torture.tape import Tape


class BelowOs:
    """Stands in the place of some functions of `os`, for what lies below one folder, and it itself."""

    def __init__(
        self, patch: pytest.MonkeyPatch, tape: Tape, root: Path, before: Before = lambda *_: None
    ) -> None:
        self._tape = tape
        self._root = str(root)
        self._before = before
        self._path_of: dict[int, str] = {}
        self._half: set[int] = set()
        self._real: dict[str, Callable[..., Any]] = {}
        for name in ("open", "write", "fsync", "ftruncate", "close"):
            self._stand_in(patch, name)
        for name in ("link", "replace", "rename", "unlink", "mkdir"):
            self._stand_in(patch, name)

    def _stand_in(self, patch: pytest.MonkeyPatch, name: str) -> None:
        real, ours = getattr(os, name), getattr(self, f"_{name}")
        self._real[name] = real

        def either(first: Any, *given: Any, **named: Any) -> Any:
            known = first in self._path_of if isinstance(first, int) else self._is_ours(first)
            return ours(first, *given, **named) if known else real(first, *given, **named)

        patch.setattr(os, name, either)

    def _is_ours(self, path: Any) -> bool:
        said = os.fspath(path)
        return isinstance(said, str) and (said + "/").startswith(self._root + "/")

    def _open(self, path: Any, flags: int, *more: Any, **named: Any) -> int:
        said = os.fspath(path)
        new = bool(flags & os.O_CREAT) and not os.path.exists(said)
        if new:
            self._before("make", said)
        handle: int = self._real["open"](path, flags, *more, **named)
        self._path_of[handle] = said
        if new:
            self._tape.put("make", said)
        return handle

    def _write(self, handle: int, raw: bytes) -> int:
        path = self._path_of[handle]
        try:
            self._before("write", path)
        except OSError:
            if handle in self._half or len(raw) < 2:
                raise
            self._half.add(handle)
            raw = raw[: len(raw) // 2]
        at = os.fstat(handle).st_size  # whoever writes here appends
        count: int = self._real["write"](handle, raw)
        self._tape.put("write", path, at, bytes(raw[:count]))
        return count

    def _ftruncate(self, handle: int, size: int) -> None:
        self._real["ftruncate"](handle, size)
        self._tape.put("size", self._path_of[handle], size)

    def _fsync(self, handle: int) -> None:
        path = self._path_of[handle]
        self._before("flush", path)
        self._real["fsync"](handle)
        self._tape.put("flush names" if os.path.isdir(path) else "flush", path)

    def _close(self, handle: int) -> None:
        del self._path_of[handle]
        self._half.discard(handle)
        self._real["close"](handle)

    def _link(self, source: Any, target: Any) -> None:
        self._before("make", os.fspath(target))
        self._real["link"](source, target)
        self._tape.put("link", os.fspath(source), to=os.fspath(target))

    def _replace(self, source: Any, target: Any) -> None:
        self._real["replace"](source, target)
        self._tape.put("rename", os.fspath(source), to=os.fspath(target))

    _rename = _replace

    def _unlink(self, path: Any) -> None:
        self._real["unlink"](path)
        self._tape.put("delete", os.fspath(path))

    def _mkdir(self, path: Any, *more: Any) -> None:
        self._before("make", os.fspath(path))
        self._real["mkdir"](path, *more)
        self._tape.put("make folder", os.fspath(path))
