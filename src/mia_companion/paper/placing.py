"""Where the glyphs of one letter stand: its base, or the parts of a ligature, and its marks.

A face's own tables say where each mark belongs, and reading them takes a shaping library that a phone
does not have. In the middle, at a little distance from the letter's ink, is where a reader expects it.
"""

import unicodedata
from dataclasses import dataclass

from mia_companion.paper.faces import Faces, Glyph
from mia_companion.paper.letters import SMALL_V_BELOW, Letter

_DISTANCE = 50
"""Thousandths of the size of the text, between ink and ink."""

_NEXT_TO_THE_LETTER = frozenset("\u0651\u0653\u0654\u0655")
"""Doubling, madda and hamza stand under a vowel sign, in whatever order they were typed."""
_ARABIC_BELOW = frozenset("\u064d\u0650")
_UNICODE_BELOW = frozenset({202, 218, 220, 222})

_SAYS_NOTHING = "\u034f"
"""A part of a letter: unseen, and of no matter to searching. Some readers show a box for an empty string."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A glyph at its place in thousandths; `said` is what it is to whoever copies the text."""

    glyph: Glyph
    x: float
    y: float
    said: str


def place(letter: Letter, base: Glyph, x: float, faces: Faces) -> list[Placed]:
    """The glyphs of a letter whose base begins at `x`, from left to right, and then its marks.

    A ligature of two letters is drawn as its two parts: programs that copy text from right to left do
    not agree on the order inside one glyph.
    """
    parts = base.face.parts(base) if len(letter.said) > 1 else ()
    if len(parts) < len(letter.said):
        return [Placed(base, x, 0.0, letter.said), *_marks(letter, base, x, faces)]
    said = [*letter.said, *[_SAYS_NOTHING] * (len(parts) - len(letter.said))]
    placed = [
        Placed(glyph, x + across, up, says)
        for (glyph, across, up), says in zip(parts, said, strict=True)
    ]
    carries = placed[0]
    return [
        *sorted(placed, key=lambda one: one.x),
        *_marks(letter, carries.glyph, carries.x, faces),
    ]


def _marks(letter: Letter, base: Glyph, x: float, faces: Faces) -> list[Placed]:
    """Each over or under those before it."""
    placed: list[Placed] = []
    left, bottom, right, top = base.box or (0.0, 0.0, base.advance, 0.0)
    for mark in sorted(letter.marks, key=lambda one: one.glyph not in _NEXT_TO_THE_LETTER):
        glyph = faces.glyph(mark.glyph)
        if glyph is None or glyph.box is None:
            continue
        mark_left, mark_bottom, mark_right, mark_top = glyph.box
        across = x + (left + right) / 2 - (mark_left + mark_right) / 2
        if _is_below(mark.glyph):
            up = min(0.0, bottom - _DISTANCE - mark_top)
            bottom = up + mark_bottom
        else:
            up = max(0.0, top + _DISTANCE - mark_bottom)
            top = up + mark_top
        placed.append(Placed(glyph, across, up, mark.said or _SAYS_NOTHING))
    return placed


def _is_below(mark: str) -> bool:
    if mark == SMALL_V_BELOW or mark in _ARABIC_BELOW:
        return True
    return unicodedata.combining(mark) in _UNICODE_BELOW
