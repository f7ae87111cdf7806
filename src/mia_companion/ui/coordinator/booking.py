"""Booking a time for a person."""

from collections.abc import Callable
from datetime import datetime, timedelta

import flet as ft

from mia_companion.domain.appointments import IN_PERSON
from mia_companion.domain.areas import REGION
from mia_companion.domain.directory import ContactListed
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.choice import Option, chip, choice
from mia_companion.ui.components.day_and_time import DayAndTime
from mia_companion.ui.components.fields import WordsField, use_draft
from mia_companion.ui.components.names import parties, ways
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import ZONE, Here, go, use_here
from mia_companion.ui.coordinator.caseload import name_of
from mia_companion.ui.coordinator.paths import person_path
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
    place_of_draft = f"book:{person}:"
    title, set_title = use_draft(place_of_draft + "title")
    place, set_place = use_draft(place_of_draft + "place")
    contact, set_contact = use_draft(place_of_draft + "contact")
    bring, set_bring = use_draft(place_of_draft + "bring")
    party, set_party = ft.use_state(REGION)
    way, set_way = ft.use_state(IN_PERSON)
    length, set_length = ft.use_state("60")
    nothing: datetime | None = None
    starts, set_starts = ft.use_state(nothing)
    tried, set_tried = ft.use_state(False)
    wrong, set_wrong = ft.use_state("")

    def take(listed: ContactListed) -> None:
        set_contact(listed.name)
        if listed.address and not place:
            set_place(listed.address)

    def book() -> None:
        set_tried(True)
        if starts is None:
            set_wrong(here.t("Choose the day and the time first."))
            return
        done = here.do.appointments.book(
            title,
            party,
            starts,
            ends(starts, length),
            zone=ZONE.key,
            way=way,
            place=place,
            contact=contact,
            bring=bring,
            participant=person,
        )
        set_wrong("" if done else sentence(here.words, done.problem))
        if done:
            for clear in (set_title, set_place, set_contact, set_bring):
                clear("")
            told(done, here.t("Booked. The participant sees it and can answer."))
            go(person_path(person))

    untitled = tried and not title.strip()
    return stack(
        [
            heading(here.t("Book a time for {name}", name=name_of(here, person)), level),
            choice(here.t("With whom"), parties(here.words), party, set_party),
            _listed(here, party, contact, take),
            WordsField(
                here.t("What it is about, in a few words"),
                title,
                set_title,
                longest=200,
                wrong=here.t("Write something first.") if untitled else "",
            ),
            DayAndTime(here.t("When"), None, set_starts, ZONE.key, wrong=tried and not starts),
            choice(here.t("How long"), lengths(here), length, set_length),
            choice(here.t("How you meet"), ways(here.words), way, set_way),
            WordsField(here.t("Place, number or link"), place, set_place, longest=300),
            WordsField(here.t("Who is met, if it is known"), contact, set_contact, longest=200),
            WordsField(here.t("What to bring"), bring, set_bring, longest=500),
            *wrong_line(wrong),
            buttons(here, here.t("Book the time"), book, person),
        ],
        gap=GAP + 4,
    )


def _listed(
    here: Here, party: str, contact: str, take: Callable[[ContactListed], None]
) -> ft.Control:
    """The site's contacts at that party, to fill in who and where."""

    def taken(one: ContactListed) -> Callable[[], None]:
        return lambda: take(one)

    chips = [
        chip(
            as_written(here.words, one.name),
            chosen=one.name == contact,
            tapped=taken(one),
            key=one.contact_id,
        )
        for one in here.view.contacts
        if one.party == party
    ]
    return ft.Row(chips, wrap=True, spacing=8, visible=bool(chips))


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
