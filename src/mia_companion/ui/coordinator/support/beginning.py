"""The day on which a person began, also when it is another than today."""

from datetime import date, timedelta

import flet as ft

from mia_companion.app.actions import Outcome
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.day_field import DayField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.moment import read_day
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import use_here
from mia_companion.ui.coordinator.form_end import buttons, wrong_line
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.coordinator.paths import person_path
from mia_companion.ui.coordinator.person.parts import SUPPORT, open_part
from mia_companion.ui.theme import GAP


class StartForm(Form):
    """A start half noted."""

    day: str = ""


@ft.component
def BeginningForm(person: str, level: int) -> ft.Control:
    """A first start, or a new one."""
    return StartFields(person, "", level)


@ft.component
def ChangeStartForm(person: str, enrolment: str, level: int) -> ft.Control:
    """The same start, on another day."""
    return StartFields(person, enrolment, level)


@ft.component
def StartFields(person: str, enrolment: str, level: int) -> ft.Control:
    """Without an enrolment, a new one."""
    here = use_here()
    told = use_undo()
    today = here.today()
    one = here.view.plan(person).shared.enrolments.get(enrolment)
    day = one.start.day if one and one.start else today
    drafted = use_form(f"start:{person}:{enrolment}", StartForm(day=day.isoformat()))
    form = drafted.form
    wrong, set_wrong = ft.use_state("")

    def write(day: date | None) -> Outcome:
        do = here.do.support
        if one is not None:
            return do.change_start(one, day, person, today=today)
        return do.begin(day, person, today=today, item=drafted.form.id)

    def save() -> None:
        done = write(read_day(drafted.form.day, today))
        if not done:
            set_wrong(sentence(here.words, done.problem))
            return
        drafted.put_away()
        told(done, here.t("The start is noted. The participant sees it."))
        open_part(here, person, SUPPORT)

    near = tuple(today + timedelta(days=days) for days in (-1, 0, 1))
    return stack(
        [
            heading(here.t("The start for {name}", name=name_of(here, person)), level),
            body(here.t("The participant sees the day in their app.")),
            DayField(here.t("Which day"), form.day, drafted.field("day"), near=near),
            *wrong_line(wrong),
            buttons(here, here.t("Save"), save, person_path(person)),
        ],
        gap=GAP + 4,
    )
