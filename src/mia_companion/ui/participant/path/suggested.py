"""What the coordinator has suggested: take it, change it, or say no. Nothing is asked about a no."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.suggestions import Suggestion
from mia_companion.ui import places
from mia_companion.ui.components.buttons import quiet, tonal
from mia_companion.ui.components.cards import SKY, card
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.step_times import for_day, repeats_in_words
from mia_companion.ui.components.texts import body, eyebrow, muted
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here


@ft.component
def Suggested(calm: Callable[[], bool]) -> ft.Control:
    """One at a time, the oldest first; nothing when none waits. `calm` is the screen's own."""
    here = use_here()
    told = use_undo()
    waiting = here.view.plan().suggestions
    if not waiting:
        return ft.Container(height=0)
    one = waiting[0]

    def take() -> None:
        if calm():
            told(here.do.path.take_suggestion(one.id), here.t("It is on your path now."))

    def decline() -> None:
        if calm():
            told(here.do.path.decline_suggestion(one.id), here.t("That is fine. You decide."))

    more = here.words.n(
        "{count} more suggestion waits after this.",
        "{count} more suggestions wait after this.",
        len(waiting) - 1,
    )
    return card(
        [
            *suggestion_lines(here, one),
            tonal(here.t("Take it"), take, ft.Icons.ADD),
            ft.Row(
                [
                    quiet(here.t("Change it"), lambda: go(f"{places.SUGGESTION}/{one.id}")),
                    quiet(here.t("No, thank you"), decline),
                ],
                wrap=True,
                spacing=4,
            ),
            *([muted(more)] if len(waiting) > 1 else []),
        ],
        tone=SKY,
    )


def suggestion_lines(here: Here, one: Suggestion) -> list[ft.Control]:
    """Who suggests what, why, towards what and when."""
    who = here.view.coordinator_name(one.by.author) or here.t("Your coordinator")
    lines: list[ft.Control] = [
        eyebrow(here.t("A suggestion from {name}", name=who)),
        ft.Text(
            as_written(here.words, one.words),
            theme_style=ft.TextThemeStyle.TITLE_LARGE,
            color=ft.Colors.ON_TERTIARY_CONTAINER,
        ),
    ]
    if one.note:
        lines.append(body(as_written(here.words, one.note)))
    goal = here.view.plan().shared.goals.get(one.goal_id or "")
    if goal is not None and not goal.gone:
        lines.append(body(here.t("Towards: {goal}", goal=goal.words)))
    if one.repeats:
        lines.append(body(repeats_in_words(here.words, one.repeats)))
    elif one.day and (day := for_day(here.words, one.day, here.today())):
        lines.append(body(day))
    return lines
