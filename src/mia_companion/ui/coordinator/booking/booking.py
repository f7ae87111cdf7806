"""Booking a time, for one person or for several."""

import flet as ft

from mia_companion.app.actions.outcome import together
from mia_companion.domain.directory import ContactListed
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.choice import choice
from mia_companion.ui.components.day_and_time import DayAndTime
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import use_form
from mia_companion.ui.components.moment import typed_moment
from mia_companion.ui.components.names import parties, ways
from mia_companion.ui.components.sure import use_sure
from mia_companion.ui.components.texts import heading, muted
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import ZONE, Here, go, use_here
from mia_companion.ui.coordinator.booking.booked import book_each, booked_words, failed_words
from mia_companion.ui.coordinator.booking.clashing import Clashing, me
from mia_companion.ui.coordinator.booking.ending import lengths, slot_of
from mia_companion.ui.coordinator.booking.parts import (
    Booking,
    details,
    interpreter,
    listed,
    where_fields,
)
from mia_companion.ui.coordinator.booking.people import Attending, People
from mia_companion.ui.coordinator.booking.templates import SaveAsTemplate, template_chips
from mia_companion.ui.coordinator.form_end import buttons, wrong_line
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.coordinator.paths import from_file_path, person_path
from mia_companion.ui.keyed import keyed
from mia_companion.ui.theme import GAP


@ft.component
def BookingForm(person: str, level: int) -> ft.Control:
    """From a person's screen: for that person, and for more if one adds them."""
    return keyed(person, MeetingForm, f"book:{person}", (person,), "", person_path(person), level)


@ft.component
def MeetingForm(
    place: str, people: tuple[str, ...], begun_at: str, back: str, level: int
) -> ft.Control:
    """What is half written stays at that `place` for the next time. `begun_at` is a day and a time with a
    space between, which the calendar was asked for; `back` is where one came from."""
    here = use_here()
    told = use_undo()
    ft.use_memo(lambda: _begin_at(here, place, begun_at), [place, begun_at])
    drafted = use_form(place, _blank(here, people, begun_at))
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
        if not form.people:
            set_wrong(here.t("Choose for whom first."))
            return
        if starts is None:
            set_wrong(here.t("Choose the day and the time first."))
            return
        if form.title.strip() and (asks := sure(starts)):
            set_wrong(asks)
            return
        each = book_each(here, form, starts)
        done = [who for who, one in each.items() if one]
        failed = {who: one for who, one in each.items() if not one}
        if failed:
            set_wrong(failed_words(here, done, failed))
            if done:  # who is booked is not booked again; the form stays for the others
                drafted.change(people=tuple(failed))
            return
        drafted.put_away()
        told(together(each.values()), booked_words(here, len(each)))
        go(back)

    untitled = tried and not form.title.strip()
    slot = slot_of(form, starts)
    alone = form.people[0] if len(form.people) == 1 else ""
    title = here.t("Book a time")
    if alone:
        title = here.t("Book a time for {name}", name=name_of(here, alone))
    return stack(
        [
            heading(title, level),
            *_from_file(here, alone),
            keyed(f"for {form.id}", People, form.people, drafted.field("people")),
            *template_chips(here, drafted),
            choice(here.t("With whom"), parties(here.words), form.party, drafted.field("party")),
            listed(here, form.party, form.contact, take),
            WordsField(
                here.t("What it is about, in a few words"),
                form.title,
                drafted.field("title"),
                longest=200,
                wrong=here.t("Write something first.") if untitled else "",
            ),
            *_several(here, form),
            keyed(
                f"when {form.id}",
                DayAndTime,
                here.t("When"),
                None,
                lambda _: None,
                ZONE.key,
                wrong=tried and not starts,
                half=(form.day, form.clock),
                typed=typed,
            ),
            choice(
                here.t("How long"), lengths(here, form.length), form.length, drafted.field("length")
            ),
            Clashing(slot, (form.id,)),
            keyed("attending", Attending, form.attended_by, drafted.field("attended_by")),
            choice(here.t("How you meet"), ways(here.words), form.way, drafted.field("way")),
            *where_fields(here, drafted),
            *details(here, drafted),
            *(part for person in form.people for part in interpreter(here, drafted, person)),
            *wrong_line(wrong),
            buttons(here, here.t("Book the time"), book, back),
            keyed("template", SaveAsTemplate, drafted),
        ],
        gap=GAP + 4,
    )


def _from_file(here: Here, alone: str) -> list[ft.Control]:
    """A summons that came as a file need not be written by hand; it is one person's."""
    if not alone:
        return []
    words = here.t("There is a calendar file")
    way = quiet(words, lambda: go(from_file_path(alone)), ft.Icons.UPLOAD_FILE_OUTLINED)
    return [ft.Row([way], wrap=True)]


def _blank(here: Here, people: tuple[str, ...], begun_at: str) -> Booking:
    day, _, clock = begun_at.partition(" ")
    attended = (me(here),) if me(here) else ()
    return Booking(people=people, attended_by=attended, day=day, clock=clock, begun_at=begun_at)


def _begin_at(here: Here, place: str, begun_at: str) -> None:
    """What is half written takes the day and the time that were tapped in the calendar, once."""
    kept = here.do.drafts.read(place)
    if not begun_at or not kept:
        return
    try:
        form = Booking.model_validate_json(kept)
    except ValueError:  # kept by another version of the app
        return
    if form.begun_at != begun_at:
        day, _, clock = begun_at.partition(" ")
        changed = {"day": day, "clock": clock or form.clock, "begun_at": begun_at}
        here.do.drafts.keep(place, form.model_copy(update=changed).model_dump_json())


def _several(here: Here, form: Booking) -> list[ft.Control]:
    if len(form.people) < 2:
        return []
    words = here.t(
        "Everyone reads these words, each in their own app. Nobody sees there that others are booked:"
        " write no names here."
    )
    return [muted(words)]
