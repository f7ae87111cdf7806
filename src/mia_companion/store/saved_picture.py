"""The bytes of a saved picture's row: what is live, and of what is settled only what its chunks say unopened.

contents │ labels, live steps │ labels, live messages │ … │ labels of chunk 7 │ labels of chunk 9 │ …
one line   read when one of them is first asked for         the chunks lie in rows of their own
"""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from pydantic import AwareDatetime, ValidationError

from mia_companion.domain.entries import Frozen
from mia_companion.domain.layers import Layers, live
from mia_companion.domain.picture import (
    EMPTY,
    FOLD_VERSION,
    MAPS,
    Picture,
    load_part,
    load_picture,
    save_part,
)
from mia_companion.domain.shelf import Chunk, Shelf, labels_of
from mia_companion.store.errors import StoreBroken

Chunks = Mapping[str, tuple[Chunk[Any], ...]]
"""Those of each map, by its name; each `place` is the number of its row."""
Fetch = Callable[[str, int], Mapping[str, Any]]
"""The items of a map's chunk, by the map's name and the number."""
Read = Callable[[str, bytes], Mapping[str, Any]]
"""The live items of a map, from their bytes."""

_LABEL_BYTES = 4


class _Live(Frozen):
    """A map's live items: how many labels, and how many bytes."""

    name: str
    labels: int
    size: int


class _Settled(Frozen):
    """A chunk of a map: how many labels of both sorts, and what else it says unopened."""

    name: str
    number: int
    labels: int
    about: int
    upto: int
    latest: AwareDatetime | None


class _Contents(Frozen):
    """The first line. Before there were shelves, it was the fold's version alone."""

    fold: int
    seq: int
    as_of: AwareDatetime | None
    live: tuple[_Live, ...]
    settled: tuple[_Settled, ...]


def pack(picture: Picture, chunks: Chunks) -> bytes:
    """The live part of a picture, and what its chunks say unopened."""
    lives, body = [], []
    for name in MAPS:
        if items := live(getattr(picture, name)):
            labels, raw = labels_of(items), save_part(name, items)
            lives.append(_Live(name=name, labels=len(labels), size=len(raw)))
            body += [_bytes(labels), raw]
    settled = [(name, chunk) for name, some in chunks.items() for chunk in some]
    for _, chunk in settled:
        body += [_bytes(chunk.labels), _bytes(chunk.about)]
    contents = _Contents(
        fold=FOLD_VERSION,
        seq=picture.seq,
        as_of=picture.as_of,
        live=tuple(lives),
        settled=tuple(_told(name, chunk) for name, chunk in settled),
    )
    return contents.model_dump_json().encode() + b"\n" + b"".join(body)


def _told(name: str, chunk: Chunk[Any]) -> _Settled:
    return _Settled(
        name=name,
        number=chunk.place or 0,
        labels=len(chunk.labels),
        about=len(chunk.about),
        upto=chunk.upto,
        latest=chunk.latest,
    )


def unpack(raw: bytes, read: Read, fetch: Fetch) -> Picture | None:
    """The picture, none of it in memory yet; None when another fold made it."""
    line, _, body = raw.partition(b"\n")
    try:
        if line.isdigit():
            return load_picture(body) if int(line) == FOLD_VERSION else None
        contents = _Contents.model_validate_json(line)
    except ValidationError:
        return None
    if contents.fold != FOLD_VERSION:
        return None
    return _laid_out(contents, _Reader(body), read, fetch)


def _laid_out(contents: _Contents, reader: "_Reader", read: Read, fetch: Fetch) -> Picture:
    bases: dict[str, Chunk[Any]] = {}
    for part in contents.live:
        labels = reader.labels(part.labels)
        bases[part.name] = Chunk(labels, partial(read, part.name, reader.raw(part.size)))
    shelves: dict[str, list[Chunk[Any]]] = {}
    for one in contents.settled:
        labels, about = reader.labels(one.labels), reader.labels(one.about)
        chunk: Chunk[Any] = Chunk(
            labels,
            partial(fetch, one.name, one.number),
            about=about,
            upto=one.upto,
            latest=one.latest,
            place=one.number,
        )
        shelves.setdefault(one.name, []).append(chunk)
    maps: dict[str, Any] = {
        name: Layers(bases.get(name, {}), {}, Shelf(tuple(shelves.get(name, ()))))
        for name in bases.keys() | shelves.keys()
    }
    return replace(EMPTY, seq=contents.seq, as_of=contents.as_of, **maps)


def read_items(name: str, raw: bytes) -> Mapping[str, Any]:
    """Items of a map. What was sealed as they are and cannot be read is damage, too."""
    try:
        return load_part(name, raw)
    except ValidationError as wrong:
        raise StoreBroken(f"{name}: items that cannot be read") from wrong


def _bytes(labels: Sequence[int]) -> bytes:
    return array("I", labels).tobytes()


class _Reader:
    """Takes a body from its beginning. What it gives holds on to nothing of the rest."""

    def __init__(self, body: bytes) -> None:
        self._left = memoryview(body)

    def raw(self, size: int) -> bytes:
        """So many bytes."""
        taken, self._left = self._left[:size], self._left[size:]
        return bytes(taken)

    def labels(self, count: int) -> Sequence[int]:
        """So many labels."""
        return array("I", self.raw(count * _LABEL_BYTES))
