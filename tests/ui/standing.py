"""What stands on a screen that nobody sees: every live control of it."""

import dataclasses
from collections.abc import Iterator
from typing import Any

from flet.controls.base_control import BaseControl

_SHOWN = (
    "value", "content", "text", "label", "title", "subtitle", "tooltip", "hint_text", "helper",
    "error", "semantics_label",
)  # fmt: skip


def walk(found: Any, seen: set[int] | None = None) -> Iterator[BaseControl]:
    """Every live control below, in reading order."""
    seen = set() if seen is None else seen
    if isinstance(found, list | tuple):
        for one in found:
            yield from walk(one, seen)
    elif isinstance(found, dict):
        yield from walk(list(found.values()), seen)
    elif dataclasses.is_dataclass(found) and not isinstance(found, type):
        if id(found) in seen or getattr(found, "visible", True) is False:
            return
        seen.add(id(found))
        if isinstance(found, BaseControl) and type(found).__name__ != "Component":
            yield found
        for field in dataclasses.fields(found):
            if field.name in ("_parent", "data") or field.metadata.get("skip"):
                continue
            value = getattr(found, field.name, None)
            if dataclasses.is_dataclass(value) or isinstance(value, list | tuple | dict):
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
