"""What stands on a screen that nobody sees: every live control of it."""

import dataclasses
from collections.abc import Iterator
from typing import Any

from flet.controls.base_control import BaseControl

_SHOWN = (
    "value", "content", "text", "label", "title", "subtitle", "tooltip", "hint_text", "helper",
    "error", "semantics_label",
)  # fmt: skip


_INSIDE: dict[type, tuple[str, ...] | None] = {}


def inside(one: object) -> tuple[str, ...] | None:
    """The fields in which others may stand; None of what nothing stands in. Asked often, so kept by kind."""
    kind = type(one)
    if kind not in _INSIDE:
        _INSIDE[kind] = _fields(kind) if dataclasses.is_dataclass(kind) else None
    return _INSIDE[kind]


def _fields(kind: Any) -> tuple[str, ...]:
    skipped = ("_parent", "data")
    found = dataclasses.fields(kind)
    return tuple(
        one.name for one in found if one.name not in skipped and not one.metadata.get("skip")
    )


def walk(found: Any, seen: set[int] | None = None) -> Iterator[BaseControl]:
    """Every live control below, in reading order."""
    seen = set() if seen is None else seen
    if isinstance(found, list | tuple):
        for one in found:
            yield from walk(one, seen)
    elif isinstance(found, dict):
        yield from walk(list(found.values()), seen)
    elif (names := inside(found)) is not None:
        if id(found) in seen or getattr(found, "visible", True) is False:
            return
        seen.add(id(found))
        if isinstance(found, BaseControl) and type(found).__name__ != "Component":
            yield found
        for name in names:
            value = getattr(found, name, None)
            if isinstance(value, list | tuple | dict) or inside(value) is not None:
                yield from walk(value, seen)


def words(control: BaseControl) -> list[str]:
    """What a control itself shows, or tells a screen reader."""
    return [said for n in _SHOWN if isinstance(said := getattr(control, n, None), str) and said]


def check_keys(one: Any) -> None:
    """Those that stand side by side have each a key of their own: else Flet's differences move what is not
    there, and its client stops reading them (a `RangeError`)."""
    if not isinstance(one, BaseControl):
        return
    for beside in vars(one).values():
        if isinstance(beside, list) and len(beside) > 1:
            keys = [str(key) for each in beside if (key := getattr(each, "key", None)) is not None]
            assert len(keys) == len(set(keys)), f"a key twice in one {type(one).__name__}: {keys}"
