"""In which order letters of both directions stand on a line (Unicode's bidirectional algorithm, UAX #9)."""

import unicodedata
from collections.abc import Iterator, Sequence
from typing import TypeVar

from fpdf.bidi import BidiParagraph
from fpdf.enums import TextDirection

T = TypeVar("T")

_STRONG = frozenset({"L", "R", "AL", "EN", "AN"})
_MOST_WEAK = 200
"""fpdf2 looks for the nearest letter step by step, each step deeper: a page of dashes would be too deep."""

_OPENING, _CLOSING = "([{<«‹⟨≤", ")]}>»›⟩≥"
_MIRRORED = dict(zip(_OPENING + _CLOSING, _CLOSING + _OPENING, strict=True))


def levels(chars: str, *, rtl: bool) -> list[int]:
    """The embedding level of each character of a paragraph; an odd one runs right to left."""
    direction = TextDirection.RTL if rtl else TextDirection.LTR
    found: list[int] = []
    for piece in _pieces(chars):
        base = int(rtl)
        of_piece = [base] * len(piece)
        for one in BidiParagraph(piece, direction, preserve_bn_chars=True).get_characters():
            of_piece[one.character_index] = one.embedding_level
        found += of_piece
    return found


def _pieces(chars: str) -> Iterator[str]:
    """One piece, unless far too many characters follow each other without a letter or a digit."""
    start = weak = 0
    for place, char in enumerate(chars):
        weak = 0 if unicodedata.bidirectional(char) in _STRONG else weak + 1
        if weak == _MOST_WEAK:
            yield chars[start : place + 1]
            start, weak = place + 1, 0
    if start < len(chars):
        yield chars[start:]


def in_sight(line: Sequence[tuple[T, int]]) -> list[T]:
    """What stands on a line, from left to right. Given in the order of reading, with levels (rule L2)."""
    row = list(line)
    top = max((level for _, level in row), default=0)
    for level in range(top, 0, -1):
        row = _reversed_from(row, level)
    return [one for one, _ in row]


def _reversed_from(row: list[tuple[T, int]], level: int) -> list[tuple[T, int]]:
    done: list[tuple[T, int]] = []
    held: list[tuple[T, int]] = []
    for one in row:
        if one[1] >= level:
            held.append(one)
            continue
        done += reversed(held)
        done.append(one)
        held = []
    return [*done, *reversed(held)]


def mirrored(char: str, level: int) -> str:
    """A bracket that opens to the other side where the text runs right to left."""
    return _MIRRORED.get(char, char) if level % 2 else char
