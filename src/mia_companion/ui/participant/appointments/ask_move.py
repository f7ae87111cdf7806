"""Asking for another time: a word of what would fit, shown until somebody answers, and taken back."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.appointment import Appointment
from mia_companion.ui.components.buttons import quiet, tonal
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import SKY, card
from mia_companion.ui.components.fields import WordsField, use_draft
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, eyebrow, heading
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, use_here


@ft.component
def AskMove(appointment: Appointment, close: Callable[[], None]) -> ft.Control:
    """A word of what would fit, which may be left out. It stays half written when one leaves."""
    here = use_here()
    told = use_undo()
    calm = use_calm()
    draft = use_draft(f"appointment:ask:{appointment.id}")
    wrong, set_wrong = ft.use_state("")

    def ask() -> None:
        if not calm():
            return
        done = here.do.appointments.ask_move(appointment, draft.words)
        if not done:
            set_wrong(sentence(here.words, done.problem))
            return
        draft.change("")
        told(done, here.t("You have asked for another time."))
        close()

    return card(
        [
            heading(here.t("Ask for another time")),
            body(
                here.t(
                    "Your coordinator sees that you ask, and answers here. Until then the time stays"
                    " as it is."
                )
            ),
            WordsField(
                here.t("What would fit better? (if you want)"),
                draft.words,
                draft.change,
                lines=2,
                longest=2_000,
                wrong=wrong,
            ),
            tonal(here.t("Ask"), ask, ft.Icons.SEND_OUTLINED),
            quiet(here.t("Back"), close),
        ],
        tone=SKY,
        gap=12,
    )


def asked(here: Here, appointment: Appointment, back: Callable[[], None]) -> ft.Control:
    """The wish that nobody has answered."""
    wish = appointment.move_asked
    lines: list[ft.Control] = [
        eyebrow(here.t("You have asked for another time")),
    ]
    if wish is not None and wish.words:
        lines.append(body(as_written(here.words, wish.words)))
    lines.append(body(here.t("Nobody has answered yet. Until then the time stays as it is.")))
    lines.append(ft.Row([quiet(here.t("Take it back"), back, ft.Icons.UNDO)], wrap=True))
    return card(lines, tone=SKY)
