"""Where each line of a paper stands: on which page, how far down. In points, from the top left."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from mia_companion.paper.blocks import (
    BODY,
    HEADING,
    NAME,
    NO_MARK,
    PICTURE,
    SMALL,
    TITLE,
    Block,
    Group,
    Sheet,
)
from mia_companion.paper.faces import BOLD, REGULAR, Faces
from mia_companion.paper.lines import Line, Setter

WIDTH, HEIGHT = 595.28, 841.89
"""A4."""
SIDE, TOP, BOTTOM = 72.0, 62.0, 72.0
"""Room for the holes of a binder, on either side."""
FOOT = 46.0
"""From the foot of the page to the line with its number."""
INDENT = 24.0
PICTURE_SIDE = 130.0
"""Large enough for a camera held over a table."""
PICTURE_QUIET = 18.0
"""Of white above it: a camera needs four squares' width around."""
_PAGE = HEIGHT - BOTTOM - TOP
_LEAST = 140.0
"""What must be left of a page to begin something on it that goes over several."""


@dataclass(frozen=True, slots=True)
class Style:
    """Of text: its size, its weight, and the room above it. A picture's size is its side."""

    size: float
    weight: str
    above: float

    def at(self, scale: float) -> "Style":
        """Larger or smaller; a picture stays as it is."""
        if self.size == PICTURE_SIDE:
            return self
        return replace(self, size=self.size * scale, above=self.above * scale)


STYLES = {
    TITLE: Style(28, BOLD, 0),
    HEADING: Style(18, BOLD, 22),
    NAME: Style(14, BOLD, 12),
    BODY: Style(13, REGULAR, 2),
    SMALL: Style(12, REGULAR, 10),
    PICTURE: Style(PICTURE_SIDE, REGULAR, 0),
}
_SCALES = (1.0, 0.98, 0.96, 0.94, 0.92, 0.9, 0.88)
"""Tried one after the other for what should stand on one page."""
_LEADING, _TALL_LEADING = 1.38, 1.6


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a block. `down` is where it begins, `base` where its letters stand."""

    block: Block
    line: Line
    style: Style
    down: float
    base: float
    first: bool


@dataclass
class Page:
    """The rows of a page, in the order of reading."""

    rows: list[Row] = field(default_factory=list)


class Layout:
    """Lays one paper out; `folder` holds the fonts."""

    def __init__(self, sheet: Sheet, folder: Path) -> None:
        self._sheet = sheet
        self._setters = {one: Setter(Faces(folder, one)) for one in (REGULAR, BOLD)}
        self._styles = STYLES
        self.pages = [Page()]
        self._down = TOP

    def done(self) -> list[Page]:
        """Every page, with their numbers."""
        for scale in _SCALES if self._sheet.one_page else _SCALES[:1]:
            self._styles = {name: one.at(scale) for name, one in STYLES.items()}
            self.pages, self._down = [Page()], TOP
            self._fill()
            if len(self.pages) == 1:
                break
        return self.pages

    def _fill(self) -> None:
        for group in self._sheet.groups:
            self._place(group)
        if any(setter.missed for setter in self._setters.values()):
            self._place((Block(self._sheet.unwritten, SMALL),))

    def foot(self, page: int) -> Line:
        """The line at a page's foot."""
        words = self._sheet.foot(page, len(self.pages))
        return self._lines(Block(words, SMALL))[0]

    def _place(self, group: Group) -> None:
        beside = any(block.style == PICTURE for block in group)
        rows = [(block, self._lines(block, beside=beside)) for block in group]
        high = sum(self._height(block, lines) for block, lines in rows)
        needed = high if high <= _PAGE else _LEAST
        if self._down > TOP and needed > HEIGHT - BOTTOM - self._down:
            self._turn()
        until = self._down
        for block, lines in rows:
            if block.style == PICTURE:
                self._add_picture(block, lines[0])
                until = self._down + PICTURE_QUIET + PICTURE_SIDE
                continue
            self._down += self._styles[block.style].above if self.pages[-1].rows else 0
            for place, line in enumerate(lines):
                self._add(block, line, first=place == 0)
        self._down = max(self._down, until)

    def _add_picture(self, block: Block, line: Line) -> None:
        """Beside the text of its group, at the edge where lines end."""
        style, down = self._styles[PICTURE], self._down + PICTURE_QUIET
        self.pages[-1].rows.append(Row(block, line, style, down, down, first=True))

    def _add(self, block: Block, line: Line, *, first: bool) -> None:
        style = self._styles[block.style]
        high = _line_height(style, line)
        if self._down + high > HEIGHT - BOTTOM:
            self._turn()
        base = self._down + (high + style.size * 0.66) / 2
        self.pages[-1].rows.append(Row(block, line, style, self._down, base, first))
        self._down += high

    def _turn(self) -> None:
        self.pages.append(Page())
        self._down = TOP

    def _height(self, block: Block, lines: Iterable[Line]) -> float:
        style = self._styles[block.style]
        return style.above + sum(_line_height(style, line) for line in lines)

    def _lines(self, block: Block, *, beside: bool = False) -> list[Line]:
        style = self._styles[block.style]
        if block.style == PICTURE:
            return [Line((), 0.0, False, block.text)]
        width = WIDTH - 2 * SIDE - (INDENT if block.mark != NO_MARK else 0)
        width -= PICTURE_SIDE + INDENT if beside else 0
        setter = self._setters[style.weight]
        return setter.lines(block.text, size=style.size, width=width, rtl=self._sheet.rtl)


def _line_height(style: Style, line: Line) -> float:
    if style.size == PICTURE_SIDE:
        return 0.0
    return style.size * (_TALL_LEADING if line.is_tall else _LEADING)


def by_block(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """The rows of one block after the other."""
    held: list[Row] = []
    for row in rows:
        if held and row.block is not held[-1].block:
            yield held
            held = []
        held.append(row)
    if held:
        yield held
