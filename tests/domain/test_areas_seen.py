"""Areas of life over time, the person's view and a coordinator's beside it; nothing adds them up."""

from datetime import timedelta

from mia_companion.domain.areas_seen import areas_seen
from mia_companion.domain.entries import Confirmed
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.plan import Plan
from mia_companion.domain.ratings import AreasRated
from mia_companion.domain.words import Undone
from tests.example_data import COORDINATOR, NOW, PARTICIPANT, confirmed, entry


def _rated(n: int, by: str, days: int, **levels: int) -> Confirmed:
    fact = AreasRated(rating_id=f"r-{n}", levels=levels, words=f"ord {n}")
    said = entry(fact, f"entry-{n:04}", author=by, at=NOW + timedelta(days=days))
    return confirmed(said, n)


SHARED = (
    _rated(1, PARTICIPANT, 0, everyday=2, health=3),
    _rated(2, COORDINATOR, 1, everyday=3),
    _rated(3, PARTICIPANT, 30, everyday=3, other_one=1),
    _rated(4, COORDINATOR, 31, everyday=2, finances=4),
)


def test_each_area_has_both_views_oldest_first_and_unknown_areas_come_last() -> None:
    found = areas_seen(Plan(shared=fold(EMPTY, SHARED)), PARTICIPANT)
    assert [one.area for one in found] == ["health", "finances", "everyday", "other_one"]
    everyday = found[2]
    assert [s.level for s in everyday.own] == [2, 3]
    assert [s.level for s in everyday.theirs] == [3, 2]
    assert everyday.now is not None
    assert everyday.now.words == "ord 3"
    assert everyday.before is not None
    assert everyday.before.level == 2
    assert everyday.differs
    health, finances = found[0], found[1]
    assert not health.differs
    assert health.beside is None
    assert finances.now is None
    assert not finances.differs


def test_a_rating_that_was_taken_back_leaves_the_one_before() -> None:
    back = entry(Undone(item="r-3", entry="entry-0003"), "entry-0005")
    found = areas_seen(Plan(shared=fold(EMPTY, (*SHARED, confirmed(back, 5)))), PARTICIPANT)
    everyday = next(one for one in found if one.area == "everyday")
    assert [s.level for s in everyday.own] == [2]
    assert not everyday.differs
    assert all(one.area != "other_one" for one in found)


def test_what_is_private_is_among_ones_own_and_nowhere_for_others() -> None:
    own = fold(EMPTY, [_rated(1, PARTICIPANT, 10, everyday=1)])
    mine = areas_seen(Plan(shared=fold(EMPTY, SHARED), own=own), PARTICIPANT)
    everyday = next(one for one in mine if one.area == "everyday")
    assert [(s.level, s.private) for s in everyday.own] == [(2, False), (1, True), (3, False)]
    theirs = areas_seen(Plan(shared=fold(EMPTY, SHARED)), PARTICIPANT)
    assert all(not s.private for one in theirs for s in one.own)
