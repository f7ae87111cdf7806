"""The parts of a person's picture, and the chips to choose one.

wide     at a glance (messages │ path │ times, notes), or one of the other parts
narrow   one part at a time
"""

from collections.abc import Callable

import flet as ft

from mia_companion.domain import openings as o
from mia_companion.i18n.words import later
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.told import in_lines
from mia_companion.ui.context import Here
from mia_companion.ui.coordinator.names import open_person

GLANCE = o.GLANCE
MESSAGES, TIMES, PATH, NOTES = o.MESSAGES, o.TIMES, o.PATH, o.NOTES
SUPPORT, MOVEMENT, CONSENTS = o.SUPPORT, o.MOVEMENT, o.CONSENTS
NETWORK, HISTORY, DATA = o.NETWORK, o.HISTORY, o.DATA
"""What the participant is told was opened."""

_WIDE = (GLANCE, SUPPORT, MOVEMENT, CONSENTS, NETWORK, HISTORY, DATA)
_NARROW = (MESSAGES, TIMES, PATH, SUPPORT, MOVEMENT, CONSENTS, NETWORK, NOTES, HISTORY, DATA)

_NAMES = {
    GLANCE: later("At a glance"),
    MESSAGES: later("Messages"),
    TIMES: later("Booked times"),
    PATH: later("Goals and steps"),
    SUPPORT: later("Start and support"),
    MOVEMENT: later("Movement"),
    CONSENTS: later("Consents"),
    NETWORK: later("Network"),
    NOTES: later("Team notes"),
    HISTORY: later("History"),
    DATA: later("What is kept"),
}


def part_of(here: Here, person: str, *, wide: bool) -> str:
    """The part that was looked at last, or else the first that there is."""
    there = _WIDE if wide else _NARROW
    part = here.state.parts.get(person, "")
    return part if part in there else there[0]


def look_at(here: Here, person: str, part: str) -> None:
    """That part from now on."""
    here.state.parts = {**here.state.parts, person: part}


def open_part(here: Here, person: str, part: str) -> None:
    """Stand on that part of the person's picture."""
    look_at(here, person, part)
    open_person(person)


def chooser(here: Here, person: str, *, wide: bool, unread: int) -> ft.Control:
    """A chip for each part: nothing has to be drawn along to be found."""
    chosen = part_of(here, person, wide=wide)

    def choose(one: str) -> Callable[[], None]:
        return lambda: look_at(here, person, one)

    chips = []
    for one in _WIDE if wide else _NARROW:
        words = here.t(_NAMES[one])
        if one == MESSAGES and unread:
            words = f"{words} ({here.words.number(unread)})"
        chips.append(chip(words, chosen=one == chosen, tapped=choose(one), key=one))
    return in_lines(chips)
