"""How the bytes of what a person picked get here.

phone, desktop   the picker gives a path        NativeFiles reads it
browser          the picker gives a name only   the browser puts the bytes at an address of our own,
                                                never through the line that carries the screens
"""

import asyncio
import os
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from mia_companion.device.kinds import MAX_PICKED_BYTES
from mia_companion.device.unfit import FILE_TOO_LARGE, NOT_READ, Unfit

_PASSING = ("FLET_APP_STORAGE_TEMP", "FLET_APP_STORAGE_CACHE")
"""Folders of a phone's app, in which its picker leaves a copy of what was picked."""


@dataclass(frozen=True, slots=True)
class PickedFile:
    """What a picker says. `send` puts the bytes at an address; it raises Unfit when they do not get there.

    `is_copy`: what lies at the path is the picker's own copy, and nobody else needs it.
    """

    name: str
    size: int
    path: str | None = None
    content: bytes | None = None
    send: Callable[[str], Awaitable[None]] | None = None
    is_copy: bool = False


class Files(Protocol):
    """What a platform does with a picked file."""

    async def read(self, picked: PickedFile) -> bytes:
        """All of its bytes. Raises Unfit."""
        ...


class NativeFiles:
    """`Files` on phones and desktops."""

    async def read(self, picked: PickedFile) -> bytes:
        """All of its bytes. Raises Unfit."""
        if picked.size > MAX_PICKED_BYTES:
            raise Unfit(FILE_TOO_LARGE)
        if picked.content is not None:
            return picked.content
        if picked.path is None:
            raise Unfit(NOT_READ)
        return await asyncio.to_thread(_read, Path(picked.path), is_copy=picked.is_copy)


class GivenFiles:
    """The tests' twin: bytes by name; a missing one does not get here."""

    def __init__(self, contents: Mapping[str, bytes]) -> None:
        self._contents = contents

    async def read(self, picked: PickedFile) -> bytes:
        """All of its bytes. Raises Unfit."""
        if picked.name not in self._contents:
            raise Unfit(NOT_READ)
        return self._contents[picked.name]


def _read(path: Path, *, is_copy: bool) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(MAX_PICKED_BYTES + 1)
    except OSError as wrong:
        raise Unfit(NOT_READ) from wrong
    if is_copy and _is_passing(path):
        with suppress(OSError):  # the system takes it in its time
            path.unlink()
    if len(content) > MAX_PICKED_BYTES:
        raise Unfit(FILE_TOO_LARGE)
    return content


def _is_passing(path: Path) -> bool:
    """Whether it lies in a folder of the app's own for passing things."""
    folders = [Path(one).resolve() for name in _PASSING if (one := os.environ.get(name))]
    return any(path.resolve().is_relative_to(folder) for folder in folders)
