"""Moving a booked time."""

from datetime import datetime

import flet as ft

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.appointments import PHONE, VIDEO
from mia_companion.ui.components.cards import SKY, WARM, card, stack
from mia_companion.ui.components.choice import choice
from mia_companion.ui.components.day_and_time import DayAndTime
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, lead
from mia_companion.ui.components.times import time_of
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.booking.booking import UNSAID, buttons, ends, lengths, wrong_line
from mia_companion.ui.coordinator.paths import person_path
from mia_companion.ui.theme import GAP


@ft.component
def MovingForm(person: str, appointment: str, level: int) -> ft.Control:
    """Moves the time that the coordinator has seen; when it changed meanwhile, that is said first."""
    here = use_here()
    told = use_undo()
    one = here.view.plan(person).shared.appointments.get(appointment)
    opened: Appointment | None = ft.use_memo(lambda: one, [appointment])
    length, set_length = ft.use_state(_length(opened))
    place, set_place = ft.use_state(opened.now.place if opened else "")
    begins: datetime | None = opened.now.starts_at if opened else None
    starts, set_starts = ft.use_state(begins)
    wrong, set_wrong = ft.use_state("")
    if one is None or opened is None or one.gone:
        return stack([body(here.t("That is not here any more."))])

    elsewhere = one.way in (PHONE, VIDEO) and not one.now.place

    def move() -> None:
        if starts is None:
            set_wrong(here.t("Choose the day and the time first."))
            return
        done = here.do.appointments.move(
            one, starts, ends(starts, length), place=place, participant=person
        )
        set_wrong("" if done else sentence(here.words, done.problem))
        if done:
            told(done, here.t("Moved. The participant sees it and can answer anew."))
            go(person_path(person))

    return stack(
        [
            heading(here.t("Move the time"), level),
            lead(as_written(here.words, one.title)),
            body(here.t("It stands at {time}.", time=time_of(here, one.now, one.zone))),
            *asked(here, one),
            *_meanwhile(here, opened, one),
            DayAndTime(
                here.t("New time"),
                opened.now.starts_at,
                set_starts,
                one.zone,
                wrong=bool(wrong) and starts is None,
            ),
            choice(here.t("How long"), _lengths(here, opened), length, set_length),
            *([] if elsewhere else [WordsField(here.t("Place"), place, set_place, longest=2_000)]),
            *wrong_line(wrong),
            buttons(here, here.t("Move the time"), move, person),
        ],
        gap=GAP + 4,
    )


def asked(here: Here, one: Appointment) -> list[ft.Control]:
    """That the participant asks for another time, in their words. A move answers it."""
    wish = one.move_asked
    if wish is None:
        return []
    inside: list[ft.Control] = [
        ft.Text(
            here.t("Asks for another time"),
            theme_style=ft.TextThemeStyle.TITLE_SMALL,
            color=ft.Colors.ON_TERTIARY_CONTAINER,
        )
    ]
    if wish.words:
        words = as_written(here.words, wish.words)
        inside.append(ft.Text(words, color=ft.Colors.ON_TERTIARY_CONTAINER))
    return [card(inside, tone=SKY, gap=2)]


def _meanwhile(here: Here, opened: Appointment, one: Appointment) -> list[ft.Control]:
    """While the form was open, someone else moved or cancelled."""
    if one.cancelled_by:
        said = here.t("It was cancelled meanwhile. Book a new time instead.")
    elif one.now.id != opened.now.id:
        said = here.t("It was moved by someone else while you had this open. Look at it again.")
    else:
        return []
    text = ft.Text(said, color=ft.Colors.ON_SECONDARY_CONTAINER)
    return [ft.Semantics(live_region=True, content=card([text], tone=WARM))]


def _length(one: Appointment | None) -> str:
    if one is None or one.now.ends_at is None:
        return UNSAID
    return str(int((one.now.ends_at - one.now.starts_at).total_seconds() // 60))


def _lengths(here: Here, one: Appointment) -> tuple[tuple[str, str], ...]:
    """With the present length among them, whatever it is."""
    known, present = lengths(here), _length(one)
    if present in dict(known):
        return known
    words = here.words.n("{count} minute", "{count} minutes", int(present))
    return ((present, words), *known)
