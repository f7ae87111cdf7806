"""A milestone on the way to a goal: a line to tap, and then a field."""

import flet as ft

from mia_companion.ui.components.buttons import quiet, tonal
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import use_here


class MilestoneForm(Form):
    """A milestone half written."""

    words: str = ""


@ft.component
def NewMilestone(goal_id: str) -> ft.Control:
    """Seen by those who see the goal. What is half written stays, also behind "Not now"."""
    here = use_here()
    told = use_undo()
    drafted = use_form(f"milestone:{goal_id}", MilestoneForm())
    form = drafted.form
    opened, set_opened = ft.use_state(bool(form.words))
    wrong, set_wrong = ft.use_state("")
    if not opened:
        line = quiet(here.t("Add a milestone"), lambda: set_opened(True), ft.Icons.FLAG_OUTLINED)
        return ft.Row([line], wrap=True)

    def change(new: str) -> None:
        drafted.change(words=new)
        set_wrong("")

    def save() -> None:
        form = drafted.form
        done = here.do.path.set_milestone(goal_id, form.words, item=form.id)
        if done:
            told(done, here.t("The milestone is saved."))
            drafted.put_away()
            set_opened(False)
        else:
            set_wrong(sentence(here.words, done.problem))

    return stack(
        [
            WordsField(
                here.t("Something you will notice on the way"),
                form.words,
                change,
                lines=2,
                wrong=wrong,
            ),
            ft.Row(
                [tonal(here.t("Save"), save), quiet(here.t("Not now"), lambda: set_opened(False))],
                wrap=True,
            ),
        ]
    )
