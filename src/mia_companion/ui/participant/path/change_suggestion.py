"""Taking a suggestion in one's own words, on one's own day."""

import flet as ft

from mia_companion.domain.goals import ACTIVE
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.cards import SKY, card
from mia_companion.ui.components.forms import use_form
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.step_days import Days
from mia_companion.ui.components.texts import body
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import go, use_here
from mia_companion.ui.participant.path.step_fields import StepForm, step_fields
from mia_companion.ui.participant.path.suggested import suggestion_lines


@ft.component
def ChangeSuggestionScreen() -> ft.Control:
    """What was suggested stays in view. It is shared, as the suggestion is."""
    here = use_here()
    told = use_undo()
    asked = ft.use_route_params().get("suggestion", "")
    plan = here.view.plan()
    held = plan.shared.suggestions.get(asked)
    blank = StepForm()
    if held is not None:
        days = Days(day=held.day, repeats=held.repeats)
        blank = StepForm(words=held.words, days=days, goal_id=held.goal_id or "")
    drafted = use_form(f"suggestion:{asked}", blank)
    wrong, set_wrong = ft.use_state("")
    if held is None or held not in plan.suggestions:
        return page(
            here,
            here.t("A suggestion"),
            [
                body(here.t("This suggestion does not wait any more.")),
                quiet(here.t("To my path"), lambda: go(places.PATH)),
            ],
        )
    goals = [g for g in plan.goals if g.state == ACTIVE and not plan.is_private(g.id)]

    def change(new: str) -> None:
        drafted.change(words=new)
        set_wrong("")

    def save() -> None:
        form = drafted.form
        goal = form.goal_id if form.goal_id in plan.shared.goals else None
        done = here.do.path.change_suggestion(
            held.id, form.words, goal_id=goal, day=form.days.day, repeats=form.days.repeats
        )
        if not done:
            set_wrong(sentence(here.words, done.problem))
            return
        drafted.put_away()
        told(done, here.t("It is on your path now, in your words."))
        go(places.PATH)

    return page(
        here,
        here.t("Make it your own"),
        [
            card(suggestion_lines(here, held), tone=SKY),
            *step_fields(here, drafted, goals, wrong, change),
            primary(here.t("Take it like this"), save),
        ],
    )
