"""Another day for a step, other weekdays, or no special day."""

import flet as ft

from mia_companion.domain.steps import Step
from mia_companion.ui.components.buttons import quiet, tonal
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.step_days import StepDays, days_of
from mia_companion.ui.components.texts import body
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import use_here


@ft.component
def ChangeWhen(step: Step) -> ft.Control:
    """A line to tap, and then the days. What was marked stays as it is."""
    here = use_here()
    told = use_undo()
    opened, set_opened = ft.use_state(False)
    days, set_days = ft.use_state(days_of(step))
    wrong, set_wrong = ft.use_state("")

    def begin() -> None:
        set_days(days_of(step))
        set_opened(True)

    if not opened:
        line = quiet(here.t("Change when"), begin, ft.Icons.EVENT_OUTLINED)
        return ft.Row([line], wrap=True)

    def save() -> None:
        if days != days_of(step):
            done = here.do.path.reschedule_step(step.id, day=days.day, repeats=days.repeats)
            if not told(done, here.t("It has another time now.")):
                set_wrong(sentence(here.words, done.problem))
                return
        set_opened(False)

    return stack(
        [
            StepDays(days, set_days),
            *([body(wrong)] if wrong else []),
            ft.Row(
                [
                    tonal(here.t("Save"), save),
                    quiet(here.t("Leave it as it is"), lambda: set_opened(False)),
                ],
                wrap=True,
            ),
        ]
    )
