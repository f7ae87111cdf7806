"""The finished file: every letter has its glyph in it, is read in order, and is copied as it was written."""

from dataclasses import replace
from pathlib import Path

import pytest

from mia_companion.paper.blocks import BOX, DOT, GAP, HEADING, NAME, TITLE, Block, Sheet
from mia_companion.paper.faces import FacesMissing
from mia_companion.paper.pages import BOTTOM, HEIGHT, SIDE, WIDTH
from mia_companion.paper.pdf import made
from tests.example_data import NOW
from tests.paper.reading import Paper

SENTENCES = {
    "Swedish": "Orka vara bland folk igen, åtta på morgonen!",
    "Turkish": "İstanbul'da küçük adımlar: ğ, ş, ı",
    "Ukrainian": "Зателефонувати лікарю, їжак ґанок є",
    "Tigrinya": "ሰላም፡ ከመይ ኣለኻ። ናብ ሓኪም ምድዋል",
    "Arabic": "السؤال عن موعد زيارة الروضة؟ شكراً، لأن الأطفال لا يلعبون",
    "Persian": "می‌خواهم کتاب‌ها را بخوانم؛ چای، ژاله، گل، پدر",
    "Sorani": "دەمەوێت بڕۆم بۆ قوتابخانە، ڕۆژی شەممە، وڵات و گوڵ",
    "accents without letters of their own": "q\u0303 x\u0301",
}


def sheet(*blocks: Block, rtl: bool = False) -> Sheet:
    return Sheet(
        title="خطتي" if rtl else "Min plan",
        language="ar" if rtl else "sv",
        rtl=rtl,
        foot=lambda page, pages: f"{page}/{pages}",
        unwritten=f"{GAP} står för bokstäver.",
        groups=tuple((block,) for block in blocks),
    )


def paper(*blocks: Block, rtl: bool = False) -> Paper:
    return Paper(made(sheet(*blocks, rtl=rtl), NOW))


@pytest.mark.parametrize("rtl", [False, True])
@pytest.mark.parametrize("language", SENTENCES)
def test_no_box_is_drawn_in_any_language_we_meet(language: str, rtl: bool) -> None:
    words = SENTENCES[language]
    found = paper(Block(words, TITLE), Block(words), rtl=rtl)
    fonts = found.embedded()
    for row in found.shown():
        names = [fonts[row.font].getGlyphName(number) for number in row.glyphs]
        assert ".notdef" not in names
        for name, said in zip(names, row.said, strict=False):
            drawn = fonts[row.font]["glyf"][name]
            assert drawn.numberOfContours or said.isspace() or said == "\u00a0", (name, said)
    assert GAP not in found.text


@pytest.mark.parametrize("language", SENTENCES)
def test_a_screen_reader_hears_what_was_written(language: str) -> None:
    words = SENTENCES[language]
    heard = paper(Block(words), rtl=language in ("Arabic", "Persian", "Sorani")).text
    assert heard == words.replace("\u200c", "")


@pytest.mark.parametrize("language", ["Arabic", "Persian", "Sorani"])
def test_what_is_copied_is_made_of_the_letters_of_the_alphabet(language: str) -> None:
    """Not of the forms that they take in a word, which nobody can search for."""
    words = SENTENCES[language].replace("\u200c", "")
    rows = list(paper(Block(words), rtl=True).shown())[:-1]
    copied = "".join(row.said for row in rows).replace("\u034f", "")
    assert sorted(copied) == sorted(words)


def test_it_says_its_language_its_title_and_its_parts() -> None:
    found = paper(Block("Min plan", TITLE), Block("Mål", HEADING), Block("Orka", NAME), Block("Ja"))
    assert "/Lang (sv)" in found.catalog
    assert "/Marked true" in found.catalog
    assert "/DisplayDocTitle true" in found.catalog
    assert "(Min plan)" in found.information
    assert found.told == [("H1", "Min plan"), ("H2", "Mål"), ("H3", "Orka"), ("P", "Ja")]


def test_it_bears_no_name_of_anyone_and_the_time_it_is_given() -> None:
    found = paper(Block("Ja"))
    assert "/CreationDate (D:20260302080000Z)" in found.information
    assert "/Author" not in found.information
    assert made(sheet(Block("Ja")), NOW) == made(sheet(Block("Ja")), NOW)


@pytest.mark.parametrize("rtl", [False, True])
def test_every_line_stands_within_the_margins(rtl: bool) -> None:
    long = "Donaudampfschifffahrtsgesellschaft" * 40
    marks = [Block("Ett steg " * 40, mark=mark) for mark in (BOX, DOT)]
    found = paper(Block(long, TITLE), Block(long), *marks, Block("مرحبا " * 90), rtl=rtl)
    rows = list(found.shown())
    assert len(rows) > 20
    assert all(SIDE - 1 <= row.left <= WIDTH - SIDE for row in rows)
    assert all(0 < row.up < HEIGHT for row in rows)


def test_a_goal_as_long_as_can_be_goes_over_pages_and_is_read_in_order() -> None:
    words = " ".join(f"ord{n}" for n in range(1_600))
    found = paper(Block(words))
    assert len(found.pages) > 2
    assert " ".join(text for _, text in found.told) == words
    assert {row.said for row in found.shown() if "/" in row.said} == {
        f"{n}/{len(found.pages)}" for n in range(1, len(found.pages) + 1)
    }
    feet = [row for row in found.shown() if "/" in row.said]
    assert all(row.up < BOTTOM for row in feet)
    assert all(row.up >= BOTTOM for row in found.shown() if row not in feet)


def test_pictures_are_left_out_faces_are_told_and_what_cannot_be_written_is_said() -> None:
    found = paper(
        Block("Orka 💪🏽 mer 🙂 → jag 👨‍👩‍👧"), Block("中文 och ไทย"), Block("🎉"), Block("5 °C ©")
    )
    texts = [text for _, text in found.told]
    assert texts[0] == "Orka mer :) -> jag"
    assert texts[1] == f"{GAP} och {GAP}"
    assert texts[2] == GAP
    assert texts[3] == "5 °C ©"
    assert texts[4] == f"{GAP} står för bokstäver."


def test_what_nobody_types_does_no_harm() -> None:
    unseen = "a\x00\x07\u200bb\u202e\u202ac\ufeff\ud800d"
    found = paper(Block(unseen), Block("\u2068" * 500 + "x"), Block("-" * 9_000), Block(""))
    assert [text for _, text in found.told][:2] == ["abcd", "x"]


def test_the_file_is_small_enough_for_a_slow_line() -> None:
    every = [Block(words) for words in SENTENCES.values()]
    assert len(made(sheet(*every), NOW)) < 80_000


def test_without_the_fonts_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(FacesMissing):
        made(sheet(Block("Ja")), NOW, tmp_path)


def test_what_belongs_together_is_not_parted_and_a_heading_never_ends_a_page() -> None:
    filling = tuple(Block(f"rad {n}") for n in range(34))
    for goal in ("kort", "lång " * 2_000):
        group = (Block("Mål", HEADING), Block("Orka", NAME), Block(goal))
        whole = replace(sheet(), groups=(filling, group))
        rows = list(Paper(made(whole, NOW)).shown())
        heading = next(place for place, row in enumerate(rows) if row.said == "Mål")
        assert "/" in rows[heading - 1].said  # the foot of the page before
