"""Outside, somebody with a protected identity is a code, and has neither places nor people."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mia_companion.domain.fold import fold
from mia_companion.domain.formulas import as_text, is_formula
from mia_companion.domain.people import IdentityProtected, ParticipantNamed
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.plan import Plan
from mia_companion.domain.protection import code_of, outside_name, outside_words
from tests.example_data import confirmed, entry

Fact = ParticipantNamed | IdentityProtected


def plan(*facts: Fact) -> Plan:
    said = [confirmed(entry(fact, f"entry-{n:04}"), n) for n, fact in enumerate(facts, 1)]
    return Plan(shared=fold(EMPTY, said))


AMINA = ParticipantNamed(name="Amina Ek")


def test_the_code_is_the_same_everywhere_and_for_ever() -> None:
    assert code_of("0198f3a2-0000-7000-8000-000000000001") == "FBKD-JK"


@given(st.text(min_size=1, max_size=64))
def test_a_code_has_no_word_no_number_and_nothing_of_the_id(participant: str) -> None:
    code = code_of(participant)
    assert re.fullmatch(
        "[BCDFGHJKMNPQRTVWXYZ][B-DF-HJKMNP-RTV-Z2-46-9]{3}-[B-DF-HJKMNP-RTV-Z2-46-9]{2}", code
    )
    assert not is_formula(code)


def test_codes_differ() -> None:
    assert len({code_of(f"person-{n}") for n in range(2000)}) == 2000


def test_outside_a_protected_person_is_a_code_without_places() -> None:
    hidden = plan(AMINA, IdentityProtected(protected=True))
    assert outside_name(hidden, "p-1") == code_of("p-1")
    assert outside_words(hidden, "Storgatan 1") == ""


def test_others_have_their_name_and_their_places() -> None:
    for open_ in (
        plan(AMINA),
        plan(AMINA, IdentityProtected(protected=True), IdentityProtected(protected=False)),
    ):
        assert outside_name(open_, "p-1") == "Amina Ek"
        assert outside_words(open_, "Storgatan 1") == "Storgatan 1"


def test_whose_name_is_not_here_yet_has_the_code() -> None:
    assert outside_name(plan(), "p-1") == code_of("p-1")


FORMULAS = [
    "=1+1", "+46", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1", "\u00a0=1", "\u200b=1", "\ufeff=1",
    "＝1", "＋1", "－1", "＠A1", "=cmd|' /C calc'!A0",
]  # fmt: skip


@pytest.mark.parametrize("text", FORMULAS)
def test_a_formula_is_known_and_made_text(text: str) -> None:
    assert is_formula(text)
    made = as_text(text)
    assert made.startswith("'")
    assert not is_formula(made)


@pytest.mark.parametrize("cut", [";", ",", "\t", "\n", "|"])
def test_a_formula_hidden_behind_a_separator_is_text_too(cut: str) -> None:
    for piece in re.split("[;,|\t]", as_text(f"Bo{cut} =1")):
        assert not is_formula(piece)


@pytest.mark.parametrize("same", ["", "Åsa Öberg-Ek", "a=b", "2026-01-01", "سارة", "mail@host"])
def test_other_words_stay_as_they_are(same: str) -> None:
    assert as_text(same) == same


@given(st.text())
def test_no_text_is_a_formula_afterwards(text: str) -> None:
    made = as_text(text)
    assert not is_formula(made)
    assert as_text(made) == made
