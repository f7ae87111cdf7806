"""A sheet as a PDF: tagged, with its language and its title, and with letters that can be copied and heard.

It leans on a few of fpdf2's inner parts, because its own text functions know only one glyph a character:
`_out` writes into a page, `subset` embeds a glyph, `struct_builder` tags what is written. Tests read the
result.
"""

from datetime import datetime
from itertools import groupby
from pathlib import Path

from fpdf import FPDF
from fpdf.fonts import TTFFont
from fpdf.prefs import ViewerPreferences
from fpdf.syntax import PDFString

from mia_companion.paper.blocks import BOX, DOT, HEADING, NAME, NO_MARK, PICTURE, TITLE, Sheet
from mia_companion.paper.faces import UNITS, Face, fonts_folder
from mia_companion.paper.lines import Line
from mia_companion.paper.pages import (
    FOOT,
    HEIGHT,
    INDENT,
    SIDE,
    STYLES,
    WIDTH,
    Layout,
    Row,
    by_block,
)
from mia_companion.paper.placing import Placed

_TAGS = {TITLE: "H1", HEADING: "H2", NAME: "H3", PICTURE: "Figure"}


def made(sheet: Sheet, now: datetime, fonts: Path | None = None) -> bytes:
    """The PDF. Takes a second or so: call it in a thread. Raises FacesMissing."""
    layout = Layout(sheet, fonts or fonts_folder())
    pages = layout.done()
    pen = _Pen(sheet, now)
    for number, page in enumerate(pages, 1):
        pen.add_page()
        for rows in by_block(page.rows):
            pen.block(rows)
        pen.foot(layout.foot(number))
    return bytes(pen.output())


class _Pen(FPDF):
    """Draws rows on pages, and tags them."""

    def __init__(self, sheet: Sheet, now: datetime) -> None:
        super().__init__(unit="pt", format=(WIDTH, HEIGHT))
        self._rtl = sheet.rtl
        self.set_auto_page_break(False)
        self.set_title(sheet.title)
        self.set_lang(sheet.language)
        self.set_creation_date(now)
        self.viewer_preferences = ViewerPreferences(display_doc_title=True)

    def block(self, rows: list[Row]) -> None:
        """One paragraph, or what of it stands on this page."""
        block = rows[0].block
        mcid = self.struct_builder.next_mcid_for_page(self.page)
        tag = _TAGS.get(block.style, "P")
        element = self._add_marked_content(struct_type=f"/{tag}", mcid=mcid)
        said = " ".join("".join(row.line.said for row in rows).split())
        if block.style == PICTURE:
            element.alt = PDFString(said)
        else:
            element.actual_text = PDFString(said)  # type: ignore[attr-defined]
        self._out(f"/{tag} <</MCID {mcid}>> BDC")
        if block.style == PICTURE:
            self._picture(block.squares, rows[0])
        for row in rows:
            indent = INDENT if block.mark != NO_MARK else 0.0
            self._line(row.line, row.style.size, row.base, SIDE + indent)
        self._out("EMC")
        if rows[0].first and block.mark != NO_MARK:
            self._mark(block.mark, rows[0])
        if block.style == HEADING:
            self._rule(rows[-1])

    def foot(self, line: Line) -> None:
        """A page's number, which is no part of what is read."""
        self._out("/Artifact <</Type /Pagination>> BDC")
        self._line(line, STYLES["small"].size, HEIGHT - FOOT, SIDE)
        self._out("EMC")

    def _picture(self, squares: tuple[tuple[bool, ...], ...], row: Row) -> None:
        """One dark square a square, against the edge at which lines end."""
        side = row.style.size / max(1, len(squares))
        left = SIDE if self._rtl else WIDTH - SIDE - row.style.size
        for down, line in enumerate(squares):
            for across, dark in enumerate(line):
                if dark:  # a hair larger, so that no light comes between
                    x, y = left + across * side, row.down + down * side
                    self.rect(x, y, side + 0.05, side + 0.05, style="F")

    def _line(self, line: Line, size: float, base: float, from_edge: float) -> None:
        left = from_edge
        if self._rtl:
            left = WIDTH - from_edge - line.width * size / UNITS
        for (face, y), run in groupby(line.glyphs, key=lambda one: (one.glyph.face, one.y)):
            self._run(face, list(run), size, left, base - y * size / UNITS)

    def _run(self, face: Face, run: list[Placed], size: float, left: float, base: float) -> None:
        """Glyphs side by side; where one does not follow the other, the gap is written between them."""
        font = self._font(face, size)
        codes: list[str] = []
        x = run[0].x
        for one in run:
            if abs(one.x - x) > 0.01:
                codes.append(f"> {x - one.x:.2f} <")
            codes.append(f"{_code(font, one):04X}")
            x = one.x + one.glyph.advance
        at = left + run[0].x * size / UNITS
        self._out(f"BT {at:.2f} {HEIGHT - base:.2f} Td [<{''.join(codes)}>] TJ ET")

    def _font(self, face: Face, size: float) -> TTFFont:
        if face.name.lower() not in self.fonts:
            self.add_font(face.name, fname=face.path)
        self.set_font(face.name, size=size)
        font = self.fonts[face.name.lower()]
        if not isinstance(font, TTFFont):
            raise TypeError(face.name)
        if not self.current_font_is_set_on_page:
            self._out(self._set_font_for_page(font, size))
        return font

    def _mark(self, mark: str, row: Row) -> None:
        side = row.style.size * (0.86 if mark == BOX else 0.3)
        x = SIDE + (1 if mark == BOX else 6)
        if self._rtl:
            x = WIDTH - x - side
        y = row.base - row.style.size * 0.33 - side / 2
        self._out("/Artifact BMC")
        if mark == DOT:
            self.ellipse(x, y, side, side, style="F")
        else:
            self.set_line_width(1.1)
            self.rect(x, y, side, side)
        self._out("EMC")

    def _rule(self, row: Row) -> None:
        self._out("/Artifact BMC")
        self.set_line_width(0.8)
        y = row.down + row.style.size * (1.72 if row.line.is_tall else 1.4)
        self.line(SIDE, y, WIDTH - SIDE, y)
        self._out("EMC")


def _code(font: TTFFont, placed: Placed) -> int:
    """The glyph's place among those that are embedded. It says what the text says, not how it is drawn."""
    glyph = font.subset.get_glyph(
        glyph=placed.glyph.number,
        unicode=tuple(map(ord, placed.said)),
        glyph_name=placed.glyph.name,
        glyph_width=round(placed.glyph.advance),
    )
    code = font.subset.pick_glyph(glyph)
    if code is None:
        raise ValueError(placed.glyph.name)
    return code
