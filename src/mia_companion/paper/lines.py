"""A paragraph as lines of placed glyphs, no wider than the paper allows."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from mia_companion.i18n.bidi import ISOLATES
from mia_companion.paper.directions import in_sight, levels, mirrored
from mia_companion.paper.faces import UNITS, Faces, Glyph
from mia_companion.paper.letters import Letter, clean, gap, is_picture, letters_of
from mia_companion.paper.placing import Placed, place

_BREAKS_AFTER = frozenset("-–—/፡")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A letter with its glyph and its embedding level."""

    letter: Letter
    glyph: Glyph
    level: int

    @property
    def advance(self) -> float:
        """In thousandths of the size of the text."""
        return self.glyph.advance

    @property
    def said(self) -> str:
        """What it is to whoever hears the text."""
        return self.letter.said + "".join(mark.said for mark in self.letter.marks)


@dataclass(frozen=True, slots=True)
class Line:
    """Glyphs from left to right, with their places from the line's own left end; `said` as it is read."""

    glyphs: tuple[Placed, ...]
    width: float
    is_tall: bool
    said: str


class Setter:
    """Sets text in one weight. `missed` says whether any letter could not be written."""

    def __init__(self, faces: Faces) -> None:
        self._faces = faces
        self.missed = False

    def lines(self, words: str, *, size: float, width: float, rtl: bool) -> list[Line]:
        """The lines of a text, each new line in it beginning one. `size` and `width` are in points."""
        room = width * UNITS / size
        found: list[Line] = []
        for paragraph in words.splitlines() or [""]:
            if found:  # a screen reader pauses there, and joins no two words
                found[-1] = replace(found[-1], said=found[-1].said + "\n")
            drawn = self._drawn(paragraph, rtl=rtl)
            found += [self._line(line) for line in _broken(drawn, room)]
        return found

    def _drawn(self, paragraph: str, *, rtl: bool) -> list[Drawn]:
        letters = self._writable(letters_of(clean(paragraph)))
        found = levels("".join(one.bidi for one in letters), rtl=rtl)
        drawn: list[Drawn] = []
        for letter, level in zip(letters, found, strict=True):
            if letter.base not in ISOLATES:
                turned = self._faces.glyph(mirrored(letter.base, level))
                if glyph := turned or self._faces.glyph(letter.base):
                    drawn.append(Drawn(letter, glyph, level))
        return drawn

    def _writable(self, letters: list[Letter]) -> list[Letter]:
        """Without pictures, and with one gap for each row of letters that no face has."""
        kept: list[Letter] = []
        missing = False
        for one in letters:
            if one.base in ISOLATES or self._faces.glyph(one.base) is not None:
                kept.append(one)
                missing = False
            elif not is_picture(one.base) and not missing:
                kept += gap()
                missing = self.missed = True
        if letters and not any(one.base not in ISOLATES and one.base.strip() for one in kept):
            self.missed = True
            return gap()
        return kept

    def _line(self, drawn: list[Drawn]) -> Line:
        seen = _trimmed(drawn)
        glyphs: list[Placed] = []
        x = 0.0
        for one in in_sight([(one, one.level) for one in seen]):
            glyphs += place(one.letter, one.glyph, x, self._faces)
            x += one.advance
        is_tall = any(placed.glyph.face.is_tall for placed in glyphs)
        return Line(tuple(glyphs), x, is_tall, "".join(one.said for one in drawn))


def _broken(drawn: list[Drawn], room: float) -> Iterator[list[Drawn]]:
    """Between words where that is possible, inside a word that is wider than the paper. Nothing is lost."""
    line: list[Drawn] = []
    used = 0.0
    for word in _words(drawn):
        wide = sum(one.advance for one in _trimmed(word))
        if line and used + wide > room:
            yield line
            line, used = [], 0.0
        for one in word:
            if line and used + one.advance > room and one.letter.base != " ":
                yield line
                line, used = [], 0.0
            line.append(one)
            used += one.advance
    yield line


def _words(drawn: list[Drawn]) -> Iterator[list[Drawn]]:
    """Each with the spaces after it."""
    word: list[Drawn] = []
    for n, one in enumerate(drawn):
        word.append(one)
        last = one.letter.base
        after = drawn[n + 1].letter.base if n + 1 < len(drawn) else ""
        if (last == " " and after != " ") or (last in _BREAKS_AFTER and after.isalpha()):
            yield word
            word = []
    if word:
        yield word


def _trimmed(line: list[Drawn]) -> list[Drawn]:
    """Without the spaces at its end, which nobody sees."""
    end = len(line)
    while end and line[end - 1].letter.base == " ":
        end -= 1
    return line[:end]
