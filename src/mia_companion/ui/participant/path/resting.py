"""What rests: steps and goals set aside, and suggestions one said no to. None of it costs anything."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.goals import RESTING
from mia_companion.domain.plan import Plan
from mia_companion.domain.steps import NOT_NOW, Step
from mia_companion.domain.suggestions import Suggestion
from mia_companion.ui import places
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import MOSS, card
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.paged import long_page, use_pages
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.participant.path.rows import use_rows
from mia_companion.ui.participant.path.step_row import step_lines


@ft.component
def RestingScreen() -> ft.Control:
    """A step or a goal is taken up again on its own screen."""
    here = use_here()
    told = use_undo()
    calm = use_calm()
    rows = use_rows(here, calm)
    plan = here.view.plan()
    steps = ft.use_memo(lambda: _resting(plan), [here.view])
    goals = [g for g in plan.goals if g.state == RESTING]
    pages = use_pages(len(steps))

    def bring_back(one: Suggestion) -> Callable[[], None]:
        def tapped() -> None:
            if one.declined_by is not None and calm():
                done = here.do.path.take_back(one.id, one.declined_by)
                told(done.for_good(), here.t("It waits on your path again."))

        return tapped

    declined = [_declined(here, one, bring_back(one)) for one in _said_no(plan)]
    head: list[ft.Control] = [body(here.t("Rest is a part of the way. Take up what you want."))]
    if not (steps or goals or declined):
        head = [card([body(here.t("Nothing rests here just now."))], tone=MOSS)]
    if goals:
        icon = ft.Icons.PAUSE_CIRCLE_OUTLINE
        head += [
            way_on(icon, as_written(here.words, g.words), f"{places.GOAL}/{g.id}") for g in goals
        ]
    if declined:
        head += [heading(here.t("Suggestions you said no to")), *declined]
    if steps:
        head.append(heading(here.t("Steps that rest")))
    shown = rows(step_lines(here, step) for step in steps[: pages.shown])
    return long_page(here, here.t("What rests"), head, shown, pages)


def _resting(plan: Plan) -> list[Step]:
    found = [s for s in plan.steps if s.state == NOT_NOW]
    return sorted(found, key=lambda s: s.mark.by.at if s.mark else s.planned_by.at, reverse=True)


def _said_no(plan: Plan) -> list[Suggestion]:
    """Newest first; one that was taken on another device is on the path, and not here."""
    found = [s for s in plan.shared.suggestions.values() if s.declined_by and not s.gone]
    steps = plan.shared.steps
    return [s for s in reversed(found) if s.id not in steps or steps[s.id].gone]


def _declined(here: Here, one: Suggestion, back: Callable[[], None]) -> ft.Control:
    button = quiet(here.t("Bring it back"), back, ft.Icons.UNDO)
    words = ft.Text(as_written(here.words, one.words))
    return ft.MergeSemantics(card([words, ft.Row([button], wrap=True)], gap=4))
