"""Planning a small step."""

from collections.abc import Callable
from datetime import date, timedelta
from urllib.parse import parse_qs, urlparse

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.icons import area_icon
from mia_companion.ui.components.options import option, options
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.sharing import who_sees
from mia_companion.ui.components.texts import body
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here

_OFFERED_DAYS = 14


class StepForm(Form):
    """A step half planned."""

    words: str = ""
    day: date | None = None
    goal_id: str = ""
    private: bool = False


@ft.component
def NewStepScreen() -> ft.Control:
    """Words first; the rest only if one wants."""
    here = use_here()
    told = use_undo()
    asked = ft.use_memo(lambda: _asked_goal(ft.context.page.route), [])
    drafted = use_form("step:new", StepForm(goal_id=asked))
    form = drafted.form
    wrong, set_wrong = ft.use_state("")
    plan = here.view.plan()
    under_private = bool(form.goal_id) and plan.is_private(form.goal_id)

    def change(new: str) -> None:
        drafted.change(words=new)
        set_wrong("")

    def save() -> None:
        goal = form.goal_id if plan.goal(form.goal_id) else None
        planned = here.do.path.plan_step(
            form.words, goal_id=goal, day=form.day, private=form.private, item=form.id
        )
        if not planned:
            set_wrong(sentence(here.words, planned.problem))
            return
        drafted.put_away()
        told(planned, here.t("Your step is planned."))
        go(places.PATH)

    def under(goal: str) -> Callable[[], None]:
        return lambda: drafted.change(goal_id="" if goal == form.goal_id else goal)

    goals = [
        option(
            as_written(here.words, g.words),
            chosen=g.id == form.goal_id,
            tapped=under(g.id),
            icon=area_icon(g.area),
        )
        for g in plan.goals
    ]
    return page(
        here,
        here.t("A small step"),
        [
            body(here.t("Choose something so small that it is almost easy.")),
            WordsField(here.t("What do you want to do?"), form.words, change, lines=2, wrong=wrong),
            _days(here, form.day, drafted.field("day")),
            *([options(here.t("Is it on the way to a goal?"), goals)] if goals else []),
            *([] if under_private else [who_sees(here, form.private, drafted.field("private"))]),
            *([body(here.t("The goal is only yours, and so is the step."))] * under_private),
            primary(here.t("Plan it"), save),
        ],
    )


def _asked_goal(route: str | None) -> str:
    """The goal from whose card one came: `?goal=…`."""
    return next(iter(parse_qs(urlparse(route or "").query).get("goal", [])), "")


def _days(here: Here, day: date | None, choose: Callable[[date | None], None]) -> ft.Control:
    """No day is a good answer; a tap on the chosen one takes it away."""
    today = here.today()

    def on(one: date | None) -> Callable[[], None]:
        return lambda: choose(one)

    chips = [chip(here.t("No special day"), chosen=day is None, tapped=on(None))]
    for ahead in range(_OFFERED_DAYS):
        one = today + timedelta(days=ahead)
        name = here.words.short_day(one)
        if ahead == 0:
            name = here.t("Today")
        elif ahead == 1:
            name = here.t("Tomorrow")
        chips.append(chip(name, chosen=day == one, tapped=on(one)))
    return ft.Column(
        [
            ft.Text(here.t("When?"), theme_style=ft.TextThemeStyle.TITLE_SMALL),
            ft.Row(chips, scroll=ft.ScrollMode.AUTO, spacing=8),
        ],
        spacing=8,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
