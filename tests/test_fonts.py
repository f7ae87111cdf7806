"""Every string of every language can be written: in the browser, on a phone, on paper, in every cut."""

from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from mia_companion.device.browser.fonts import ours
from mia_companion.i18n.bidi import isolated
from mia_companion.i18n.languages import LANGUAGES, Language
from mia_companion.paper.faces import BOLD, REGULAR, Faces
from mia_companion.paper.letters import clean, letters_of
from mia_companion.ui.lettering import fonts_for
from mia_companion.ui.theme import FACE, FACE_BOLD, FALLBACKS, FALLBACKS_BOLD
from tests.i18n.said import everything_said, own
from tools.web_fonts import ICONS, emoji_parts

ASSETS = Path(__file__).parent.parent / "assets"
FONTS = ASSETS / "fonts"
WEB = FONTS / "web"
BY_TAG = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
UNSEEN = set("\n\u2066\u2067\u2068\u2069")

WRITTEN_BY_PEOPLE = {
    "AtkinsonHyperlegible": "åäöéüšžąćęłńóśźżáíñú¿¡çêîşûÅÄÖŠŽĄĆĘŁŃÓŚŹŻ"
    "\u2013\u2014\u2019\u201d\u2026\u00a0\u2022",
    "NotoSans": "çğıİöşüабвгґдеєжзиіїйклмнопрстуфхцчшщьюяαβγδεζηθικλμνξοπρστυφχψω",
    "NotoSansArabic": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي،؛؟٠١٢٣٤٥٦٧٨٩پچژگکی۰۱۲۳۴۵۶۷۸۹\u200cڕڵێۆەھڤ",
    "NotoSansEthiopic": "ሀለሐመረሰሸቀቐበተነአከኸወዐዘዠየደጀገጠጨጸፀፈፐ፣።ኣኢኤእኦ",
}
"""Beyond what the app says: what the languages of people here are written with."""


@cache
def _font(path: Path) -> TTFont:
    return TTFont(path)


def _drawn(path: Path) -> set[int]:
    return set(_font(path).getBestCmap())


def missing(said: tuple[str, ...], given: dict[str, str], weight: str) -> set[str]:
    """The characters that no font of that weight among those of a page has."""
    families = FALLBACKS if weight == REGULAR else FALLBACKS_BOLD
    asked = [FACE if weight == REGULAR else FACE_BOLD, *families]
    files = [given[family] for family in asked if family in given]
    drawn = set().union(*(_drawn(ASSETS / file.lstrip("/")) for file in files))
    return {char for char in set("".join(said)) - {"\n"} if ord(char) not in drawn}


@BY_TAG
@pytest.mark.parametrize("weight", [REGULAR, BOLD])
def test_a_browser_writes_everything_with_the_fonts_of_the_language(
    language: Language, weight: str
) -> None:
    given = fonts_for(language.tag, web=True)
    said = (*own(everything_said(language), language), isolated("Å"))
    assert not missing(said, given, weight)


@BY_TAG
@pytest.mark.parametrize("weight", [REGULAR, BOLD])
def test_a_phone_writes_everything_with_the_fonts_of_the_language(
    language: Language, weight: str
) -> None:
    """But for marks that are never seen, which the system has."""
    given = fonts_for(language.tag, web=False)
    assert not missing(own(everything_said(language), language), given, weight) - UNSEEN


def test_a_letter_of_another_script_and_a_font_that_is_gone_are_found() -> None:
    given = fonts_for("sv", web=True)
    assert missing(("Hej",), given, BOLD) == set()
    assert missing(("Hej ქ",), given, BOLD) == {"ქ"}
    arabic = fonts_for("ar", web=True)
    assert missing(("مرحبا",), arabic, BOLD) == set()
    del arabic["Noto Sans Arabic Bold"]
    assert missing(("مرحبا",), arabic, BOLD) == set("مرحبا")


