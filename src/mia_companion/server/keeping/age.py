"""What is encrypted for a key that does not lie here: the age format, as a stream that nothing waits for.

    whoever writes ─▶ pipe ─▶ a thread that encrypts ─▶ a file
    a file ─▶ a thread that decrypts ─▶ pipe ─▶ whoever reads

Each 64 KiB carry their own proof, and the last of them says that it is the last: what was changed or cut off
is found before anything of that piece is given on.
"""

import io
import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, BinaryIO

import pyrage

from mia_companion.server.disk import sync_folder, write_new

_PIECE = 1024 * 1024


class NoRecipient(Exception):
    """Neither a recipient nor a file of them."""


class NoIdentity(Exception):
    """Not a file with an age identity."""


class NotOpened(Exception):
    """The file is for another key, was changed, or is not whole."""


def recipients_of(said: Sequence[str]) -> list[Any]:
    """Each is `age1…`, a public SSH key, or a file with one of them a line. Raises NoRecipient."""
    found = []
    for one in said:
        is_one = one.startswith(("age1", "ssh-"))
        lines = [one] if is_one else _lines(Path(one), NoRecipient)
        found += [_recipient(line) for line in lines]
    if not found:
        raise NoRecipient(", ".join(said))
    return found


def identities_of(file: Path) -> list[Any]:
    """What the file holds. Raises NoIdentity."""
    text = _lines(file, NoIdentity)
    try:
        if text and text[0].startswith("-----BEGIN"):
            return [pyrage.ssh.Identity.from_buffer(file.read_bytes())]
        found = [pyrage.x25519.Identity.from_str(line) for line in text]
    except pyrage.IdentityError as error:
        raise NoIdentity(str(file)) from error
    if not found:
        raise NoIdentity(str(file))
    return found


def new_identity(file: Path) -> str:
    """Make a key pair: the identity in a new file that only its owner reads; gives the recipient.

    Raises FileExistsError.
    """
    made = pyrage.x25519.Identity.generate()
    recipient = str(made.to_public())
    write_new(file, f"# {recipient}\n{made}\n".encode())
    return recipient


@contextmanager
def sealed_file(file: Path, recipients: Sequence[Any]) -> Iterator[BinaryIO]:
    """Something to write to. The file has its name when all of it is on the disk, and not before.

    Raises FileExistsError, and OSError for a disk that is full.
    """
    if file.exists():
        raise FileExistsError(file)
    draft = file.with_name(file.name + ".part")
    draft.unlink(missing_ok=True)  # a crash may have left it
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "wb") as out:
            with sealing(out, recipients) as into:
                yield into
            out.flush()
            os.fsync(out.fileno())
        _name(draft, file)
        sync_folder(file.parent)
    finally:
        draft.unlink(missing_ok=True)


@contextmanager
def sealing(out: BinaryIO, recipients: Sequence[Any]) -> Iterator[BinaryIO]:
    """Something to write to; `out` is whole when this ends well."""
    read, write = os.pipe()
    there = os.fdopen(read, "rb", buffering=_PIECE)
    work = _Work(lambda: pyrage.encrypt_io(there, out, recipients), there)
    into = os.fdopen(write, "wb", buffering=_PIECE)
    try:
        with suppress(BrokenPipeError):  # the thread knows why
            yield into
    finally:
        with suppress(BrokenPipeError):
            into.close()
        work.join()
    if work.error is not None:
        raise OSError(f"it could not be written: {work.error}") from work.error


@contextmanager
def opening(file: BinaryIO, identities: Sequence[Any]) -> Iterator[BinaryIO]:
    """Something to read from. Raises NotOpened, at the latest in the end, also for what was not read."""
    read, write = os.pipe()
    there = os.fdopen(write, "wb", buffering=0)
    work = _Work(lambda: pyrage.decrypt_io(file, there, identities), there)
    out = os.fdopen(read, "rb", buffering=_PIECE)
    try:
        yield out
        while out.read(_PIECE):
            pass
    except Exception:
        # What was cut off looks to the reader like anything: the thread knows what it was.
        out.close()
        work.join()
        if work.error is not None and not isinstance(work.error, BrokenPipeError):
            raise NotOpened(str(work.error)) from work.error
        raise
    finally:
        with suppress(OSError):
            out.close()
        work.join()
    if work.error is not None:
        raise NotOpened(str(work.error)) from work.error


def _name(draft: Path, file: Path) -> None:
    """Not in the place of what has come there meanwhile, where the disk can say so: some know no links."""
    try:
        os.link(draft, file)
    except FileExistsError:
        raise
    except OSError:
        os.rename(draft, file)


class _Work:
    """A thread at one end of a pipe, and what it failed with."""

    def __init__(self, does: Callable[[], object], end: io.IOBase | BinaryIO) -> None:
        self.error: Exception | None = None
        self._does = does
        self._end = end
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def join(self) -> None:
        """Until it is done; harmless when repeated."""
        self._thread.join()

    def _run(self) -> None:
        try:
            self._does()
        except Exception as error:  # the library has errors of its own
            self.error = error
        finally:
            with suppress(OSError):
                self._end.close()


def _recipient(line: str) -> Any:
    kind = pyrage.ssh if line.startswith("ssh-") else pyrage.x25519
    try:
        return kind.Recipient.from_str(line)
    except pyrage.RecipientError as error:
        raise NoRecipient(line) from error


def _lines(file: Path, wrong: type[Exception]) -> list[str]:
    try:
        text = file.read_text("utf-8")
    except (OSError, ValueError) as error:
        raise wrong(str(file)) from error
    return [line.strip() for line in text.splitlines() if line.strip() and line[0] != "#"]
