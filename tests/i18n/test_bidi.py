"""Isolation: values keep to themselves, and the marks that do it are never seen."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from mia_companion.i18n.bidi import FSI, PDI, RLI, isolated, isolated_if_needed
from mia_companion.i18n.words import words_for

FONTS = Path(__file__).parent.parent.parent / "assets" / "fonts"
LRI, RLO = "\u2066", "\u202e"


def test_values_in_a_right_to_left_sentence_are_isolated() -> None:
    assert (
        words_for("ar").t("[{a}] {b}", a="010-12 34", b=3) == f"[{FSI}010-12 34{PDI}] {FSI}3{PDI}"
    )


def test_values_that_may_turn_are_isolated_in_every_sentence() -> None:
    assert words_for("sv").t("Hej {name}!", name="مريم") == f"Hej {FSI}مريم{PDI}!"
    assert words_for("sv").t("Hej {name}!", name="א") == f"Hej {FSI}א{PDI}!"
    assert words_for("sv").t("Hej {name}!", name=f"a{RLO}b") == f"Hej {FSI}a{RLO}b{PDI}!"


@pytest.mark.parametrize("name", ["Åsa", "Łukasz", "Олена", "ሰላም", "😀", "010-12 34 (5)", ""])
def test_other_values_stay_as_they_are(name: str) -> None:
    assert words_for("sv").t("Hej {name}!", name=name) == f"Hej {name}!"


def test_nothing_is_nothing() -> None:
    assert words_for("ar").t("{a}", a="") == ""


def test_a_value_can_neither_leave_its_isolation_nor_swallow_the_end() -> None:
    assert isolated(f"a{PDI}b") == f"{FSI}ab{PDI}"
    assert isolated(f"a{RLI}b") == f"{FSI}a{RLI}b{PDI}{PDI}"
    assert isolated(f"{LRI}a{PDI}") == f"{FSI}{LRI}a{PDI}{PDI}"


@given(st.text(alphabet=f"ab عא1{LRI}{RLI}{FSI}{PDI}{RLO}") | st.text(), st.booleans())
def test_isolation_is_balanced_and_loses_no_letter(text: str, rtl: bool) -> None:
    shown = isolated_if_needed(text, rtl)
    depth = 0
    for char in shown:
        depth += (char in f"{LRI}{RLI}{FSI}") - (char == PDI)
        assert depth >= 0
    assert depth == 0
    letters = str.maketrans("", "", f"{LRI}{RLI}{FSI}{PDI}")
    assert shown.translate(letters) == text.translate(letters)


@pytest.mark.parametrize("cut", ["Regular", "Bold"])
def test_the_marks_are_in_a_bundled_font_and_draw_nothing(cut: str) -> None:
    """A mark that no font has is drawn as a box by some engines."""
    font = TTFont(FONTS / f"NotoSans-{cut}.ttf")
    drawn = font.getBestCmap()
    for mark in (RLI, FSI, PDI):
        assert font["glyf"][drawn[ord(mark)]].numberOfContours == 0
        assert font["hmtx"][drawn[ord(mark)]][0] == 0


def test_a_name_that_begins_in_latin_letters_keeps_the_direction_of_its_language() -> None:
    """Its brackets are read after it; a person's own words have the direction that they begin with."""
    words = words_for("fa")
    party = words.t("Försäkringskassan")
    assert party.startswith("Försäkringskassan (")
    assert words.t("{party}, {way}", party=party, way="x").startswith(f"{RLI}{party}{PDI}")
    assert words.listing([party, "b"]).startswith(f"{RLI}{party}{PDI}")
    assert words.t("{party}, {way}", party=str.__str__(party), way="x").startswith(FSI)
