"""An attacker with every publication of every site, every half-year and every sum, against the numbers."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given, settings

from mia_companion.domain.cube import TABLES, Cube, counted
from mia_companion.domain.results import Case
from mia_companion.domain.suppression import (
    LEAST,
    Published,
    ToldGroup,
    ToldTable,
    published,
    together,
)
from tests.domain.attacker import Attacker, Variable
from tests.domain.results_people import (
    PERIODS,
    SITES,
    Publish,
    all_published,
    knows,
    knows_sums,
    truth,
)


def small_ones_only(cube: Cube, earlier: Sequence[Published]) -> Published:
    """What one would do without thinking: hide what is under five, and nothing beside it."""

    def told(number: int) -> int | None:
        return number if number >= LEAST else None

    def table(name: str) -> ToldTable:
        cells = cube.table(name).cells.items()
        groups = [ToldGroup(cells=(c,), count=n) for c, n in cells if n >= LEAST]
        return ToldTable(name=name, groups=tuple(groups))

    return Published(
        period=cube.period,
        started=told(cube.started),
        finished=told(cube.finished),
        followed_up=told(cube.followed_up),
        tables=tuple(table(name) for name in TABLES),
    )


def attacked(
    sites: Sequence[Sequence[Case]], publish: Publish
) -> tuple[Attacker, dict[Variable, int]]:
    """The attacker, who has thought of everything that was told, and the numbers."""
    attacker = Attacker()
    numbers: dict[Variable, int] = {}
    done = {f"site {n}": all_published(people, publish) for n, people in enumerate(sites)}
    for site, cubes in done.items():
        knows(attacker, site, cubes)
        for cube, _ in cubes:
            numbers |= truth(site, cube)
    if publish is published:
        for place in range(len(PERIODS)):
            told = {site: cubes[place][1] for site, cubes in done.items()}
            knows_sums(attacker, together(list(told.values())), told)
    assert attacker.think()
    return attacker, numbers


def given_away(attacker: Attacker, numbers: dict[Variable, int]) -> list[Variable]:
    """Numbers under five that the attacker knows more of than that."""
    return [
        one
        for one, number in numbers.items()
        if number < LEAST and attacker.high[one] - attacker.low[one] < LEAST - 1
    ]


@settings(max_examples=150)
@given(SITES)
def test_no_number_under_five_is_found(sites: list[list[Case]]) -> None:
    attacker, numbers = attacked(sites, published)
    assert given_away(attacker, numbers) == []


@settings(max_examples=12)
@given(SITES)
def test_each_can_still_be_any_small_number_when_all_worlds_are_searched(
    sites: list[list[Case]],
) -> None:
    attacker, numbers = attacked(sites[:1], published)
    small = [one for one, number in numbers.items() if number < LEAST]
    for one in small[:: max(1, len(small) // 6)]:
        for value in (0, LEAST - 1):
            assert attacker.can_be(one, value), (one, value)


def test_the_attacker_finds_them_where_only_small_numbers_are_hidden() -> None:
    """Otherwise the two above would prove nothing."""
    one = Case(started="2026H1", finished="2026H1", months=8, result="in_work")
    people = [*[one] * 12, *[replace(one, result="other")] * 3]
    people += [replace(one, result="in_studies")] * 5 + [replace(one, result="ready_for_work")] * 5
    attacker, numbers = attacked([people], small_ones_only)
    hit = ("site 0", "2026H1", "result", "other")
    assert hit in given_away(attacker, numbers)
    assert dict(attacker.pinned())[hit] == 3
    safe, _ = attacked([people], published)
    assert safe.high[hit] - safe.low[hit] >= LEAST - 1


def test_the_attacker_finds_hidden_starts_by_those_who_finished() -> None:
    early = [Case(started="2026H1", finished="2026H2", months=3, result="other")] * 4
    late = [Case(started="2026H2", finished="2026H2", months=3, result="other")] * 4
    attacker, numbers = attacked([[*early, *late]], small_ones_only)
    assert ("site 0", "2026H1", "started") in given_away(attacker, numbers)
    attacker, numbers = attacked([[*early, *late]], published)
    assert given_away(attacker, numbers) == []


def test_who_knows_everybody_but_one_does_not_learn_in_which_hidden_cell_they_are() -> None:
    """As long as no count reaches five by that one person: that no rule of this kind can hide."""
    one = Case(started="2026H1", finished="2026H1", months=8, result="in_work")
    known = [*[one] * 9, *[replace(one, result="in_studies")] * 9]
    known += [replace(one, result="ready_for_work")] * 3 + [replace(one, result="other")] * 2
    told = {
        result: published(counted([*known, replace(one, result=result)], "2026H1"), [])
        for result in ("ready_for_work", "other")
    }
    assert told["ready_for_work"] == told["other"]


@given(SITES)
def test_nobody_is_in_two_publications_so_taking_one_from_another_is_about_nobody(
    sites: list[list[Case]],
) -> None:
    for case in [case for site in sites for case in site]:
        cubes = [counted([case], period) for period in PERIODS]
        for measure in ("started", "finished", "followed_up"):
            assert sum(getattr(cube, measure) for cube in cubes) <= 1
