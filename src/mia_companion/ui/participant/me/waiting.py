"""What waits to be sent, in its own words; and what could not be sent, with the reason."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.facts import read_fact
from mia_companion.store.outbox import Waiting
from mia_companion.ui.components.attached import attached
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import WARM, card
from mia_companion.ui.components.carried import not_sent, on_their_way
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, muted, strong
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.participant.me.recorded import recorded


@ft.component
def WaitingScreen() -> ft.Control:
    """Nothing here is lost: it is on this device."""
    here = use_here()
    t, view = here.t, here.view
    refused = [*(_refused(here, one) for one in view.refused), *not_sent(here)]
    waiting = [*(_waiting(here, one) for one in view.to_send), *on_their_way(here)]
    rest: list[ft.Control] = [body(t("Everything has been sent."))]
    if waiting:
        rest = [
            body(
                t("This is kept on this device. It is sent by itself when there is a connection.")
            ),
            *waiting,
        ]
    elif refused:
        rest = []
    return page(
        here,
        t("What waits to be sent"),
        [*rest, *([heading(t("Could not be sent")), *refused] if refused else [])],
    )


def _waiting(here: Here, one: Waiting) -> ft.Control:
    what, words = recorded(here, one.entry)
    return card(
        [
            muted(what),
            *([ft.Text(as_written(here.words, words))] if words else []),
            *_attached(here, one),
            muted(here.words.ago(one.entry.happened_at, here.now())),
        ],
        gap=4,
    )


def _refused(here: Here, one: Waiting) -> ft.Control:
    what, words = recorded(here, one.entry)

    def take_away(entry: str) -> Callable[[], None]:
        return lambda: here.do.choices.discard(entry)

    return card(
        [
            strong(what),
            *([ft.Text(as_written(here.words, words))] if words else []),
            *_attached(here, one),
            body(sentence(here.words, one.reason)),
            ft.Row([quiet(here.t("Take it away"), take_away(one.entry.id))], wrap=True),
        ],
        tone=WARM,
        gap=4,
    )


def _attached(here: Here, one: Waiting) -> list[ft.Control]:
    named = getattr(read_fact(one.entry.body), "attachments", ())
    return attached(here, named, one.entry.journal)
