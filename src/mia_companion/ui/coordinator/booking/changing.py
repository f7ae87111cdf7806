"""Saying anew what belongs to a booked time beside when it is, for one person or for all in a meeting."""

import flet as ft

from mia_companion.app.actions.meetings import Each
from mia_companion.app.actions.outcome import EMPTY, Outcome, together
from mia_companion.domain.appointment import Appointment
from mia_companion.domain.arrangements import DETAILS
from mia_companion.domain.calendar import Booked
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.choice import choice
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import use_form
from mia_companion.ui.components.names import parties, ways
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.booking.ending import buttons, wrong_line
from mia_companion.ui.coordinator.booking.parts import Booking, details, where_fields
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.coordinator.paths import person_path
from mia_companion.ui.theme import GAP


@ft.component
def ChangingForm(person: str, appointment: str, level: int) -> ft.Control:
    """From a person's screen: for that person alone."""
    here = use_here()
    one = here.view.plan(person).appointment(appointment)
    opened: Appointment | None = ft.use_memo(lambda: one, [person, appointment])
    if opened is None:
        return stack([body(here.t("That is not here any more."))])
    return ChangeEach((Booked(person, opened),), person_path(person), level)


@ft.component
def ChangeEach(opened: tuple[Booked, ...], back: str, level: int) -> ft.Control:
    """Only what one changes is said, so that what a colleague says meanwhile of the rest stays."""
    here = use_here()
    told = use_undo()
    first = opened[0]
    who = "+".join(each.participant for each in opened)
    drafted = use_form(f"detail:{who}:{first.one.id}", form_of(first.one))
    form = drafted.form
    tried, set_tried = ft.use_state(False)
    wrong, set_wrong = ft.use_state("")

    def save() -> None:
        form = drafted.form
        set_tried(True)
        if not form.title.strip():
            set_wrong(sentence(here.words, EMPTY))
            return
        each = _change(here, opened, form)
        failed = [one for one in each.values() if not one]
        set_wrong(sentence(here.words, failed[0].problem) if failed else "")
        if failed:
            return
        drafted.put_away()
        if any(one.entry for one in each.values()):
            told(together(each.values()), here.t("It is changed."))
        go(back)

    names = here.words.listing(name_of(here, each.participant) for each in opened)
    untitled = tried and not form.title.strip()
    return stack(
        [
            heading(here.t("Change what belongs to it"), level),
            muted(here.t("For {names}", names=names)),
            WordsField(
                here.t("What it is about, in a few words"),
                form.title,
                drafted.field("title"),
                longest=200,
                wrong=here.t("Write something first.") if untitled else "",
            ),
            choice(here.t("With whom"), parties(here.words), form.party, drafted.field("party")),
            choice(here.t("How you meet"), ways(here.words), form.way, drafted.field("way")),
            *where_fields(here, drafted),
            *details(here, drafted),
            *wrong_line(wrong),
            buttons(here, here.t("Save"), save, back),
        ],
        gap=GAP + 4,
    )


def form_of(one: Appointment) -> Booking:
    """What stands, in the form's fields; `filled` remembers what they said when it was opened."""
    said = {name: str(getattr(one, name)) for name in DETAILS} | {"place": one.now.place}
    return Booking.model_validate({**said, "filled": said})


def _change(here: Here, opened: tuple[Booked, ...], form: Booking) -> Each:
    """Another place is another time to answer; the rest is one entry for each."""
    changed = {
        name: words
        for name in (*DETAILS, "place")
        if (words := str(getattr(form, name))) != form.filled.get(name)
    }
    moved: dict[str, Outcome] = {}
    if (place := changed.pop("place", None)) is not None:
        for each in opened:
            now = each.one.now
            moved |= here.do.meetings.move_for((each,), now.starts_at, now.ends_at, place=place)
    going = [each for each in opened if moved.get(each.participant, True)]
    said = here.do.meetings.detail_for(going, changed)
    return {
        who: together(one for one in (moved.get(who), said.get(who)) if one is not None)
        if moved.get(who, True) and said.get(who, True)
        else next(one for one in (moved.get(who), said.get(who)) if one is not None and not one)
        for who in (each.participant for each in opened)
    }