def test_the_names_of_languages_are_written_before_one_is_chosen() -> None:
    """Each whole in one font: in pieces, letters would not join."""
    fonts = [
        _drawn(path) for path in (*WEB.glob("Names-*"), WEB / "AtkinsonHyperlegible-Bold.woff2")
    ]
    for one in LANGUAGES:
        letters = {ord(char) for char in one.own_name if char not in "() "}
        assert any(letters <= font for font in fonts), one.own_name


@BY_TAG
@pytest.mark.parametrize("weight", [REGULAR, BOLD])
def test_paper_has_every_letter_in_every_form(language: Language, weight: str) -> None:
    faces = Faces(FONTS, weight)
    for word in {word for said in everything_said(language) for word in said.split()}:
        for one in letters_of(clean(isolated(word))):
            assert one.base in UNSEEN or faces.glyph(one.base), word
            assert all(faces.glyph(mark.glyph) for mark in one.marks), word


@pytest.mark.parametrize("weight", [REGULAR, BOLD])
@pytest.mark.parametrize("family", WRITTEN_BY_PEOPLE)
def test_what_people_write_has_a_letter(family: str, weight: str) -> None:
    drawn = _drawn(FONTS / f"{family}-{weight}.ttf")
    assert not {char for char in WRITTEN_BY_PEOPLE[family] if ord(char) not in drawn}


@pytest.mark.parametrize(
    "path", sorted(FONTS.rglob("NotoSansArabic-*")), ids=lambda path: path.name
)
def test_arabic_letters_join(path: Path) -> None:
    records = _font(path)["GSUB"].table.FeatureList.FeatureRecord
    assert {"init", "medi", "fina", "rlig"} <= {record.FeatureTag for record in records}


@pytest.mark.parametrize("path", sorted(FONTS.glob("*.ttf")), ids=lambda path: path.name)
def test_a_font_is_static_and_says_its_weight(path: Path) -> None:
    """Variable fonts do not work everywhere the app runs."""
    font = _font(path)
    assert "fvar" not in font
    assert font["OS/2"].usWeightClass == (700 if "Bold" in path.stem else 400)


def test_marks_of_direction_are_not_seen() -> None:
    """They have a glyph, so that no box is drawn for them, without ink and without width."""
    font = _font(WEB / "Marks-Regular.woff2")
    for mark in range(0x2066, 0x206A):
        name = font.getBestCmap()[mark]
        assert font["hmtx"][name][0] == 0
        assert font["glyf"][name].numberOfContours == 0


def test_every_emoji_that_the_client_asks_for_is_in_the_part_that_it_names() -> None:
    parts = emoji_parts()
    assert len(parts) == 12
    for part in parts:
        answer = ours(f"/assets/fonts/{part.path}")
        assert answer == f"/fonts/web/NotoEmoji-{part.number}.woff2"
        assert part.letters <= _drawn(ASSETS / answer.lstrip("/"))
    assert set(map(ord, "😀🙂😔👍💚☀🌱🎉📅💬🏠")) <= set().union(*(one.letters for one in parts))


def test_the_icons_are_those_of_the_client() -> None:
    theirs, packed = _font(ICONS), _font(WEB / "MaterialIcons.woff2")
    assert packed.getBestCmap() == theirs.getBestCmap()
    assert packed.getGlyphOrder() == theirs.getGlyphOrder()


def test_every_font_comes_with_its_licence() -> None:
    for path in FONTS.glob("*.ttf"):
        licence = FONTS / f"LICENSE-{path.stem.split('-')[0]}.txt"
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence.read_text("utf-8")
    emoji = (FONTS / "LICENSE-NotoEmoji.txt").read_text("utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in emoji
    assert "Apache License" in (WEB / "LICENSE-MaterialIcons.txt").read_text("utf-8")


def test_a_phone_gets_less_than_six_megabytes_of_fonts() -> None:
    assert sum(path.stat().st_size for path in FONTS.glob("*.ttf")) < 6_000_000
