"""The one step to stand on, and how it went; or, when there is none, a gentle question."""

from collections.abc import Callable
from datetime import date

import flet as ft

from mia_companion.domain.steps import DONE, Step
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet, tonal
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import MOSS, card
from mia_companion.ui.components.icons import state_icon
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sharing import only_you
from mia_companion.ui.components.texts import body, eyebrow, heading
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.participant.path.marks import HOW_IT_WENT, KIND_WORDS


@ft.component
def NextStep() -> ft.Control:
    """Done is one tap; every other answer two."""
    here = use_here()
    told = use_undo()
    calm = use_calm()
    asking, set_asking = ft.use_state("")
    step = here.view.plan().next_step(here.today())
    if step is None:
        return _question(here)

    def mark(state: str) -> Callable[[], None]:
        def tapped() -> None:
            if not calm():
                return
            told(here.do.path.mark_step(step.id, state), here.t(KIND_WORDS[state]))
            set_asking("")

        return tapped

    return card(
        [
            eyebrow(here.t("Your next small step")),
            ft.Text(
                as_written(here.words, step.words),
                theme_style=ft.TextThemeStyle.HEADLINE_SMALL,
                color=ft.Colors.ON_PRIMARY_CONTAINER,
            ),
            *_remarks(here, step),
            primary(here.t("Done"), mark(DONE), ft.Icons.CHECK),
            *(
                _answers(here, mark, lambda: set_asking(""))
                if asking == step.id
                else [quiet(here.t("How did it go?"), lambda: set_asking(step.id))]
            ),
        ],
        tone=MOSS,
        gap=12,
    )


def _remarks(here: Here, step: Step) -> list[ft.Control]:
    remarks: list[ft.Control] = []
    if step.day is not None and step.day >= here.today():
        remarks.append(body(_for_day(here, step.day)))
    if here.view.plan().is_private(step.id):
        remarks.append(only_you(here.t("Only you")))
    return remarks


def _for_day(here: Here, day: date) -> str:
    if day == here.today():
        return here.t("For today")
    return here.t("For {day}", day=here.words.day(day, here.today()))


def _answers(
    here: Here, mark: Callable[[str], Callable[[], None]], back: Callable[[], None]
) -> list[ft.Control]:
    answers: list[ft.Control] = [
        tonal(here.t(words), mark(state), state_icon(state)) for state, words in HOW_IT_WENT
    ]
    return [
        body(here.t("Every answer is a good answer.")),
        *answers,
        quiet(here.t("Back"), back),
    ]


def _question(here: Here) -> ft.Control:
    return card(
        [
            heading(here.t("What could be a small step for you?")),
            body(
                here.t(
                    "Something that fits in a day, such as opening one letter, a short walk,"
                    " or asking one question."
                )
            ),
            primary(here.t("Choose a small step"), lambda: go(places.NEW_STEP)),
        ],
        tone=MOSS,
        gap=12,
    )
