"""A booked time ahead, as a coordinator sees it: what stands, what the participant answers and asks for."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.appointment import Appointment, Revision
from mia_companion.domain.arrangements import BOOKED, NOT_NEEDED, WANTED
from mia_companion.domain.to_say import to_say
from mia_companion.ui.components.buttons import quiet_for, secondary
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.icons import way_icon
from mia_companion.ui.components.interpreters import language_name_for
from mia_companion.ui.components.names import party_name, way_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import body, muted
from mia_companion.ui.components.times import time_of
from mia_companion.ui.components.undo import Told
from mia_companion.ui.context import Here, go
from mia_companion.ui.coordinator.booking.moving import asked
from mia_companion.ui.coordinator.paths import changing_path, meeting_path, moving_path
from mia_companion.ui.coordinator.person.messages import when
from mia_companion.ui.coordinator.person.news import is_new, new_mark


def appointment_ahead(
    here: Here, person: str, one: Appointment, seen: int, told: Told
) -> ft.Control:
    """A card, with what can be done."""
    stands = one.cancelled_by is None
    lines: list[ft.Control] = [
        ft.Text(as_written(here.words, one.title), theme_style=ft.TextThemeStyle.TITLE_SMALL),
        body(time_of(here, one.now, one.zone)),
        where_line(here, one),
    ]
    if one.bring:
        lines.append(muted(here.t("To bring: {what}", what=one.bring)))
    if one.directions:
        lines.append(muted(here.t("How to get there: {words}", words=one.directions)))
    lines += [proposed(here, person, one, proposal, told) for proposal in one.open_proposals]
    if stands:
        lines += asked(here, one)
        lines += interpreter_lines(here, person, one, told)
        lines += wants_to_say(here, person, one)
    verbs = _verbs(here, person, one, told) if stands else []
    lines.append(
        ft.Row(
            [_answer(here, one, person, seen), ft.Row(verbs, wrap=True, tight=True, spacing=0)],
            wrap=True,
            spacing=4,
            run_spacing=0,
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        )
    )
    return card(lines, gap=4)


def where_line(here: Here, one: Appointment) -> ft.Control:
    """With whom, how, and where."""
    parts = [party_name(here.words, one.party), way_name(here.words, one.way)]
    said = (one.now.place, one.phone, one.link, one.contact)
    parts += [as_written(here.words, words) for words in said if words]
    return detail_line(way_icon(one.way), here.words.beside(*parts))


def detail_line(icon: ft.IconData, words: str) -> ft.Control:
    """An icon and a remark."""
    return ft.Row(
        [
            ft.Icon(icon, size=18, color=ft.Colors.ON_SURFACE_VARIANT),
            ft.Container(muted(words), expand=True),
        ],
        spacing=8,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _answer(here: Here, one: Appointment, person: str, seen: int) -> ft.Control:
    """What the participant has said to exactly the time that stands."""
    now = here.now()
    if one.cancelled_by:
        by, icon = one.cancelled_by, ft.Icons.EVENT_BUSY
        said = here.t("Cancelled {ago}", ago=when(here.words, by.at, now))
    elif one.move_asked:
        by, icon = one.move_asked.by, ft.Icons.EVENT_REPEAT_OUTLINED
        said = here.t("Asked {ago}", ago=when(here.words, by.at, now))
    elif one.confirmed_by:
        by, icon = one.confirmed_by, ft.Icons.CHECK_CIRCLE_OUTLINE
        said = here.t("Said yes {ago}", ago=when(here.words, by.at, now))
    elif one.now.by.author == person:
        by, icon = one.now.by, ft.Icons.PERSON_OUTLINE
        said = here.t("Added by the participant")
    else:
        by, icon = one.now.by, ft.Icons.HOURGLASS_EMPTY
        moved = here.t("Moved. The new time has no answer yet")
        said = moved if one.moved else here.t("No answer yet")
    return ft.Row(
        [
            ft.Icon(icon, size=18, color=ft.Colors.PRIMARY),
            ft.Text(said, theme_style=ft.TextThemeStyle.BODY_SMALL, expand=True, expand_loose=True),
            *([new_mark(here)] if is_new(here, by, seen) else []),
        ],
        spacing=8,
        tight=True,
    )


def proposed(
    here: Here, person: str, one: Appointment, proposal: Revision, told: Told
) -> ft.Control:
    """Another time than the one that stands, and the way to take it."""
    time = time_of(here, proposal, one.zone)

    def take() -> None:
        done = here.do.appointments.move(
            one, proposal.starts_at, proposal.ends_at, place=proposal.place, participant=person
        )
        told(done, here.t("Moved"))

    inside: list[ft.Control] = [body(here.t("Another time was proposed: {time}", time=time))]
    if one.cancelled_by is None:
        inside.append(ft.Row([secondary(here.t("Take this time"), take)], wrap=True))
    return stack(inside, gap=4)


def interpreter_lines(here: Here, person: str, one: Appointment, told: Told) -> list[ft.Control]:
    """How it stands with an interpreter, if anything was said; one that is wanted can be booked."""
    stands = one.interpreter
    if stands is None:
        return []
    named = language_name_for(here.words, stands.language)
    words = {
        WANTED: here.t("Wants an interpreter"),
        BOOKED: here.t("Interpreter booked"),
        NOT_NEEDED: here.t("No interpreter is needed."),
    }.get(stands.state, stands.state)
    if named and stands.state != NOT_NEEDED:
        words = here.t("{what} ({language})", what=words, language=named)
    lines: list[ft.Control] = [detail_line(ft.Icons.TRANSLATE, words)]
    if stands.state == WANTED:

        def booked() -> None:
            done = here.do.arrangements.interpreter(
                one.id, BOOKED, stands.language, participant=person
            )
            told(done, here.t("The interpreter is booked. The participant sees it."))

        lines.append(ft.Row([secondary(here.t("It is booked now"), booked)], wrap=True))
    return lines


def wants_to_say(here: Here, person: str, one: Appointment) -> list[ft.Control]:
    """What the participant has shared. What they keep for themselves is not here."""
    said = to_say(here.view.plan(person), one.id)
    if not said:
        return []
    words = [muted(as_written(here.words, each.item.words)) for each in said]
    return [
        stack(
            [
                ft.Text(here.t("Wants to say or ask:"), theme_style=ft.TextThemeStyle.BODY_SMALL),
                *words,
            ],
            gap=2,
        )
    ]


def _verbs(here: Here, person: str, one: Appointment, told: Told) -> list[ft.Control]:
    def cancel() -> None:
        done = here.do.appointments.cancel(one, participant=person)
        told(done, here.t("Cancelled. The participant sees it."))

    def move() -> None:
        go(moving_path(person, one.id))

    def change() -> None:
        go(changing_path(person, one.id))

    def look() -> None:
        go(meeting_path(person, one.id))

    deeds: tuple[tuple[str, Callable[[], None]], ...] = (
        (here.t("Move"), move),
        (here.t("Change"), change),
        (here.t("Cancel the time"), cancel),
        (here.t("In the calendar"), look),
    )
    return [quiet_for(here.words, deed, one.title, tapped) for deed, tapped in deeds]
