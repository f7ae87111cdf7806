"""The key that wraps the data keys, in a file of its own: `MIA_KEK_FILE`, on another disk than the keys.

    {"form":1,"now":"2-9f86d081","versions":{"1-…":{"key":"<base64>","until":"2026-…"},"2-…":{…}}}

A version's name ends in a digest of its key, so that nobody takes another file's for it. One whose `until`
has passed opens nothing, and its bytes go at the next writing.
"""

import base64
import hashlib
import json
import os
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from mia_companion.server.disk import make_folder, sync_folder, write_new
from mia_companion.server.keeping.key_service import CannotUnwrap, DataKey, Wrapped
from mia_companion.server.keys import KEY_BYTES, KeysMissing
from mia_companion.server.locks import file_lock
from mia_companion.server.surroundings import Surroundings

_NONCE_BYTES = 12
_Said = dict[str, Any]


class FileKeyService:
    """Wraps with AES-256-GCM under the file's present version. Shared by processes; follows the file."""

    def __init__(self, file: Path, around: Surroundings) -> None:
        self._file = file
        self._lock = file.with_name(file.name + ".lock")
        self._around = around
        self._seen: tuple[tuple[int, int, int], _Said] | None = None

    def begin(self) -> None:
        """Make the file, unless it is there; it is there for good when this returns."""
        if self._file.exists():
            sync_folder(self._file.parent)
            return
        make_folder(self._file.parent, 0o700)
        with file_lock(self._lock):
            if not self._file.exists():
                self._write(_use_newest(self._with_another({"form": 1, "now": "", "versions": {}})))

    def current(self) -> str:
        """See `KeyService`."""
        return str(self._said()["now"])

    def encrypt(self, plain: bytes, bound: str) -> Wrapped:
        """See `KeyService`."""
        by = self.current()
        nonce = self._around.randomness(_NONCE_BYTES)
        sealed = nonce + self._cipher(by).encrypt(nonce, plain, _bound(by, bound))
        return Wrapped(by, base64.b64encode(sealed).decode())

    def decrypt(self, wrapped: Wrapped, bound: str) -> bytes:
        """See `KeyService`."""
        try:
            sealed = base64.b64decode(wrapped.text, validate=True)
            nonce, rest = sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:]
            return self._cipher(wrapped.by).decrypt(nonce, rest, _bound(wrapped.by, bound))
        except (InvalidTag, ValueError) as error:
            raise CannotUnwrap(wrapped.by) from error

    def generate_data_key(self, bound: str) -> DataKey:
        """See `KeyService`."""
        plain = self._around.randomness(KEY_BYTES)
        return DataKey(plain, self.encrypt(plain, bound))

    def rotate(self) -> str:
        """See `KeyService`."""
        # There for good before anybody wraps with it. One that a crash left there is taken.
        self._change(self._with_another)
        self._change(_use_newest)
        return self.current()

    def schedule_deletion(self, older_than: str, at: datetime) -> None:
        """See `KeyService`."""

        def ends(said: _Said) -> _Said:
            versions = {
                name: {"until": at.isoformat()} | one
                if _number(name) < _number(older_than)
                else one
                for name, one in said["versions"].items()
            }
            return said | {"versions": versions}

        if _number(older_than) > _number(self.current()):
            raise ValueError("nothing would open what is wrapped now")
        self._change(ends)

    def _change(self, change: Callable[[_Said], _Said]) -> None:
        with file_lock(self._lock):
            said = change(self._read())
            now = self._around.clock()
            kept = {name: one for name, one in said["versions"].items() if not _is_over(one, now)}
            self._write(said | {"versions": kept})

    def _with_another(self, said: _Said) -> _Said:
        if said["versions"] and _newest(said) != said["now"]:
            return said
        key = self._around.randomness(KEY_BYTES)
        digest = hashlib.sha256(b"mia-companion kek" + key).hexdigest()[:8]
        number = _number(_newest(said)) + 1
        added = {f"{number}-{digest}": {"key": base64.b64encode(key).decode()}}
        return said | {"versions": said["versions"] | added}

    def _cipher(self, version: str) -> AESGCM:
        one = self._said()["versions"].get(version)
        if one is None or _is_over(one, self._around.clock()):
            raise CannotUnwrap(version)
        return AESGCM(base64.b64decode(one["key"]))

    def _said(self) -> _Said:
        try:
            found = os.stat(self._file)
        except FileNotFoundError:
            raise KeysMissing(f"{self._file}, which opens the keys, is not there") from None
        mark = (found.st_mtime_ns, found.st_ino, found.st_size)
        if self._seen is None or self._seen[0] != mark:
            self._seen = (mark, self._read())
        return self._seen[1]

    def _read(self) -> _Said:
        try:
            said: _Said = json.loads(self._file.read_bytes())
            if said["form"] != 1 or said["now"] not in said["versions"]:
                raise ValueError(said["form"])
        except (ValueError, KeyError, TypeError) as error:
            raise KeysMissing(f"{self._file} is not a file of ours") from error
        return said

    def _write(self, said: _Said) -> None:
        draft = self._file.with_name(self._file.name + ".draft")
        draft.unlink(missing_ok=True)  # a crash in the midst of this may have left it
        write_new(draft, json.dumps(said, separators=(",", ":")).encode())
        os.replace(draft, self._file)
        sync_folder(self._file.parent)


def _newest(said: _Said) -> str:
    return max(said["versions"], key=_number, default="0-")


def _number(version: str) -> int:
    return int(version.partition("-")[0])


def _use_newest(said: _Said) -> _Said:
    return said | {"now": _newest(said)}


def _is_over(one: _Said, now: datetime) -> bool:
    return "until" in one and datetime.fromisoformat(one["until"]) <= now


def _bound(version: str, bound: str) -> bytes:
    return f"wrapped|{version}|{bound}".encode()
