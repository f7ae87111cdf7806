"""Saying a goal, a milestone or a step in other words."""

from collections.abc import Callable

import flet as ft

from mia_companion.app.actions import Outcome
from mia_companion.ui.components.buttons import quiet, tonal
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.fields import WordsField, use_draft
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import use_here


@ft.component
def Reword(place: str, words: str, reword: Callable[[str], Outcome]) -> ft.Control:
    """A line to tap, and then a field; `place` is where its draft is kept."""
    here = use_here()
    told = use_undo()
    draft = use_draft(place)
    opened, set_opened = ft.use_state(bool(draft.words))
    wrong, set_wrong = ft.use_state("")

    def begin() -> None:
        draft.change(words)
        set_opened(True)

    if not opened:
        return ft.Row(
            [
                quiet(
                    here.t("Say it in other words"),
                    begin,
                    ft.Icons.EDIT_OUTLINED,
                )
            ],
            wrap=True,
        )

    def change(new: str) -> None:
        draft.change(new)
        set_wrong("")

    def put_away() -> None:
        draft.change("")
        set_opened(False)

    def save() -> None:
        if draft.words.strip() == words:
            put_away()  # nothing was changed, and nothing is written down
            return
        done = reword(draft.words)
        if done:
            told(done, here.t("It has new words."))
            put_away()
        else:
            set_wrong(sentence(here.words, done.problem))

    return stack(
        [
            WordsField(here.t("In other words"), draft.words, change, lines=2, wrong=wrong),
            ft.Row(
                [tonal(here.t("Save"), save), quiet(here.t("Leave it as it is"), put_away)],
                wrap=True,
            ),
        ]
    )
