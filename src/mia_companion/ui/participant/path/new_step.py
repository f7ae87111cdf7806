"""Planning a small step."""

from urllib.parse import parse_qs, urlparse

import flet as ft

from mia_companion.domain.goals import ACTIVE
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary
from mia_companion.ui.components.forms import use_form
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.sharing import who_sees
from mia_companion.ui.components.texts import body
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import go, use_here
from mia_companion.ui.participant.path.step_fields import StepForm, step_fields


@ft.component
def NewStepScreen() -> ft.Control:
    """A step of a private goal is private by itself."""
    here = use_here()
    told = use_undo()
    asked = ft.use_memo(lambda: _asked_goal(ft.context.page.route), [])
    drafted = use_form("step:new", StepForm(goal_id=asked))
    form = drafted.form
    wrong, set_wrong = ft.use_state("")
    plan = here.view.plan()
    goals = [g for g in plan.goals if g.state == ACTIVE or g.id == form.goal_id]
    under_private = bool(form.goal_id) and plan.is_private(form.goal_id)

    def change(new: str) -> None:
        drafted.change(words=new)
        set_wrong("")

    def save() -> None:
        form = drafted.form
        goal = form.goal_id if plan.goal(form.goal_id) else None
        planned = here.do.path.plan_step(
            form.words,
            goal_id=goal,
            day=form.days.day,
            repeats=form.days.repeats,
            private=form.private,
            item=form.id,
        )
        if not planned:
            set_wrong(sentence(here.words, planned.problem))
            return
        drafted.put_away()
        told(planned, here.t("Your step is planned."))
        go(places.PATH)

    return page(
        here,
        here.t("A small step"),
        [
            body(here.t("Choose something so small that it is almost easy.")),
            *step_fields(here, drafted, goals, wrong, change),
            *([] if under_private else [who_sees(here, form.private, drafted.field("private"))]),
            *([body(here.t("The goal is only yours, and so is the step."))] * under_private),
            primary(here.t("Plan it"), save),
        ],
    )


def _asked_goal(route: str | None) -> str:
    """The goal from whose card one came: `?goal=…`."""
    return next(iter(parse_qs(urlparse(route or "").query).get("goal", [])), "")
