"""What each parser is given to begin with: what it is made for."""

import gzip
import io
import json
from pathlib import Path

from PIL import Image

from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY, Picture, save_picture
from mia_companion.server.keeping.archive import ArchiveWriter, Column, Manifest, Table
from mia_companion.server.keeping.key_files import KeyFile, Version
from mia_companion.server.keeping.key_service import Wrapped
from tests.fuzz.parsers import KEYS, NOW, confirmed

ROOT = Path(__file__).parents[1]


def seeds() -> dict[str, list[bytes]]:
    """By the names of `parsers.PARSERS`."""
    golden = (ROOT / "golden" / "facts-v1.jsonl").read_bytes().splitlines()
    traffic = [
        json.loads(line)
        for line in (ROOT / "fixtures" / "traffic-v2" / "traffic.jsonl")
        .read_text("utf-8")
        .splitlines()
    ]
    asked = [str(one.get("asked") or "{}").encode() for one in traffic]
    answered = [json.dumps(one.get("answered")).encode() for one in traffic]
    return {
        "shapes": [one for one in {*asked, *answered} if len(one) < 4_000],
        "bodies": [*golden, *(b"\n".join(golden[at : at + 8]) for at in range(0, len(golden), 8))],
        "picture": [save_picture(folded(golden)), save_picture(folded(golden[:9]))],
        "token": [
            *[_token(one) for one in traffic if "access" in (one.get("answered") or {})][:3],
            b"__Host-mia=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
        ],
        "picked": [_photo("JPEG"), _photo("PNG"), _photo("WEBP"), b"%PDF-1.4\n%%EOF", b"Hej\n"],
        "caseload": [
            "Namn;Språk;Start\nElin Ek;svenska;2026-01-05\n".encode(),
            b"name,start\nA,1/2/26\n",
        ],
        "backup": [_archive()],
        "key file": [KeyFile((Version(1, Wrapped("1-ab", "AA=="), NOW),)).write(), bytes(32)],
        "words": [b"https://example.org/a?b", b"010-123 45 67, knapp 2", b"x.example/y"],
    }


def folded(bodies: list[bytes]) -> Picture:
    """What they make together."""
    return fold(EMPTY, [confirmed(one.decode(), at) for at, one in enumerate(bodies, 1)])


def _token(one: dict[str, dict[str, str]]) -> bytes:
    return one["answered"]["access"].encode()


def _archive() -> bytes:
    made = io.BytesIO()
    columns = (Column(name="id", kind="text"), Column(name="sealed", kind="bytes"))
    manifest = Manifest(
        schema_version="0001",
        taken_at="",
        engine="",
        tables=(Table(name="entries", columns=columns),),
    )
    archive = ArchiveWriter(made, KEYS, manifest)
    archive.add("entries", gzip.compress(b'["a","AA=="]\n["b",null]', mtime=0), 2)
    archive.end()
    return made.getvalue()


def _photo(kind: str) -> bytes:
    made = io.BytesIO()
    Image.new("RGB", (24, 16), (40, 90, 70)).save(made, kind)
    return made.getvalue()
