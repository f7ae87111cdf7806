"""What the parts of a person's pages are called, to that person."""

from collections.abc import Iterable

from mia_companion.domain import openings as o
from mia_companion.i18n.words import Words, later

_PARTS = {
    o.MESSAGES: later("messages"),
    o.TIMES: later("booked times"),
    o.PATH: later("goals and steps"),
    o.NOTES: later("the team's notes"),
    o.SUPPORT: later("start and support"),
    o.MOVEMENT: later("movement"),
    o.CONSENTS: later("consents"),
    o.NETWORK: later("network"),
    o.HISTORY: later("history"),
    o.DATA: later("what is kept, and wishes about it"),
    o.FORM: later("a form to write in"),
}

_GLANCE = (o.MESSAGES, o.PATH, o.TIMES, o.NOTES)
"""What stands side by side at a glance."""


def parts_in_words(words: Words, parts: Iterable[str]) -> str:
    """`messages, booked times and consents`; what a later version names is another part."""
    each = [one for part in parts for one in (_GLANCE if part == o.GLANCE else (part,))]
    named = [_PARTS.get(one, later("another part")) for one in each]
    return words.listing([words.t(one) for one in dict.fromkeys(named)])
