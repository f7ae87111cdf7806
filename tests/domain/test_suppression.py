"""What is published gives away no number under five: shown by looking at every world that tells the same."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import product
from types import MappingProxyType

import pytest

from mia_companion.domain.cube import (
    FINISHED,
    FOLLOWED_UP,
    MOVEMENT,
    RESULT,
    STARTED,
    TABLES,
    TIME_IN,
    Cube,
    Table,
    cells_of,
    divides,
    levels_of,
)
from mia_companion.domain.suppression import LEAST, Published, published, together

ANY_SMALL = set(range(LEAST))


def cube(
    period: str = "2026H1",
    s: int = 9,
    f: int = 0,
    u: int = 0,
    cells: Mapping[str, tuple[int, ...]] = MappingProxyType({}),
) -> Cube:
    """A cube whose tables have everything in their first cell, unless told."""

    def table(name: str) -> Table:
        whole = u if divides(name) == FOLLOWED_UP else f
        first, *rest = cells_of(name)
        given = cells.get(name, (whole, *(0 for _ in rest)))
        return Table(name=name, cells=dict(zip((first, *rest), given, strict=True)))

    return Cube(
        period=period,
        started=s,
        finished=f,
        followed_up=u,
        tables=tuple(table(name) for name in TABLES),
    )


def parts(whole: int, count: int) -> Iterator[tuple[int, ...]]:
    """Every way to divide a number."""
    if count == 1:
        yield (whole,)
        return
    for first in range(whole + 1):
        for rest in parts(whole - first, count - 1):
            yield (first, *rest)


@pytest.mark.parametrize("name", [TIME_IN, RESULT, "afterwards", MOVEMENT + "health"])
@pytest.mark.parametrize("whole", [5, 9, 10, 13, 16])
def test_a_cell_that_a_table_hides_may_be_any_small_number(name: str, whole: int) -> None:
    """Whoever knows the rule and the count looks at every table that would be told just so."""
    worlds: dict[str, list[tuple[int, ...]]] = defaultdict(list)
    after = divides(name) == FOLLOWED_UP
    for cells in parts(whole, len(cells_of(name))):
        told = published(cube(s=99, f=whole, u=whole if after else 0, cells={name: cells}), [])
        worlds[told.table(name).model_dump_json()].append(cells)
    assert len(worlds) > 1 or whole < 2 * LEAST
    for told_as, alike in worlds.items():
        for place, cell in enumerate(cells_of(name)):
            found = {cells[place] for cells in alike}
            if f'["{cell}"]' in told_as:
                assert len(found) == 1
                assert min(found) >= LEAST
            else:
                assert found >= ANY_SMALL, (told_as, cell)


def test_each_level_puts_two_groups_together_and_changes_nothing_else() -> None:
    for name in TABLES:
        for finer, coarser in zip(levels_of(name), levels_of(name)[1:], strict=False):
            gone = [set(one) for one in set(finer) - set(coarser)]
            (new,) = set(coarser) - set(finer)
            assert len(gone) == 2
            assert gone[0] | gone[1] == set(new)


def test_a_count_that_is_hidden_may_be_any_small_number_also_beside_those_of_other_half_years() -> (
    None
):
    """Two half-years, every world in which nobody finishes who did not start."""
    worlds: dict[tuple[str, ...], list[tuple[int, ...]]] = defaultdict(list)
    some = (0, 1, 2, 3, 4, 5, 6, 9)
    for s1, f1, u1 in product(some, repeat=3):
        if not u1 <= f1 <= s1:
            continue
        first = published(cube("2026H1", s1, f1, u1), [])
        for s2, f2, u2 in product(some, repeat=3):
            if u1 + u2 <= f1 + f2 <= s1 + s2:
                second = published(cube("2026H2", s2, f2, u2), [first])
                key = tuple(f"{p.started} {p.finished} {p.followed_up}" for p in (first, second))
                worlds[key].append((s1, f1, u1, s2, f2, u2))
    for key, alike in worlds.items():
        for place, said in enumerate(" ".join(key).split()):
            found = {world[place] for world in alike}
            assert found == {int(said)} if said != "None" else found >= ANY_SMALL, (key, place)


def test_without_the_guard_starts_that_are_hidden_are_given_away_by_who_finished() -> None:
    """Why more than the small number itself is hidden."""
    told = published(cube(s=4, f=8), [])
    assert (told.started, told.finished) == (None, None)
    assert published(cube(s=8, f=8), []).finished == 8


def test_how_long_people_were_in_is_not_told_while_starts_are_hidden() -> None:
    quiet = published(cube("2026H1", 3), [])
    much = published(cube("2026H2", 30), [quiet])
    after = cube("2027H1", 30, 10)
    assert published(after, [much]).table(TIME_IN).groups == ()  # all in one cell: zeros beside it
    spread = cube("2027H1", 30, 20, cells={TIME_IN: (5, 5, 5, 5)})
    assert published(spread, [much]).table(TIME_IN).groups
    assert published(spread, [quiet, much]).finished == 20
    assert not published(spread, [quiet, much]).table(TIME_IN).groups


def test_a_half_year_before_one_that_was_told_is_never_told() -> None:
    later = published(cube("2026H2", 9), [])
    with pytest.raises(ValueError, match="later"):
        published(cube("2026H1", 9), [later])
    with pytest.raises(ValueError, match="later"):
        published(cube("2026H2", 9), [later])


def test_sums_are_made_of_what_sites_tell_and_say_how_many_tell() -> None:
    fine = published(cube(s=20, f=20, cells={RESULT: (5, 5, 5, 5)}), [])
    coarse = published(cube(s=20, f=20, cells={RESULT: (2, 8, 6, 4)}), [])
    silent = published(cube(s=3), [])
    added = together([fine, coarse, silent])
    assert (added.sites, added.by[STARTED], added.by[FINISHED], added.by[RESULT]) == (3, 2, 2, 2)
    assert (added.told.started, added.told.followed_up) == (40, None)
    assert [group.count for group in added.told.table(RESULT).groups] == [20, 20]


def test_what_is_frozen_reads_as_it_was_written_also_with_what_a_later_version_adds() -> None:
    told = published(cube(s=20, f=20, cells={RESULT: (5, 5, 5, 5)}), [])
    later = told.model_dump_json().replace('"period"', '"more":1,"period"')
    assert Published.model_validate_json(later) == told
