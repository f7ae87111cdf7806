"""A goal of one's own: its milestones and steps, its words, and all that has happened to it."""

from collections.abc import Callable

import flet as ft

from mia_companion.app.actions import Outcome
from mia_companion.domain.goals import ACTIVE, REACHED, RESTING, Goal
from mia_companion.domain.marks import Mark, standing
from mia_companion.domain.milestones import Milestone
from mia_companion.domain.steps import NOT_NOW, PLANNED
from mia_companion.i18n.words import later
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet, secondary
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.icons import area_icon
from mia_companion.ui.components.names import area_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.signs import sign
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.participant.path.goal_card import soonest_first
from mia_companion.ui.participant.path.history import Happened, History, wordings
from mia_companion.ui.participant.path.milestone_line import milestone_line
from mia_companion.ui.participant.path.new_milestone import NewMilestone
from mia_companion.ui.participant.path.reword import Reword
from mia_companion.ui.participant.path.rows import use_rows
from mia_companion.ui.participant.path.seen_by import seen_by
from mia_companion.ui.participant.path.step_row import step_lines

_STATES = {
    REACHED: (ft.Icons.FLAG, later("Reached")),
    RESTING: (ft.Icons.PAUSE_CIRCLE_OUTLINE, later("Rests")),
}
_HAPPENED = {
    REACHED: later("You came there"),
    RESTING: later("It was let rest"),
    ACTIVE: later("It was taken up again"),
}


@ft.component
def GoalScreen() -> ft.Control:
    """Reached, let rest, reworded and brought back."""
    here = use_here()
    told = use_undo()
    calm = use_calm()
    rows = use_rows(here, calm)
    plan = here.view.plan()
    goal = plan.goal(ft.use_route_params().get("goal", ""))
    if goal is None or goal.gone:
        words = here.t("This goal is not here any more.")
        return page(
            here,
            here.t("Goal"),
            [body(words), quiet(here.t("To my path"), lambda: go(places.PATH))],
        )

    def say(act: Callable[[str], Outcome], words: str) -> Callable[[], None]:
        def tapped() -> None:
            if calm():
                told(act(goal.id), words)

        return tapped

    path = here.do.path
    take_up = say(path.take_up_goal, here.t("It is on your path again."))
    reach = say(path.reach_goal, here.t("You have come there. Look how far you walked."))
    rest = say(path.rest_goal, here.t("That is fine. It rests until you want it."))
    steps = plan.steps_of(goal.id)
    on_the_way = soonest_first([s for s in steps if s.state == PLANNED], here.today())
    taken = sum(1 for s in steps if s.state not in (PLANNED, NOT_NOW))
    milestones = plan.milestones_of(goal.id)
    active = goal.state == ACTIVE
    signs = [sign(area_icon(goal.area), area_name(here.words, goal.area))]
    if not active:
        icon, state = _STATES[goal.state]
        signs.insert(0, sign(icon, here.t(state)))
    if taken:
        n = here.words.n("{count} step on the way", "{count} steps on the way", taken)
        signs.append(sign(ft.Icons.CHECK_CIRCLE_OUTLINE, n))
    first = (
        primary(
            here.t("A step towards this"),
            lambda: go(f"{places.NEW_STEP}?goal={goal.id}"),
            ft.Icons.ADD,
        )
        if active
        else primary(here.t("Take it up again"), take_up)
    )
    return page(
        here,
        as_written(here.words, goal.words),
        [
            *signs,
            seen_by(here, goal.id),
            first,
            *(
                [card([heading(here.t("Steps")), *rows(step_lines(here, s) for s in on_the_way)])]
                if on_the_way
                else []
            ),
            card(
                [
                    heading(here.t("Milestones")),
                    *(milestone_line(here, one) for one in milestones),
                    NewMilestone(goal.id),
                ],
                gap=4,
            ),
            *([secondary(here.t("I have come here"), reach, ft.Icons.FLAG)] if active else []),
            ft.Row([quiet(here.t("Let it rest"), rest)] if active else [], wrap=True),
            Reword(f"goal:{goal.id}", goal.words, lambda w: path.reword_goal(goal.id, w)),
            History(_history(here, goal, milestones)),
        ],
    )


def _history(here: Here, goal: Goal, milestones: tuple[Milestone, ...]) -> list[Happened]:
    def back(mark: Mark) -> tuple[str, Callable[[], object]] | None:
        if mark is not standing(goal.marks):
            return None
        return here.t("Take back"), lambda: here.do.path.take_back(goal.id, mark.by)

    again = wordings(here, goal.wordings, lambda words: here.do.path.reword_goal(goal.id, words))
    marks = [
        Happened(mark.by, here.t(_HAPPENED[mark.state]), mark.undone, back(mark))
        for mark in goal.marks
    ]
    came = [
        Happened(mark.by, here.t("Milestone reached: {words}", words=one.words), mark.undone)
        for one in milestones
        for mark in one.marks
    ]
    return [*again, *marks, *came]
