"""Where an item lies is a place and never a meaning."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mia_companion.domain import long_marks
from mia_companion.domain.entries import Confirmed
from mia_companion.domain.fold import fold
from mia_companion.domain.layers import Layers, live, shelf_of
from mia_companion.domain.picture import (
    EMPTY,
    MAPS,
    Picture,
    load_part,
    load_picture,
    save_part,
    save_picture,
)
from mia_companion.domain.plan import Plan
from mia_companion.domain.shelf import Chunk, Shelf, labels_of
from mia_companion.domain.shelving import Patience, settled, shelve
from tests.domain.answers import answers
from tests.domain.strategies import journals, settling


@pytest.fixture(autouse=True, scope="module")
def _few_marks_are_many() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as few:
        few.setattr(long_marks, "_MANY", 2)
        few.setattr(long_marks, "_NEWEST", 1)
        few.setattr(long_marks, "_FULL", 2)
        yield


def kept(picture: Picture) -> Picture:
    """As a device keeps it: every part apart, and none in memory until it is looked at."""
    maps: dict[str, Any] = {name: _kept(name, getattr(picture, name)) for name in MAPS}
    return replace(picture, **maps)


def _kept(name: str, items: Mapping[str, Any]) -> Layers[Any]:
    shelf = Shelf(tuple(_apart(name, chunk, chunk) for chunk in shelf_of(items).chunks))
    now = live(items)
    return Layers(_apart(name, now, Chunk(labels_of(now), dict)), {}, shelf)


def _apart(name: str, items: Mapping[str, Any], chunk: Chunk[Any]) -> Chunk[Any]:
    return Chunk(
        chunk.labels,
        partial(load_part, name, save_part(name, items)),
        about=chunk.about,
        upto=chunk.upto,
        latest=chunk.latest,
    )


@dataclass(frozen=True)
class Way:
    """A journal, and what is done to its picture after each entry."""

    journal: tuple[Confirmed, ...]
    patience: Patience
    then: tuple[str, ...]

    @property
    def plain(self) -> Picture:
        """Folded at once."""
        return fold(EMPTY, self.journal)

    @property
    def wandered(self) -> Picture:
        """Folded one by one, shelved, kept and sent in between."""
        picture = EMPTY
        for one, then in zip(self.journal, self.then, strict=False):
            picture = fold(picture, [one])
            if then == "shelve":
                picture = shelve(picture, self.patience)
            elif then == "keep":
                picture = kept(picture)
            elif then == "send":
                picture = load_picture(save_picture(picture))
        return picture


ways = st.builds(
    Way,
    journals(24, settling, fewest=4) | journals(20),
    st.builds(Patience, quiet=st.integers(0, 3), newest=st.integers(1, 2)),
    st.tuples(*[st.sampled_from(["", "shelve", "keep", "send"])] * 24),
)


@given(ways, ways, journals(4, settling))
@settings(max_examples=150)
def test_any_shelving_of_any_journal_says_the_same(
    shared: Way, own: Way, waiting: tuple[Confirmed, ...]
) -> None:
    on_top = [one.entry for one in waiting]
    plain = Plan(fold(shared.plain, on_top), own.plain)
    there = fold(shared.wandered, on_top)
    assert answers(Plan(there, own.wandered)) == answers(plain)
    assert there == plain.shared
    assert shelve(there, shared.patience) == plain.shared
    assert {name: len(getattr(there, name)) for name in MAPS} == {
        name: len(getattr(plain.shared, name)) for name in MAPS
    }
    assert load_picture(save_picture(there)) == plain.shared
    assert there.as_of == plain.shared.as_of


@given(ways)
def test_what_was_shelved_is_not_live_and_nothing_else_is(way: Way) -> None:
    picture = way.plain
    found = settled(picture, way.patience)
    shelved = shelve(picture, way.patience)
    for name, ids in found.items():
        items = getattr(shelved, name)
        assert not ids & set(live(items))
        assert ids == set(shelf_of(items))
    if not any(found.values()):
        assert shelved is picture
