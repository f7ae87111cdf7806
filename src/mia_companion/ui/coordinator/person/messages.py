"""One thread with one person: what was said, and where the coordinator answers."""

from collections.abc import Awaitable, Callable
from datetime import datetime

import flet as ft

from mia_companion.domain.messages import GENERAL, Message
from mia_companion.i18n.words import Words
from mia_companion.ui.components.attachments import Attaching
from mia_companion.ui.components.bubble import Bubble, BubbleWords, attached_to, whereabouts
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.called import called
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.earlier import use_foot, use_newest
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import use_form
from mia_companion.ui.components.message_form import MessageForm
from mia_companion.ui.components.names import language_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.phrases import language_of
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, said_aloud
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.theme import EDGE, GAP


@ft.component
def Thread(person: str, thread: str, flows: bool) -> ft.Control:
    """Oldest first, the newest in view, where to write beneath. `flows` leaves scrolling to the page."""
    here = use_here()
    plan = here.view.plan(person)
    account = here.view.account
    unread = plan.unread(account.id, thread) if account else 0
    shown, earlier = use_newest(here, lambda count: plan.newest_messages(count, thread))
    at_foot, to_foot = use_foot()

    def read() -> None:
        here.do.messages.mark_read(thread=thread, participant=person)

    ft.use_effect(read, [person, thread])
    lines: list[ft.Control] = [
        *earlier,
        *[Bubble(_bubble(here, person, message), key=message.id) for message in shown],
    ]
    if not lines:
        lines = [body(here.t("No messages yet. Write the first."))]
    foot: list[ft.Control] = [Composer(person, thread, to_foot)]
    if unread:
        words = here.words.n("{count} new message", "{count} new messages", unread)
        told: list[ft.Control] = [
            ft.Semantics(live_region=True, content=body(words)),
            quiet(here.t("I have read this"), read, ft.Icons.DONE_ALL),
        ]
        foot.insert(0, ft.Row(told, wrap=True))
    return ft.Column(
        [
            ft.Container(ft.Column(lines, spacing=GAP), padding=_AROUND)
            if flows
            else ft.ListView(
                list(reversed(lines)),
                reverse=True,
                spacing=GAP,
                padding=_AROUND,
                expand=True,
                ref=at_foot,
            ),
            ft.Container(ft.Column(foot, spacing=4), padding=_AROUND),
        ],
        expand=not flows,
        spacing=4,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


@ft.component
def Composer(person: str, thread: str, to_foot: Callable[[], Awaitable[None]]) -> ft.Control:
    """Apart, so that a key pressed redraws nothing else. The draft is the person's and the thread's own."""
    here = use_here()
    place = f"message:{person}" if thread == GENERAL else f"message:{person}:{thread}"
    drafted = use_form(place, MessageForm())
    form = drafted.form
    calm = use_calm()
    wrong, set_wrong = ft.use_state("")

    def change(new: str) -> None:
        drafted.change(words=new)
        set_wrong("")

    async def write() -> None:
        form = drafted.form
        if not calm():
            return
        here.do.messages.mark_read(thread=thread, participant=person)
        outcome = here.do.messages.write(
            form.words,
            thread=thread,
            attachments=form.attachments,
            participant=person,
            item=form.id,
        )
        set_wrong("" if outcome else sentence(here.words, outcome.problem))
        if outcome:
            drafted.put_away()
            await to_foot()

    beside = Attaching(form.attachments, drafted.field("attachments"), folded=True)
    return ft.Column(
        [
            WordsField(
                here.t("Write a message"), form.words, change, lines=2, longest=10_000, wrong=wrong
            ),
            ft.Container(
                ft.Column([beside], scroll=ft.ScrollMode.AUTO, horizontal_alignment=_STRETCH),
                height=_BESIDE if len(form.attachments) > 1 else None,
            ),
            ft.Row(
                [primary(here.t("Send"), write, ft.Icons.SEND)], alignment=ft.MainAxisAlignment.END
            ),
            said_aloud(""),
        ],
        spacing=8,
        tight=True,
        horizontal_alignment=_STRETCH,
    )


def _bubble(here: Here, person: str, message: Message) -> BubbleWords:
    """Where a translation came along, it stands first, and what it was made of beneath."""
    account = here.view.account
    mine = account is not None and message.by.author == account.id
    words, language, beside, beside_language = message.words, "", "", ""
    if message.translation:
        words, language = message.translation, language_name(message.translation_language)
        beside, beside_language = message.words, _written_in(here, person, message)
    return BubbleWords(
        words=as_written(here.words, words),
        who="" if mine else _author(here, person, message),
        when=when(here.words, message.by.at, here.now()),
        mine=mine,
        where=whereabouts(here, message, person) if mine else None,
        language=language,
        beside=as_written(here.words, beside),
        beside_language=beside_language,
        attachments=attached_to(here, message, person),
    )


def _written_in(here: Here, person: str, message: Message) -> str:
    """The language of the original: that of the phrase, else what the person reads."""
    tag = language_of(message.words) or here.view.plan(person).shared.profile.language
    return language_name(tag) if tag else here.t("As it was written")


def when(words: Words, at: datetime, now: datetime) -> str:
    """How long ago within a day, else the day and the time."""
    if (now - at).total_seconds() < 86_400:
        return words.ago(at, now)
    return words.day_and_clock(at, "Europe/Stockholm", now)


def _author(here: Here, person: str, message: Message) -> str:
    if message.by.author == person:
        return called(here, person) or here.t("The participant")
    return here.view.coordinator_name(message.by.author) or here.t("A coordinator")


_STRETCH = ft.CrossAxisAlignment.STRETCH
_BESIDE = 240
"""Logical pixels for what is sent along; more of it scrolls."""
_AROUND = ft.Padding.symmetric(horizontal=EDGE, vertical=4)
