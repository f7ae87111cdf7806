"""The fields of a step that is planned: its words, when, and towards what."""

from collections.abc import Callable, Sequence

import flet as ft

from mia_companion.domain.goals import Goal
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Drafted, Form
from mia_companion.ui.components.icons import area_icon
from mia_companion.ui.components.options import option
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.step_days import Days, StepDays
from mia_companion.ui.components.told import question
from mia_companion.ui.context import Here


class StepForm(Form):
    """A step half planned."""

    words: str = ""
    days: Days = Days()
    goal_id: str = ""
    private: bool = False


def step_fields(
    here: Here,
    drafted: Drafted[StepForm],
    goals: Sequence[Goal],
    wrong: str,
    change: Callable[[str], None],
) -> list[ft.Control]:
    """Words first; the rest only if one wants. `goals` are those it may stand under."""
    form = drafted.form

    def under(goal: str) -> Callable[[], None]:
        form = drafted.form
        return lambda: drafted.change(goal_id="" if goal == form.goal_id else goal)

    lines = [
        option(
            as_written(here.words, g.words),
            chosen=g.id == form.goal_id,
            tapped=under(g.id),
            icon=area_icon(g.area),
        )
        for g in goals
    ]
    return [
        WordsField(here.t("What do you want to do?"), form.words, change, lines=2, wrong=wrong),
        StepDays(form.days, drafted.field("days")),
        *([question(here.t("Is it on the way to a goal?"), lines)] if lines else []),
    ]
