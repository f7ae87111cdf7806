"""A step of one's own: how it stands, how it went, what is remembered, and all that has happened to it."""

import flet as ft

from mia_companion.domain.steps import NOT_NOW, PLANNED, Step
from mia_companion.ui import places
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.icons import state_icon
from mia_companion.ui.components.names import state_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.signs import sign
from mia_companion.ui.components.step_times import when_in_words
from mia_companion.ui.components.texts import body
from mia_companion.ui.components.threads import STEP
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.participant.messages.about import WriteAbout
from mia_companion.ui.participant.path.change_when import ChangeWhen
from mia_companion.ui.participant.path.history import History
from mia_companion.ui.participant.path.how_it_went import HowItWent
from mia_companion.ui.participant.path.marking import rest, state_today
from mia_companion.ui.participant.path.memories import Memories
from mia_companion.ui.participant.path.reword import Reword
from mia_companion.ui.participant.path.seen_by import seen_by
from mia_companion.ui.participant.path.step_history import step_history
from mia_companion.ui.participant.reminders.reminding import Reminding


@ft.component
def StepScreen() -> ft.Control:
    """Marked, reworded, given another day, and brought back."""
    here = use_here()
    told = use_undo()
    calm = use_calm()
    step = here.view.plan().step(ft.use_route_params().get("step", ""))
    if step is None or step.gone:
        words = here.t("This step is not here any more.")
        return page(
            here,
            here.t("A small step"),
            [body(words), quiet(here.t("To my path"), lambda: go(places.PATH))],
        )

    def let_rest() -> None:
        if calm():
            told(*rest(here, step))

    return page(
        here,
        as_written(here.words, step.words),
        [
            *_standing(here, step),
            HowItWent(step),
            Memories(step),
            Reword(f"step:{step.id}", step.words, lambda w: here.do.path.reword_step(step.id, w)),
            *([ChangeWhen(step)] if step.state == PLANNED else []),
            *(
                [ft.Row([quiet(here.t("Let it rest"), let_rest, state_icon(NOT_NOW))], wrap=True)]
                if step.repeats and step.state == PLANNED
                else []
            ),
            Reminding(step.id),
            WriteAbout(STEP, step.id),
            History(step_history(here, step)),
        ],
    )


def _standing(here: Here, step: Step) -> list[ft.Control]:
    plan, today = here.view.plan(), here.today()
    goal = plan.goal(step.goal_id) if step.goal_id else None
    signs: list[ft.Control] = []
    state = state_today(step, today)
    if state != PLANNED:
        name = state_name(here.words, state)
        by_day = step.repeats and step.state == PLANNED
        said = here.t("{state} today", state=name) if by_day else name
        signs.append(sign(state_icon(state), said))
    if step.state == PLANNED and (when := when_in_words(here.words, step, today)):
        signs.append(sign(ft.Icons.REPEAT if step.repeats else ft.Icons.EVENT_OUTLINED, when))
    if goal is not None and not goal.gone:
        signs.append(sign(ft.Icons.FLAG_OUTLINED, here.t("Towards: {goal}", goal=goal.words)))
    return [*signs, seen_by(here, step.id)]
