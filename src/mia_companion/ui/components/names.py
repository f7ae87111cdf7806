"""What parties, areas, ways to meet and step states are called; a later version's word stays as it is."""

from mia_companion.domain import areas, steps
from mia_companion.domain.appointments import IN_PERSON, PHONE, VIDEO
from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import Words, later
from mia_companion.ui.components.choice import Option

_PARTIES = {
    areas.REGION: later("The region (health care)"),
    areas.INSURANCE: later("Försäkringskassan"),
    areas.EMPLOYMENT: later("Arbetsförmedlingen"),
    areas.MUNICIPALITY: later("The municipality"),
    areas.OTHER: later("Someone else"),
}

_AREAS = {
    areas.STUDIES: later("Studies"),
    areas.HEALTH: later("Health and rehabilitation"),
    areas.FINANCES: later("Finances"),
    areas.WORK_TRAINING: later("Work training"),
    areas.CARE: later("Care contacts"),
    areas.EVERYDAY: later("Everyday life"),
    areas.CONFIDENCE: later("Self-confidence"),
}

_WAYS = {
    IN_PERSON: later("We meet"),
    PHONE: later("By phone"),
    VIDEO: later("By video"),
}

_STATES = {
    steps.PLANNED: later("Planned"),
    steps.DONE: later("Done"),
    steps.PARTLY: later("Partly done"),
    steps.TRIED: later("Tried"),
    steps.NOT_NOW: later("Not now"),
}


def party_name(words: Words, party: str) -> str:
    """Who is met."""
    return words.t(_PARTIES[party]) if party in _PARTIES else party


def area_name(words: Words, area: str) -> str:
    """The area of life."""
    return words.t(_AREAS[area]) if area in _AREAS else area


def way_name(words: Words, way: str) -> str:
    """How people meet."""
    return words.t(_WAYS[way]) if way in _WAYS else way


def state_name(words: Words, state: str) -> str:
    """How a step stands."""
    return words.t(_STATES[state]) if state in _STATES else state


def language_name(tag: str) -> str:
    """A language in its own name."""
    return next((one.own_name for one in LANGUAGES if one.tag == tag), tag)


def parties(words: Words) -> tuple[Option, ...]:
    """All of them, to choose from."""
    return tuple((one, party_name(words, one)) for one in areas.PARTIES)


def ways(words: Words) -> tuple[Option, ...]:
    """All of them, to choose from."""
    return tuple((one, way_name(words, one)) for one in _WAYS)


def areas_of_life(words: Words) -> tuple[Option, ...]:
    """All of them, to choose from."""
    return tuple((one, area_name(words, one)) for one in areas.AREAS)
