"""The app's own typefaces, read from their files: which face has a letter, and how large it is in it."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from fontTools.ttLib import TTFont

from mia_companion.paper.letters import SMALL_V_BELOW

REGULAR, BOLD = "Regular", "Bold"
UNITS = 1000
"""Of every measure here: thousandths of the size of the text."""

_LATIN, _WIDE, _ARABIC, _ETHIOPIC = (
    "AtkinsonHyperlegible",
    "NotoSans",
    "NotoSansArabic",
    "NotoSansEthiopic",
)


class FacesMissing(Exception):
    """The fonts are not where the app keeps them."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A glyph of a face. `box` is left, bottom, right, top of its ink; None when it has none."""

    face: "Face"
    name: str
    number: int
    advance: float
    box: tuple[float, float, float, float] | None


class Face:
    """One font file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = path.stem
        self._known: dict[str, Glyph] = {}

    @property
    def is_tall(self) -> bool:
        """Whether its lines need more room above and below."""
        return _ARABIC in self.name

    def glyph(self, char: str) -> Glyph | None:
        """The glyph of a character, or of a mark that is called by name; None when it has none."""
        name = char if char == SMALL_V_BELOW else self._names.get(ord(char), "")
        return self._named(name) if name in self._numbers else None

    def parts(self, glyph: Glyph) -> tuple[tuple[Glyph, float, float], ...]:
        """The glyphs that a glyph is made of, each with its place across and up; none for a simple one."""
        drawn = self._font["glyf"][glyph.name]
        if not drawn.isComposite():
            return ()
        scale = UNITS / self._font["head"].unitsPerEm
        return tuple(
            (self._named(one.glyphName), one.x * scale, one.y * scale) for one in drawn.components
        )

    @cached_property
    def _font(self) -> TTFont:
        try:
            return TTFont(self.path)
        except OSError as wrong:
            raise FacesMissing from wrong

    @cached_property
    def _names(self) -> dict[int, str]:
        names: dict[int, str] = self._font.getBestCmap()
        return names

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {name: number for number, name in enumerate(self._font.getGlyphOrder())}

    def _named(self, name: str) -> Glyph:
        if name not in self._known:
            self._known[name] = self._read(name)
        return self._known[name]

    def _read(self, name: str) -> Glyph:
        scale = UNITS / self._font["head"].unitsPerEm
        drawn = self._font["glyf"][name]
        box = None
        if drawn.numberOfContours:
            corners = (drawn.xMin, drawn.yMin, drawn.xMax, drawn.yMax)
            left, bottom, right, top = (one * scale for one in corners)
            box = (left, bottom, right, top)
        advance = self._font["hmtx"][name][0] * scale
        return Glyph(self, name, self._numbers[name], advance, box)


class Faces:
    """The faces of one weight, the one to be preferred first."""

    def __init__(self, folder: Path, weight: str) -> None:
        self._by_name = {
            name: Face(folder / f"{name}-{weight}.ttf")
            for name in (_LATIN, _WIDE, _ARABIC, _ETHIOPIC)
        }

    def glyph(self, char: str) -> Glyph | None:
        """The glyph of a character in the first face that has it."""
        names = [_LATIN, _WIDE, _ARABIC, _ETHIOPIC]
        if _is_arabic(char):
            names = [_ARABIC]
        return next((found for name in names if (found := self._by_name[name].glyph(char))), None)


def fonts_folder() -> Path:
    """Beside the code in a wheel, at the top of the repository or of a built app otherwise."""
    package = Path(__file__).resolve().parents[1]
    places = (package / "assets" / "fonts", package.parents[1] / "assets" / "fonts")
    return next((place for place in places if place.is_dir()), places[0])


def _is_arabic(char: str) -> bool:
    return char == SMALL_V_BELOW or "\u0600" <= char <= "\u08ff" or "\ufb50" <= char <= "\ufeff"
