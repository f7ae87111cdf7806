"""The thread with one person. What is read is what the coordinator has had before the eyes and acted on.

opened ──▶ what stands there is read
new message while open ──▶ unread until the coordinator writes, or says so
"""

from datetime import datetime

import flet as ft

from mia_companion.domain.messages import Message
from mia_companion.i18n.words import Words
from mia_companion.ui.components.bubble import Bubble, BubbleWords, whereabouts
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.fields import WordsField, use_draft
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, said_aloud
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.theme import EDGE, GAP


@ft.component
def Thread(person: str, level: int, flows: bool = False) -> ft.Control:
    """Oldest first, the newest in view, where to write beneath. `flows` leaves scrolling to the page."""
    here = use_here()
    plan = here.view.plan(person)
    account = here.view.account
    unread = plan.unread(account.id) if account else 0

    def read() -> None:
        here.do.messages.mark_read(participant=person)

    ft.use_effect(read, [person])
    bubbles: list[ft.Control] = [
        Bubble(_bubble(here, person, message), key=message.id) for message in plan.thread()
    ]
    if not bubbles:
        bubbles = [body(here.t("No messages yet. Write the first."))]
    told: list[ft.Control] = []
    if unread:
        words = here.words.n("{count} new message", "{count} new messages", unread)
        told = [
            ft.Row(
                [
                    ft.Semantics(live_region=True, content=body(words)),
                    quiet(here.t("I have read this"), read, ft.Icons.DONE_ALL),
                ],
                wrap=True,
            )
        ]
    return ft.Column(
        [
            ft.Container(heading(here.t("Messages"), level), padding=_SIDES),
            ft.Column(
                [ft.Container(ft.Column(bubbles, spacing=GAP), padding=_AROUND)],
                scroll=None if flows else ft.ScrollMode.AUTO,
                auto_scroll=not flows,
                expand=not flows,
                horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
            ),
            ft.Container(ft.Column([*told, Composer(person)], spacing=4), padding=_AROUND),
        ],
        expand=not flows,
        spacing=4,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@ft.component
def Composer(person: str) -> ft.Control:
    """Apart, so that a key pressed redraws nothing else. The draft is the person's own."""
    here = use_here()
    words, change = use_draft(f"message:{person}")
    wrong, set_wrong = ft.use_state("")

    def write() -> None:
        here.do.messages.mark_read(participant=person)
        outcome = here.do.messages.write(words, participant=person)
        set_wrong("" if outcome else sentence(here.words, outcome.problem))
        if outcome:
            change("")

    return ft.Column(
        [
            WordsField(
                here.t("Write a message"), words, change, lines=2, longest=10_000, wrong=wrong
            ),
            ft.Row(
                [primary(here.t("Send"), write, ft.Icons.SEND)], alignment=ft.MainAxisAlignment.END
            ),
            said_aloud(""),
        ],
        spacing=8,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _bubble(here: Here, person: str, message: Message) -> BubbleWords:
    account = here.view.account
    mine = account is not None and message.by.author == account.id
    return BubbleWords(
        words=as_written(here.words, message.words),
        who="" if mine else _author(here, person, message),
        when=when(here.words, message.by.at, here.now()),
        mine=mine,
        where=whereabouts(here, message, person) if mine else None,
    )


def when(words: Words, at: datetime, now: datetime) -> str:
    """How long ago within a day, else the day and the time."""
    if (now - at).total_seconds() < 86_400:
        return words.ago(at, now)
    return words.day_and_clock(at, "Europe/Stockholm", now)


def _author(here: Here, person: str, message: Message) -> str:
    if message.by.author == person:
        return here.view.plan(person).name or here.t("The participant")
    return here.view.coordinator_name(message.by.author) or here.t("A coordinator")


_SIDES = ft.Padding.only(left=EDGE, right=EDGE, top=GAP)
_AROUND = ft.Padding.symmetric(horizontal=EDGE, vertical=4)
