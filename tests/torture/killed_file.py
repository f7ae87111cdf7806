"""One phone's file, killed again and again."""

import json
import os
import random
import selectors
import shutil
import signal
import socket
import time
import traceback
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn

from mia_companion.domain.blobs import BlobRef
from mia_companion.domain.entries import Entry
from mia_companion.store.errors import StoreError
from mia_companion.store.outbox import REFUSED
from mia_companion.store.store import Store
from tests.torture.afterwards import LOST, TORN, Acknowledged, found_wrong
from tests.torture.phone_to_kill import Phone, answer_frame, asked_in, frames
from tests.torture.twin import Twin
from tools.fixtures import FOLDER, KEY


@dataclass
class Seen:
    """What is counted over all kills. `during` is what was being done at the kill; several at once."""

    kills: int = 0
    acknowledged: int = 0
    blobs: int = 0
    lost: int = 0
    torn: int = 0
    closed: int = 0
    during: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


class OneFile:
    """One phone's file, killed again and again, and all that was acknowledged of it."""

    def __init__(self, folder: Path, begins_as: str, seed: int, seen: Seen) -> None:
        self._path = folder / "companion.sqlite"
        self._copy = folder / "copy"
        self._chance = random.Random(seed)
        self._seen = seen
        self._twin = Twin(self._chance)
        self._said = Acknowledged()
        folder.mkdir(parents=True)
        if begins_as:
            shutil.copy(FOLDER / f"{begins_as}.sqlite", self._path)
            self._take_over()

    def _take_over(self) -> None:
        """An old store: what it says is confirmed the server has, and all that waits counts."""
        with _opened(self._path, self._copy) as store:
            for id_, held in store.journals.known().items():
                self._twin.infos[id_] = held.info
                self._twin.journals[id_] = list(store.journals.entries(id_))
            self._twin = Twin(self._chance, self._twin.journals, self._twin.infos)
            for one in store.outbox.all():
                if one.state != REFUSED:
                    self._said.entries[one.entry.id] = one.entry

    def kill_some(self, times: int, first_run: int) -> None:
        """So many, and one that is left alone."""
        for n in range(times):
            early = n < 4 or self._chance.random() < 0.15
            things = 1 if early else self._chance.randrange(2, 24)
            self._run(first_run + n, things, self._chance.uniform(0, 0.006))
            self._check(in_place=self._chance.random() < 0.3)
        self._run(first_run + times)
        self._check(in_place=True, is_even=True)

    def _run(self, run: int, things: int = 0, seconds: float = 0) -> None:
        """Kill when it has said so many things and so much time has passed; without, let it finish."""
        self._twin.write(self._chance.choice((0, 1, 8)))
        said, said_by = os.pipe()
        ours, theirs = socket.socketpair()
        pid = os.fork()
        if pid == 0:
            _be_a_phone(Phone(self._path, run, said_by, theirs), until_even=not things)
        os.close(said_by)
        theirs.close()
        heard = bytearray()
        ends = time.monotonic() + 60
        came = bytearray()
        with selectors.DefaultSelector() as waiting:
            waiting.register(ours, selectors.EVENT_READ)
            waiting.register(said, selectors.EVENT_READ)
            open_lines = {ours, said}
            while open_lines and (left := ends - time.monotonic()) > 0:
                for key, _ in waiting.select(left):
                    raw = _read(key.fd)
                    if not raw:
                        waiting.unregister(key.fileobj)
                        open_lines.discard(key.fileobj)
                    elif key.fd == said:
                        before = heard.count(b"\n")
                        heard += raw
                        if before < things <= heard.count(b"\n"):
                            ends = time.monotonic() + seconds
                    else:
                        came += raw
                        for one in frames(came):
                            ours.sendall(answer_frame(self._twin.answer(*asked_in(one))))
        if things:
            os.kill(pid, signal.SIGKILL)
        _, status = os.waitpid(pid, 0)
        while raw := os.read(said, 1 << 20):
            heard += raw
        os.close(said)
        ours.close()
        if bool(things) != os.WIFSIGNALED(status):
            self._complain(TORN, f"the phone ended by itself: {heard[-300:]!r}")
        self._hear(heard, killed=bool(things))

    def _hear(self, heard: bytearray, *, killed: bool) -> None:
        doing: dict[str, None] = {}
        for told in heard[: heard.rfind(b"\n") + 1].splitlines():
            match json.loads(told):
                case {"begun": what}:
                    doing[what] = None
                case {"ended": what}:
                    doing.pop(what, None)
                case {"entry": raw, **more}:
                    said = Entry.model_validate_json(raw)
                    self._said.entries[said.id] = said
                    self._seen.acknowledged += 1
                    if "blob" in more:
                        self._said.blobs[said.id] = BlobRef.model_validate_json(str(more["blob"]))
                        self._seen.blobs += 1
                case {"draft_begun": words}:
                    self._said.drafts.append(words)
                case {"draft": words}:
                    del self._said.drafts[: self._said.drafts.index(words)]
                case {"mended": _}:
                    self._complain(TORN, "the app found its store broken")
        if killed:
            self._seen.kills += 1
            self._seen.during.update(list(doing) or ["resting"])

    def _check(self, *, in_place: bool, is_even: bool = False) -> None:
        if not self._path.exists():
            if self._said.entries:
                self._complain(LOST, "the whole file")
            return
        try:
            with _opened(self._path, None if in_place else self._copy) as store:
                store.check()
                for how, what in found_wrong(store, self._said, self._twin, is_even=is_even):
                    self._complain(how, what)
        except StoreError as wrong:
            self._complain("closed", repr(wrong))

    def _complain(self, how: str, what: str) -> None:
        setattr(self._seen, how, getattr(self._seen, how) + 1)
        self._seen.wrong.append(f"{how} after {self._seen.kills} kills in {self._path}: {what}")


def _read(handle: int) -> bytes:
    """What has come; nothing when the phone is gone, with an answer unread or without."""
    with suppress(ConnectionResetError):
        return os.read(handle, 1 << 20)
    return b""


@contextmanager
def _opened(path: Path, copy: Path | None) -> Iterator[Store]:
    """The store as it is now, or a copy of it, its log with it."""
    if copy is not None:
        shutil.rmtree(copy, ignore_errors=True)
        copy.mkdir()
        for part in path.parent.glob(f"{path.name}*"):
            shutil.copy(part, copy / part.name)
        path = copy / path.name
    with closing(Store(path, KEY)) as store:
        yield store


def _be_a_phone(phone: Phone, *, until_even: bool) -> NoReturn:
    """In the forked process: nothing of the parent's ever runs here."""
    try:
        phone.live(until_even=until_even)
        os._exit(0)
    except BaseException:
        traceback.print_exc()
        os._exit(1)
