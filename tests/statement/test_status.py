"""The statement says what the results say, and of what was not tested it says that."""

import json
from itertools import pairwise

import pytest

from mia_companion.ui.statement.main_points import MAIN_POINTS, STATUS
from tests.statement.a_sample import ALL, NOTHING_SHORT, SHORT, found
from tools.catalogues.reading import lix
from tools.statement import english, swedish, writing
from tools.statement.found import FULLY, NOT, PARTLY, Found
from tools.statement.results import Results


def text(said: Found, tag: str = "sv") -> str:
    blocks = (swedish if tag == "sv" else english).statement(said)
    return "\n".join(one[1] for one in blocks)


def test_fully_only_when_nothing_is_missing() -> None:
    assert found().status == FULLY
    assert "helt förenlig" in text(found())
    assert "fully compliant" in text(found(), "en")


ONE_BAD = {
    **ALL["languages"],  # type: ignore[dict-item]
    "ti": {"screens": 123, "modes": ["light", "dark"], "violations": ["color-contrast"]},
}
LIGHT_ONLY = {**ALL["languages"], "pl": {"screens": 123, "modes": ["light"]}}  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("said", "tells"),
    [
        (found("readings"), "skärmläsare får veta om skärmarna har inte prövats"),
        (found("keyboard"), "bara tangentbord har inte prövats"),
        (found("room"), "smal skärm har inte prövats"),
        (found("languages"), "Alla skärmar på alla språk"),
        (found(languages=LIGHT_ONLY), "Alla skärmar på alla språk"),
        (found(languages=ONE_BAD), "På tigrinska hittade axe-core fel: color-contrast"),
        (
            found(languages={**ONE_BAD, "sv": {"screens": 1, "violations": [{"rule": "label"}]}}),
            "På svenska hittade axe-core fel: label.",
        ),
        (found(shell=[{"rule": "r", "what": "w", "issue": "i/1"}]), "ramverket Flutter"),
        (found(room={"screens": 1, "spilled": ["today"]}), "Text får inte plats: today"),
        (found(known=NOTHING_SHORT.model_copy(update={"shortcoming": (SHORT,)})), "Något brister"),
    ],
)
def test_partly_and_it_says_why(said: Found, tells: str) -> None:
    assert said.status == PARTLY
    assert tells in text(said)
    assert "delvis förenlig" in text(said)
    assert "partially compliant" in text(said, "en")


def test_not_when_every_language_that_was_tested_has_faults() -> None:
    bad = {"screens": 9, "modes": ["light", "dark"], "violations": ["label"]}
    assert found(languages={"sv": bad, "ar": bad}).status == NOT
    assert found(languages={"sv": bad, "ar": {**bad, "violations": []}}).status == PARTLY


def test_nothing_is_claimed_that_was_not_tested() -> None:
    nothing = Found(Results(), NOTHING_SHORT)
    assert nothing.status == PARTLY
    again = "12 vägar genom MIA har gåtts med bara tangentbord, på svenska. 7 av dem gicks även på arabiska"
    for claim in ("axe-core", "sparat för", again, "har gåtts", "har ritats", "prövades senast"):
        assert claim in text(found())
        assert claim not in text(nothing)
    assert "Inget resultat av tester" in text(nothing)


def test_both_languages_have_the_same_parts_in_the_same_order() -> None:
    for said in (found(), writing.found_here(), found(languages=ONE_BAD)):
        kinds = [[one[0] for one in made.statement(said)] for made in (swedish, english)]
        assert kinds[0] == kinds[1]
        levels = [int(kind[1]) for kind in kinds[0] if kind.startswith("h")]
        assert levels[0] == 1
        assert 1 not in levels[1:]
        assert all(lower - higher <= 1 for higher, lower in pairwise(levels))


def test_what_lies_here_is_what_the_results_say() -> None:
    assert writing.differing() == []


def test_another_result_makes_the_check_fail() -> None:
    here = writing.found_here()
    other = Found(here.results.model_copy(update={"made": "2031-01-01"}), here.known, here.unread)
    assert len(writing.differing(other)) == 3


def test_what_the_app_tells_in_every_language_has_its_words() -> None:
    told = json.loads(writing.TOLD.read_text("utf-8"))
    assert set(told["main"]) == set(MAIN_POINTS)
    assert told["status"] in STATUS


def test_the_swedish_is_easy_enough() -> None:
    assert lix(text(writing.found_here())) < 40
