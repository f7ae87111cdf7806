"""The fold is pure and incremental, and takes anything for what it is worth."""

import copy
import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.domain.facts import KINDS, Fact, write_fact
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY, MAPS, Picture, load_picture, save_picture
from tests.domain.strategies import facts, journals
from tests.example_data import NOW, confirmed, entry, goal, message, step, told

UNKNOWN = '{"kind":"DreamTold","dream":"flög över \\u00e5ar","depth":9007199254740993,"n":1.10}'


@given(journals(), journals())
def test_what_was_folded_stays_as_it_was(
    first: tuple[Confirmed, ...], then: tuple[Confirmed, ...]
) -> None:
    picture = fold(EMPTY, first)
    before, saved = copy.deepcopy(picture), save_picture(picture)
    later = [confirmed(one.entry, len(first) + one.seq) for one in then]
    assert fold(picture, later) == fold(picture, later)
    assert picture == before
    assert save_picture(picture) == saved
    assert fold(EMPTY, []) is EMPTY


@given(journals())
def test_a_picture_survives_being_saved(journal: tuple[Confirmed, ...]) -> None:
    picture = fold(EMPTY, journal)
    loaded = load_picture(save_picture(picture))
    assert loaded == picture
    assert save_picture(loaded) == save_picture(picture)
    for before, after in zip(_maps(picture), _maps(loaded), strict=True):
        assert list(before) == list(after)  # the order in which things came is part of it


def test_maps_that_nothing_touched_are_the_same_objects() -> None:
    picture = fold(EMPTY, told(goal(), step(), message()))
    following = fold(picture, [confirmed(entry(goal("goal-2"), "entry-0004"), 4)])
    changed = {
        f.name
        for f in fields(Picture)
        if getattr(following, f.name) is not getattr(picture, f.name)
    }
    assert changed == {"seq", "goals"}
    assert following.goals["goal-1"] is picture.goals["goal-1"]


def test_an_unknown_kind_keeps_its_place_and_says_nothing() -> None:
    picture = fold(EMPTY, told(goal(), UNKNOWN, step()))
    assert picture.seq == 3
    assert picture.goals.keys() == {"goal-1"}
    assert picture.steps.keys() == {"step-1"}
    assert fold(picture, [confirmed(entry(UNKNOWN, "entry-0004"), 4)]).seq == 4


def test_unknown_kinds_and_fields_travel_byte_for_byte() -> None:
    later = '{"kind":"GoalSet", "goal_id":"g","words":"x","area":"y","mood":{"z":[1.0,1e2]} }'
    for body in (UNKNOWN, later, "not json at all", '{"a":1,"a":2}', ""):
        one = confirmed(entry(body), 1)
        again = Confirmed.model_validate_json(one.model_dump_json())
        assert again.entry.body == body
        assert again.entry.digest() == one.entry.digest()
    assert fold(EMPTY, told(later)).goals["g"].words == "x"


@given(facts, st.data())
def test_a_known_kind_that_is_malformed_says_nothing(fact: Fact, data: st.DataObject) -> None:
    said = fact.model_dump(mode="json")
    said[data.draw(st.sampled_from(sorted(said.keys() - {"kind"})))] = {"not": "this"}
    assert fold(EMPTY, told(json.dumps(said))) == Picture(seq=1)


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("rest", ["", ',"words":7', ',"step_id":""', ',"item":null'])
def test_a_known_kind_without_its_fields_says_nothing(kind: str, rest: str) -> None:
    picture = fold(EMPTY, told(f'{{"kind":"{kind}"{rest}}}'))
    assert picture == Picture(seq=1)


@pytest.mark.parametrize(
    "body", ["", "null", "[]", "7", '"GoalSet"', '{"kind":null}', "[" * 60_000, '{"kind":[]}']
)
def test_a_body_that_is_no_fact_has_no_kind_and_says_nothing(body: str) -> None:
    assert entry(body).kind == ""
    assert fold(EMPTY, told(body)) == Picture(seq=1)


@given(facts, facts)
def test_the_kind_that_is_checked_is_the_kind_that_is_folded(one: Fact, two: Fact) -> None:
    """A body that names two kinds must not pass as one and be folded as the other."""
    first, second = write_fact(one), write_fact(two)
    both = f"{first[:-1]},{second[1:]}"
    picture = fold(EMPTY, told(both))
    checked = entry(both).kind
    alone = fold(EMPTY, told(first if checked == entry(first).kind else second))
    touched = {f.name for f in fields(Picture) if getattr(picture, f.name)}
    assert touched <= {f.name for f in fields(Picture) if getattr(alone, f.name)}


@given(st.integers(-3650, 3650).filter(lambda days: not -400 <= days <= 0))
def test_a_clock_that_is_years_off_yields_to_the_servers(days: int) -> None:
    off = confirmed(entry(goal(), at=NOW + timedelta(days=days)), 1, at=NOW)
    assert fold(EMPTY, [off]).goals["goal-1"].set_by.at == NOW


@given(st.integers(-400 * 24 * 60, 10))
def test_a_clock_that_is_right_enough_counts_as_it_is(minutes: int) -> None:
    said = NOW + timedelta(minutes=minutes)
    one = confirmed(entry(goal(), at=said), 1, at=NOW)
    assert fold(EMPTY, [one]).goals["goal-1"].set_by.at == said


def test_the_same_id_with_anything_else_changed_is_another_entry() -> None:
    one = entry(goal())
    others = [
        one.model_copy(update={name: value})
        for name, value in {
            "id": "entry-0002",
            "journal": "other",
            "author": "other",
            "device": "other",
            "happened_at": datetime(2026, 3, 2, 8, 0, 1, tzinfo=UTC),
            "based_on": 1,
            "epoch": "other",
            "body": one.body + " ",
        }.items()
    ]
    assert len({e.digest() for e in [one, *others]}) == len(Entry.model_fields) + 1


def _maps(picture: Picture) -> list[Mapping[str, object]]:
    return [getattr(picture, name) for name in MAPS]
