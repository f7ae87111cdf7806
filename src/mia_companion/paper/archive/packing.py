"""The ZIP itself: files are put in one by one as they come, and what is said of them last.

Packing ──put(file, bytes or None)──▶ … ──close()──▶ everything.html, everything.json, its schema
"""

import json
import zipfile
from typing import IO

from mia_companion.i18n.words import Words
from mia_companion.paper.archive.page import page
from mia_companion.paper.archive.schema import schema
from mia_companion.paper.archive.shape import (
    NAME,
    PAGE_NAME,
    SCHEMA_NAME,
    SOME_FILES,
    Archive,
    SaidFile,
)


class Packing:
    """One archive on its way into an open binary file."""

    def __init__(self, into: IO[bytes], archive: Archive, words: Words) -> None:
        self._zip = zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED)
        self._archive = archive
        self._words = words
        self._files: dict[str, SaidFile] = {}

    @property
    def files(self) -> tuple[SaidFile, ...]:
        """Those to be put in."""
        return self._archive.files

    def put(self, file: SaidFile, content: bytes | None) -> None:
        """The bytes of one of the files, or None where they cannot be had."""
        if content is None or file.path is None:
            self._files[file.blob_id] = file.model_copy(update={"path": None})
            return
        self._files[file.blob_id] = file
        self._zip.writestr(file.path, content)

    def close(self) -> Archive:
        """Write what is said, and be done. What was never put in is told as missing."""
        files = tuple(
            self._files.get(one.blob_id, one.model_copy(update={"path": None}))
            for one in self._archive.files
        )
        left_out = self._archive.left_out
        if any(one.path is None for one in files) and SOME_FILES not in left_out:
            left_out = (*left_out, SOME_FILES)
        whole = self._archive.model_copy(update={"files": files, "left_out": left_out})
        with self._zip as put:
            put.writestr(PAGE_NAME, _bytes(page(whole, self._words)))
            said = whole.model_dump(mode="json", by_alias=True)
            put.writestr(NAME, _bytes(json.dumps(said, ensure_ascii=False, indent=1)))
            put.writestr(SCHEMA_NAME, json.dumps(schema(), ensure_ascii=False, indent=1))
        return whole


def _bytes(said: str) -> bytes:
    return said.encode("utf-8", "replace")
