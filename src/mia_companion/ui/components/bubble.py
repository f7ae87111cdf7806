"""A message as it is drawn: whose, when, and, for one's own, how far it has come."""

from dataclasses import dataclass

import flet as ft

from mia_companion.app.view import ARRIVED, READ
from mia_companion.domain import rights
from mia_companion.domain.messages import Message
from mia_companion.i18n.words import later
from mia_companion.store.outbox import HELD, REFUSED, SENT, WAITING
from mia_companion.ui.components.attached import Attached
from mia_companion.ui.components.attached_lines import AttachedLines, attached_lines
from mia_companion.ui.components.narrow import edge
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
    """What a bubble shows, empty words left out; equal when nothing that is shown has changed.

    `language` names that of `words`, and `beside` is the same in `beside_language`, where both are shown.
    `remark` is said of the words, such as in which language the other side reads them.
    """

    words: str
    who: str
    when: str
    mine: bool
    where: Where | None = None
    language: str = ""
    beside: str = ""
    beside_language: str = ""
    remark: str = ""
    attachments: tuple[AttachedLines, ...] = ()


def whereabouts(here: Here, message: Message, participant: str | None = None) -> Where:
    """How far one's own message has come, in words and as an icon."""
    state = here.view.whereabouts(message, participant)
    words, icon = _WHERE.get(state, _WHERE[WAITING])
    return here.t(words), icon


def attached_to(
    here: Here, message: Message, participant: str | None = None
) -> tuple[AttachedLines, ...]:
    """What lies beside a message of the participant's threads; left out, of one's own."""
    journal = here.view.journal(rights.SHARED, participant) or ""
    return tuple(attached_lines(here, ref, journal) for ref in message.attachments)


@memo
@ft.component
def Bubble(said: BubbleWords) -> ft.Control:
    """One's own on the end side, the other's on the start side.

    A screen reader hears the words as one; what lies beside them stands beneath, each to be tapped.
    """
    words = ft.MergeSemantics(ft.Semantics(focusable=True, content=_texts(said)))
    beside = [Attached(one, key=one.ref.blob_id) for one in said.attachments]
    if not beside:
        return bubble_box(words, said.mine)
    return bubble_box(ft.Column([words, *beside], spacing=8, tight=True), said.mine)


def bubble_box(inside: ft.Control, mine: bool) -> ft.Control:
    """The box on its side."""
    box = ft.Container(
        inside,
        bgcolor=ft.Colors.PRIMARY_CONTAINER if mine else ft.Colors.SURFACE_CONTAINER_HIGH,
        border_radius=RADIUS,
        padding=ft.Padding.symmetric(horizontal=edge(14), vertical=10),
        expand=True,
        expand_loose=True,
    )
    space = ft.Container(width=edge(_ASIDE, 8))
    return ft.Row(
        [space, box] if mine else [box, space],
        alignment=ft.MainAxisAlignment.END if mine else ft.MainAxisAlignment.START,
        spacing=0,
    )


def _texts(said: BubbleWords) -> ft.Control:
    colour = ft.Colors.ON_PRIMARY_CONTAINER if said.mine else ft.Colors.ON_SURFACE
    texts: list[ft.Control] = [muted(said.who)] if said.who else []
    if said.language:
        texts.append(muted(said.language))
    if said.words:
        texts.append(ft.Text(said.words, color=colour))
    if said.beside:
        texts += [
            ft.Container(width=1, height=4),
            muted(said.beside_language),
            ft.Text(said.beside, color=colour),
        ]
    if said.remark:
        texts.append(_with_icon(ft.Icons.TRANSLATE, said.remark))
    foot: list[ft.Control] = [muted(said.when)]
    if said.where is not None:
        words, icon = said.where
        foot += [_small(icon), muted(words)]
    texts.append(ft.Row(foot, spacing=4, wrap=True, run_spacing=0))
    return ft.Column(texts, spacing=2, tight=True)


def _with_icon(icon: ft.IconData, words: str) -> ft.Control:
    text = muted(words)
    text.expand, text.expand_loose = True, True
    return ft.Row([_small(icon), text], spacing=6, tight=True)


def _small(icon: ft.IconData) -> ft.Icon:
    return ft.Icon(icon, size=16, color=ft.Colors.ON_SURFACE_VARIANT)
