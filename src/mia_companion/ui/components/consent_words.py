"""The words of a consent: one text, in the person's language and in Swedish, that says all of it.

When the text changes so that it means something else, `TEXT_VERSION` changes too: each consent names the
version that was read.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from mia_companion.domain import areas
from mia_companion.domain.consents import ConsentGiven
from mia_companion.i18n.words import Words, later, words_for
from mia_companion.ui.components.choice import Option
from mia_companion.ui.components.names import party_name

TEXT_VERSION = "2026-11"

_CATEGORIES = {
    areas.PLAN: later("my plan: goals and steps that I have shared"),
    areas.TIMES: later("booked times"),
    areas.HEALTH_NOTES: later("my health"),
    areas.ASSESSMENT: later("what I can do and what is hard for me"),
    areas.WORK: later("work, work training and studies"),
    areas.FINANCE_NOTES: later("my finances and allowances"),
}

PURPOSES = (
    later("So that they can plan together with me"),
    later("So that my rehabilitation and my allowance fit together"),
    later("So that studies or work training can begin"),
)

WHO_TELLS = (areas.REGION, areas.INSURANCE, areas.EMPLOYMENT, areas.MUNICIPALITY)
"""The parties that a consent can be between."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a consent says, before it is given or after."""

    from_party: str
    to_party: str
    categories: tuple[str, ...]
    purpose: str
    valid_from: date
    valid_until: date
    language: str


def said_by(given: ConsentGiven) -> Said:
    """What a consent that was given says."""
    return Said(
        given.from_party,
        given.to_party,
        given.categories,
        given.purpose,
        given.valid_from,
        given.valid_until,
        given.language,
    )


def category_name(words: Words, category: str) -> str:
    """A kind of information."""
    return words.t(_CATEGORIES[category]) if category in _CATEGORIES else category


def categories(words: Words) -> tuple[Option, ...]:
    """All of them, to choose from."""
    return tuple((one, category_name(words, one)) for one in areas.INFO_CATEGORIES)


def parties(words: Words) -> tuple[Option, ...]:
    """All that a consent can be between."""
    return tuple((one, party_name(words, one)) for one in WHO_TELLS)


def whole_text(words: Words, said: Said) -> str:
    """Everything it says, in one go."""
    return words.t(
        "{teller} may tell {told} about: {categories}. It is for this: {purpose}. It begins on"
        " {first} and ends on {last}. I can take it back at any time, and nothing bad comes of it.",
        teller=party_name(words, said.from_party),
        told=party_name(words, said.to_party),
        categories=kinds(words, said.categories),
        purpose=purpose_in(words, said),
        first=_with_year(words, said.valid_from),
        last=_with_year(words, said.valid_until),
    )


def kinds(words: Words, chosen: Iterable[str]) -> str:
    """The kinds of information in one phrase."""
    return words.listing([category_name(words, one) for one in chosen])


def purpose_in(words: Words, said: Said) -> str:
    """What it is for: a ready purpose in that language, the person's own words as they are."""
    return ready_purpose(words, said) or said.purpose


def purpose_of(said: Said) -> str:
    """Which of `PURPOSES` it is, in whichever language; empty for one in the person's own words."""
    read = words_for(said.language)
    return next((one for one in PURPOSES if read.t(one) == said.purpose), "")


def ready_purpose(words: Words, said: Said) -> str:
    """A ready purpose in that language; empty where the person wrote their own."""
    return words.t(found) if (found := purpose_of(said)) else ""


def _with_year(words: Words, day: date) -> str:
    return words.day(day, date(day.year - 1, 1, 1))
