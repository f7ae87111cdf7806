"""Setting a goal in one's own words."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain import areas
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.icons import area_icon
from mia_companion.ui.components.names import areas_of_life
from mia_companion.ui.components.options import option
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.sharing import who_sees
from mia_companion.ui.components.texts import body
from mia_companion.ui.components.told import question
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import go, use_here


class GoalForm(Form):
    """A goal half written."""

    words: str = ""
    area: str = areas.EVERYDAY
    private: bool = False


@ft.component
def NewGoalScreen() -> ft.Control:
    """The words, the area of life, and who sees it."""
    here = use_here()
    told = use_undo()
    drafted = use_form("goal:new", GoalForm())
    form = drafted.form
    wrong, set_wrong = ft.use_state("")

    def change(new: str) -> None:
        drafted.change(words=new)
        set_wrong("")

    def choose(one: str) -> Callable[[], None]:
        return lambda: drafted.change(area=one)

    def save() -> None:
        form = drafted.form
        done = here.do.path.set_goal(form.words, form.area, private=form.private, item=form.id)
        if not done:
            set_wrong(sentence(here.words, done.problem))
            return
        drafted.put_away()
        told(done, here.t("Your goal is on your path."))
        go(places.PATH)

    lines = [
        option(name, chosen=one == form.area, tapped=choose(one), icon=area_icon(one))
        for one, name in areas_of_life(here.words)
    ]
    return page(
        here,
        here.t("A goal of your own"),
        [
            body(here.t("Something you want to get to. It may be far away, and it may change.")),
            WordsField(here.t("What do you want?"), form.words, change, lines=2, wrong=wrong),
            question(here.t("Which part of life is it about?"), lines),
            who_sees(here, form.private, drafted.field("private")),
            primary(here.t("Set the goal"), save),
        ],
    )
