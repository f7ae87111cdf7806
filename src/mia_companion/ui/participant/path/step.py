"""A step of one's own: how it stands, how it went, and all that has happened to it."""

from collections.abc import Callable

import flet as ft

from mia_companion.app.actions import Outcome
from mia_companion.domain import rights
from mia_companion.domain.marks import Mark
from mia_companion.domain.steps import DONE, PLANNED, Step
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet, tonal
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.icons import PRIVATE, SHARED, state_icon
from mia_companion.ui.components.names import state_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.signs import sign
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.participant.path.history import Happened, shown_history, wordings
from mia_companion.ui.participant.path.marks import HOW_IT_WENT, KIND_WORDS
from mia_companion.ui.participant.path.reword import Reword
from mia_companion.ui.participant.reminders.reminding import Reminding


@ft.component
def StepScreen() -> ft.Control:
    """Marked, reworded, and brought back."""
    here = use_here()
    told = use_undo()
    plan = here.view.plan()
    step = plan.step(ft.use_route_params().get("step", ""))
    if step is None or step.gone:
        words = here.t("This step is not here any more.")
        return page(
            here,
            here.t("A small step"),
            [body(words), quiet(here.t("To my path"), lambda: go(places.PATH))],
        )
    journal = here.view.journal(rights.OWN if plan.is_private(step.id) else rights.SHARED) or ""

    def mark(state: str) -> Callable[[], None]:
        def tapped() -> None:
            told(here.do.path.mark_step(step.id, state), here.t(KIND_WORDS[state]))

        return tapped

    def take_back(one: Mark) -> Callable[[], Outcome]:
        done = Outcome(item=step.id, entry=one.by.entry, journal=journal)
        return lambda: here.do.path.undo(done)

    marks = [
        Happened(
            one.by,
            state_name(here.words, one.state) + (f": {one.note}" if one.note else ""),
            one.undone,
            (here.t("Take back"), take_back(one)) if one is step.mark else None,
        )
        for one in step.marks
    ]
    again = wordings(here, step.wordings, lambda words: here.do.path.reword_step(step.id, words))
    answers: list[ft.Control] = [
        tonal(here.t(words), mark(state), state_icon(state))
        for state, words in HOW_IT_WENT
        if state != step.state
    ]
    done = [primary(here.t("Done"), mark(DONE), ft.Icons.CHECK)] if step.state != DONE else []
    return page(
        here,
        as_written(here.words, step.words),
        [
            *_standing(here, step),
            *done,
            *answers,
            Reword(f"step:{step.id}", step.words, lambda w: here.do.path.reword_step(step.id, w)),
            Reminding(step.id),
            heading(here.t("What has happened")),
            *shown_history(here, [*again, *marks]),
        ],
    )


def _standing(here: Here, step: Step) -> list[ft.Control]:
    plan = here.view.plan()
    goal = plan.goal(step.goal_id) if step.goal_id else None
    signs: list[ft.Control] = []
    if step.state != PLANNED:
        signs.append(sign(state_icon(step.state), state_name(here.words, step.state)))
    if step.day is not None:
        day = here.words.day(step.day, here.today())
        signs.append(sign(ft.Icons.EVENT_OUTLINED, here.t("For {day}", day=day)))
    if goal is not None:
        signs.append(sign(ft.Icons.FLAG_OUTLINED, here.t("Towards: {goal}", goal=goal.words)))
    if plan.is_private(step.id):
        signs.append(sign(PRIVATE, here.t("Only you can see this")))
    else:
        signs.append(sign(SHARED, here.t("You and your coordinator can see this")))
    return signs
