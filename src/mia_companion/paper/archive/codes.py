"""What is kept as a code or a number, in words; a later version's code stays as it is."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any

from mia_companion.domain import (
    areas,
    arrangements,
    bad_days,
    corrections,
    erasures,
    interventions,
    openings,
)
from mia_companion.domain.appointments import IN_PERSON, PHONE, VIDEO
from mia_companion.i18n.dates import HOME
from mia_companion.i18n.words import Words, later
from mia_companion.paper.results_words import RESULTS

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""Told from so far away, every day has its year."""

FEELINGS = {
    "1": later("Very heavy"),
    "2": later("Heavy"),
    "3": later("In between"),
    "4": later("Rather good"),
    "5": later("Good"),
}
_LEVELS = {**FEELINGS, "1": later("Very hard just now"), "2": later("Hard")}
_BELIEF = {
    "1": later("Not just now"),
    "2": later("A little"),
    "3": later("Half and half"),
    "4": later("Rather much"),
    "5": later("Fully"),
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
_PARTIES = {
    areas.REGION: later("The region (health care)"),
    areas.INSURANCE: later("Försäkringskassan"),
    areas.EMPLOYMENT: later("Arbetsförmedlingen"),
    areas.MUNICIPALITY: later("The municipality"),
    areas.OTHER: later("Someone else"),
}
_CATEGORIES = {
    areas.PLAN: later("my plan: goals and steps that I have shared"),
    areas.TIMES: later("booked times"),
    areas.HEALTH_NOTES: later("my health"),
    areas.ASSESSMENT: later("what I can do and what is hard for me"),
    areas.WORK: later("work, work training and studies"),
    areas.FINANCE_NOTES: later("my finances and allowances"),
}
CODES: dict[str, Mapping[str, str]] = {
    "feeling": FEELINGS,
    "level": _BELIEF,
    "area": _AREAS,
    "party": _PARTIES,
    "from_party": _PARTIES,
    "to_party": _PARTIES,
    "way": {
        IN_PERSON: later("We meet"),
        PHONE: later("By phone"),
        VIDEO: later("By video"),
    },
    "state": {
        arrangements.WANTED: later("Interpreter asked for"),
        arrangements.BOOKED: later("Interpreter booked"),
        arrangements.NOT_NEEDED: later("No interpreter is needed."),
    },
    "part": {
        bad_days.SIGNS: later("How I notice that it is getting hard"),
        bad_days.HELPS: later("What helps me"),
        bad_days.REASONS: later("What I want to remember then"),
    },
    "sort": {
        interventions.REHABILITATION: later("Rehabilitation"),
        interventions.WORK_TRAINING: later("Work training"),
        interventions.PLACEMENT: later("Placement"),
        interventions.STUDIES: later("Studies"),
        interventions.FINANCES: later("Finances"),
        interventions.CARE_CONTACTS: later("Care contacts"),
    },
    "result": RESULTS,
    "answer": {
        corrections.CORRECTED: later("It has been written anew"),
        corrections.DISPUTED: later("It stays, with a note that you do not agree"),
        erasures.ERASED: later("It will be erased"),
        erasures.STAYS: later("It must stay"),
    },
    "collected": {
        "in_app": later("In the app"),
        "on_paper": later("On paper"),
        "through_interpreter": later("Through an interpreter"),
    },
    "categories": _CATEGORIES,
    "PersonOpened.part": {
        openings.MESSAGES: later("messages"),
        openings.TIMES: later("booked times"),
        openings.PATH: later("goals and steps"),
        openings.NOTES: later("the team's notes"),
        openings.SUPPORT: later("start and support"),
        openings.MOVEMENT: later("movement"),
        openings.CONSENTS: later("consents"),
        openings.NETWORK: later("network"),
        openings.HISTORY: later("history"),
        openings.DATA: later("what is kept, and wishes about it"),
        openings.FORM: later("a form to write in"),
    },
    "protected": {"true": later("Yes"), "false": later("No")},
}
"""By the name of the part."""

_DAYS = {"said_on", "day", "first_day", "last_day", "valid_from", "valid_until"}
_MOMENTS = {"starts_at", "ends_at", "due_at"}
_PEOPLE = {"in_place_of", "attended_by", "from_coordinator", "to_coordinator"}
_LANGUAGES = {"spoken", "language", "translation_language"}


def in_words(words: Words, part: str, value: Any, names: Mapping[str, str]) -> str:
    """A value of that part, as one reads it. Empty for what says nothing."""
    if value in (None, "", [], {}):
        return ""
    if isinstance(value, list):
        return words.listing(filter(None, (in_words(words, part, one, names) for one in value)))
    if part == "levels" and isinstance(value, dict):
        return words.listing(
            words.beside(_named(words, _AREAS, area), _named(words, _LEVELS, level))
            for area, level in value.items()
        )
    said = str(value).lower() if isinstance(value, bool) else str(value)
    for parts, tell in _TELLERS:
        if part in parts:
            with suppress(ValueError, LookupError, OverflowError):  # of a later version, or broken
                return tell(words, said, names)
            return said
    return _named(words, CODES.get(part, {}), said)


def moment(words: Words, at: datetime) -> str:
    """`tisdag 24 november 2026 09:00`."""
    return words.day_and_clock(at, HOME, _NEVER)


def _named(words: Words, codes: Mapping[str, str], code: object) -> str:
    return words.t(codes[str(code)]) if str(code) in codes else str(code)


def _day(words: Words, said: str, _: Mapping[str, str]) -> str:
    return words.day(date.fromisoformat(said), _NEVER.date())


def _moment(words: Words, said: str, _: Mapping[str, str]) -> str:
    return moment(words, datetime.fromisoformat(said))


def _weekday(words: Words, said: str, _: Mapping[str, str]) -> str:
    return words.weekday(int(said))


def _person(words: Words, said: str, names: Mapping[str, str]) -> str:
    return names.get(said) or words.t("A coordinator")


def _language(words: Words, said: str, _: Mapping[str, str]) -> str:
    return words.language_name(said)


_Teller = Callable[[Words, str, Mapping[str, str]], str]
_TELLERS: tuple[tuple[set[str], _Teller], ...] = (
    (_DAYS, _day),
    (_MOMENTS, _moment),
    ({"repeats"}, _weekday),
    (_PEOPLE, _person),
    (_LANGUAGES, _language),
)
