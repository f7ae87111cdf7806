"""The one step to stand on, and how it went; or, when there is none, a gentle question."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.steps import DONE, NOT_NOW, PARTLY, PLANNED, TRIED, Step
from mia_companion.i18n.words import later
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet, secondary, tonal
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import MOSS, card
from mia_companion.ui.components.icons import state_icon
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sharing import only_you
from mia_companion.ui.components.step_times import comes_again, for_day
from mia_companion.ui.components.texts import body, eyebrow, heading
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.participant.path.marking import HOW_IT_WENT, mark, rest, state_today

_TODAYS = {
    DONE: later("Done for today."),
    PARTLY: later("You did a part of it today."),
    TRIED: later("You tried today, and that counts."),
    NOT_NOW: later("Not today, and that is fine."),
}


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

    def answer(state: str) -> Callable[[], None]:
        def tapped() -> None:
            if calm():
                told(*mark(here, step, state))
                set_asking("")

        return tapped

    def let_rest() -> None:
        if calm():
            told(*rest(here, step))
            set_asking("")

    acts: list[ft.Control]
    if _is_over_for_today(here, step):
        acts = [secondary(here.t("Open the step"), lambda: go(f"{places.STEP}/{step.id}"))]
    elif asking == step.id:
        acts = [
            primary(here.t("Done"), answer(DONE), ft.Icons.CHECK),
            *_answers(here, step, answer, let_rest, lambda: set_asking("")),
        ]
    else:
        acts = [
            primary(here.t("Done"), answer(DONE), ft.Icons.CHECK),
            quiet(here.t("How did it go?"), lambda: set_asking(step.id)),
        ]
    return card(
        [
            eyebrow(here.t("Your next small step")),
            ft.Text(
                as_written(here.words, step.words),
                theme_style=ft.TextThemeStyle.HEADLINE_SMALL,
                color=ft.Colors.ON_PRIMARY_CONTAINER,
            ),
            *_remarks(here, step),
            *acts,
        ],
        tone=MOSS,
        gap=12,
    )


def _is_over_for_today(here: Here, step: Step) -> bool:
    """A step that comes again, and has been answered today, asks for nothing more."""
    return step.repeats != () and state_today(step, here.today()) != PLANNED


def _remarks(here: Here, step: Step) -> list[ft.Control]:
    today = here.today()
    day = step.next_day(today)
    said = [for_day(here.words, day, today)] if day is not None else []
    if _is_over_for_today(here, step):
        state = state_today(step, today)
        again = [comes_again(here.words, day, today)] if day is not None else []
        said = [here.t(_TODAYS.get(state, _TODAYS[DONE])), *again]
    remarks: list[ft.Control] = [body(words) for words in said if words]
    if here.view.plan().is_private(step.id):
        remarks.append(only_you(here.t("Only you")))
    return remarks


def _answers(
    here: Here,
    step: Step,
    answer: Callable[[str], Callable[[], None]],
    let_rest: Callable[[], None],
    back: Callable[[], None],
) -> list[ft.Control]:
    answers: list[ft.Control] = [
        tonal(here.t(words), answer(state), state_icon(state)) for state, words in HOW_IT_WENT
    ]
    return [
        body(here.t("Every answer is a good answer.")),
        *answers,
        *([quiet(here.t("Let it rest"), let_rest)] if step.repeats else []),
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
