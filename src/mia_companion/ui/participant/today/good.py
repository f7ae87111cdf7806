"""I did something good: a tap here, and it is written down."""

from collections.abc import Callable

import flet as ft

from mia_companion.i18n.words import later
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, tonal
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.fields import WordsField, use_draft
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import go, use_here
from mia_companion.ui.participant.sharing import who_sees

PHRASES = (
    later("I got up and got dressed"),
    later("I went outside"),
    later("I called or wrote to someone"),
    later("I opened a letter or paid a bill"),
    later("I made food and ate"),
    later("I rested when I needed to"),
)
"""Ready to tap; what is written down is the phrase in the person's own language."""


@ft.component
def RecordGoodScreen() -> ft.Control:
    """A few ready phrases, or one's own words."""
    here = use_here()
    told = use_undo()
    words, set_words = use_draft("good")
    private, set_private = ft.use_state(False)
    wrong, set_wrong = ft.use_state("")

    def record(what: str) -> bool:
        done = here.do.path.record_good(what, private=private)
        if not done:
            set_wrong(sentence(here.words, done.problem))
            return False
        told(done, here.t("Good that you did. It is written down."))
        go(places.TODAY)
        return True

    def ready(phrase: str) -> Callable[[], bool]:
        return lambda: record(here.t(phrase))

    def own() -> None:
        if record(words):
            set_words("")

    def change(new: str) -> None:
        set_words(new)
        set_wrong("")

    phrases = [tonal(here.t(phrase), ready(phrase)) for phrase in PHRASES]
    field = WordsField(here.t("What you did"), words, change, submit=own, wrong=wrong)
    return page(
        here,
        here.t("What did you do?"),
        [
            body(here.t("Small things count. Tap one, or use your own words.")),
            stack(phrases, gap=8),
            heading(here.t("In your own words")),
            field,
            who_sees(here, private, set_private),
            primary(here.t("Write it down"), own),
        ],
        closes=True,
    )
