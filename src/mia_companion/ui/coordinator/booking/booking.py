"""Booking a time for a person."""

from collections.abc import Callable
from datetime import datetime, timedelta

import flet as ft

from mia_companion.domain.directory import ContactListed
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.choice import Option, choice
from mia_companion.ui.components.day_and_time import DayAndTime
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import use_form
from mia_companion.ui.components.moment import typed_moment
from mia_companion.ui.components.names import parties, ways
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.sure import use_sure
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import ZONE, Here, go, use_here
from mia_companion.ui.coordinator.booking.parts import (
    Booking,
    details,
    interpreter,
    listed,
    where_fields,
    where_said,
)
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.coordinator.paths import person_path
from mia_companion.ui.keyed import keyed
from mia_companion.ui.theme import GAP

UNSAID = "0"


def lengths(here: Here) -> tuple[Option, ...]:
    """How long, in minutes."""
    said = [
        (str(one), here.words.n("{count} minute", "{count} minutes", one))
        for one in (30, 45, 60, 90)
    ]
    return (*said, (UNSAID, here.t("Not said")))


def ends(starts: datetime, length: str) -> datetime | None:
    """The end, unless the length is not said."""
    return starts + timedelta(minutes=int(length)) if length != UNSAID else None


@ft.component
def BookingForm(person: str, level: int) -> ft.Control:
    """What is half written stays for the next time this person's form is opened."""
    here = use_here()
    told = use_undo()
    drafted = use_form(f"book:{person}", Booking())
    form = drafted.form
    sure = use_sure(here, ZONE.key)
    tried, set_tried = ft.use_state(False)
    wrong, set_wrong = ft.use_state("")
    starts = typed_moment(form.day, form.clock, ZONE.key, here.today())

    def typed(day: str, clock: str) -> None:
        drafted.change(day=day, clock=clock)

    def take(one: ContactListed) -> None:
        form = drafted.form
        drafted.change(
            contact=one.name,
            place=form.place or one.address,
            phone=form.phone or one.phone,
        )

    def book() -> None:
        form = drafted.form
        starts = typed_moment(form.day, form.clock, ZONE.key, here.today())
        set_tried(True)
        if starts is None:
            set_wrong(here.t("Choose the day and the time first."))
            return
        if form.title.strip() and (asks := sure(starts)):
            set_wrong(asks)
            return
        done = here.do.appointments.book(
            form.title,
            form.party,
            starts,
            ends(starts, form.length),
            zone=ZONE.key,
            way=form.way,
            contact=form.contact,
            bring=form.bring,
            directions=form.directions,
            first_time=form.first_time,
            participant=person,
            private=False,
            item=form.id,
            **where_said(form),
        )
        set_wrong("" if done else sentence(here.words, done.problem))
        if not done:
            return
        if form.interpreter:
            here.do.arrangements.interpreter(
                done.item, form.interpreter, form.language, participant=person
            )
        drafted.put_away()
        told(done, here.t("Booked. The participant sees it and can answer."))
        go(person_path(person))

    untitled = tried and not form.title.strip()
    return stack(
        [
            heading(here.t("Book a time for {name}", name=name_of(here, person)), level),
            choice(here.t("With whom"), parties(here.words), form.party, drafted.field("party")),
            listed(here, form.party, form.contact, take),
            WordsField(
                here.t("What it is about, in a few words"),
                form.title,
                drafted.field("title"),
                longest=200,
                wrong=here.t("Write something first.") if untitled else "",
            ),
            keyed(
                form.id,
                DayAndTime,
                here.t("When"),
                None,
                lambda _: None,
                ZONE.key,
                wrong=tried and not starts,
                half=(form.day, form.clock),
                typed=typed,
            ),
            choice(here.t("How long"), lengths(here), form.length, drafted.field("length")),
            choice(here.t("How you meet"), ways(here.words), form.way, drafted.field("way")),
            *where_fields(here, drafted),
            *details(here, drafted),
            *interpreter(here, drafted, person),
            *wrong_line(wrong),
            buttons(here, here.t("Book the time"), book, person),
        ],
        gap=GAP + 4,
    )


def wrong_line(words: str) -> list[ft.Control]:
    """Why nothing was booked, said aloud."""
    return [ft.Semantics(live_region=True, content=body(words))] if words else []


def buttons(here: Here, words: str, tapped: Callable[[], None], person: str) -> ft.Control:
    """Do it, or go back to the person."""
    return ft.Row(
        [
            primary(words, tapped),
            quiet(here.t("Back without saving"), lambda: go(person_path(person))),
        ],
        wrap=True,
        spacing=GAP,
    )
