"""What whoever stole a backup, its key and everything else of a server can read of somebody."""

import base64
import gzip
import io
import json
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pyrage
from cryptography.exceptions import InvalidTag

from mia_companion.server.keeping.key_files import read_key_file
from mia_companion.server.keeping.opening import service_of
from mia_companion.server.sealing import Sealer
from mia_companion.server.settings import Settings
from mia_companion.server.surroundings import Surroundings

Row = dict[str, Any]
IDENTITY = pyrage.x25519.Identity.generate()
"""What opens the backups of the tests."""

_ROW_OF: dict[str, Callable[[Row], str]] = {
    "entries": lambda row: str(row["id"]),
    "quarantine": lambda row: str(row["id"]),
    "server_pictures": lambda row: str(row["journal"]),
    "blob_parts": lambda row: f"{row['blob']}/{row['starts']}",
}
"""What a sealed value is bound to, by its table."""


def decrypted(file: Path) -> bytes:
    """The archive in the clear."""
    out = io.BytesIO()
    pyrage.decrypt_io(io.BytesIO(file.read_bytes()), out, [IDENTITY])
    return out.getvalue()


def rows_in(plain: bytes) -> dict[str, list[Row]]:
    """Every row of the archive, with its bytes as they were."""
    found: dict[str, list[Row]] = {}
    with tarfile.open(fileobj=io.BytesIO(plain)) as tar:
        manifest = json.loads(_content(tar, "manifest.json"))
        columns = {one["name"]: one["columns"] for one in manifest["tables"]}
        for name in [one for one in tar.getnames() if one.startswith("tables/")]:
            table = name.split("/")[1]
            for line in gzip.decompress(_content(tar, name)).splitlines():
                values = zip(columns[table], json.loads(line), strict=True)
                found.setdefault(table, []).append({c["name"]: _raw(c, v) for c, v in values})
    return found


def everything_in(plain: bytes) -> bytes:
    """The archive, and what is packed and encoded in it, one after the other."""
    values = [
        value if isinstance(value, bytes) else str(value).encode()
        for rows in rows_in(plain).values()
        for row in rows
        for value in row.values()
    ]
    return b"\n".join([plain, *values])


def all_keys(settings: Settings) -> list[bytes]:
    """Every key that lies in the server's key store, opened with what wraps them."""
    service = service_of(settings, Surroundings())
    return [
        service.decrypt(one.kept, f"{path.stem}|{one.number}")  # type: ignore[arg-type]
        for path in settings.keys.rglob("*.key")
        for one in read_key_file(path.read_bytes()).versions
    ]


def opened_by(keys: list[bytes], rows: dict[str, list[Row]]) -> Iterator[tuple[str, bytes]]:
    """What any of the keys opens of the rows, tried one with each: by journal."""
    for table, bound in _ROW_OF.items():
        for row in rows.get(table, []):
            for key in keys:
                try:
                    yield (
                        row["journal"],
                        Sealer({1: key}, bytes).open(table, bound(row), row["sealed"]),
                    )
                except InvalidTag:
                    continue


def _content(tar: tarfile.TarFile, name: str) -> bytes:
    content = tar.extractfile(name)
    assert content
    return content.read()


def _raw(column: dict[str, str], value: Any) -> Any:
    return base64.b64decode(value) if column["kind"] == "bytes" and value is not None else value
