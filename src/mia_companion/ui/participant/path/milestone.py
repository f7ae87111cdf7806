"""A milestone: whether one has come there, its words, and all that has happened to it."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.marks import Mark
from mia_companion.domain.milestones import REACHED, Milestone
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.signs import sign
from mia_companion.ui.components.texts import body
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.participant.path.history import Happened, History, wordings
from mia_companion.ui.participant.path.reword import Reword
from mia_companion.ui.participant.path.seen_by import seen_by


@ft.component
def MilestoneScreen() -> ft.Control:
    """Reached, reworded, and brought back."""
    here = use_here()
    told = use_undo()
    calm = use_calm()
    found = _milestone(here, ft.use_route_params().get("milestone", ""))
    if found is None or found.gone:
        words = here.t("This milestone is not here any more.")
        return page(
            here,
            here.t("Milestone"),
            [body(words), quiet(here.t("To my path"), lambda: go(places.PATH))],
        )
    goal = here.view.plan().goal(found.goal_id)
    reached = found.state == REACHED

    def reach() -> None:
        if calm():
            told(here.do.path.reach_milestone(found.id), here.t("You have come there. Well done."))

    signs = [sign(ft.Icons.FLAG, here.t("Milestone, reached"))] if reached else []
    if goal is not None and not goal.gone:
        signs.append(sign(ft.Icons.FLAG_OUTLINED, here.t("Towards: {goal}", goal=goal.words)))
    act = [] if reached else [primary(here.t("I have come here"), reach, ft.Icons.FLAG)]
    return page(
        here,
        as_written(here.words, found.words),
        [
            *signs,
            seen_by(here, found.id),
            *act,
            Reword(
                f"reword:{found.id}",
                found.words,
                lambda words: here.do.path.reword_milestone(found.id, words),
            ),
            History(_history(here, found)),
        ],
    )


def _milestone(here: Here, milestone_id: str) -> Milestone | None:
    plan = here.view.plan()
    return plan.shared.milestones.get(milestone_id) or plan.own.milestones.get(milestone_id)


def _history(here: Here, one: Milestone) -> list[Happened]:
    def back(mark: Mark) -> tuple[str, Callable[[], object]] | None:
        if mark.undone:
            return None
        return here.t("Take back"), lambda: here.do.path.take_back(one.id, mark.by)

    again = wordings(here, one.wordings, lambda words: here.do.path.reword_milestone(one.id, words))
    came = here.t("You came there")
    return [*again, *(Happened(mark.by, came, mark.undone, back(mark)) for mark in one.marks)]
