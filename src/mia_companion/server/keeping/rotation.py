"""Keys are changed while servers run, whenever it stops and goes on.

    begun ─▶ another version wraps ─▶ each file: a new version beside the others, all wrapped anew; flushed
      │                                 └─▶ every process has seen it ─▶ each file: that version is used
      │ `rotation.json` says since when       └─▶ what wrapped before is to be deleted ─▶ over
      ▼
    a crash: the next run goes on with it, and passes over files that are done

A file is replaced whole, under the lock that destroying takes, so that what is destroyed stays destroyed.
No entry is read or written: what lies in the database opens with the version that sealed it.
"""

import json
import os
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby
from pathlib import Path

from mia_companion.server.disk import make_folder, sync_folder, write_new
from mia_companion.server.keeping import key_folder
from mia_companion.server.keeping.key_files import KeyFile, Version, read_key_file
from mia_companion.server.keeping.key_folder import KeyFolder
from mia_companion.server.keeping.key_service import Wrapped
from mia_companion.server.keeping.key_store import LIVES, still_good
from mia_companion.server.surroundings import Surroundings

RENEWED = frozenset({"receipt", "access", "refresh", "codes"})
"""The server's own keys that get another version. Devices hold what was made with `leave`; the others' lines
are a chain that each of their readers follows from its beginning."""

KEPT_FOR = timedelta(days=30)
"""How long what wrapped before still opens: as long as a backup of the keys is good."""


@dataclass(frozen=True, slots=True)
class Rotated:
    """What was done: files of keys wrapped anew, journals and server's keys with another version."""

    wrapped: int
    journals: int
    servers: int
    went_on: bool


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to change: what wraps, the journals' keys, the server's; and whether the server's old versions of
    tokens and codes end at once, because somebody else may have them."""

    wrapping: bool = True
    journals: bool = True
    servers: bool = True
    end_old: bool = False


class Rotation:
    """Changes the keys of one folder."""

    def __init__(self, files: KeyFolder, around: Surroundings) -> None:
        self._files = files
        self._around = around
        self._note = files.folder / "rotation.json"

    def run(self, wanted: Wanted) -> Rotated:
        """All of it; one that was cut off before is gone on with, as it was wanted then. Blocks for about
        two flushes a key. Raises KeysMissing, and then changes nothing that opens what is there."""
        since, wanted, went_on = self._begun(wanted)
        with self._files.replacing():
            pass  # whoever was making a key with what wrapped before has made it
        done = (0, 0, 0)
        for folder, paths in self._folders():
            more = self._renew(folder, paths, since, wanted)
            done = (done[0] + more[0], done[1] + more[1], done[2] + more[2])
        time.sleep(2 * key_folder.LOOK_SECONDS)
        for folder, paths in self._folders():
            self._use(folder, paths, wanted)
        if wanted.wrapping:
            self._retire()
        self._note.unlink(missing_ok=True)
        sync_folder(self._note.parent)
        return Rotated(*done, went_on=went_on)

    def _begun(self, wanted: Wanted) -> tuple[datetime, Wanted, bool]:
        if self._note.exists():
            said = json.loads(self._note.read_bytes())
            return datetime.fromisoformat(said.pop("since")), Wanted(**said), True
        since = self._around.clock()
        if wanted.wrapping:
            self._files.service.rotate()
        said = {"since": since.isoformat(), **asdict(wanted)}
        draft = self._note.with_suffix(".draft")
        draft.unlink(missing_ok=True)
        make_folder(self._note.parent, 0o700)
        write_new(draft, json.dumps(said).encode())
        os.replace(draft, self._note)
        sync_folder(self._note.parent)
        return since, wanted, False

    def _all(self) -> Iterator[Path]:
        yield from sorted((self._files.folder / "server").glob("*.key"))
        yield from sorted((self._files.folder / "journals").glob("??/*.key"))

    def _folders(self) -> Iterator[tuple[Path, list[Path]]]:
        for folder, paths in groupby(self._all(), key=lambda path: path.parent):
            yield folder, list(paths)

    def _renew(
        self, folder: Path, paths: list[Path], since: datetime, wanted: Wanted
    ) -> tuple[int, int, int]:
        """How many were wrapped anew, and how many journals' and server's keys have another version."""
        is_server = folder.name == "server"
        wrapped = added = 0
        for path in paths:
            fits = wanted.servers and path.stem in RENEWED if is_server else wanted.journals
            with self._files.replacing():
                before = read_key_file(path.read_bytes())
                if not before.versions:
                    continue
                after = self._wrapped_anew(path, before)
                wrapped += after != before
                if fits and not _is_since(before.versions[-1], since):
                    another = self._files.another(path, before)
                    after = replace(after, versions=(*after.versions, another))
                    added += 1
                if after != before:
                    self._files.replace(path, after)
        sync_folder(folder)
        return (wrapped, 0, added) if is_server else (wrapped, added, 0)

    def _use(self, folder: Path, paths: list[Path], wanted: Wanted) -> None:
        for path in paths:
            with self._files.replacing():
                before = read_key_file(path.read_bytes())
                if before.versions and (after := self._used(path, before, wanted)) != before:
                    self._files.replace(path, after)
        sync_folder(folder)

    def wrap_all(self) -> None:
        """Have every key wrapped by what wraps now: of a backup, they were by what is to be deleted."""
        for path in self._all():
            with self._files.replacing():
                before = read_key_file(path.read_bytes())
                if (after := self._wrapped_anew(path, before)) != before:
                    self._files.replace(path, after)
            sync_folder(path.parent)

    def _wrapped_anew(self, path: Path, said: KeyFile) -> KeyFile:
        now_wraps = self._files.service.current()

        def anew(one: Version) -> Version:
            if isinstance(one.kept, Wrapped) and one.kept.by == now_wraps:
                return one
            key = self._files.opened(path, one)
            return replace(one, kept=self._files.wrapped(path, one.number, key))

        return replace(said, versions=tuple(anew(one) for one in said.versions))

    def _used(self, path: Path, said: KeyFile, wanted: Wanted) -> KeyFile:
        """The newest version is used, and what has aged out goes."""
        used = replace(said, use=said.versions[-1].number)
        if path.parent.name != "server":
            return used
        good = still_good(path.stem, used, self._around.clock())
        if wanted.end_old and path.stem in LIVES:
            good = [one for one in good if one.number == used.use]
        return replace(used, versions=tuple(good))

    def _retire(self) -> None:
        """What wrapped before opens nothing in a while, when nothing is wrapped by it any more."""
        now_wraps = self._files.service.current()
        for path in self._all():
            for one in read_key_file(path.read_bytes()).versions:
                if not isinstance(one.kept, Wrapped) or one.kept.by != now_wraps:
                    raise RuntimeError(f"{path.name} is not wrapped by {now_wraps}")
        self._files.service.schedule_deletion(now_wraps, self._around.clock() + KEPT_FOR)


def _is_since(one: Version, since: datetime) -> bool:
    return one.since is not None and one.since >= since
