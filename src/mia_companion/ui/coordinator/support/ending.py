"""The last day of an intervention."""

import flet as ft

from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.day_field import DayField
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.moment import read_day
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.support_words import sort_name
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import use_here
from mia_companion.ui.coordinator.form_end import buttons, wrong_line
from mia_companion.ui.coordinator.paths import person_path
from mia_companion.ui.coordinator.person.parts import SUPPORT, open_part
from mia_companion.ui.theme import GAP


class EndForm(Form):
    """An end half written."""

    day: str = ""
    words: str = ""


@ft.component
def EndingForm(person: str, intervention: str, level: int) -> ft.Control:
    """Its last day."""
    here = use_here()
    told = use_undo()
    today = here.today()
    one = here.view.plan(person).shared.interventions.get(intervention)
    stands = one.ended if one else None
    blank = EndForm(day=(stands.last_day if stands else today).isoformat())
    if stands:
        blank = EndForm(day=stands.last_day.isoformat(), words=stands.words)
    drafted = use_form(f"ended:{person}:{intervention}", blank)
    form = drafted.form
    wrong, set_wrong = ft.use_state("")
    if one is None or one.fact is None:
        return body(here.t("That is not here any more."))

    def save() -> None:
        form = drafted.form
        done = here.do.interventions.end_intervention(
            one, read_day(form.day, today), person, words=form.words, today=today
        )
        if not done:
            set_wrong(sentence(here.words, done.problem))
            return
        drafted.put_away()
        told(done, here.t("The end is noted. The participant sees it."))
        open_part(here, person, SUPPORT)

    what = sort_name(here.words, one.fact.sort)
    return stack(
        [
            heading(here.t("The end of: {what}", what=what), level),
            DayField(here.t("Last day"), form.day, drafted.field("day"), near=(today,)),
            WordsField(
                here.t("A few words, if you want"),
                form.words,
                drafted.field("words"),
                lines=2,
                longest=10_000,
            ),
            *wrong_line(wrong),
            buttons(here, here.t("Save"), save, person_path(person)),
        ],
        gap=GAP + 4,
    )
