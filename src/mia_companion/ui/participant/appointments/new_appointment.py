"""Adding an appointment oneself, from a letter or a call. Works without a connection."""

import flet as ft

from mia_companion.app.actions.outcome import EMPTY
from mia_companion.domain.arrangements import WANTED
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.folded import Folded
from mia_companion.ui.components.forms import use_form
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.interpreters import (
    UNDECIDED,
    LanguageChips,
    language_name_for,
    spoken,
)
from mia_companion.ui.components.options import option
from mia_companion.ui.components.sharing import who_sees
from mia_companion.ui.components.sure import use_sure
from mia_companion.ui.components.texts import body
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import ZONE, Here, go, use_here
from mia_companion.ui.participant.appointments import fields
from mia_companion.ui.participant.appointments.form import NO_END, AppointmentForm, times_of
from mia_companion.ui.participant.appointments.saving import said_of, told_wrong


@ft.component
def NewAppointmentScreen() -> ft.Control:
    """The four needed things first; the rest is folded, and may be left out."""
    here = use_here()
    told = use_undo()
    edited = use_form("appointment:new", AppointmentForm())
    form = edited.form
    sure = use_sure(here, ZONE.key)
    problem, set_problem = ft.use_state("")
    question, set_question = ft.use_state("")
    begins_open: bool = ft.use_memo(lambda: form.has_more, [])

    def save() -> None:
        form = edited.form
        times = times_of(form, ZONE.key, here.today())
        wrong = times.problem or ("" if form.title.strip() else EMPTY)
        asks = "" if wrong or times.starts is None else sure(times.starts)
        set_problem(wrong)
        set_question(asks)
        if wrong or asks or times.starts is None:
            return
        booked = here.do.appointments.book(
            form.title,
            form.party,
            times.starts,
            times.ends,
            zone=ZONE.key,
            way=form.way,
            contact=form.contact,
            directions=form.directions,
            bring=form.bring,
            private=form.private,
            item=form.id,
            **form.where,
        )
        if not booked:
            set_problem(booked.problem)
            return
        if form.interpreter:
            here.do.arrangements.interpreter(booked.item, WANTED, form.interpreter)
        edited.put_away()
        told(booked, here.t("The appointment is in your list."))
        go(places.APPOINTMENTS)

    end_wrong = said_of(here, problem) if problem == NO_END else ""
    more: list[ft.Control] = [
        fields.how_long(here, edited, end_wrong),
        fields.contact(here, edited),
        fields.directions(here, edited),
        fields.bring(here, edited),
        _interpreter(here, edited),
    ]
    return page(
        here,
        here.t("Add an appointment"),
        [
            body(
                here.t(
                    "Have the letter beside you, if there is one."
                    " It can be a visit to a doctor, a call, or a meeting."
                )
            ),
            ft.Row(
                [
                    quiet(
                        here.t("There is a calendar file"),
                        lambda: go(places.FROM_FILE),
                        ft.Icons.UPLOAD_FILE_OUTLINED,
                    )
                ],
                wrap=True,
            ),
            fields.what(here, edited, problem),
            fields.when(here, edited, problem, ZONE.key),
            fields.with_whom(here, edited),
            *fields.how_and_where(here, edited),
            Folded(here.t("More, if you want"), [stack(more)], begins_open),
            who_sees(here, form.private, edited.field("private")),
            told_wrong(question or said_of(here, problem)),
            primary(here.t("Add it"), save),
        ],
    )


def _interpreter(here: Here, edited: fields.Edited) -> ft.Control:
    """One line to tap; which language, when that is not plain from what the person reads."""
    wanted = edited.form.interpreter
    reads = spoken(here.words.tag) or spoken(here.view.plan().shared.profile.language)
    named = language_name_for(here.words, wanted or reads or UNDECIDED)

    def tapped() -> None:
        edited.change(interpreter="" if wanted else reads or UNDECIDED)

    shown = option(
        here.t("I want an interpreter ({language})", language=named)
        if named
        else here.t("I want an interpreter"),
        chosen=bool(wanted),
        tapped=tapped,
        icon=ft.Icons.TRANSLATE,
    )
    if not wanted:
        return shown
    return stack([shown, LanguageChips(wanted, edited.field("interpreter"))])
