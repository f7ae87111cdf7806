"""A booked time that has been, as a coordinator sees it: what was agreed, and room to write it up."""

import flet as ft

from mia_companion.domain.appointment import Appointment
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.called import called
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, muted
from mia_companion.ui.components.times import time_of
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.coordinator.person.messages import when
from mia_companion.ui.keyed import keyed


class Minutes(Form):
    """What was agreed, half written."""

    words: str = ""


@ft.component
def AppointmentBehind(person: str, one: Appointment) -> ft.Control:
    """Its time and what was agreed; unless it was cancelled, a line that opens where to write."""
    here = use_here()
    remark = time_of(here, one.now, one.zone)
    if one.cancelled_by:
        remark = here.words.beside(remark, here.t("Cancelled"))
    lines: list[ft.Control] = [ft.Text(as_written(here.words, one.title)), muted(remark)]
    lines += [
        stack(
            [
                body(as_written(here.words, said.words)),
                muted(
                    _byline(here, person, said.by.author, when(here.words, said.by.at, here.now()))
                ),
            ],
            gap=0,
        )
        for said in one.agreed
    ]
    if one.cancelled_by is None:
        lines.append(keyed("write", MinutesForm, person, one))
    return stack(lines, gap=4)


def _byline(here: Here, person: str, author: str, moment: str) -> str:
    name = here.view.coordinator_name(author)
    if author == person:
        name = called(here, person)
    who = name or here.t("A coordinator")
    return here.t("Agreed · {who} · {time}", who=who, time=moment)


@ft.component
def MinutesForm(person: str, one: Appointment) -> ft.Control:
    """Closed until it is wanted; half-written words open it again."""
    here = use_here()
    told = use_undo()
    drafted = use_form(f"agreed:{person}:{one.id}", Minutes())
    form = drafted.form
    opened, set_opened = ft.use_state(bool(form.words))
    wrong, set_wrong = ft.use_state("")
    if not opened:
        words = here.t("Write what was agreed")
        line = quiet(words, lambda: set_opened(True), ft.Icons.EDIT_NOTE)
        return ft.Row([line], wrap=True)

    def save() -> None:
        form = drafted.form
        done = here.do.arrangements.write_minutes(one, form.words, participant=person, item=form.id)
        set_wrong("" if done else sentence(here.words, done.problem))
        if done:
            drafted.put_away()
            set_opened(False)
            told(done, here.t("Written down. The participant can read it."))

    return stack(
        [
            WordsField(
                here.t("What was agreed (the participant reads it)"),
                form.words,
                drafted.field("words"),
                lines=3,
                longest=10_000,
                wrong=wrong,
            ),
            ft.Row(
                [
                    secondary(here.t("Save"), save),
                    quiet(here.t("Close"), lambda: set_opened(False)),
                ],
                wrap=True,
            ),
        ],
        gap=8,
    )
