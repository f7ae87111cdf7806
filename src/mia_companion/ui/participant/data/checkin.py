"""The word to how one was on a day that has passed, said anew; the words before stay with it."""

import flet as ft

from mia_companion.domain.checkins import CheckIn
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.fields import WordsField, use_draft
from mia_companion.ui.components.former_words import former_of, former_words
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.levels import feeling_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, muted, strong
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import ZONE, Here, go, use_here


@ft.component
def CheckInWordsScreen() -> ft.Control:
    """The face stays as it was that day."""
    here = use_here()
    told = use_undo()
    t, plan = here.t, here.view.plan()
    id_ = ft.use_route_params().get("checkin", "")
    one = plan.own.checkins.get(id_) or plan.shared.checkins.get(id_)
    draft = use_draft(f"checkin:{id_}")
    wrong, set_wrong = ft.use_state("")
    if one is None or one.gone:
        return page(here, t("That is not here any more."), [])

    def write(words: str) -> None:
        done = here.do.wellbeing.word_check_in(id_, words)
        set_wrong("" if done else sentence(here.words, done.problem))
        if done:
            draft.change("")
            told(done, t("It is written down."))
            go(places.WRITTEN)

    return page(
        here,
        t("Change the words"),
        [
            _as_it_stands(here, one),
            WordsField(t("In your own words"), draft.words, draft.change, lines=2, wrong=wrong),
            primary(t("Save"), lambda: write(draft.words)),
            former_words(here, former_of(one.wordings, one.words, write)),
        ],
    )


def _as_it_stands(here: Here, one: CheckIn) -> ft.Control:
    when = here.words.day_and_clock(one.by.at, ZONE.key, here.now())
    words = [body(as_written(here.words, one.words))] if one.words else []
    return card([strong(feeling_name(here.words, one.feeling)), *words, muted(when)], gap=4)
