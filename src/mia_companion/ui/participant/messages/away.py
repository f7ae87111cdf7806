"""Who is away, and who answers meanwhile; a number that is listed is one tap from being called."""

import flet as ft

from mia_companion.ui.components.buttons import nothing, quiet
from mia_companion.ui.components.cards import WARM, card, stack
from mia_companion.ui.components.leads import call
from mia_companion.ui.components.opening import use_lead
from mia_companion.ui.context import use_here
from mia_companion.ui.participant.messages.expecting import away
from mia_companion.ui.theme import EDGE


@ft.component
def AwayCards() -> ft.Control:
    """One card for each who is away; nothing otherwise."""
    here = use_here()
    lead = use_lead()
    cards: list[ft.Control] = []
    for one in away(here):
        lines: list[ft.Control] = [ft.Text(one.words, color=ft.Colors.ON_SECONDARY_CONTAINER)]
        if one.answers is not None and one.answers.phone:
            name = here.t("Call {name}", name=one.answers.name)
            button = quiet(name, nothing, ft.Icons.PHONE_OUTLINED)
            lines.append(ft.Row([lead(button, call(one.answers.phone))], wrap=True))
        cards.append(_narrow(lines))
    return stack(cards, gap=8)


def _narrow(lines: list[ft.Control]) -> ft.Control:
    """A card that takes little of the height."""
    box = card(lines, tone=WARM, gap=0)
    box.padding = ft.Padding.symmetric(horizontal=EDGE, vertical=8)
    return box
