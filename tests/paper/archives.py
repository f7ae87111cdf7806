"""Archives of made-up journals, and what is read back from them."""

import io
import json
import zipfile
from collections.abc import Sequence
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import jsonschema_rs

from mia_companion.i18n.words import words_for
from mia_companion.paper.archive.gathering import Kept, files_of, said_journal
from mia_companion.paper.archive.packing import Packing
from mia_companion.paper.archive.shape import BY_APP, NAME, SCHEMA_NAME, Archive
from tests.example_data import COORDINATOR, NOW, PARTICIPANT, confirmed, entry

GOLDEN = Path(__file__).parent.parent / "golden" / "facts-v1.jsonl"
NAMES = {COORDINATOR: "Karin Berg"}
PHOTO = b"\x89PNG and more"


def archived(kept: Sequence[Kept], tag: str = "sv", **more: Any) -> Archive:
    journals = (said_journal("shared", "", kept, NAMES),)
    return Archive(
        made_at=NOW,
        made_by=BY_APP,
        language=tag,
        participant=PARTICIPANT,
        name="Amina",
        journals=journals,
        files=files_of(journals),
        **more,
    )


def packed(archive: Archive, have: dict[str, bytes] | None = None) -> zipfile.ZipFile:
    into = io.BytesIO()
    packing = Packing(into, archive, words_for(archive.language))
    for file in packing.files:
        packing.put(file, (have or {}).get(file.blob_id))
    packing.close()
    return zipfile.ZipFile(io.BytesIO(into.getvalue()))


def golden() -> list[Kept]:
    bodies = GOLDEN.read_text("utf-8").splitlines()
    own = [
        entry("{}", f"golden-{n:04}").model_copy(update={"body": b}) for n, b in enumerate(bodies)
    ]
    return [Kept.of(confirmed(one, n)) for n, one in enumerate(own, 1)]


def valid(opened: zipfile.ZipFile) -> dict[str, Any]:
    said: dict[str, Any] = json.loads(opened.read(NAME))
    beside = json.loads(opened.read(SCHEMA_NAME))
    jsonschema_rs.validator_for(beside, validate_formats=True).validate(said)
    return said


class Read(HTMLParser):
    """What a browser would make of a page: its text, and every tag with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.text = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data
