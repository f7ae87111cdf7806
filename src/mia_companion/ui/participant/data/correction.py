"""This is not right: what was written, how it is instead, and what was answered."""

import flet as ft

from mia_companion.domain.corrections import Correction
from mia_companion.domain.history import history
from mia_companion.domain.told import Told
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.cards import MOSS, card
from mia_companion.ui.components.data_words import answer_name
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.history_words import what_happened
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, muted, strong
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import ZONE, Here, go, use_here


class CorrectionForm(Form):
    """How it is instead, half written."""

    words: str = ""


@ft.component
def CorrectionScreen() -> ft.Control:
    """It is sent to the coordinators; both words stay in the history."""
    here = use_here()
    told = use_undo()
    t = here.t
    entry = ft.use_route_params().get("entry", "")
    shared = here.view.plan().shared
    told_of = ft.use_memo(lambda: {each.by.entry: each for each in history(shared)}, [shared])
    one = told_of.get(entry)
    said = next((c for c in shared.corrections.values() if c.about == entry and c.asked), None)
    stands = said.asked.words if said and said.asked else ""
    drafted = use_form(f"correction:{entry}", CorrectionForm(words=stands))
    wrong, set_wrong = ft.use_state("")
    if one is None:
        return page(here, t("That is not here any more."), [])

    def change(words: str) -> None:
        drafted.change(words=words)
        set_wrong("")

    def send() -> None:
        form = drafted.form
        done = here.do.data.ask_correction(entry, form.words, item=form.id)
        if not done:
            set_wrong(sentence(here.words, done.problem))
            return
        drafted.put_away()
        told(done, t("It is sent to your coordinators."))
        go(places.WRITTEN)

    def take_back() -> None:
        if said is not None:
            drafted.put_away()
            told(here.do.data.take_back(said).for_good(), t("It is taken back."))
            go(places.WRITTEN)

    back = quiet(t("Take back"), take_back)
    return page(
        here,
        t("This is not right"),
        [
            _written(here, one),
            *([_answered(here, said)] if said and said.answer else []),
            body(
                t(
                    "Write how it is instead. Your coordinators write it anew, or note beside it that"
                    " you do not agree. You see the answer here."
                )
            ),
            WordsField(
                t("How is it instead?"),
                drafted.form.words,
                change,
                lines=3,
                longest=10_000,
                wrong=wrong,
            ),
            primary(t("Send"), send, ft.Icons.SEND_OUTLINED),
            *([ft.Row([back], wrap=True)] if said and said.waits else []),
        ],
    )


def _written(here: Here, one: Told) -> ft.Control:
    who = here.view.coordinator_name(one.by.author) or here.t("Your coordinator")
    when = here.words.day_and_clock(one.by.at, ZONE.key, here.now())
    own = [as_written(here.words, words) for words in (one.words, one.note) if words]
    return card(
        [
            strong(what_happened(here, one)),
            *map(body, own),
            muted(here.t("{who}, {time}", who=who, time=when)),
        ],
        gap=4,
    )


def _answered(here: Here, said: Correction) -> ft.Control:
    answer = said.answer
    if answer is None:
        return ft.Container(height=0)
    who = here.view.coordinator_name(answer.by.author) or here.t("Your coordinator")
    when = here.words.day_and_clock(answer.by.at, ZONE.key, here.now())
    tint = ft.Colors.ON_PRIMARY_CONTAINER
    lines = [answer_name(here.words, answer.answer)]
    lines += [as_written(here.words, answer.words)] if answer.words else []
    lines.append(here.t("{who}, {time}", who=who, time=when))
    return card([ft.Text(line, color=tint) for line in lines], tone=MOSS, gap=4)
