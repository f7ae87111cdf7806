"""Which fonts Flutter's web client asks its server for when a letter is missing, and for which letters.

The client holds a list of fonts, and two packed strings (`font_fallbacks.dart` of Flutter's engine):

    sets     ",5g,5h"      each a set of fonts: letters a–z are steps along the list
    ranges   "1eA75Z76N"   from U+0000 on: A–Z is a set, a–z how many letters it is for, less two

Digits before either are tens of it, in base 26.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise

_FONT = re.compile(r'\("(Noto [^"]+)","(([a-z0-9]+)/v\d+/[^"]+)"\)')
_SETS = re.compile(r'"([0-9a-z]*,[0-9a-z,]{3000,})"')
_RANGES = re.compile(r'"([0-9A-Za-z]{20000,})"')
_PART = re.compile(r"\.(\d+)\.woff2$")
_LETTERS = 0x110000


@dataclass(slots=True)
class Asked:
    """A font of the list. `family` is how its address begins; `number` says which part of it, if any."""

    name: str
    path: str
    family: str
    letters: set[int] = field(default_factory=set)

    @property
    def number(self) -> str:
        found = _PART.search(self.path)
        return found[1] if found else ""


def asked_by(client: str) -> list[Asked]:
    """The list in a compiled client. ValueError when it is packed otherwise than we know."""
    fonts = [Asked(name, path, family) for name, path, family in _FONT.findall(client)]
    sets = [list(_fonts_of(one)) for one in _longest(_SETS, client).split(",")]
    for first, end, index in _ranges(_longest(_RANGES, client)):
        for one in sets[index]:
            fonts[one].letters.update(range(first, end))
    return fonts


def _longest(pattern: re.Pattern[str], client: str) -> str:
    found: list[str] = pattern.findall(client)
    if not found:
        raise ValueError("Flutter keeps its list of fonts in another way")
    return max(found, key=len)


def _fonts_of(packed: str) -> Iterator[int]:
    last = -1
    for tens, letter in re.findall(r"(\d*)([a-z])", packed):
        last += int(tens or 0) * 26 + ord(letter) - ord("a") + 1
        yield last


def _ranges(packed: str) -> Iterator[tuple[int, int, int]]:
    ends, sets, size = [0], [], 1
    for tens, letter in re.findall(r"(\d*)([A-Za-z])", packed):
        number = int(tens or 0) * 26 + ord(letter.lower()) - ord("a")
        if letter.islower():
            size = number + 2
        else:
            ends.append(ends[-1] + size)
            sets.append(number)
            size = 1
    if ends[-1] != _LETTERS:
        raise ValueError("Flutter packs its list of fonts in another way")
    for (first, end), index in zip(pairwise(ends), sets, strict=True):
        yield first, end, index
