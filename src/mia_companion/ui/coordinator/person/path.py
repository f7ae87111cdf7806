"""A person's goals and steps, as the person has shared them: how each went, and when."""

from datetime import datetime

import flet as ft

from mia_companion.domain.goals import ACTIVE, REACHED, Goal
from mia_companion.domain.marks import standing
from mia_companion.domain.milestones import Milestone
from mia_companion.domain.steps import PLANNED, Step
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.icons import state_icon
from mia_companion.ui.components.names import area_name, state_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.step_times import when_in_words
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.coordinator.person.messages import when
from mia_companion.ui.coordinator.person.news import is_new, new_mark
from mia_companion.ui.coordinator.person.suggestions import Suggestions
from mia_companion.ui.keyed import keyed

_SHOWN = 4
"""Steps of a goal before one asks for the rest."""


@ft.component
def Path(person: str, seen: int, level: int) -> ft.Control:
    """Goals side by side in time, no ladder; then the steps on their own."""
    here = use_here()
    plan = here.view.plan(person)
    goals: list[ft.Control] = [
        keyed(goal.id, StepsCard, person, goal.id, seen, level + 1) for goal in plan.goals
    ]
    if plan.steps_of(None):
        goals.append(keyed("alone", StepsCard, person, "", seen, level + 1))
    if not goals:
        goals = [body(here.t("No goals or steps have been shared yet."))]
    return stack(
        [
            heading(here.t("Goals and steps"), level),
            *goals,
            keyed("suggestions", Suggestions, person, seen, level),
        ]
    )


@ft.component
def StepsCard(person: str, goal_id: str, seen: int, level: int) -> ft.Control:
    """A goal with its steps; without an id, the steps that belong to none."""
    here = use_here()
    whole, set_whole = ft.use_state(False)
    plan = here.view.plan(person)
    goal = plan.goal(goal_id)
    steps = sorted(plan.steps_of(goal_id or None), key=_newest_first)
    shown = steps if whole else steps[:_SHOWN]
    lines: list[ft.Control] = [
        _goal(here, goal, seen, level) if goal else heading(here.t("Steps on their own"), level),
        *(_milestone(here, one, seen) for one in (plan.milestones_of(goal.id) if goal else ())),
        *(step_line(here, step, seen) for step in shown),
    ]
    if not steps:
        lines.append(muted(here.t("No steps yet.")))
    if len(steps) > len(shown):
        more = here.words.n(
            "Show {count} more step", "Show {count} more steps", len(steps) - len(shown)
        )
        lines.append(ft.Row([quiet(more, lambda: set_whole(True), ft.Icons.EXPAND_MORE)]))
    return card(lines)


def _goal(here: Here, goal: Goal, seen: int, level: int) -> ft.Control:
    said = area_name(here.words, goal.area)
    if goal.state != ACTIVE:
        state = here.t("Reached") if goal.state == REACHED else here.t("Rests")
        said = here.words.beside(said, state)
    remark: list[ft.Control] = [muted(said)]
    if is_new(here, goal.set_by, seen):
        remark.append(new_mark(here))
    return stack(
        [heading(as_written(here.words, goal.words), level), ft.Row(remark, wrap=True)],
        gap=2,
    )


def _milestone(here: Here, one: Milestone, seen: int) -> ft.Control:
    reached = standing(one.marks)
    said = here.t("Milestone, reached") if reached else here.t("Milestone")
    by = reached.by if reached else one.set_by
    marks = [new_mark(here)] if is_new(here, by, seen) else []
    lines: list[ft.Control] = [
        ft.Text(as_written(here.words, one.words)),
        ft.Row([muted(said), *marks], wrap=True, spacing=8),
    ]
    icon = ft.Icons.FLAG if reached else ft.Icons.FLAG_OUTLINED
    return ft.Row(
        [
            ft.Icon(icon, size=22, color=ft.Colors.SECONDARY),
            ft.Column(lines, spacing=0, tight=True, expand=True),
        ],
        spacing=10,
        vertical_alignment=ft.CrossAxisAlignment.START,
        key=one.id,
    )


def step_line(here: Here, step: Step, seen: int) -> ft.Control:
    """A step, how it went and when, with the person's remark and newest memory."""
    by = step.mark.by if step.mark else step.planned_by
    state = state_name(here.words, step.state)
    moment = when(here.words, by.at, here.now())
    if step.repeats and step.state == PLANNED:
        days = when_in_words(here.words, step, here.today())
        last = state_name(here.words, step.mark.state) if step.mark else state
        remark = here.words.beside(last, moment, days) if step.mark else days
    elif step.state == PLANNED and step.day is not None:
        day = here.words.day(step.day, here.today())
        remark = here.t("Planned for {day}", day=day)
    else:
        remark = here.words.beside(state, moment)
    lines: list[ft.Control] = [
        ft.Text(as_written(here.words, step.words)),
        ft.Row(
            [muted(remark), *([new_mark(here)] if is_new(here, by, seen) else [])],
            wrap=True,
            spacing=8,
        ),
    ]
    note = [step.mark.note] if step.mark and step.mark.note else []
    kept = [m.words for m in step.memories if m.words and not m.undone]
    lines += [muted(as_written(here.words, words)) for words in (*note, *kept[-1:])]
    return ft.Row(
        [
            ft.Icon(state_icon(step.state), size=22, color=ft.Colors.PRIMARY),
            ft.Column(lines, spacing=0, tight=True, expand=True),
        ],
        spacing=10,
        vertical_alignment=ft.CrossAxisAlignment.START,
        key=step.id,
    )


def _newest_first(step: Step) -> tuple[int, float]:
    at: datetime = step.mark.by.at if step.mark else step.planned_by.at
    return (0 if step.state == PLANNED else 1, -at.timestamp())
