"""A map whose next version costs what changed: a wide layer that stays, and a narrow one on top.

base  ████████████████████    shared by every version since it was laid
top   ▒▒                      copied for each change; laid into a new base when it grows wide
"""

from collections.abc import Iterator, Mapping, MutableMapping
from itertools import chain
from typing import TypeVar

T = TypeVar("T")

_WIDE = 128
"""Items on top before they are laid into the base."""


class Layers(Mapping[str, T]):
    """Immutable. Equal to any map with the same items."""

    __slots__ = ("base", "top")

    def __init__(self, base: Mapping[str, T], top: Mapping[str, T]) -> None:
        self.base = base
        self.top = top

    def __getitem__(self, key: str) -> T:
        return self.top[key] if key in self.top else self.base[key]

    def __contains__(self, key: object) -> bool:
        return key in self.top or key in self.base

    def __iter__(self) -> Iterator[str]:
        return chain(self.base, (key for key in self.top if key not in self.base))

    def __len__(self) -> int:
        return len(self.base) + sum(key not in self.base for key in self.top)


class Change(MutableMapping[str, T]):
    """A map under change; `done` gives its next version. Nothing is ever taken away."""

    def __init__(self, before: Mapping[str, T]) -> None:
        if isinstance(before, Layers):
            self._base: Mapping[str, T] = before.base
            self._top = dict(before.top)
        else:
            self._base, self._top = before, {}

    def done(self) -> Mapping[str, T]:
        """The next version."""
        if len(self._top) > _WIDE or not self._base:
            return {**self._base, **self._top}
        return Layers(self._base, self._top)

    def __getitem__(self, key: str) -> T:
        return self._top[key] if key in self._top else self._base[key]

    def __contains__(self, key: object) -> bool:
        return key in self._top or key in self._base

    def __setitem__(self, key: str, value: T) -> None:
        self._top[key] = value

    def __delitem__(self, key: str) -> None:
        raise TypeError("a journal takes nothing away")

    def __iter__(self) -> Iterator[str]:
        return iter(Layers(self._base, self._top))

    def __len__(self) -> int:
        return len(Layers(self._base, self._top))
