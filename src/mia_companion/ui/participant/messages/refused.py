"""What could not be sent stands where it was written, with the reason, until the person has decided."""

from collections.abc import Callable
from typing import Protocol

import flet as ft

from mia_companion.domain import rights
from mia_companion.domain.facts import read_fact
from mia_companion.domain.messages import MessageWritten
from mia_companion.store.outbox import Waiting
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import WARM, card
from mia_companion.ui.components.message_words import message_words
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import muted
from mia_companion.ui.context import Here

Put = Callable[[MessageWritten], bool]
"""Puts a message back into the box; True when it is kept there, also through a crash."""


class Box(Protocol):
    """Where the composer says how to put something into its box."""

    current: Put | None


def refused_cards(here: Here, thread: str, box: Box) -> list[ft.Control]:
    """A card for each of the thread's messages that the server would not take."""
    journal = here.view.journal(rights.SHARED)
    found = [(one, read_fact(one.entry.body)) for one in here.view.refused]
    return [
        _card(here, one, fact, box)
        for one, fact in found
        if isinstance(fact, MessageWritten)
        and fact.thread_id == thread
        and one.entry.journal == journal
    ]


def _card(here: Here, one: Waiting, fact: MessageWritten, box: Box) -> ft.Control:
    def take_away() -> None:
        here.do.choices.discard(one.entry.id)

    def again() -> None:
        if box.current is not None and box.current(fact):
            here.do.choices.discard(one.entry.id, to_write_again=True)

    return card(
        [
            muted(here.t("Could not be sent")),
            ft.Text(message_words(here.words, fact.words, fact.attachments)),
            ft.Text(sentence(here.words, one.reason), color=ft.Colors.ON_SECONDARY_CONTAINER),
            ft.Row(
                [
                    quiet(here.t("Write again"), again, ft.Icons.EDIT_OUTLINED),
                    quiet(here.t("Take it away"), take_away),
                ],
                wrap=True,
            ),
        ],
        tone=WARM,
        gap=4,
    )
