"""How a step went, with a word about it if one wants. Every answer is a good one."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.steps import DONE, NOT_NOW, PLANNED, Step
from mia_companion.ui.components.buttons import primary, quiet, tonal
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.fields import WordsField, use_draft
from mia_companion.ui.components.icons import state_icon
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import use_here
from mia_companion.ui.participant.path.marking import HOW_IT_WENT, mark, state_today


@ft.component
def HowItWent(step: Step) -> ft.Control:
    """Done is one tap. A word that was begun goes with whichever answer is tapped."""
    here = use_here()
    told = use_undo()
    calm = use_calm()
    note = use_draft(f"how:{step.id}")
    writing, set_writing = ft.use_state(bool(note.words))
    wrong, set_wrong = ft.use_state("")
    state = state_today(step, here.today())

    def change(new: str) -> None:
        note.change(new)
        set_wrong("")

    def answer(chosen: str) -> Callable[[], None]:
        def tapped() -> None:
            if not calm():
                return
            done, words = mark(here, step, chosen, note.words)
            if not done:
                set_wrong(sentence(here.words, done.problem))
                return
            told(done, words)
            note.change("")
            set_writing(False)

        return tapped

    def take_up() -> None:
        if calm():
            told(here.do.path.take_up_step(step.id), here.t("It is on your path again."))

    rests = step.state == NOT_NOW
    lines: list[ft.Control] = []
    if writing:
        lines.append(
            WordsField(
                here.t("A word about how it went"),
                note.words,
                change,
                lines=2,
                longest=10_000,
                wrong=wrong,
            )
        )
    if rests:
        lines.append(primary(here.t("Take it up again"), take_up))
    if state != DONE:
        strength = tonal if rests else primary
        lines.append(strength(here.t("Done"), answer(DONE), ft.Icons.CHECK))
    lines += [
        tonal(here.t(words), answer(one), state_icon(one))
        for one, words in HOW_IT_WENT
        if one != state and not (one == NOT_NOW and (rests or state != PLANNED))
    ]
    if not writing:
        word = quiet(here.t("Write a word with it"), lambda: set_writing(True), ft.Icons.EDIT_NOTE)
        lines.append(ft.Row([word], wrap=True))
    return stack(lines)
