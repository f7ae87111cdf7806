"""Which parts of a participant's pages a coordinator has opened, day by day.

PersonOpened ──▶ one line a coordinator and day: which parts, and when each was opened first that day

A trace and no deed: it is no sign of life, nothing new, and waits for nobody. A device writes at most one a
coordinator, participant, part and day; what two devices of one coordinator wrote is one line.
"""

from collections.abc import Mapping, MutableMapping
from datetime import date, timedelta
from typing import Annotated, Literal

from pydantic import AwareDatetime, Field

from mia_companion.domain.entries import By, Frozen
from mia_companion.domain.words import Id

GLANCE, MESSAGES, TIMES, PATH, NOTES = "glance", "messages", "times", "path", "notes"
SUPPORT, MOVEMENT, CONSENTS = "support", "movement", "consents"
NETWORK, HISTORY, DATA, FORM = "network", "history", "data", "form"
"""The parts of a person's pages. `GLANCE` is several at once; `FORM` one in which something is written of
them. A later version may know others."""

_A_DAY = timedelta(days=1)


class PersonOpened(Frozen):
    """A coordinator opened that part of the participant's pages for the first time that day.

    `in_place_of` is the colleague who was away, where the coordinator covered.
    """

    kind: Literal["PersonOpened"] = "PersonOpened"
    part: Id
    day: date
    in_place_of: Annotated[str, Field(max_length=64)] = ""


class OpenedPart(Frozen):
    """A part, when it was opened first that day, and in whose place."""

    part: str
    at: AwareDatetime
    in_place_of: str = ""


class Opening(Frozen):
    """What one coordinator opened on one day. `by` is the byline of the last."""

    day: date
    coordinator: str
    by: By
    parts: tuple[OpenedPart, ...]

    def has(self, part: str) -> bool:
        """Whether that part is among them."""
        return any(one.part == part for one in self.parts)


Openings = MutableMapping[str, Opening]
"""By `key_of`."""


def key_of(day: date, coordinator: str) -> str:
    """The key of one coordinator's day."""
    return f"{day.isoformat()}/{coordinator}"


def was_opened(openings: Mapping[str, Opening], day: date, coordinator: str, part: str) -> bool:
    """Whether it is written down already."""
    held = openings.get(key_of(day, coordinator))
    return held is not None and held.has(part)


def is_trace(body: str) -> bool:
    """Whether an entry's body, as this app writes it, is a trace: nobody wrote it, or waits for it."""
    return body.startswith('{"kind":"PersonOpened"')


def fold_opened(openings: Openings, by: By, fact: PersonOpened) -> None:
    """The first of each part counts. A day that its author's clock belies is that clock's."""
    day = by.at.date()
    if abs(fact.day - day) <= _A_DAY:  # the author's zone may be a day on
        day = fact.day
    key = key_of(day, by.author)
    held = openings.get(key)
    if held is not None and held.has(fact.part):
        return
    one = OpenedPart(part=fact.part, at=by.at, in_place_of=fact.in_place_of)
    parts = (*held.parts, one) if held else (one,)
    openings[key] = Opening(day=day, coordinator=by.author, by=by, parts=parts)
