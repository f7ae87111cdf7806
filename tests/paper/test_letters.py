"""Letters join as in handwriting, keep their marks, and stand in the order in which they are read."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mia_companion.paper.directions import in_sight, levels, mirrored
from mia_companion.paper.faces import BOLD, REGULAR, Faces, fonts_folder
from mia_companion.paper.letters import SMALL_V, SMALL_V_BELOW, clean, letters_of
from mia_companion.paper.lines import Setter
from mia_companion.paper.placing import Placed, place

FACES = Faces(fonts_folder(), REGULAR)
ARABIC = "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژگکیڕڵێۆەھڤ"


def bases(words: str) -> str:
    return "".join(one.base for one in letters_of(clean(words)))


def test_a_letter_has_four_forms() -> None:
    assert bases("ب ببب") == "\ufe8f \ufe91\ufe92\ufe90"
    assert bases("دار") == "\ufea9\ufe8d\ufead"
    assert bases("می\u200cخوا") == "\ufee3\ufbfd\ufea7\ufeee\ufe8d"  # a joiner's absence parts them


def test_the_letters_of_sorani_join_too() -> None:
    small = {
        one.said: [mark.glyph for mark in one.marks] for one in letters_of("گوڵ ڵێر بڕ ێم سەر")
    }
    assert small["ڕ"] == [SMALL_V_BELOW]
    assert small["ێ"] == [SMALL_V]
    assert bases("سەر") == "\ufeb3\ufeea\ufead"
    assert bases("وڵات") == "\ufeed\ufefb\ufe95"
    (lam_alef,) = [one for one in letters_of("وڵات") if len(one.said) == 2]
    assert lam_alef.said == "ڵا"


def test_lam_and_alef_are_one_sign_drawn_in_two_parts() -> None:
    (sign,) = letters_of("لأ")
    glyph = FACES.glyph(sign.base)
    assert glyph is not None
    alef, lam, hamza = sorted(
        place(sign, glyph, 0.0, FACES), key=lambda one: "أل".find(one.said) % 9
    )
    assert (alef.said, lam.said) == ("أ", "ل")
    assert alef.x < lam.x
    assert hamza.said == "\u034f"


def test_marks_stand_off_the_ink_of_their_letter_and_of_each_other() -> None:
    (letter,) = letters_of("\u0628\u064e\u0651\u0650")  # fatha was typed before the doubling
    glyph = FACES.glyph(letter.base)
    assert glyph is not None
    base, doubling, fatha, kasra = place(letter, glyph, 100.0, FACES)
    assert (doubling.said, fatha.said, kasra.said) == ("\u0651", "\u064e", "\u0650")
    tops = [_ink(one) for one in (base, doubling, fatha)]
    assert all(above[0] > below[1] for below, above in pairwise(tops))
    assert _ink(kasra)[1] < _ink(base)[0]


def _ink(placed: Placed) -> tuple[float, float]:
    box = placed.glyph.box
    assert box is not None
    return box[1] + placed.y, box[3] + placed.y


@pytest.mark.parametrize("weight", [REGULAR, BOLD])
@pytest.mark.parametrize("letter", ARABIC)
def test_every_form_of_every_letter_has_a_glyph(letter: str, weight: str) -> None:
    faces = Faces(fonts_folder(), weight)
    for word in (letter, f"{letter}م", f"م{letter}م", f"م{letter}"):
        for one in letters_of(clean(word)):
            assert faces.glyph(one.base), word
            assert all(faces.glyph(mark.glyph) for mark in one.marks), word


@pytest.mark.parametrize(
    ("read", "rtl", "seen"),
    [
        ("abc", False, "abc"),
        ("אבג", True, "גבא"),
        ("אב 12 גד", True, "דג 12 בא"),
        ("אב \u2066070-00 10\u2069 גד", True, "דג 070-00 10 בא"),
        ("a (אב) c", False, "a (בא) c"),
        ("(אב)", True, "(בא)"),
        ("\u2068Orka?\u2069", True, "Orka?"),
        ("Orka?", True, "?Orka"),
    ],
)
def test_the_order_on_the_line(read: str, rtl: bool, seen: str) -> None:
    found = zip(read, levels(read, rtl=rtl), strict=True)
    row = [(mirrored(char, level), level) for char, level in found]
    assert "".join(in_sight(row)).translate(dict.fromkeys(range(0x2066, 0x206A))) == seen


@given(st.text(max_size=60), st.booleans())
def test_any_text_has_a_level_for_each_character(text: str, rtl: bool) -> None:
    found = levels(text, rtl=rtl)
    assert len(found) == len(text)
    row = list(zip(text, found, strict=True))
    assert sorted(in_sight(row)) == sorted(text)


@pytest.mark.parametrize("odd", ["-", "(", "%", "\u2068", "\u200f", "\u0301", "🎉", " "])
def test_ten_thousand_of_anything_can_be_set(odd: str) -> None:
    for rtl in (False, True):
        assert Setter(FACES).lines(odd * 10_000, size=13, width=400, rtl=rtl)


@given(
    st.text(st.sampled_from("abc åäö-/.,()0189 אבابلڵۆمرهژ\u064e\u0651\u0301\u200c🎉"), max_size=80)
)
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str) -> None:
    lines = Setter(FACES).lines(text, size=13, width=60, rtl=False)
    assert all(line.width * 13 / 1000 <= 60 for line in lines)
    said = "".join(line.said for line in lines)
    for char in "abcåäö0189ۆمرژ":
        assert said.count(char) == unicodedata.normalize("NFC", text).count(char)
