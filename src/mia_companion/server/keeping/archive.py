"""What lies in a backup, once it is decrypted: a tar whose members come in this order.

    manifest.json                    what it is: form, schema, when, which tables with which columns
    tables/<name>/<number>.jsonl.gz  rows, an array a line; bytes in base64
    end.json                         rows by table, a digest of all before it, and a MAC over that

The MAC is under a key of the server's: anybody may encrypt for a recipient, and what somebody else made must
not be taken for ours. It is the same on both engines, so that what one had is restored into the other.
"""

import hashlib
import json
import tarfile
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple

from pydantic import ValidationError

from mia_companion.domain.entries import Frozen
from mia_companion.server.keys import KeyStore
from mia_companion.server.macs import mac, same

FORM = 1
KEY = "backup"
MANIFEST, END, TABLES = "manifest.json", "end.json", "tables/"
_MOST_BYTES = 256 * 1024 * 1024
_BUFFER = 1024 * 1024


class NotABackup(Exception):
    """It was decrypted, and is not a backup of this server: not whole, changed, or made by somebody else."""


class Column(Frozen):
    """A column's name, and what its values are: `text`, `int`, `float`, `bool` or `bytes`."""

    name: str
    kind: str


class Table(Frozen):
    """A table's name and columns."""

    name: str
    columns: tuple[Column, ...]


class Manifest(Frozen):
    """What the backup is. `schema_version` is the migration that the tables are at; `taken_at` ISO 8601."""

    form: int = FORM
    schema_version: str
    taken_at: str
    engine: str
    tables: tuple[Table, ...]


class Member(NamedTuple):
    """A piece of a table: its name, and what lies in the archive for it."""

    table: str
    content: bytes


class ArchiveWriter:
    """Writes members to a stream. Blocks as that does."""

    def __init__(self, out: BinaryIO, keys: KeyStore, manifest: Manifest) -> None:
        self._out = out
        self._keys = keys
        self._digest = hashlib.sha256()
        self._count = 0
        self.rows = dict.fromkeys((one.name for one in manifest.tables), 0)
        self._put(MANIFEST, manifest.model_dump_json().encode())

    def add(self, table: str, content: bytes, rows: int) -> None:
        """A piece of a table, with so many rows."""
        self._count += 1
        self.rows[table] += rows
        self._put(f"{TABLES}{table}/{self._count:08}.jsonl.gz", content)

    def end(self) -> None:
        """Nothing more comes."""
        said = _ending(self.rows, self._digest.hexdigest())
        proof = mac(self._keys.server_key(KEY), said).hex()
        self._put(END, json.dumps({"said": said, "mac": proof}).encode())
        put_end(self._out)

    def _put(self, name: str, content: bytes) -> None:
        put_member(self._out, name, content)
        _digested(self._digest, name, content)


class ArchiveReader:
    """Reads members from a stream, and knows in the end whether they were all. Raises NotABackup."""

    def __init__(self, stream: BinaryIO, keys: KeyStore) -> None:
        self._keys = keys
        self._digest = hashlib.sha256()
        self._found: dict[str, Any] = {}
        try:
            self._tar = tarfile.open(fileobj=stream, mode="r|", bufsize=_BUFFER)  # noqa: SIM115
        except tarfile.TarError as error:
            raise NotABackup("it is something else") from error
        name, content = self._next()
        try:
            self.manifest = Manifest.model_validate_json(content)
        except ValidationError as error:
            raise NotABackup("it does not say what it is") from error
        if name != MANIFEST or self.manifest.form != FORM:
            raise NotABackup("it has another form")

    def members(self) -> Iterator[Member]:
        """The pieces, until the end was found."""
        while True:
            before = self._digest.hexdigest()
            name, content = self._next()
            if name == END:
                self._found = {"digest": before, "end": content}
                return
            if not name.startswith(TABLES):
                raise NotABackup(f"{name} does not belong there")
            yield Member(name.split("/")[1], content)

    def check(self, rows: dict[str, int]) -> None:
        """Whether that was all of it, and whether it is ours."""
        try:
            end = json.loads(self._found["end"])
            said, proof = str(end["said"]).encode(), str(end["mac"]).encode()
        except (KeyError, ValueError, TypeError) as error:
            raise NotABackup("its end is missing") from error
        if said.decode() != _ending(rows, self._found["digest"]):
            raise NotABackup("what is there is not what was put there")
        wanted = (mac(key, said.decode()).hex().encode() for key in self._keys.server_keys(KEY))
        if not any(same(one, proof) for one in wanted):
            raise NotABackup("it was not made by a server with these keys")

    def _next(self) -> tuple[str, bytes]:
        try:
            info = self._tar.next()
            if info is None or not info.isfile() or info.size > _MOST_BYTES:
                raise NotABackup("it ends too early, or holds what does not belong there")
            content = self._tar.extractfile(info)
            found = content.read() if content else b""
        except (tarfile.TarError, OSError, EOFError) as error:
            raise NotABackup("it is not whole") from error
        if len(found) != info.size:
            raise NotABackup("it is not whole")
        self._tar.members = []  # type: ignore[attr-defined]  # or it would remember each
        _digested(self._digest, info.name, found)
        return info.name, found


def put_member(out: BinaryIO, name: str, content: bytes) -> None:
    """A file in a tar that is being written."""
    info = tarfile.TarInfo(name)
    info.size, info.mode = len(content), 0o600
    out.write(info.tobuf(tarfile.PAX_FORMAT))
    out.write(content)
    out.write(bytes(-len(content) % tarfile.BLOCKSIZE))


def put_end(out: BinaryIO) -> None:
    """Nothing more comes in that tar."""
    out.write(bytes(2 * tarfile.BLOCKSIZE))


def _digested(digest: Any, name: str, content: bytes) -> None:
    digest.update(f"{name}|{len(content)}|".encode())
    digest.update(content)


def _ending(rows: dict[str, int], digest: str) -> str:
    return json.dumps({"rows": rows, "sha256": digest}, sort_keys=True, separators=(",", ":"))
