"""Answering what a person says is not right."""

import flet as ft

from mia_companion.domain.corrections import DISPUTED
from mia_companion.domain.history import history
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.data_words import correction_answers
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.options import choices
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, muted, strong
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import use_here
from mia_companion.ui.coordinator.data.asked import written_about
from mia_companion.ui.coordinator.form_end import buttons, wrong_line
from mia_companion.ui.coordinator.paths import person_path
from mia_companion.ui.coordinator.person.parts import DATA, open_part
from mia_companion.ui.theme import GAP


class AnswerForm(Form):
    """An answer half written."""

    answer: str = ""
    words: str = ""


@ft.component
def AnsweringForm(person: str, correction: str, level: int) -> ft.Control:
    """Written anew, or noted beside it; the words are the participant's to read."""
    here = use_here()
    told = use_undo()
    t = here.t
    shared = here.view.plan(person).shared
    one = shared.corrections.get(correction)
    told_of = ft.use_memo(lambda: {each.by.entry: each for each in history(shared)}, [shared])
    drafted = use_form(f"correct:{person}:{correction}", AnswerForm())
    form = drafted.form
    wrong, set_wrong = ft.use_state("")
    if one is None or one.asked is None:
        return body(t("That is not here any more."))

    def choose(answer: str) -> None:
        drafted.change(answer=answer)
        set_wrong("")

    def save() -> None:
        form = drafted.form
        done = here.do.data.answer_correction(one, form.answer, form.words, person)
        if not done:
            set_wrong(sentence(here.words, done.problem))
            return
        drafted.put_away()
        told(done, t("It is answered. The participant sees it."))
        open_part(here, person, DATA)

    needed = form.answer == DISPUTED
    label = t("Why it must stay") if needed else t("A few words, if you want")
    return stack(
        [
            heading(t("Said not to be right"), level),
            card(
                [
                    muted(t("About: {words}", words=written_about(here, told_of.get(one.about)))),
                    strong(as_written(here.words, one.asked.words)),
                ],
                gap=4,
            ),
            body(t("Write it anew where it stands first, if the participant is right.")),
            choices(t("Answer"), correction_answers(here.words), form.answer, choose),
            WordsField(label, form.words, drafted.field("words"), lines=2, longest=10_000),
            *wrong_line(wrong),
            buttons(here, t("Send"), save, person_path(person)),
        ],
        gap=GAP + 4,
    )
