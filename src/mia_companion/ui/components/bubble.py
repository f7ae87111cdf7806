"""A message as it is drawn: whose, when, and, for one's own, how far it has come."""

from dataclasses import dataclass

import flet as ft

from mia_companion.app.view import ARRIVED, READ
from mia_companion.domain.messages import Message
from mia_companion.i18n.words import later
from mia_companion.store.outbox import HELD, REFUSED, SENT, WAITING
from mia_companion.ui.components.texts import muted
from mia_companion.ui.context import Here
from mia_companion.ui.memo import memo
from mia_companion.ui.theme import RADIUS

_ASIDE = 40
"""Logical pixels left free on the other side, so that sides are told apart without colour."""

Where = tuple[str, ft.IconData]

_WHERE: dict[str, Where] = {
    WAITING: (later("Waiting to be sent"), ft.Icons.SCHEDULE),
    HELD: (later("Waiting to be sent"), ft.Icons.SCHEDULE),
    REFUSED: (later("Could not be sent"), ft.Icons.INFO_OUTLINE),
    SENT: (later("Sent"), ft.Icons.CHECK),
    ARRIVED: (later("Arrived"), ft.Icons.DONE_ALL),
    READ: (later("Read"), ft.Icons.MARK_CHAT_READ_OUTLINED),
}


@dataclass(frozen=True, slots=True)
class BubbleWords:
    """What a bubble shows, empty words left out; equal when nothing that is shown has changed."""

    words: str
    who: str
    when: str
    mine: bool
    where: Where | None = None


def whereabouts(here: Here, message: Message, participant: str | None = None) -> Where:
    """How far one's own message has come, in words and as an icon."""
    state = here.view.whereabouts(message, participant)
    words, icon = _WHERE.get(state, _WHERE[WAITING])
    return here.t(words), icon


@memo
@ft.component
def Bubble(said: BubbleWords) -> ft.Control:
    """One's own on the end side, the other's on the start side."""
    foot: list[ft.Control] = [muted(said.when)]
    if said.where is not None:
        words, icon = said.where
        foot += [ft.Icon(icon, size=16, color=ft.Colors.ON_SURFACE_VARIANT), muted(words)]
    colour = ft.Colors.ON_PRIMARY_CONTAINER if said.mine else ft.Colors.ON_SURFACE
    inside = ft.Column(
        [
            *([muted(said.who)] if said.who else []),
            ft.Text(said.words, color=colour),
            ft.Row(foot, spacing=4, wrap=True, run_spacing=0),
        ],
        spacing=2,
        tight=True,
    )
    box = ft.Container(
        inside,
        bgcolor=ft.Colors.PRIMARY_CONTAINER if said.mine else ft.Colors.SURFACE_CONTAINER_HIGH,
        border_radius=RADIUS,
        padding=ft.Padding.symmetric(horizontal=14, vertical=10),
        expand=True,
        expand_loose=True,
    )
    space = ft.Container(width=_ASIDE)
    return ft.Row(
        [space, box] if said.mine else [box, space],
        alignment=ft.MainAxisAlignment.END if said.mine else ft.MainAxisAlignment.START,
        spacing=0,
    )
