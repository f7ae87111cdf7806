"""Where settled items lie: in chunks that say without being fetched what is certainly not among them.

shelf   [chunk 1] [chunk 2] … [chunk n]      the newest that holds an item counts
          │
        labels  four bytes an item            fetched at the first look for one of them, then kept
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, ValuesView
from datetime import datetime
from typing import TypeVar
from zlib import crc32

T = TypeVar("T")


def label(key: str) -> int:
    """Four bytes of a key: what has another label is another key."""
    return crc32(key.encode("utf-8", "surrogatepass"))


def labels_of(keys: Iterable[str]) -> Sequence[int]:
    """The labels of all keys, each once, as a chunk wants them."""
    return array("I", sorted({label(key) for key in keys}))


def _is_among(wanted: int, labels: Sequence[int]) -> bool:
    at = bisect_left(labels, wanted)
    return at < len(labels) and labels[at] == wanted


class Chunk(Mapping[str, T]):
    """Items that are fetched when they are first looked at.

    `labels` are those of its keys, `about` those of what its items are about, both sorted. Nothing here was
    spoken of after the `seq` named `upto`, nor after the time named `latest`. `place` is the
    number by which its keeper knows it, if it has one.
    """

    __slots__ = ("_fetch", "_items", "about", "labels", "latest", "place", "upto")

    def __init__(
        self,
        labels: Sequence[int],
        fetch: Callable[[], Mapping[str, T]],
        *,
        about: Sequence[int] = (),
        upto: int = 0,
        latest: datetime | None = None,
        place: int | None = None,
    ) -> None:
        self.labels = labels
        self.about = about
        self.upto = upto
        self.latest = latest
        self.place = place
        self._fetch: Callable[[], Mapping[str, T]] | None = fetch
        self._items: Mapping[str, T] = {}

    @property
    def fetched(self) -> Mapping[str, T]:
        """All of them; fetches."""
        if (fetch := self._fetch) is not None:
            self._items = fetch()
            self._fetch = None
        return self._items

    def bears(self, wanted: int) -> bool:
        """Whether any item here has that label. Fetches nothing."""
        return _is_among(wanted, self.labels)

    def __getitem__(self, key: str) -> T:
        if self._fetch is None or self.bears(label(key)):
            return self.fetched[key]
        raise KeyError(key)

    def __contains__(self, key: object) -> bool:
        if self._fetch is None:
            return key in self._items
        return isinstance(key, str) and self.bears(label(key)) and key in self.fetched

    def __iter__(self) -> Iterator[str]:
        return iter(self.fetched)

    def __len__(self) -> int:
        return len(self.fetched)

    def __bool__(self) -> bool:
        return bool(self.labels)

    def values(self) -> ValuesView[T]:
        """All items, without looking each up."""
        return self.fetched.values()


class Shelf(Mapping[str, T]):
    """Chunks, oldest first; of an item that lies in several the newest counts."""

    __slots__ = ("_about", "_whole", "chunks")

    def __init__(self, chunks: tuple[Chunk[T], ...] = ()) -> None:
        self.chunks = chunks
        self._whole: Mapping[str, T] | None = None
        self._about: frozenset[int] | None = None

    def with_chunk(self, chunk: Chunk[T]) -> "Shelf[T]":
        """One more."""
        return Shelf((*self.chunks, chunk))

    def about(self, what: str) -> "Shelf[T]":
        """The part of it in which anything may be about that."""
        if self._about is None:
            self._about = frozenset(one for chunk in self.chunks for one in chunk.about)
        if (wanted := label(what)) not in self._about:
            return Shelf()
        return Shelf(tuple(chunk for chunk in self.chunks if _is_among(wanted, chunk.about)))

    @property
    def upto(self) -> int:
        """Nothing here was spoken of after that `seq`."""
        return max((chunk.upto for chunk in self.chunks), default=0)

    @property
    def latest(self) -> datetime | None:
        """Nothing here was spoken of after that time; None when nothing is here."""
        return max((chunk.latest for chunk in self.chunks if chunk.latest), default=None)

    @property
    def fetched(self) -> Mapping[str, T]:
        """All of it."""
        if self._whole is None:
            self._whole = {key: one for chunk in self.chunks for key, one in chunk.fetched.items()}
        return self._whole

    def _holding(self, key: str) -> Chunk[T] | None:
        if not self.chunks:
            return None
        wanted = label(key)
        bearing = (chunk for chunk in reversed(self.chunks) if chunk.bears(wanted))
        return next((chunk for chunk in bearing if key in chunk.fetched), None)

    def __getitem__(self, key: str) -> T:
        if (chunk := self._holding(key)) is None:
            raise KeyError(key)
        return chunk.fetched[key]

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._holding(key) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(self.fetched)

    def __len__(self) -> int:
        return len(self.fetched)

    def __bool__(self) -> bool:
        return bool(self.chunks)
