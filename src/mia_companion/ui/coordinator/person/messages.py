"""One thread with one person: what was said, and where the coordinator answers."""

from datetime import datetime

import flet as ft

from mia_companion.domain.messages import Message
from mia_companion.i18n.words import Words
from mia_companion.ui.components.bubble import Bubble, BubbleWords, attached_to, whereabouts
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.called import called
from mia_companion.ui.components.earlier import use_foot, use_newest
from mia_companion.ui.components.names import language_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.phrases import language_of
from mia_companion.ui.components.texts import body, live
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.coordinator.person.composer import Composer
from mia_companion.ui.theme import EDGE, GAP


@ft.component
def Thread(person: str, thread: str, level: int, flows: bool) -> ft.Control:
    """Oldest first, the newest in view, where to write beneath. `level` is that of a heading among them;
    `flows` leaves scrolling to the page."""
    here = use_here()
    plan = here.view.plan(person)
    account = here.view.account
    unread = plan.unread(account.id, thread) if account else 0
    shown, earlier = use_newest(here, lambda count: plan.newest_messages(count, thread))
    at_foot, to_foot = use_foot()
    choosing, set_choosing = ft.use_state(False)
    shares = choosing and not flows  # what is chosen from stands between what was said and the box

    def read() -> None:
        here.do.messages.mark_read(thread=thread, participant=person)

    looked = ft.use_ref(False)  # what was there before is read at once, and is not announced

    def begin() -> None:
        looked.current = True
        read()

    ft.use_effect(begin, [person, thread])
    lines: list[ft.Control] = [
        *earlier,
        *[Bubble(_bubble(here, person, message), key=message.id) for message in shown],
    ]
    if not lines:
        lines = [body(here.t("No messages yet. Write the first."))]
    composer = Composer(
        person,
        thread,
        to_foot,
        level=level,
        choosing=choosing,
        set_choosing=set_choosing,
        shares=shares,
    )
    foot: list[ft.Control] = [ft.Container(composer, expand=shares, key="composer")]
    if unread and looked.current:
        words = here.words.n("{count} new message", "{count} new messages", unread)
        told: list[ft.Control] = [
            live(body(words)),
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
            ft.Container(
                ft.Column(foot, spacing=4, horizontal_alignment=ft.CrossAxisAlignment.STRETCH),
                padding=_AROUND,
                expand=4 if shares else None,
            ),
        ],
        expand=not flows,
        spacing=4,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
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


_AROUND = ft.Padding.symmetric(horizontal=EDGE, vertical=4)
