"""A letter's code: it lasts for days, and nothing is seen on the phone before the two words are compared."""

import flet as ft

from mia_companion.ui.components.cards import MOSS, card, stack
from mia_companion.ui.components.texts import body, muted
from mia_companion.ui.context import ZONE, use_here
from mia_companion.ui.coordinator.invite.code import letters
from mia_companion.wire.accounts import Invitation


@ft.component
def LetterCard(made: Invitation) -> ft.Control:
    """Only the letters: the picture is on the paper."""
    here = use_here()
    t = here.t
    until = here.words.day_and_clock(made.expires_at, ZONE.key, here.now())
    return stack(
        [
            card([letters(made.code)], tone=MOSS),
            body(
                t(
                    "Send the paper, or give it along. When somebody opens it, the phone shows two words"
                    " and nothing else. The person calls you, you compare the words here, and say yes."
                )
            ),
            muted(t("It opens the app once, until {time}.", time=until)),
        ]
    )
