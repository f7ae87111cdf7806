"""Another day for a step, other weekdays, or no special day."""

import flet as ft

from mia_companion.domain.steps import Step
from mia_companion.ui.components.buttons import quiet, tonal
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.step_days import Days, StepDays, days_of
from mia_companion.ui.components.texts import body
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import use_here


class WhenForm(Form):
    """Days half chosen; none while the line has not been tapped."""

    days: Days | None = None


@ft.component
def ChangeWhen(step: Step) -> ft.Control:
    """A line to tap, and then the days. What was marked stays as it is."""
    here = use_here()
    told = use_undo()
    drafted = use_form(f"when:{step.id}", WhenForm())
    wrong, set_wrong = ft.use_state("")
    choosing = drafted.form.days

    def begin() -> None:
        drafted.change(days=days_of(step))

    if choosing is None:
        line = quiet(here.t("Change when"), begin, ft.Icons.EVENT_OUTLINED)
        return ft.Row([line], wrap=True)

    def save() -> None:
        days = drafted.form.days
        if days is not None and days != days_of(step):
            done = here.do.path.reschedule_step(step.id, day=days.day, repeats=days.repeats)
            if not told(done, here.t("It has another time now.")):
                set_wrong(sentence(here.words, done.problem))
                return
        drafted.put_away()

    return stack(
        [
            StepDays(choosing, drafted.field("days")),
            *([body(wrong)] if wrong else []),
            ft.Row(
                [
                    tonal(here.t("Save"), save),
                    quiet(here.t("Leave it as it is"), drafted.put_away),
                ],
                wrap=True,
            ),
        ]
    )
