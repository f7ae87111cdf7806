"""A step that comes again for years: its older marks are read by whoever looks back so far, and only then."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mia_companion.domain import long_marks
from mia_companion.domain.fold import fold
from mia_companion.domain.long_marks import Long
from mia_companion.domain.picture import (
    EMPTY,
    Picture,
    load_part,
    load_picture,
    save_part,
    save_picture,
)
from mia_companion.domain.step_marks import StepDone, StepSetAside
from mia_companion.domain.steps import Step, StepPlanned
from mia_companion.domain.words import Undone
from tests.example_data import COORDINATOR, TODAY, confirmed, entry, told

PLANNED = StepPlanned(step_id="step-1", words="Gå ut", repeats=(1, 2, 3, 4, 5, 6, 7))


def marked(days: int) -> Picture:
    """A step marked on each of the days before today; the n-th mark is `entry-000(n+1)`."""
    done = [
        StepDone(step_id="step-1", day=TODAY - timedelta(days=n), note=f"{n}")
        for n in range(days, 0, -1)
    ]
    return fold(EMPTY, told(PLANNED, *done))


def kept(picture: Picture) -> Step:
    """As a device finds it again."""
    found = load_part("steps", save_part("steps", picture.steps))["step-1"]
    assert isinstance(found, Step)
    return found


def _say(picture: Picture, *facts: StepDone | StepSetAside | Undone, by: str = "") -> Picture:
    for fact in facts:
        seq = picture.seq + 1
        said = entry(fact, f"entry-{seq:04}", based_on=seq - 1)
        said = said.model_copy(update={"author": by}) if by else said
        picture = fold(picture, [confirmed(said, seq)])
    return picture


def test_few_marks_are_one_list_and_many_are_equal_to_one() -> None:
    assert not isinstance(kept(marked(6)).marks, Long)
    step, plain = kept(marked(400)), marked(400).steps["step-1"]
    assert isinstance(step.marks, Long)
    assert len(step.marks) == 400
    assert step == plain
    assert plain == step
    assert hash(step.marks) == hash(plain.marks)
    assert repr(step.marks) == repr(tuple(step.marks))
    assert [step.marks[at] for at in (0, 399, -1, -400)] == [
        plain.marks[at] for at in (0, 399, -1, -400)
    ]
    assert step.marks[10:380:7] == plain.marks[10:380:7]
    assert tuple(reversed(step.marks)) == tuple(reversed(plain.marks))


def test_what_lies_ahead_and_a_tap_read_no_older_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    step = kept(marked(400))
    monkeypatch.setattr(long_marks, "_MARKS", None)  # whoever reads them fails
    picture = Picture(seq=401, steps={"step-1": step})
    assert step.state == "planned"
    assert step.next_day(TODAY) == TODAY
    picture = _say(picture, StepDone(step_id="step-1", day=TODAY))
    assert picture.steps["step-1"].next_day(TODAY) == TODAY + timedelta(days=1)
    picture = _say(picture, Undone(item="step-1", entry="entry-0402"))
    assert picture.steps["step-1"].next_day(TODAY) == TODAY
    assert _say(picture, StepSetAside(step_id="step-1")).steps["step-1"].state == "not_now"
    with pytest.raises(AttributeError):
        step.mark_on(TODAY - timedelta(days=399))


def test_older_days_and_older_entries_are_found() -> None:
    picture = Picture(seq=401, steps={"step-1": kept(marked(400))})
    first = TODAY - timedelta(days=400)
    mark = picture.steps["step-1"].mark_on(first)
    assert mark is not None
    assert mark.note == "400"
    not_mine = _say(picture, Undone(item="step-1", entry="entry-0002"), by=COORDINATOR)
    assert not_mine.steps["step-1"].mark_on(first) == mark
    mine = _say(picture, Undone(item="step-1", entry="entry-0002"))
    assert mine.steps["step-1"].mark_on(first) is None
    assert mine.steps == _say(marked(400), Undone(item="step-1", entry="entry-0002")).steps


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["mark", "undo", "keep", "send"]),
            st.integers(0, 9),
        ),
        max_size=30,
    )
)
def test_kept_again_and_again_they_stay_what_they_are(happens: list[tuple[str, int]]) -> None:
    with pytest.MonkeyPatch.context() as few:
        few.setattr(long_marks, "_MANY", 3)
        few.setattr(long_marks, "_NEWEST", 1)
        few.setattr(long_marks, "_FULL", 2)
        plain = picture = fold(EMPTY, told(PLANNED))
        for what, number in happens:
            if what == "keep":
                picture = replace(picture, steps={"step-1": kept(picture)})
            elif what == "send":
                picture = load_picture(save_picture(picture))
            else:
                day: date | None = TODAY - timedelta(days=number) if number else None
                fact = (
                    StepDone(step_id="step-1", day=day)
                    if what == "mark"
                    else Undone(item="step-1", entry=f"entry-{number:04}")
                )
                plain, picture = _say(plain, fact), _say(picture, fact)
            mine, other = picture.steps["step-1"], plain.steps["step-1"]
            days = [TODAY - timedelta(days=n) for n in range(10)]
            assert [mine.mark_on(one) for one in days] == [other.mark_on(one) for one in days]
            assert (mine.state, mine.mark) == (other.state, other.mark)
        assert picture.steps == plain.steps
        assert save_picture(picture) == save_picture(plain)
