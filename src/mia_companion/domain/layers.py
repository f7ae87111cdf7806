"""A map whose next version costs what changed, and whose settled part need not be in memory.

shelf ░░░░░░░░░░░░░░░░░░░░    settled items in chunks, each fetched when somebody looks for what is in it
base  ████████                shared by every version since it was laid
top   ▒▒                      copied for each change; laid into a new base when it grows wide

Base and top are live: `live` gives them alone. Where an item lies is a place and never a meaning: what
is asked of the whole is answered the same wherever its items lie.
"""

from collections.abc import ItemsView, Iterator, Mapping, MutableMapping, ValuesView
from typing import Any, TypeVar

from mia_companion.domain.shelf import Chunk, Shelf

T = TypeVar("T")

_WIDE = 128
"""Items on top before they are laid into the base."""


class Layers(Mapping[str, T]):
    """Immutable. Equal to any map with the same items."""

    __slots__ = ("_all", "_live", "base", "shelf", "top")

    def __init__(
        self, base: Mapping[str, T], top: Mapping[str, T], shelf: Shelf[T] | None = None
    ) -> None:
        self.base = base
        self.top = top
        self.shelf: Shelf[T] = Shelf() if shelf is None else shelf
        self._live: Mapping[str, T] | None = None
        self._all: Mapping[str, T] | None = None

    @property
    def live(self) -> Mapping[str, T]:
        """Base and top as one."""
        if self._live is None:
            base = self.base.fetched if isinstance(self.base, Chunk) else self.base
            self._live = {**base, **self.top} if self.top else base
        return self._live

    def _everything(self) -> Mapping[str, T]:
        if self._all is None:
            self._all = {**self.shelf.fetched, **self.live} if self.shelf else self.live
        return self._all

    def __getitem__(self, key: str) -> T:
        if key in self.top:
            return self.top[key]
        return self.base[key] if key in self.base else self.shelf[key]

    def get(self, key: str, default: Any = None) -> Any:
        """The item, or what is given instead, without raising anything on the way."""
        if key in self.top:
            return self.top[key]
        if key in self.base:
            return self.base[key]
        return self.shelf.get(key, default) if self.shelf.chunks else default

    def __contains__(self, key: object) -> bool:
        return key in self.top or key in self.base or key in self.shelf

    def __iter__(self) -> Iterator[str]:
        return iter(self._everything())

    def __len__(self) -> int:
        return len(self._everything())

    def values(self) -> ValuesView[T]:
        """All items, without looking each up."""
        return self._everything().values()

    def items(self) -> ItemsView[str, T]:
        """Likewise, with their keys."""
        return self._everything().items()


def live(items: Mapping[str, T]) -> Mapping[str, T]:
    """What is not on the shelf: enough for whoever asks for nothing that may be settled."""
    return items.live if isinstance(items, Layers) else items


def shelf_of(items: Mapping[str, T]) -> Shelf[T]:
    """What is on the shelf; an item that is live, too, lies there in an older version."""
    return items.shelf if isinstance(items, Layers) else Shelf()


class Change(MutableMapping[str, T]):
    """A map under change; `done` gives its next version. Nothing is ever taken away."""

    def __init__(self, before: Mapping[str, T]) -> None:
        self._top: dict[str, T] = dict(before.top) if isinstance(before, Layers) else {}
        base = before.base if isinstance(before, Layers) else before
        self._now: Layers[T] = Layers(base, self._top, shelf_of(before))

    def done(self) -> Mapping[str, T]:
        """The next version."""
        base, shelf = self._now.base, self._now.shelf
        if len(self._top) > _WIDE or not base:
            whole = {**base, **self._top}
            return Layers(whole, {}, shelf) if shelf else whole
        return Layers(base, self._top, shelf)

    def __getitem__(self, key: str) -> T:
        return self._now[key]

    def get(self, key: str, default: Any = None) -> Any:
        """As of any map; what was changed here is found at once."""
        return self._top[key] if key in self._top else self._now.get(key, default)

    def __contains__(self, key: object) -> bool:
        return key in self._now

    def __setitem__(self, key: str, value: T) -> None:
        self._top[key] = value

    def __delitem__(self, key: str) -> None:
        raise TypeError("a journal takes nothing away")

    def __iter__(self) -> Iterator[str]:
        return iter(Layers(self._now.base, self._top, self._now.shelf))

    def __len__(self) -> int:
        return sum(1 for _ in self)
