"""Start, interventions and finish in words, the same for the participant and the coordinator."""

from datetime import date

import flet as ft

from mia_companion.domain import enrolments, interventions
from mia_companion.domain.interventions import AHEAD, ENDED, PAST_ITS_PLAN, Intervention
from mia_companion.i18n.words import Words, later
from mia_companion.paper.results_words import RESULTS
from mia_companion.ui.components.choice import Option

_SORTS = {
    interventions.REHABILITATION: later("Rehabilitation"),
    interventions.WORK_TRAINING: later("Work training"),
    # Translators: some weeks at a workplace, to try it.
    interventions.PLACEMENT: later("Placement"),
    interventions.STUDIES: later("Studies"),
    interventions.FINANCES: later("Finances"),
    interventions.CARE_CONTACTS: later("Care contacts"),
}

_ICONS = {
    interventions.REHABILITATION: ft.Icons.FAVORITE_OUTLINE,
    interventions.WORK_TRAINING: ft.Icons.HANDYMAN_OUTLINED,
    interventions.PLACEMENT: ft.Icons.STOREFRONT_OUTLINED,
    interventions.STUDIES: ft.Icons.SCHOOL_OUTLINED,
    interventions.FINANCES: ft.Icons.SAVINGS_OUTLINED,
    interventions.CARE_CONTACTS: ft.Icons.MEDICAL_SERVICES_OUTLINED,
}


def sort_name(words: Words, sort: str) -> str:
    """What kind of intervention; a later version's word stays as it is."""
    return words.t(_SORTS[sort]) if sort in _SORTS else sort


def sort_icon(sort: str) -> ft.IconData:
    """Its icon, always beside its name."""
    return _ICONS.get(sort, ft.Icons.HUB_OUTLINED)


def sorts(words: Words) -> tuple[Option, ...]:
    """All of them, to choose from."""
    return tuple((one, sort_name(words, one)) for one in interventions.SORTS)


def result_name(words: Words, result: str) -> str:
    """What came of it; a later version's word stays as it is."""
    return words.t(RESULTS[result]) if result in RESULTS else result


def results(words: Words, *, afterwards: bool = False) -> tuple[Option, ...]:
    """All of them, to choose from; `afterwards` also that nobody could be reached."""
    more = (enrolments.NOT_REACHED,) if afterwards else ()
    return tuple((one, result_name(words, one)) for one in (*enrolments.RESULTS, *more))


def days_of(words: Words, one: Intervention, today: date) -> str:
    """`Since Tuesday 3 March, until Friday 5 June`, by how it stands."""
    fact, last = one.fact, one.last_day
    if fact is None:
        return ""
    first = words.day(fact.first_day, today)
    state = one.state(today)
    if last is None:
        alone = _BEGINS if state == AHEAD else _SINCE
        return words.t(alone, day=first)
    both = _WITH_AN_END.get(state, _UNTIL)
    return words.t(both, first=first, last=words.day(last, today))


_BEGINS, _SINCE = later("Begins on {day}"), later("Since {day}")
_UNTIL = later("Since {first}, until {last}")
_WITH_AN_END = {
    AHEAD: later("Begins on {first}, until {last}"),
    ENDED: later("From {first} until {last}. Ended."),
    PAST_ITS_PLAN: later("Since {first}. It was planned until {last}."),
}
