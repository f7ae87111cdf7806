"""What the app is and is not, with the way in, on one page in every language."""

import re
from datetime import UTC, datetime

import pytest
import segno

from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import words_for
from mia_companion.paper.invitation import Way, about, as_text, on_paper, title
from mia_companion.paper.pdf import made
from tests.paper.reading import Paper

NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)
ADDRESS = "https://samordning.exempelkommun.example"
DRAWN = segno.make_qr(f"{ADDRESS}/start/7KQM2XPA", error="m").matrix
SQUARES = tuple(tuple(bool(one) for one in row) for row in DRAWN)
TAGS = [one.tag for one in LANGUAGES]
_RECT = re.compile(rb"([-\d.]+) ([-\d.]+) ([-\d.]+) ([-\d.]+) re f")


def _paper(tag: str, *, address: str = ADDRESS) -> Paper:
    words = words_for(tag)
    until = words.day_and_clock(datetime(2026, 12, 30, 13, tzinfo=UTC), "Europe/Stockholm", NOW)
    squares = SQUARES if address else ()
    way = Way("7KQM-2XPA", address, squares, until, "+46 70 123 45 67")
    return Paper(made(on_paper(words, way), NOW))


@pytest.mark.parametrize("tag", TAGS)
def test_it_is_one_page_with_everything_on_it(tag: str) -> None:
    paper, words = _paper(tag), words_for(tag)
    assert len(paper.pages) == 1
    assert "7KQM-2XPA" in paper.text
    assert ADDRESS in paper.text.replace("\n", "").replace(" ", "")
    assert len(about(words)) == 6
    assert f"/Lang ({tag})" in paper.catalog


@pytest.mark.parametrize("tag", TAGS)
def test_a_camera_finds_each_square_with_white_around(tag: str) -> None:
    paper = _paper(tag)
    [page] = [paper.stream(n) for n in paper.objects if b" re f" in _content(paper, n)]
    drawn = [tuple(map(float, one)) for one in _RECT.findall(page)]
    assert len(drawn) == sum(map(sum, SQUARES))
    left, top = min(x for x, *_ in drawn), max(y for _, y, *_ in drawn)
    side = 130.0 / len(SQUARES)
    found = {(round((top - y) / side), round((x - left) / side)) for x, y, *_ in drawn}
    wanted = {(r, c) for r, row in enumerate(SQUARES) for c, dark in enumerate(row) if dark}
    assert found == wanted
    quiet = 4 * side
    for one in paper.shown():
        inside = left - quiet < one.left < left + 130 + quiet
        assert not (inside and top - 130 - quiet < one.up < top + quiet), one.said


def _content(paper: Paper, number: int) -> bytes:
    return paper.stream(number) if b"stream\n" in paper.objects[number] else b""


def test_those_who_do_not_see_the_picture_are_told_what_it_is() -> None:
    paper = _paper("en")
    [figure] = [h for n in paper.objects if "/S /Figure" in (h := paper.head(n))]
    assert "/Alt" in figure


def test_without_an_address_the_code_is_enough() -> None:
    text = " ".join(_paper("en", address="").text.split())
    assert "Open the app and write this code: 7KQM-2XPA" in text
    assert "camera" not in text


@pytest.mark.parametrize("tag", TAGS)
def test_the_text_to_copy_says_it_all_and_no_code(tag: str) -> None:
    words = words_for(tag)
    text = as_text(words)
    assert text.startswith(title(words))
    assert "112" in text
    for heading, said in about(words):
        assert f"{heading}\n{said}" in text
        assert len(said.split()) < 40
