"""Everything that a process lets out while people live in it: whatever it writes, logs, prints and starts.

Files are seen by the interpreter's own audit, wherever they lie: also those that are gone again, whose bytes
are kept as they were before. So are the arguments and the environment of what is started, and our own.
"""

import io
import logging
import os
import sys
import tempfile
import threading
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from mia_companion.device.log_lines import log_in_lines
from tests.words_out import words_kept_out

_NEVER = ("/proc/", "/dev/", "/sys/")
_GONE = {"os.remove": (0,), "os.rename": (0, 1), "os.truncate": (0,)}
_STARTED = {
    "subprocess.Popen", "os.exec", "os.posix_spawn", "os.system", "os.putenv", "os.spawn",
    "webbrowser.open", "urllib.Request", "socket.getaddrinfo", "socket.connect",
}  # fmt: skip
_watching: list["Watch"] = []


def _hook(event: str, given: tuple[Any, ...]) -> None:
    if not _watching or getattr(_busy, "now", False):
        return
    _busy.now = True
    try:
        _watching[-1].saw(event, given)
    finally:
        _busy.now = False


_busy = threading.local()
sys.addaudithook(_hook)  # for as long as the process lives: it cannot be taken away


class Watch:
    """`seen` are texts by where they were let out; `graves` the bytes of files that are gone."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.seen: list[tuple[str, str | bytes]] = []
        self.paths: set[Path] = set()
        self.graves: list[tuple[str, bytes]] = []
        self.not_searched: set[Path] = set()
        """What people asked for: the only files where words may be."""
        self.beside: list[Path] = []
        """Further folders to search, such as a database server's."""

    def saw(self, event: str, given: tuple[Any, ...]) -> None:
        """Something that the interpreter tells of."""
        if event == "open":
            self._opened(*given)
        elif event == "sqlite3.connect":
            self._wrote(str(given[0]))
        elif event in _GONE:
            for place in _GONE[event]:
                self._goes(given[place])
        elif event in _STARTED:
            self.seen.append((f"started ({event})", repr(given)))

    def note(self, where: str, what: object) -> None:
        """Something that was let out elsewhere."""
        self.seen.append((where, what if isinstance(what, bytes) else str(what)))

    def _opened(self, path: Any, mode: Any, flags: Any) -> None:
        writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if (writes or set(mode or "") & set("wax+")) and not isinstance(path, int):
            self._wrote(os.fsdecode(path))

    def _wrote(self, path: str) -> None:
        whole = os.path.abspath(path)
        if not whole.startswith(_NEVER) and ":memory:" not in path:
            self.paths.add(Path(whole))
            self.seen.append(("a file's name", whole))

    def _goes(self, path: Any) -> None:
        with suppress(OSError, TypeError):
            gone = Path(os.path.abspath(os.fsdecode(path)))
            if gone in self.paths or gone.is_relative_to(self.folder):
                self.graves.append((f"gone: {self.short(gone)}", gone.read_bytes()))

    def steal(self, when: str) -> None:
        """All bytes of all files as they are now, as a thief takes them or a kill leaves them."""
        for path in self.files():
            with suppress(OSError):
                self.graves.append((f"{when}: {self.short(path)}", path.read_bytes()))

    def files(self) -> list[Path]:
        """Every file of the life, and all that was opened to be written anywhere else."""
        below = {p for one in (self.folder, *self.beside) for p in one.rglob("*") if p.is_file()}
        beside = {one for path in self.paths for one in path.parent.glob(f"{path.name}*")}
        return sorted({one for one in below | beside if one.is_file()} - self.not_searched)

    def short(self, path: Path) -> str:
        """Its name within the life."""
        return str(path.relative_to(self.folder)) if path.is_relative_to(self.folder) else str(path)

    def everything(self) -> Iterator[tuple[str, str | bytes]]:
        """By where it is: all that could be read by somebody for whom it was not meant."""
        yield from dict.fromkeys(self.seen)
        yield from self.graves
        for path in self.files():
            yield f"file: {self.short(path)}", path.read_bytes()


class _Everything(logging.Handler):
    """Every record with all that it carries, whatever a formatter would leave out."""

    def __init__(self, watch: Watch) -> None:
        super().__init__(logging.DEBUG)
        self._watch = watch
        self._plain = logging.Formatter("%(name)s %(levelname)s %(message)s")

    def emit(self, record: logging.LogRecord) -> None:
        """See above."""
        self._watch.note("log", f"{self._plain.format(record)} {vars(record)!r}")


@contextmanager
def watching(folder: Path) -> Iterator[Watch]:
    """From now on, with logs set up as `serve` does and then at their most talkative."""
    watch, said = Watch(folder), io.StringIO()
    passing = folder / "tmp"
    passing.mkdir(parents=True)
    root, ours = logging.getLogger(), logging.getLogger("mia_companion")
    before = (root.handlers, root.level, ours.level)
    streams, old_tmp, environment = (sys.stdout, sys.stderr), tempfile.tempdir, dict(os.environ)
    shown = warnings.showwarning
    sys.stdout = sys.stderr = said
    tempfile.tempdir = str(passing)
    _watching.append(watch)
    try:
        with words_kept_out():
            log_in_lines("debug")
            root.handlers = [*root.handlers, _Everything(watch)]
            root.setLevel(logging.DEBUG)
            yield watch
    finally:
        _watching.remove(watch)
        logging.captureWarnings(False)
        root.handlers = before[0]
        root.setLevel(before[1])
        ours.setLevel(before[2])
        sys.stdout, sys.stderr = streams
        warnings.showwarning = shown
        tempfile.tempdir = old_tmp
        watch.note("standard output and error", said.getvalue())
        watch.note("arguments", Path("/proc/self/cmdline").read_bytes())
        mine = {k: v for k, v in os.environ.items() if environment.get(k) != v}
        watch.note("environment", repr(mine))
