"""Changing an appointment: all of one's own; of others', who and how and what to bring."""

import flet as ft

from mia_companion.app.actions import Outcome
from mia_companion.app.actions.outcome import EMPTY
from mia_companion.domain.appointment import Appointment
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.cards import WARM, card, stack
from mia_companion.ui.components.forms import use_form
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.sure import use_sure
from mia_companion.ui.components.texts import body, live, strong
from mia_companion.ui.components.times import date_and_time_of
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.participant.appointments import fields
from mia_companion.ui.participant.appointments.form import (
    NO_END,
    AppointmentForm,
    Times,
    form_of,
    times_of,
)
from mia_companion.ui.participant.appointments.lines import is_mine, seen_by
from mia_companion.ui.participant.appointments.said_of_it import MENDABLE
from mia_companion.ui.participant.appointments.saving import said_of, told_wrong
from mia_companion.ui.theme import GAP

_ALL = ("title", "party", "way", "phone", "link", *MENDABLE)


@ft.component
def ChangeAppointmentScreen() -> ft.Control:
    """The form, or a word when the appointment is gone."""
    here = use_here()
    one = here.view.plan().appointment(ft.use_route_params().get("appointment", ""))
    if one is None:
        words = here.t("This appointment is not here any more.")
        inside: list[ft.Control] = [
            body(words),
            quiet(here.t("To appointments"), lambda: go(places.APPOINTMENTS)),
        ]
    else:
        inside = [ChangeForm(one)]
    return page(here, here.t("Change an appointment"), inside)


@ft.component
def ChangeForm(one: Appointment) -> ft.Control:
    """Says only what one has changed, so that nothing that others changed meanwhile is said back."""
    here = use_here()
    told = use_undo()
    edited = use_form(f"appointment:change:{one.id}", form_of(one))
    form = edited.form
    sure = use_sure(here, one.zone)
    problem, set_problem = ft.use_state("")
    question, set_question = ft.use_state("")
    mine = is_mine(here, one)

    def save() -> None:
        form = edited.form
        times = times_of(form, one.zone, here.today()) if mine and form.moves else Times()
        wrong = times.problem or ("" if form.title.strip() else EMPTY)
        asks = "" if wrong or times.starts is None else sure(times.starts)
        set_problem(wrong)
        set_question(asks)
        if wrong or asks:
            return
        done = _saved(here, one, form, times, _ALL if mine else MENDABLE)
        if not done:
            set_problem(done.problem)
            return
        edited.put_away()
        if done.item:
            told(done, here.t("It is changed."))
        go(f"{places.APPOINTMENT}/{one.id}")

    end_wrong = said_of(here, problem) if problem == NO_END else ""
    needed: list[ft.Control] = [
        stack([_moved_meanwhile(here, one, form), fields.what(here, edited, problem)], gap=0),
        fields.when(here, edited, problem, one.zone),
        fields.how_long(here, edited, end_wrong),
        fields.with_whom(here, edited),
        *fields.how_and_where(here, edited),
    ]
    others = body(
        here.t(
            "The time and the place are your coordinator's to change: ask for another time, or write."
            " What you add here, you can both read."
        )
    )
    return ft.Column(
        [
            *(needed if mine else [strong(one.title), others]),
            fields.contact(here, edited),
            fields.directions(here, edited),
            fields.bring(here, edited),
            seen_by(here, one),
            told_wrong(question or said_of(here, problem)),
            primary(here.t("Save"), save),
            quiet(here.t("Leave it as it is"), lambda: _leave(edited, one)),
        ],
        spacing=12,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _leave(edited: fields.Edited, one: Appointment) -> None:
    edited.put_away()
    go(f"{places.APPOINTMENT}/{one.id}")


def _saved(
    here: Here, one: Appointment, form: AppointmentForm, times: Times, names: tuple[str, ...]
) -> Outcome:
    """One entry for the time and the place, one for the rest; what did not change is not written.

    Undo can take one back: of two, each is taken back from the history.
    """
    moved = Outcome()
    if times.starts is not None:
        place = form.where.get("place", "")
        moved = here.do.appointments.move(one, times.starts, times.ends, place=place)
        if not moved:
            return moved
    said = form.changed(*names)
    detailed = here.do.arrangements.detail(one, said) if said else Outcome()
    if not detailed or not moved.entry:
        return detailed
    return Outcome(item=one.id) if detailed.entry else moved


def _moved_meanwhile(here: Here, one: Appointment, form: AppointmentForm) -> ft.Control:
    """Someone else has given it another time since the form was opened. It keeps its place, empty, until
    then, so that it is read aloud as it comes."""
    now = form_of(one).begun
    if all(now[name] == form.begun.get(name) for name in ("day", "clock", "place")):
        return live(ft.Container())
    time = date_and_time_of(here, one.now, one.zone)
    words = here.t("Meanwhile it got another time or place: {time}. Look at it again.", time=time)
    text = ft.Text(words, color=ft.Colors.ON_SECONDARY_CONTAINER)
    return live(ft.Container(card([text], tone=WARM), padding=ft.Padding.only(bottom=GAP)))
