"""I did something good: a tap here, and it is written down."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.blobs import BlobRef
from mia_companion.i18n.words import later
from mia_companion.ui import places
from mia_companion.ui.components.attachments import Attaching
from mia_companion.ui.components.buttons import primary, tonal
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.sharing import who_sees
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import go, use_here

PHRASES = (
    later("I got up and got dressed"),
    later("I went outside"),
    later("I called or wrote to someone"),
    later("I opened a letter or paid a bill"),
    later("I made food and ate"),
    later("I rested when I needed to"),
)
"""Ready to tap; what is written down is the phrase in the person's own language."""


class GoodForm(Form):
    """Something good, half written."""

    words: str = ""
    private: bool = False
    attachments: tuple[BlobRef, ...] = ()


@ft.component
def RecordGoodScreen() -> ft.Control:
    """A few ready phrases, or one's own words."""
    here = use_here()
    told = use_undo()
    drafted = use_form("good", GoodForm())
    form = drafted.form
    wrong, set_wrong = ft.use_state("")

    def record(what: str) -> bool:
        form = drafted.form
        done = here.do.path.record_good(
            what, private=form.private, attachments=form.attachments, item=form.id
        )
        if not done:
            set_wrong(sentence(here.words, done.problem))
            return False
        if what == form.words:
            drafted.put_away()
        else:
            drafted.change(id=here.do.drafts.new_id(), attachments=())
        told(done, here.t("Good that you did. It is written down."))
        go(places.TODAY)
        return True

    def ready(phrase: str) -> Callable[[], bool]:
        return lambda: record(here.t(phrase))

    def change(new: str) -> None:
        drafted.change(words=new)
        set_wrong("")

    def own() -> bool:
        form = drafted.form
        return record(form.words)

    phrases = [tonal(here.t(phrase), ready(phrase)) for phrase in PHRASES]
    field = WordsField(here.t("What you did"), form.words, change, submit=own, wrong=wrong)
    return page(
        here,
        here.t("What did you do?"),
        [
            body(here.t("Small things count. Tap one, or use your own words.")),
            stack(phrases, gap=8),
            heading(here.t("In your own words")),
            field,
            Attaching(form.attachments, drafted.field("attachments"), photo_only=True),
            who_sees(here, form.private, drafted.field("private")),
            primary(here.t("Write it down"), own),
        ],
        closes=True,
    )
