"""One part of the plan: read as it stands, and changed in place."""

import flet as ft

from mia_companion.domain import rights
from mia_companion.domain.words import MAX_LONG
from mia_companion.ui.components.beside import swedish
from mia_companion.ui.components.buttons import quiet, quiet_for, tonal
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.fields import WordsField, use_draft
from mia_companion.ui.components.former_words import former_of, former_words
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.components.undo import Told
from mia_companion.ui.context import use_here


@ft.component
def Part(part: str, title: str, example: str, words: str, told: Told) -> ft.Control:
    """`title` and `example` are still to be translated; `words` are those that stand; what is half written
    stays."""
    here = use_here()
    named, for_example = here.t(title), here.t(example)
    other = swedish(here, lambda said: said.t(title), lambda said: said.t(example))
    draft = use_draft(f"bad-days:{part}")
    writing, set_writing = ft.use_state(bool(draft.words))
    wrong, set_wrong = ft.use_state("")

    def begin() -> None:
        draft.change(words)
        set_writing(True)

    def leave() -> None:
        draft.change("")
        set_writing(False)

    def save() -> None:
        done = here.do.bad_days.write(part, draft.words)
        set_wrong("" if done else sentence(here.words, done.problem))
        if done:
            told(done, here.t("It is in your plan."))
            leave()

    if writing:
        field = WordsField(named, draft.words, draft.change, lines=3, longest=MAX_LONG, wrong=wrong)
        buttons = ft.Row(
            [tonal(here.t("Save"), save), quiet(here.t("Leave it as it is"), leave)], wrap=True
        )
        return card([heading(named), muted(for_example), *other, field, buttons])
    shown: list[ft.Control] = (
        [body(as_written(here.words, words))] if words else [muted(for_example)]
    )
    name = here.t("Change") if words else here.t("Write")
    change = ft.Row([quiet_for(here.words, name, named, begin, ft.Icons.EDIT_OUTLINED)], wrap=True)
    kept = here.view.picture(rights.OWN).bad_day_parts.get(part)

    def again(before: str) -> None:
        told(here.do.bad_days.write(part, before), here.t("It is in your plan."))

    former = former_of(kept.wordings, words, again) if kept else []
    if words:
        shown = [*swedish(here, lambda said: said.t(title)), *shown]
    else:
        shown += other
    return card([heading(named), *shown, change, former_words(here, former)])
