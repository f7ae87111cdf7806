"""Invented sites with few people, what they publish, and what an attacker is told of it."""

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate

from hypothesis import strategies as st

from mia_companion.domain.areas import HEALTH
from mia_companion.domain.cube import (
    AFTERWARDS,
    FINISHED,
    FOLLOWED_UP,
    MOVEMENT,
    RESULT,
    STARTED,
    TIME_IN,
    Cube,
    counted,
)
from mia_companion.domain.enrolments import NOT_REACHED, RESULTS
from mia_companion.domain.results import HIGHER, LOWER, SAME, Case
from mia_companion.domain.suppression import Published, Together
from tests.domain.attacker import Attacker, Variable

PERIODS = ("2026H1", "2026H2", "2027H1")
TOLD = (TIME_IN, RESULT, AFTERWARDS, MOVEMENT + HEALTH)
"""An area stands for all of them: they are alike and touch each other only in their count."""

Publish = Callable[[Cube, Sequence[Published]], Published]


@st.composite
def a_case(draw: st.DrawFn) -> Case:
    """Somebody who started, and perhaps finished then or later, and so on."""
    start = draw(st.sampled_from((0, 0, 1, 2)))
    finish = draw(st.sampled_from((None, *range(start, 3), *range(start, 3))))
    after = None if finish is None else draw(st.sampled_from((None, *range(finish, 3))))
    return Case(
        started=PERIODS[start],
        finished="" if finish is None else PERIODS[finish],
        months=draw(st.sampled_from((2, 8, 15, 30))),
        result=draw(st.sampled_from(RESULTS)),
        followed_up="" if after is None else PERIODS[after],
        afterwards=draw(st.sampled_from((*RESULTS, NOT_REACHED))),
        moved={HEALTH: draw(st.sampled_from((LOWER, SAME, HIGHER)))},
    )


SITES = st.lists(st.lists(a_case(), max_size=40), min_size=1, max_size=2)


def all_published(people: Sequence[Case], publish: Publish) -> list[tuple[Cube, Published]]:
    """What a site tells of each half-year, in turn."""
    done: list[tuple[Cube, Published]] = []
    for period in PERIODS:
        cube = counted(people, period)
        done.append((cube, publish(cube, [told for _, told in done])))
    return done


def truth(site: str, cube: Cube) -> dict[Variable, int]:
    """Every number, as it is."""
    found: dict[Variable, int] = {
        (site, cube.period, measure): getattr(cube, measure)
        for measure in (STARTED, FINISHED, FOLLOWED_UP)
    }
    for name in TOLD:
        for cell, number in cube.table(name).cells.items():
            found[site, cube.period, name, cell] = number
    return found


def knows(attacker: Attacker, site: str, cubes: Sequence[tuple[Cube, Published]]) -> None:
    """A site's publications, and how numbers hang together."""
    for cube, told in cubes:
        for variable in truth(site, cube):
            attacker.unknown(variable)
        for measure in (STARTED, FINISHED, FOLLOWED_UP):
            number = told.count(measure)
            if number is not None:
                attacker.equal([(site, cube.period, measure)], [], number)
            elif measure == STARTED:
                attacker.at_most([(site, cube.period, measure)], [], 4)
        for name in TOLD:
            cells = [(site, cube.period, name, cell) for cell in cube.table(name).cells]
            whole = FOLLOWED_UP if name == AFTERWARDS else FINISHED
            attacker.equal(cells, [(site, cube.period, whole)])
            for group in told.table(name).groups:
                inside = [(site, cube.period, name, cell) for cell in group.cells]
                attacker.equal(inside, [], group.count)
    for first, then in ((STARTED, FINISHED), (FINISHED, FOLLOWED_UP)):
        for upto in accumulate([(cube.period,) for cube, _ in cubes]):
            attacker.at_most([(site, p, then) for p in upto], [(site, p, first) for p in upto])


def knows_sums(attacker: Attacker, added: Together, sites: Mapping[str, Published]) -> None:
    """The association's sums, of the sites that tell."""
    period = added.told.period
    for measure in (STARTED, FINISHED, FOLLOWED_UP):
        number = added.told.count(measure)
        if number is not None:
            tell = [site for site, told in sites.items() if told.count(measure) is not None]
            attacker.equal([(site, period, measure) for site in tell], [], number)
    for name in TOLD:
        tell = [site for site, told in sites.items() if told.table(name).groups]
        for group in added.told.table(name).groups:
            inside = [(site, period, name, cell) for site in tell for cell in group.cells]
            attacker.equal(inside, [], group.count)
