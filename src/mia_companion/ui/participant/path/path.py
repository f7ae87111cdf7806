"""My path: goals with their steps, steps on their own, and what has been done folded away."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.goals import Goal
from mia_companion.domain.steps import DONE, NOT_NOW, PLANNED, Step
from mia_companion.ui import places
from mia_companion.ui.components.buttons import icon_button, primary, quiet, secondary
from mia_companion.ui.components.cards import MOSS, card
from mia_companion.ui.components.icons import area_icon
from mia_companion.ui.components.names import area_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sharing import only_you
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.participant.folded import Folded
from mia_companion.ui.participant.path.marks import KIND_WORDS
from mia_companion.ui.participant.path.step_row import StepRow, step_lines
from mia_companion.ui.participant.shell import shell

Rows = Callable[[list[Step]], list[ft.Control]]


@ft.component
def PathScreen() -> ft.Control:
    """What is ahead first; what is behind on request."""
    here = use_here()
    told = use_undo()

    def mark(step_id: str) -> None:
        told(here.do.path.mark_step(step_id, DONE), here.t(KIND_WORDS[DONE]))

    def show(step_id: str) -> None:
        go(f"{places.STEP}/{step_id}")

    done = ft.use_callback(mark, [here.words.tag])
    opened = ft.use_callback(show, [])

    def rows(steps: list[Step]) -> list[ft.Control]:
        return [StepRow(step_lines(here, s), done, opened, key=s.id) for s in steps]

    plan = here.view.plan()
    alone = [s for s in plan.steps_of(None) if s.state == PLANNED]
    resting = [s for s in plan.steps if s.state == NOT_NOW]
    behind = [s for s in plan.recent_steps(len(list(plan.steps))) if s.state != NOT_NOW]
    n = here.words.n
    return shell(
        here,
        places.PATH,
        here.t("My path"),
        [
            primary(here.t("Plan a small step"), lambda: go(places.NEW_STEP), ft.Icons.ADD),
            *([] if plan.goals or alone else [_nothing_yet(here)]),
            *[_goal(here, goal, rows) for goal in plan.goals],
            *([_alone(here, rows(alone))] if alone else []),
            secondary(here.t("Set a goal"), lambda: go(places.NEW_GOAL), ft.Icons.FLAG_OUTLINED),
            Folded(n("What rests ({count})", "What rests ({count})", len(resting)), rows(resting)),
            Folded(
                n("What you have done ({count})", "What you have done ({count})", len(behind)),
                rows(behind),
            ),
        ],
    )


def _nothing_yet(here: Here) -> ft.Control:
    return card(
        [
            heading(here.t("Your path begins where you are")),
            body(
                here.t(
                    "Here you can keep what you want to get to, and small steps on the way."
                    " One small step is enough to begin with."
                )
            ),
        ],
        tone=MOSS,
    )


def _goal(here: Here, goal: Goal, rows: Rows) -> ft.Control:
    plan = here.view.plan()
    steps = [s for s in plan.steps_of(goal.id) if s.state == PLANNED]
    area = ft.Row(
        [
            ft.Icon(area_icon(goal.area), size=20, color=ft.Colors.ON_SURFACE_VARIANT),
            muted(area_name(here.words, goal.area)),
        ],
        spacing=8,
    )
    words = ft.Row(
        [
            ft.Container(heading(as_written(here.words, goal.words)), expand=True),
            icon_button(
                ft.Icons.CHEVRON_RIGHT,
                here.t("Open the goal"),
                lambda: go(f"{places.GOAL}/{goal.id}"),
            ),
        ]
    )
    return card(
        [
            area,
            words,
            *([only_you(here.t("Only you"))] if plan.is_private(goal.id) else []),
            *rows(steps),
            ft.Row(
                [
                    quiet(
                        here.t("A step towards this"),
                        lambda: go(f"{places.NEW_STEP}?goal={goal.id}"),
                        ft.Icons.ADD,
                    )
                ],
                wrap=True,
            ),
        ],
        gap=4,
    )


def _alone(here: Here, rows: list[ft.Control]) -> ft.Control:
    return card([heading(here.t("Small steps")), *rows], gap=4)
