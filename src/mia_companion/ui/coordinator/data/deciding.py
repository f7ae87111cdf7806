"""Telling a person what was decided about erasing what is kept of them."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import flet as ft

from mia_companion.app.actions.data import Decision
from mia_companion.domain.enrolments import months_after
from mia_companion.domain.erasures import ERASED, STAYS
from mia_companion.domain.retention import LONGEST
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.data_words import erasure_answers
from mia_companion.ui.components.day_field import DayField
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.moment import read_day
from mia_companion.ui.components.options import choices
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, strong
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.coordinator.form_end import buttons, wrong_line
from mia_companion.ui.coordinator.paths import person_path
from mia_companion.ui.coordinator.person.parts import DATA, open_part
from mia_companion.ui.theme import GAP


class DecidingDraft(Form):
    """A decision half written."""

    answer: str = ""
    day: str = ""
    reason: str = ""
    law: str = ""
    appeal: str = ""


@ft.component
def DecidingForm(person: str, erasure: str, level: int) -> ft.Control:
    """The authority decides; here it is told, with why and how to appeal where something must stay."""
    here = use_here()
    told = use_undo()
    t = here.t
    one = here.view.plan(person).shared.erasures.get(erasure)
    drafted = use_form(f"erase:{person}:{erasure}", DecidingDraft())
    form = drafted.form
    wrong, set_wrong = ft.use_state("")
    if one is None or one.asked is None:
        return body(t("That is not here any more."))

    def choose(answer: str) -> None:
        drafted.change(answer=answer)
        set_wrong("")

    def save() -> None:
        form = drafted.form
        day = read_day(form.day, here.today())
        said = Decision(form.answer, day, form.reason, form.law, form.appeal)
        done = here.do.data.answer_erasure(one, said, person)
        if not done:
            set_wrong(sentence(here.words, done.problem))
            return
        drafted.put_away()
        told(done, t("It is answered. The participant sees it."))
        open_part(here, person, DATA)

    asked = as_written(here.words, one.asked.words)
    return stack(
        [
            heading(t("Asked that everything be erased"), level),
            *([card([strong(asked)])] if asked else []),
            body(
                t(
                    "Those who are responsible decide, and whoever runs the server erases. Here you tell"
                    " the participant what was decided, within a month."
                )
            ),
            choices(t("Answer"), erasure_answers(here.words), form.answer, choose),
            *_more(here, form, drafted.field),
            *wrong_line(wrong),
            buttons(here, t("Send"), save, person_path(person)),
        ],
        gap=GAP + 4,
    )


def _more(
    here: Here, form: DecidingDraft, field: Callable[[str], Callable[[Any], None]]
) -> list[ft.Control]:
    t, today = here.t, here.today()
    if form.answer == ERASED:
        soon = (today + timedelta(days=7), today + timedelta(days=30))
        return [DayField(t("By when"), form.day, field("day"), near=soon)]
    if form.answer != STAYS:
        return []
    return [
        DayField(t("Until when"), form.day, field("day"), near=(months_after(today, LONGEST),)),
        WordsField(t("Why it must stay"), form.reason, field("reason"), lines=2, longest=5_000),
        WordsField(t("By which law"), form.law, field("law"), longest=1_000),
        WordsField(t("How to appeal"), form.appeal, field("appeal"), lines=2, longest=3_000),
    ]
