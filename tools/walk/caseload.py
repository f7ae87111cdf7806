"""The people of the caseload, and the ways from it to what is about one of them."""

from mia_companion.ui import places
from tools.walk.screens import Deed, Narrow, Own, Screen, Tap, same

ELIN, MAREK, LARS = map(same, ("Elin Ek", "Marek Wójcik", "Lars Holm"))
SUPPORT = "Start and support"
TIMES = Narrow("Booked times", "At a glance")
PATH = Narrow("Goals and steps", "At a glance")
MESSAGES = Narrow("Messages", "At a glance")
NOTES = Narrow("Team notes", "At a glance")
UNDO = ("Undo",)
"""In the bar that says what was done."""
ME = f"{places.PERSON}/:person"
"""Where one stands with somebody open."""


def person(
    name: str, *taps: Deed, of: Own = ELIN, form: str = "", back: tuple[Deed, ...] = ()
) -> Screen:
    """From the caseload, through what is tapped there."""
    at = f"{ME}/{form}" if form else ME
    return Screen(name, places.TODAY, (of, *taps), back, at=at)


def each_for(deed: str, what: str = "") -> Tap:
    """A button that is there for each of several things: for that one, or for the first of them."""
    return lambda words: words.t("{deed}: {what}", deed=words.t(deed), what=what).rstrip(
        "\u2066\u2067\u2068\u2069 "
    )


def form(
    name: str,
    path: str,
    *taps: Deed,
    of: str = "elin",
    back: tuple[Deed, ...] = (),
    at: str = "",
) -> Screen:
    """A form about somebody, at its own address; `at` where one stands when it was filled in."""
    return Screen(name, f"{places.PERSON}/{{{of}}}/{path}", taps, back, at=at)
