"""Everything that was asked of a disk, in order, and what may be on it after the power was cut.

A write, a new size and a new name are on the disk for sure once a flush of that file, or of that folder,
has returned. Until then each of them may be there or not, whatever came before or after it, and a write
may be there in part, by sectors of 512 bytes. A file without its name is gone.

    write w1 · write w2 · flush · write w3 · write w4 ─✂─▶ w1 and w2, and any part of w3 and w4

Changes of one name, and new sizes of one file, keep their order; a rename is done or not done.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

SECTOR = 512


class Asked(NamedTuple):
    """One thing: `what` with a path, or for a commit and an acknowledgement with what it is of."""

    what: str
    path: str = ""
    at: int = 0
    raw: bytes = b""
    to: Any = None


class Tape:
    """Whoever writes puts what it has done here. `begins` is what was on the disk before."""

    def __init__(self, begins: dict[str, bytes] | None = None) -> None:
        self.begins = dict(begins or {})
        self.asked: list[Asked] = []

    def put(self, what: str, path: str = "", at: int = 0, raw: bytes = b"", to: Any = None) -> None:
        """What has been done."""
        self.asked.append(Asked(what, path, at, raw, to))


@dataclass
class _File:
    """`sure` is on the disk; `maybe` is not for sure, in the order in which it was asked."""

    sure: bytearray = field(default_factory=bytearray)
    maybe: list[Asked] = field(default_factory=list)


class Disk:
    """Plays a tape, and tells at any place of it what a power cut would leave."""

    def __init__(self, tape: Tape) -> None:
        self._files: dict[int, _File] = {}
        self._sure: dict[str, int] = {}
        self._maybe: list[tuple[Asked, int]] = []
        self._now: dict[str, int] = {}
        self._folders: set[str] = set()
        for path, raw in tape.begins.items():
            self._sure[path] = self._now[path] = self._new(raw)

    def _new(self, raw: bytes = b"") -> int:
        self._files[len(self._files)] = _File(bytearray(raw))
        return len(self._files) - 1

    def play(self, one: Asked) -> None:
        """One more thing was done."""
        match one.what:
            case "make" | "make folder":
                self._name(one, self._new())
                if one.what == "make folder":
                    self._folders.add(one.path)
            case "link" | "rename":
                self._name(one, self._now[one.path])
            case "delete":
                self._name(one, -1)
            case "write" | "size":
                self._files[self._now[one.path]].maybe.append(one)
            case "flush":
                file = self._files[self._now[one.path]]
                for each in file.maybe:
                    _apply(file.sure, each)
                file.maybe.clear()
            case "flush names":
                for each, number in self._maybe:
                    if _folder(each.to or each.path) == one.path:
                        _rename(self._sure, each, number)
                self._maybe = [m for m in self._maybe if _folder(m[0].to or m[0].path) != one.path]

    def _name(self, one: Asked, number: int) -> None:
        _rename(self._now, one, number)
        self._maybe.append((one, number))

    def states(self, chance: random.Random) -> Iterator[dict[str, bytes]]:
        """What may be found here, without end."""
        while True:
            names = dict(self._sure)
            often = chance.choice((0.0, 0.2, 0.5, 0.8, 1.0))
            for one, number in self._maybe:
                if chance.random() < often:
                    _rename(names, one, number)
            yield {
                path: self._left(self._files[number], chance)
                for path, number in names.items()
                if path not in self._folders and self._has_its_folders(path, names)
            }

    def _has_its_folders(self, path: str, names: dict[str, int]) -> bool:
        """Whether all folders above it that were made are there."""
        while path := _folder(path):
            if path in self._folders and path not in names:
                return False
        return True

    def _left(self, file: _File, chance: random.Random) -> bytes:
        found = bytearray(file.sure)
        for one in _in_some_order(file.maybe, chance):
            _apply(found, one)
        return bytes(found)


def _in_some_order(asked: list[Asked], chance: random.Random) -> list[Asked]:
    """Some of it, some of that in part; the order of writes between two new sizes is any order."""
    often = chance.choice((0.0, 0.1, 0.5, 0.9, 1.0))
    torn = chance.choice((0.0, 0.1, 0.5))
    kept: list[Asked] = []
    run: list[Asked] = []
    mixed = chance.random() < 0.5
    for one in asked:
        if chance.random() >= often:
            continue
        if one.what == "size":
            kept += _mixed(run, chance) if mixed else run
            kept.append(one)
            run = []
        else:
            run += _torn(one, chance) if chance.random() < torn else [one]
    return kept + (_mixed(run, chance) if mixed else run)


def _mixed(run: list[Asked], chance: random.Random) -> list[Asked]:
    return chance.sample(run, len(run))


def _torn(one: Asked, chance: random.Random) -> list[Asked]:
    """Some of its sectors: from one on, up to one, or any."""
    edges = [one.at, *range(one.at // SECTOR * SECTOR + SECTOR, one.at + len(one.raw), SECTOR)]
    sectors = [
        one._replace(at=begin, raw=one.raw[begin - one.at : end - one.at])
        for begin, end in zip(edges, [*edges[1:], one.at + len(one.raw)], strict=True)
    ]
    cut = chance.randrange(len(sectors) + 1)
    some = [each for each in sectors if chance.random() < 0.5]
    return chance.choice((sectors[:cut], sectors[cut:], some))


def _apply(found: bytearray, one: Asked) -> None:
    if one.what == "size":
        del found[one.at :]
        found.extend(bytes(one.at - len(found)))
        return
    found.extend(bytes(max(0, one.at - len(found))))
    found[one.at : one.at + len(one.raw)] = one.raw


def _rename(names: dict[str, int], one: Asked, number: int) -> None:
    """What that did to the names; one whose beginning never was on the disk does nothing."""
    if one.what == "delete":
        names.pop(one.path, None)
    elif one.what in ("make", "make folder"):
        names[one.path] = number
    elif one.path in names:
        names[one.to] = names.pop(one.path) if one.what == "rename" else names[one.path]


def _folder(path: str) -> str:
    return path.rpartition("/")[0]
