"""Giving a consent: everything it says on one screen, in one's own language, before one says yes.

One that ends is said yes to anew on the same screen, filled in as it was: nothing goes on by itself.
"""

import flet as ft

from mia_companion.i18n.words import later
from mia_companion.ui import places
from mia_companion.ui.components.beside import swedish
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.consent_form import ConsentForm, anew, fields, text
from mia_companion.ui.components.consent_words import TEXT_VERSION
from mia_companion.ui.components.forms import use_form
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, said_aloud
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import go, use_here

_AGAIN = later(
    "It is filled in as it was. Change what you want. It begins when you say yes, and not before."
)
_YES, _NO = later("Yes, I give this consent"), later("No, not now")


@ft.component
def NewConsentScreen() -> ft.Control:
    """Who tells, who is told, what, why, until when; then all of it once more as one text."""
    here = use_here()
    told = use_undo()
    before = ft.use_route_params().get("consent", "")
    held = here.view.plan().shared.consents.get(before)
    blank = anew(held.last) if held is not None and held.last is not None else ConsentForm()
    drafted = use_form(f"consent:new:{before}" if before else "consent:new", blank)
    form = drafted.form
    wrong, set_wrong = ft.use_state("")
    t, words, today = here.t, here.words, here.today()
    said = form.said(words, today)

    def change(**fields: object) -> None:
        drafted.change(**fields)
        set_wrong("")

    def give() -> None:  # to what stands there to be read, and nothing else
        done = here.do.consents.give(
            said.from_party,
            said.to_party,
            said.categories,
            purpose=said.purpose,
            valid_from=today,
            valid_until=said.valid_until,
            language=words.tag,
            text_version=TEXT_VERSION,
            item=form.id,
        )
        if not done:
            set_wrong(sentence(words, done.problem))
            return
        drafted.put_away()
        told(done.for_good(), t("You have given your consent. You can take it back at any time."))
        go(places.CONSENTS)

    return page(
        here,
        t("Say yes anew") if before else t("Give a consent"),
        [
            *([body(t(_AGAIN)), *swedish(here, lambda w: w.t(_AGAIN))] if before else []),
            *fields(here, drafted, change),
            text(here, said, t("This is what you say yes to"), words),
            body(wrong) if wrong else ft.Container(visible=False),
            said_aloud(wrong),
            primary(t(_YES), give, ft.Icons.CHECK),
            ft.Row([quiet(t(_NO), lambda: go(places.CONSENTS))], wrap=True),
            *swedish(here, lambda w: w.t(_YES), lambda w: w.t(_NO)),
        ],
    )
