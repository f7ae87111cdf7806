"""A goal of one's own: its steps, its words, and all that has happened to it."""

import flet as ft

from mia_companion.domain.steps import PLANNED
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.icons import PRIVATE, SHARED, area_icon
from mia_companion.ui.components.names import area_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.signs import sign
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.context import go, use_here
from mia_companion.ui.participant.path.history import shown_history, wordings
from mia_companion.ui.participant.path.reword import Reword


@ft.component
def GoalScreen() -> ft.Control:
    """Reworded and brought back."""
    here = use_here()
    plan = here.view.plan()
    goal = plan.goal(ft.use_route_params().get("goal", ""))
    if goal is None or goal.gone:
        words = here.t("This goal is not here any more.")
        return page(
            here,
            here.t("Goal"),
            [body(words), quiet(here.t("To my path"), lambda: go(places.PATH))],
        )
    private = plan.is_private(goal.id)
    again = wordings(here, goal.wordings, lambda words: here.do.path.reword_goal(goal.id, words))
    taken = [s for s in plan.steps_of(goal.id) if s.state != PLANNED]
    n = here.words.n
    return page(
        here,
        as_written(here.words, goal.words),
        [
            sign(area_icon(goal.area), area_name(here.words, goal.area)),
            sign(PRIVATE, here.t("Only you can see this"))
            if private
            else sign(SHARED, here.t("You and your coordinator can see this")),
            *(
                [
                    sign(
                        ft.Icons.CHECK_CIRCLE_OUTLINE,
                        n("{count} step on the way", "{count} steps on the way", len(taken)),
                    )
                ]
                if taken
                else []
            ),
            primary(
                here.t("A step towards this"),
                lambda: go(f"{places.NEW_STEP}?goal={goal.id}"),
                ft.Icons.ADD,
            ),
            Reword(f"goal:{goal.id}", goal.words, lambda w: here.do.path.reword_goal(goal.id, w)),
            heading(here.t("What has happened")),
            *shown_history(here, again),
        ],
    )
