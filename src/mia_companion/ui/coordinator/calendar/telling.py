"""A meeting in a few words: when, what, who, how it stands, and what it clashes with."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import flet as ft

from mia_companion.domain import calendar
from mia_companion.domain.arrangements import WANTED
from mia_companion.domain.calendar import Booked, Meeting
from mia_companion.domain.clashes import Clash, Slot
from mia_companion.ui.components.icons import way_icon
from mia_companion.ui.components.names import way_name
from mia_companion.ui.components.own_words import as_written, shortened
from mia_companion.ui.context import Here
from mia_companion.ui.coordinator.booking.clashing import clash_words, me, span_of
from mia_companion.ui.coordinator.booking.people import attending_in_words
from mia_companion.ui.coordinator.calendar.refused import refused_of
from mia_companion.ui.coordinator.names import name_of

Said = tuple[ft.IconData, str]
"""An icon, and the words beside it that say it all."""

_ICONS = {
    calendar.YES: ft.Icons.CHECK_CIRCLE_OUTLINE,
    calendar.ASKS: ft.Icons.EVENT_REPEAT_OUTLINED,
    calendar.NO_ANSWER: ft.Icons.HOURGLASS_EMPTY,
    calendar.CANCELLED: ft.Icons.EVENT_BUSY,
    calendar.THEIRS: ft.Icons.PERSON_OUTLINE,
}
_ORDER = (calendar.ASKS, calendar.CANCELLED, calendar.NO_ANSWER, calendar.YES, calendar.THEIRS)


@dataclass(frozen=True, slots=True)
class MeetingWords:
    """Equal when nothing that is shown has changed. `doubts` are clashes, `states` all else."""

    participant: str
    appointment: str
    when: str
    title: str
    who: str
    where: Said
    states: tuple[Said, ...]
    doubts: tuple[str, ...]
    cancelled: bool

    @property
    def key(self) -> str:
        """Which row it is."""
        return f"{self.participant}/{self.appointment}"


def told(
    here: Here, meeting: Meeting, clashes: tuple[Clash, ...], known: Mapping[Slot, Meeting]
) -> MeetingWords:
    """In the language of the screen."""
    words, one, slot = here.words, meeting.one, meeting.slot
    mine = (clash_words(here, c, slot, known) for c in clashes if slot in (c.first, c.then))
    place = one.now.place or way_name(words, one.way)
    return MeetingWords(
        participant=meeting.lead.participant,
        appointment=one.id,
        when=span_of(here, one.now.starts_at, one.now.ends_at),
        title=as_written(words, shortened(one.title)),
        who=words.listing(name_of(here, each.participant) for each in meeting.booked),
        where=(way_icon(one.way), as_written(words, shortened(place))),
        states=(*_answers(here, meeting), *_rest(here, meeting)),
        doubts=tuple(dict.fromkeys(mine)),
        cancelled=not meeting.stands,
    )


def answer_words(here: Here, each: Booked) -> str:
    """What that person has said to the time that stands."""
    answer, one = each.answer, each.one
    if answer == calendar.CANCELLED:
        return _cancelled(here, each)
    if answer == calendar.THEIRS:
        return here.t("Added by the participant")
    if answer == calendar.NO_ANSWER and one.moved:
        return here.t("Moved. The new time has no answer yet")
    return {
        calendar.YES: here.t("Says yes"),
        calendar.ASKS: here.t("Asks for another time"),
        calendar.NO_ANSWER: here.t("No answer yet"),
    }[answer]


def answer_icon(answer: str) -> ft.IconData:
    """Beside the words, never instead of them."""
    return _ICONS[answer]


def _cancelled(here: Here, each: Booked) -> str:
    author = each.one.cancelled_by.author if each.one.cancelled_by else ""
    if author == me(here):
        return here.t("Cancelled by you")
    name = here.view.coordinator_name(author) or here.t("A coordinator")
    if author == each.participant:
        name = name_of(here, author)
    return here.t("Cancelled by {name}", name=name)


def _answers(here: Here, meeting: Meeting) -> tuple[Said, ...]:
    """For one person in words; for several how many have said what, what asks for something first."""
    if len(meeting.booked) == 1:
        (each,) = meeting.booked
        return ((_ICONS[each.answer], answer_words(here, each)),)
    counted = Counter(each.answer for each in meeting.booked)
    return tuple((_ICONS[one], _many(here, one, counted[one])) for one in _ORDER if counted[one])


def _many(here: Here, answer: str, count: int) -> str:
    n = here.words.n
    if answer == calendar.YES:
        return n("{count} says yes", "{count} say yes", count)
    if answer == calendar.ASKS:
        return n("{count} asks for another time", "{count} ask for another time", count)
    if answer == calendar.CANCELLED:
        return n("Cancelled for {count}", "Cancelled for {count}", count)
    if answer == calendar.THEIRS:
        return n("Set by {count} participant", "Set by {count} participants", count)
    return n("{count} has not answered yet", "{count} have not answered yet", count)


def _rest(here: Here, meeting: Meeting) -> tuple[Said, ...]:
    found: list[Said] = []
    stands = [each.one for each in meeting.stands]
    if any(one.open_proposals for one in stands):
        found.append((ft.Icons.SCHEDULE, here.t("Another time was proposed")))
    if any(one.interpreter and one.interpreter.state == WANTED for one in stands):
        found.append((ft.Icons.TRANSLATE, here.t("An interpreter is to be booked")))
    if refused_of(here, meeting):
        found.append((ft.Icons.SYNC_PROBLEM, here.t("Something did not reach everyone")))
    if words := attending_in_words(here, tuple(sorted(meeting.slot.attended_by))):
        found.append((ft.Icons.BADGE_OUTLINED, words))
    return tuple(found)
