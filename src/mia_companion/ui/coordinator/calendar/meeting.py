"""One meeting: its people with each one's answer, what belongs to it, and what can be done."""

from collections.abc import Callable

import flet as ft

from mia_companion.app.actions.outcome import together
from mia_companion.domain.calendar import Booked, Meeting, meeting_of
from mia_companion.ui import places
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, lead, said_aloud
from mia_companion.ui.components.times import date_and_time_of
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.booking.clashing import clash_card, clashes_in_words, plans_of
from mia_companion.ui.coordinator.booking.people import attending_in_words
from mia_companion.ui.coordinator.calendar.attend import Attend
from mia_companion.ui.coordinator.calendar.part import Part
from mia_companion.ui.coordinator.calendar.refused import refused_card, refused_of
from mia_companion.ui.coordinator.frame import centred, narrow_view
from mia_companion.ui.coordinator.paths import meeting_changing_path, meeting_moving_path
from mia_companion.ui.coordinator.person.appointment_ahead import detail_line, where_line
from mia_companion.ui.keyed import keyed


@ft.component
def MeetingScreen() -> ft.Control:
    """Above the calendar."""
    here, params = use_here(), ft.use_route_params()
    person, appointment = params.get("person", ""), params.get("appointment", "")
    whole = keyed(f"{person}/{appointment}", MeetingParts, person, appointment)
    meeting = meeting_of(plans_of(here), person, appointment) if here.view.refused else None
    told = [one.entry.id for one in refused_of(here, meeting)] if meeting else []
    return narrow_view(here, "", [centred(whole)], beneath=told)


@ft.component
def MeetingParts(person: str, appointment: str) -> ft.Control:
    """What is common to all first, then each person. Moved apart, a person has a meeting of their own."""
    here = use_here()
    told = use_undo()
    wrong, set_wrong = ft.use_state("")
    plans = plans_of(here)
    meeting = meeting_of(plans, person, appointment)
    if meeting is None:
        words = here.t("This time is not here any more.")
        return stack(
            [
                heading(here.words.c("desk", "Calendar"), 1),
                body(words),
                ft.Row([quiet(here.t("To the calendar"), _to_calendar)], wrap=True),
            ]
        )
    several = len(meeting.stands) > 1

    def cancel() -> None:
        each = here.do.meetings.cancel_for(meeting.stands)
        failed = [one for one in each.values() if not one]
        set_wrong(sentence(here.words, failed[0].problem) if failed else "")
        if not failed:
            told(together(each.values()), here.t("Cancelled. The participant sees it."))

    parts: list[ft.Control] = [
        keyed(f"{each.participant}/{each.one.id}", Part, each, several) for each in meeting.booked
    ]
    itself = (*(each.one.id for each in meeting.booked),)
    clashes = clashes_in_words(here, meeting.slot, plans, itself) if meeting.stands else ()
    return stack(
        [
            heading(as_written(here.words, meeting.one.title), 1),
            lead(date_and_time_of(here, meeting.one.now, meeting.one.zone)),
            *_belongings(here, meeting),
            clash_card(clashes),
            *([keyed("attend", Attend, meeting)] if meeting.stands else []),
            *([_for_all(here, meeting, cancel)] if several else []),
            said_aloud(wrong),
            *([body(wrong)] if wrong else []),
            *(refused_card(here, one, told) for one in refused_of(here, meeting)),
            heading(here.words.n("Who is booked", "Who are booked", len(meeting.booked)), 2),
            *parts,
        ]
    )


def _belongings(here: Here, meeting: Meeting) -> list[ft.Control]:
    one = meeting.one
    lines = [where_line(here, one)]
    words = attending_in_words(here, tuple(sorted(meeting.slot.attended_by)))
    nobody = here.t("Nobody of the team is said to be there")
    lines.append(detail_line(ft.Icons.BADGE_OUTLINED, words or nobody))
    said = (
        (one.bring, ft.Icons.BACKPACK_OUTLINED, here.t("To bring: {what}", what=one.bring)),
        (
            one.directions,
            ft.Icons.DIRECTIONS_OUTLINED,
            here.t("How to get there: {words}", words=one.directions),
        ),
        (
            one.first_time,
            ft.Icons.DOOR_FRONT_DOOR_OUTLINED,
            here.t("First time there: {words}", words=one.first_time),
        ),
    )
    return [stack([*lines, *(detail_line(icon, words) for kept, icon, words in said if kept)], 6)]


def _for_all(here: Here, meeting: Meeting, cancel: Callable[[], None]) -> ft.Control:
    """What is done for everyone who comes; beneath, the same for each alone."""
    first = meeting.lead
    return ft.Row(
        [
            secondary(here.t("Move for all"), _leads(first, meeting_moving_path)),
            secondary(here.t("Change for all"), _leads(first, meeting_changing_path)),
            quiet(here.t("Cancel for all"), cancel),
        ],
        wrap=True,
        spacing=8,
        run_spacing=8,
    )


def _leads(first: Booked, path: Callable[..., str]) -> Callable[[], None]:
    return lambda: go(path(first.participant, first.one.id, everyone=True))


def _to_calendar() -> None:
    go(places.CALENDAR)
