"""My path: what was suggested, goals side by side, steps on their own; looking back is a tap away."""

from collections.abc import Sequence

import flet as ft

from mia_companion.domain.goals import ACTIVE, REACHED, Goal
from mia_companion.domain.plan import Plan
from mia_companion.domain.steps import Step
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, secondary
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import MOSS, card
from mia_companion.ui.components.folded import Folded
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.participant.path.goal_card import goal_card, soonest_first
from mia_companion.ui.participant.path.rows import Rows, use_rows
from mia_companion.ui.participant.path.step_row import step_lines
from mia_companion.ui.participant.path.suggested import Suggested
from mia_companion.ui.participant.path.under_way import under_way
from mia_companion.ui.participant.shell import shell


@ft.component
def PathScreen() -> ft.Control:
    """Only what is open is looked at here: a long life behind makes it no slower."""
    here = use_here()
    calm = use_calm()
    rows = use_rows(here, calm)
    plan = here.view.plan()
    goals = [g for g in plan.goals if g.state == ACTIVE]
    others = [g for g in plan.goals if g.state != ACTIVE]
    by_goal = _open_by_goal(plan, goals)
    alone = by_goal.get("", [])
    return shell(
        here,
        places.PATH,
        here.t("My path"),
        [
            Suggested(calm),
            primary(here.t("Plan a small step"), lambda: go(places.NEW_STEP), ft.Icons.ADD),
            *([] if goals or alone else [_nothing_yet(here)]),
            *(goal_card(here, goal, by_goal.get(goal.id, []), rows) for goal in goals),
            *_alone(here, alone, rows),
            secondary(here.t("Set a goal"), lambda: go(places.NEW_GOAL), ft.Icons.FLAG_OUTLINED),
            Folded(
                here.words.n(
                    "{count} goal that rests or is reached",
                    "{count} goals that rest or are reached",
                    len(others),
                ),
                [_other(here, goal) for goal in others],
            ),
            *under_way(here),
            way_on(
                ft.Icons.ROUTE_OUTLINED,
                here.t("My movement"),
                places.MOVEMENT,
                here.t("What has happened, in words and as a picture."),
            ),
            way_on(
                ft.Icons.WB_SUNNY_OUTLINED,
                here.t("How different parts of life are"),
                places.AREAS,
            ),
            way_on(ft.Icons.CHECK_CIRCLE_OUTLINE, here.t("What you have done"), places.DONE),
            way_on(ft.Icons.PAUSE_CIRCLE_OUTLINE, here.t("What rests"), places.RESTING),
        ],
    )


def _open_by_goal(plan: Plan, goals: Sequence[Goal]) -> dict[str, list[Step]]:
    """Open steps by the goal they are under; "" for those on their own. Those of a goal that rests rest."""
    known = {goal.id for goal in goals}
    found: dict[str, list[Step]] = {}
    for step in plan.open_steps:
        if not plan.rests_with_its_goal(step):
            under = step.goal_id if step.goal_id in known else None
            found.setdefault(under or "", []).append(step)
    return found


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


def _alone(here: Here, steps: list[Step], rows: Rows) -> list[ft.Control]:
    if not steps:
        return []
    lines = rows(step_lines(here, one) for one in soonest_first(steps, here.today()))
    return [card([heading(here.t("Small steps")), *lines], gap=4)]


def _other(here: Here, goal: Goal) -> ft.Control:
    reached = goal.state == REACHED
    return way_on(
        ft.Icons.FLAG if reached else ft.Icons.PAUSE_CIRCLE_OUTLINE,
        as_written(here.words, goal.words),
        f"{places.GOAL}/{goal.id}",
        here.t("Reached") if reached else here.t("Rests"),
    )
