"""Every language offered can be written with the fonts that are bundled, in every cut."""

from functools import cache
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

FONTS = Path(__file__).parent.parent / "assets" / "fonts"

LETTERS = {
    "AtkinsonHyperlegible": {
        "Swedish": "abcdefghijklmnopqrstuvwxyzåäöéü",
        "Finnish": "åäöšž",
        "Polish": "ąćęłńóśźż",
        "Spanish": "áéíñóúü¿¡",
        "Kurdish (Kurmanji)": "çêîşû",
        "typography": "\u2013\u2014\u2019\u201d\u2026\u00a0\u2022",
    },
    "NotoSans": {
        "Turkish": "çğıİöşü",  # its İ is in no cut of Atkinson Hyperlegible
        "Ukrainian": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
        "Greek": "αβγδεζηθικλμνξοπρστυφχψω",
    },
    "NotoSansArabic": {
        "Arabic": "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي،؛؟٠١٢٣٤٥٦٧٨٩",
        "Persian and Dari": "پچژگکی۰۱۲۳۴۵۶۷۸۹\u200c",
        "Sorani": "ڕڵێۆەھڤ",
    },
    "NotoSansEthiopic": {
        "Tigrinya": "ሀለሐመረሰሸቀቐበተነአከኸወዐዘዠየደጀገጠጨጸፀፈፐ፣።ኣኢኤእኦ",
    },
}
CUTS = {
    "AtkinsonHyperlegible": ("Regular", "Bold", "Italic", "BoldItalic"),
    "NotoSans": ("Regular", "Bold"),
    "NotoSansArabic": ("Regular", "Bold"),
    "NotoSansEthiopic": ("Regular", "Bold"),
}
CASES = [
    (family, cut, language)
    for family, cuts in CUTS.items()
    for cut in cuts
    for language in LETTERS[family]
]


@cache
def _font(name: str) -> TTFont:
    return TTFont(FONTS / name)


@pytest.mark.parametrize(("family", "cut", "language"), CASES)
def test_a_language_can_be_written(family: str, cut: str, language: str) -> None:
    letters = LETTERS[family][language]
    drawn = _font(f"{family}-{cut}.ttf").getBestCmap()
    missing = {letter for letter in letters + letters.upper() if ord(letter) not in drawn}
    assert not missing


@pytest.mark.parametrize("cut", CUTS["NotoSansArabic"])
def test_arabic_letters_join(cut: str) -> None:
    records = _font(f"NotoSansArabic-{cut}.ttf")["GSUB"].table.FeatureList.FeatureRecord
    assert {"init", "medi", "fina", "rlig"} <= {record.FeatureTag for record in records}


@pytest.mark.parametrize("path", sorted(FONTS.glob("*.ttf")), ids=lambda path: path.name)
def test_a_font_is_static_and_says_its_weight(path: Path) -> None:
    """Variable fonts do not work everywhere the app runs."""
    font = _font(path.name)
    assert "fvar" not in font
    assert font["OS/2"].usWeightClass == (700 if "Bold" in path.stem else 400)


def test_browsers_can_draw_emoji() -> None:
    drawn = _font("NotoEmoji-Regular.woff2").getBestCmap()
    assert all(ord(emoji) in drawn for emoji in "😀🙂😔👍💚☀🌱🎉📅💬🏠")


def test_every_family_comes_with_its_licence() -> None:
    families = {path.stem.split("-")[0] for path in FONTS.iterdir() if path.suffix != ".txt"}
    for family in families:
        licence = (FONTS / f"LICENSE-{family}.txt").read_text("utf-8")
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_a_phone_gets_less_than_six_megabytes_of_fonts() -> None:
    assert sum(path.stat().st_size for path in FONTS.glob("*.ttf")) < 6_000_000
