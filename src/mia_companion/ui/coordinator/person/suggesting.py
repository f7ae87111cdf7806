"""Suggesting a small step to a person, who takes it, changes it, or says no."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.goals import ACTIVE
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.icons import area_icon
from mia_companion.ui.components.options import option
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.step_days import Days, StepDays
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.told import question
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import go, use_here
from mia_companion.ui.coordinator.form_end import buttons
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.coordinator.paths import person_path
from mia_companion.ui.theme import GAP


class SuggestionForm(Form):
    """A suggestion half written."""

    words: str = ""
    note: str = ""
    goal_id: str = ""
    days: Days = Days()


@ft.component
def SuggestingForm(person: str, level: int) -> ft.Control:
    """What is half written stays for the next time this person's form is opened."""
    here = use_here()
    told = use_undo()
    drafted = use_form(f"suggest:{person}", SuggestionForm())
    form = drafted.form
    wrong, set_wrong = ft.use_state("")
    plan = here.view.plan(person)

    def change(new: str) -> None:
        drafted.change(words=new)
        set_wrong("")

    def under(goal: str) -> Callable[[], None]:
        form = drafted.form
        return lambda: drafted.change(goal_id="" if goal == form.goal_id else goal)

    def suggest() -> None:
        form = drafted.form
        done = here.do.path.suggest(
            form.words,
            person,
            note=form.note,
            goal_id=form.goal_id if plan.goal(form.goal_id) else None,
            day=form.days.day,
            repeats=form.days.repeats,
            item=form.id,
        )
        if not done:
            set_wrong(sentence(here.words, done.problem))
            return
        drafted.put_away()
        told(done, here.t("Suggested. The participant decides."))
        go(person_path(person))

    goals = [
        option(
            as_written(here.words, g.words),
            chosen=g.id == form.goal_id,
            tapped=under(g.id),
            icon=area_icon(g.area),
        )
        for g in plan.goals
        if g.state == ACTIVE
    ]
    return stack(
        [
            heading(here.t("Suggest a step to {name}", name=name_of(here, person)), level),
            body(
                here.t("Small enough to be almost easy. The participant can change it or say no.")
            ),
            WordsField(here.t("The step"), form.words, change, lines=2, wrong=wrong),
            WordsField(
                here.t("Why, or how it could go, if you want"),
                form.note,
                drafted.field("note"),
                lines=2,
                longest=10_000,
            ),
            StepDays(form.days, drafted.field("days")),
            *([question(here.t("Is it on the way to a goal?"), goals)] if goals else []),
            buttons(here, here.t("Suggest it"), suggest, person_path(person)),
        ],
        gap=GAP + 4,
    )
