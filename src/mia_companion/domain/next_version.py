"""The next version of a frozen value with many fields, of which few change."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T")


def next_version_of(kind: type[T]) -> Callable[[T, Mapping[str, Any]], T]:
    """As `dataclasses.replace` for a class with slots, in half its time: each tap makes one or two."""
    names = tuple(f.name for f in fields(kind))  # type: ignore[arg-type]
    values, new = attrgetter(*names), kind.__new__
    places = tuple(getattr(kind, name).__set__ for name in names)

    known = frozenset(names)

    def changed(before: T, update: Mapping[str, Any]) -> T:
        if not known.issuperset(update):
            raise TypeError(f"{kind.__name__} has no {', '.join(update.keys() - known)}")
        after = new(kind)
        for name, put, value in zip(names, places, values(before), strict=True):
            put(after, update.get(name, value))
        return after

    return changed
