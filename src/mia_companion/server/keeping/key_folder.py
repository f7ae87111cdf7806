"""Keys as files of mode 0600 below one folder, each wrapped by the key service.

server/<name>.key                   the server's own
journals/<2 hex>/<sha256>.key       a journal's; empty once destroyed, so that it is never made anew
lock                                held by whoever replaces a file: what is destroyed stays so
wrapped                             there once keys have been wrapped: what opens them is not made anew
"""

import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from mia_companion.server.disk import make_folder, sync_folder, write_new
from mia_companion.server.keeping.key_files import FIRST, KeyFile, Version, read_key_file
from mia_companion.server.keeping.key_service import CannotUnwrap, KeyService, Wrapped
from mia_companion.server.keys import KeysMissing
from mia_companion.server.locks import file_lock
from mia_companion.server.surroundings import Surroundings

Mark = tuple[int, int, int] | None
"""What a file looks like from outside; None where it is away."""


LOOK_SECONDS = 0.05
"""How long what was read of a file is believed. Each look is a call to the system that lets other threads in,
so that one at each use would cost the writing thread more than all its sealing."""


@dataclass(slots=True)
class Held:
    """A key's file as it was read: its path and mark then, its keys by number, the one that is used last."""

    path: str
    mark: Mark
    keys: dict[int, bytes]
    file: KeyFile
    looked_at: float

    def is_still_so(self) -> bool:
        """Also where the file is away a key is what it was: only an empty file ends it."""
        now = time.monotonic()
        if now - self.looked_at < LOOK_SECONDS:
            return True
        mark = mark_of(self.path)
        if mark is not None and mark != self.mark:
            return False
        self.looked_at = now
        return True


class KeyFolder:
    """The files, and what opens them. Raises KeysMissing for what the key service does not open."""

    def __init__(self, folder: Path, service: KeyService, around: Surroundings) -> None:
        self.folder = folder
        self.service = service
        self._around = around

    def journal_path(self, journal: str) -> Path:
        """Where a journal's key lies, or will."""
        name = hashlib.sha256(journal.encode()).hexdigest()
        return self.folder / "journals" / name[:2] / f"{name}.key"

    def server_path(self, name: str) -> Path:
        """Where one of the server's keys lies, or will."""
        return self.folder / "server" / f"{name}.key"

    @contextmanager
    def replacing(self) -> Iterator[None]:
        """Nobody else replaces a key's file meanwhile."""
        make_folder(self.folder, 0o700)
        with file_lock(self.folder / "lock"):
            yield

    def replace(self, path: Path, said: KeyFile) -> None:
        """Put this in the place of the file, within `replacing`; for good when its folder is flushed."""
        draft = path.with_suffix(".draft")
        draft.unlink(missing_ok=True)  # a crash in the midst of this may have left it
        write_new(draft, said.write())
        os.replace(draft, path)

    def opened(self, path: Path, one: Version) -> bytes:
        """A version's key."""
        if isinstance(one.kept, bytes):
            return one.kept
        try:
            return self.service.decrypt(one.kept, _bound(path, one.number))
        except CannotUnwrap as error:
            raise KeysMissing(
                f"{path.name} was wrapped by {one.kept.by}, which is not there"
            ) from error

    def wrapped(self, path: Path, number: int, key: bytes) -> Wrapped:
        """A version's key as it is kept now."""
        return self.service.encrypt(key, _bound(path, number))

    def another(self, path: Path, said: KeyFile) -> Version:
        """A new version, to stand beside those."""
        number = max((one.number for one in said.versions), default=FIRST - 1) + 1
        made = self.service.generate_data_key(_bound(path, number)).wrapped
        return Version(number, made, self._around.clock())

    def read_or_make(self, path: Path) -> Held:
        """The file, which is made where it is not there, and is there for good then."""
        with suppress(FileNotFoundError):
            return self.read(path)
        make_folder(path.parent, 0o700)
        # Under the lock, so that whoever changes what wraps knows when nobody wraps with what was before.
        with self.replacing():
            self._make(path)
        return self.read(path)

    def _make(self, path: Path) -> None:
        # Written beside and linked into place, so that no process ever reads half a key and the
        # first of two that race wins.
        draft = path.with_name(f"{path.name}.{os.getpid()}.{self._around.randomness(8).hex()}")
        write_new(draft, KeyFile((self.another(path, KeyFile()),)).write())
        try:
            os.link(draft, path)
            _flush_name(path)
        except FileExistsError:
            sync_folder(path.parent)
        finally:
            draft.unlink()

    def read(self, path: Path) -> Held:
        """The file. Raises FileNotFoundError, and ValueError for what is not a key."""
        looked_at, mark = (
            time.monotonic(),
            mark_of(str(path)),
        )  # before the content: a file replaced in between is read again
        try:
            said = read_key_file(path.read_bytes())
        except ValueError as error:
            raise ValueError(f"{path} is not a key") from error
        keys = {one.number: self.opened(path, one) for one in said.versions}
        order = sorted(keys, key=lambda number: (number == said.use, number))
        return Held(str(path), mark, {number: keys[number] for number in order}, said, looked_at)


def mark_of(path: str) -> Mark:
    """How the file looks now."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return None
    return found.st_mtime_ns, found.st_ino, found.st_size


def _bound(path: Path, number: int) -> str:
    return f"{path.stem}|{number}"


def _flush_name(path: Path) -> None:
    """A key whose name may be gone after a power cut is not left for the next one to find."""
    try:
        sync_folder(path.parent)
    except OSError:
        path.unlink()
        raise
