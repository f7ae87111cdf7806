"""Every document in every language: no letter without a glyph, read in order, and begun at the right edge."""

import re
from collections.abc import Iterator
from functools import cache
from zoneinfo import ZoneInfo

import pytest

from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.plan import Plan
from mia_companion.i18n.languages import LANGUAGES, Language
from mia_companion.i18n.words import Words, words_for
from mia_companion.paper.blocks import GAP, Sheet
from mia_companion.paper.contents import Chosen, plan_on_paper
from mia_companion.paper.invitation import Way, on_paper
from mia_companion.paper.pages import SIDE, WIDTH
from mia_companion.paper.pdf import made
from mia_companion.paper.results import results_on_paper
from mia_companion.paper.results_told import exact_told
from mia_companion.paper.telling import Beside, HelpLine
from mia_companion.ui.components.names import area_name, party_name, way_name
from mia_companion.ui.components.sheet_words import in_words
from tests.example_data import NOW, told
from tests.paper.reading import Paper
from tests.paper.test_contents import BESIDE, OWN, SHARED
from tests.paper.test_passed_on import sheet as passed_on
from tests.paper.test_results import a_cube

EACH = pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
HOME = ZoneInfo("Europe/Stockholm")
WAY = Way("7KQM-2XPA", "https://mia.example", (), "2026-12-30", "+46 70 123 45 67")
_UNSEEN = re.compile("[\u200c\u2066-\u2069]")


def documents(words: Words) -> Iterator[Sheet]:
    """A plan, a sheet for an agency, an invitation, and results."""
    beside = Beside(
        coordinators=BESIDE.coordinators,
        help_lines=(HelpLine(words.t("Danger to life"), "112"), HelpLine("Hjälplinjen", "90 390")),
        party=lambda party: party_name(words, party),
        way=lambda way: way_name(words, way),
        area=lambda area: area_name(words, area),
    )
    plan = Plan(shared=fold(EMPTY, told(*SHARED)), own=fold(EMPTY, told(*OWN)))
    chosen = Chosen(only_mine=True)
    yield plan_on_paper(plan, beside, chosen, words=words, now=NOW, zone=HOME)
    yield in_words(passed_on("Samira Haddad"), words)
    yield on_paper(words, WAY)
    exact = exact_told(a_cube(), words, lambda area: area_name(words, area), "MIA Väst")
    yield results_on_paper(exact, published=False, words=words, now=NOW, zone=HOME)


@cache
def all_in_one(tag: str) -> tuple[Sheet, Paper]:
    """One file of all four: a font is read once."""
    found = list(documents(words_for(tag)))
    groups = tuple(group for one in found for group in one.groups)
    first = found[0]
    whole = Sheet(first.title, first.language, first.rtl, first.foot, first.unwritten, groups)
    return whole, Paper(made(whole, NOW))


@EACH
def test_every_letter_is_drawn(language: Language) -> None:
    _, paper = all_in_one(language.tag)
    fonts = paper.embedded()
    for row in paper.shown():
        for number, said in zip(row.glyphs, row.said, strict=False):
            name = fonts[row.font].getGlyphName(number)
            drawn = fonts[row.font]["glyf"][name].numberOfContours
            assert name != ".notdef"
            assert drawn or said.isspace() or said == "\u034f", (name, said)
    assert GAP not in paper.text


@EACH
def test_a_screen_reader_hears_each_block_as_it_was_written(language: Language) -> None:
    whole, paper = all_in_one(language.tag)
    written = (block.text for group in whole.groups for block in group)
    assert [text for _, text in paper.told] == [
        " ".join(_UNSEEN.sub("", text).replace("\u00a0", " ").split()) for text in written
    ]
    assert f"/Lang ({language.tag})" in paper.catalog


@EACH
def test_a_page_begins_at_the_edge_where_reading_begins(language: Language) -> None:
    _, paper = all_in_one(language.tag)
    rows = list(paper.shown())
    assert rows[0].left == SIDE if not language.rtl else rows[0].left > WIDTH / 2
    assert all(SIDE - 1 <= row.left <= WIDTH - SIDE for row in rows)


@EACH
def test_a_phone_number_stands_in_order_on_one_line(language: Language) -> None:
    """From left to right, also where the sentence around it runs the other way."""
    _, paper = all_in_one(language.tag)
    shown = "\n".join(row.said.replace("\u00a0", " ") for row in paper.shown())
    for number in ("010-000 00 10", "90 390", "+46 70 123 45 67"):
        assert number in shown, number
