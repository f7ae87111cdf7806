"""Which yes each part of a sheet needs. Pure, and the only place that says so.

    a goal, with its milestones and steps    the plan, and what its area needs besides
    a step under no goal                     the plan
    a booked time                            booked times
      its title, place and whom one meets      with health care also health
    an activity                              health, work or finances, by what it is
    how an area of life is                   health or finances, or else what one can do

A consent lets one party tell: of times and activities only those with that party are told of. What this
version does not know needs what nobody can say yes to. What is not in this table is never passed on: what
somebody wrote in a message, to a check-in, a rating, a meeting or a memory, and everything private.
"""

from collections.abc import Iterator

from mia_companion.domain import areas, interventions
from mia_companion.domain.sheets import Sheet, SheetActivity, SheetTime

Needs = frozenset[str]

NEVER: Needs = frozenset({"never"})

_AREAS: dict[str, Needs] = {
    areas.STUDIES: frozenset(),
    areas.WORK_TRAINING: frozenset(),
    areas.EVERYDAY: frozenset(),
    areas.CONFIDENCE: frozenset(),
    areas.HEALTH: frozenset({areas.HEALTH_NOTES}),
    areas.CARE: frozenset({areas.HEALTH_NOTES}),
    areas.FINANCES: frozenset({areas.FINANCE_NOTES}),
}
_ACTIVITIES: dict[str, Needs] = {
    interventions.REHABILITATION: frozenset({areas.HEALTH_NOTES}),
    interventions.CARE_CONTACTS: frozenset({areas.HEALTH_NOTES}),
    interventions.WORK_TRAINING: frozenset({areas.WORK}),
    interventions.PLACEMENT: frozenset({areas.WORK}),
    interventions.STUDIES: frozenset({areas.WORK}),
    interventions.FINANCES: frozenset({areas.FINANCE_NOTES}),
}
_PLAIN_PARTIES = {areas.INSURANCE, areas.EMPLOYMENT, areas.MUNICIPALITY}


def of_goal(area: str) -> Needs:
    """A goal in that area of life, with all that is under it."""
    return _AREAS.get(area, NEVER) | {areas.PLAN}


def of_loose_step() -> Needs:
    """A step under no goal."""
    return frozenset({areas.PLAN})


def of_time() -> Needs:
    """When a time is, how one meets, and with which party."""
    return frozenset({areas.TIMES})


def of_times_details(party: str) -> Needs:
    """What a time with that party is called, where it is, and whom one meets there."""
    plain = party in _PLAIN_PARTIES
    return of_time() if plain else of_time() | {areas.HEALTH_NOTES}


def of_activity(sort: str, party: str) -> Needs:
    """An activity of that sort with that party."""
    needs = _ACTIVITIES.get(sort, NEVER)
    return needs | {areas.HEALTH_NOTES} if party == areas.REGION else needs


def of_rating(area: str) -> Needs:
    """How that area of life is."""
    return _AREAS.get(area, NEVER) or frozenset({areas.ASSESSMENT})


def needed_by(sheet: Sheet, from_party: str) -> Needs:
    """All that a consent by which `from_party` may tell has to name for the sheet to be passed on."""
    return frozenset().union(*_each(sheet, from_party))


def _each(sheet: Sheet, from_party: str) -> Iterator[Needs]:
    for goal in sheet.goals:
        yield of_goal(goal.area)
    if sheet.steps:
        yield of_loose_step()
    for time in sheet.times:
        yield of_time() if _is_theirs(time, from_party) else NEVER
        if time.title or time.place or time.contact:
            yield of_times_details(time.party)
    for activity in sheet.activities:
        theirs = _is_theirs(activity, from_party)
        yield of_activity(activity.sort, from_party) if theirs else NEVER
    for rating in sheet.ratings:
        yield of_rating(rating.area)


def _is_theirs(one: SheetTime | SheetActivity, from_party: str) -> bool:
    """Whether it is with that party; where the identity is protected it does not say with whom."""
    return one.party in ("", from_party)
