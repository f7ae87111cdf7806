"""Messages with one's coordinator, and writing one."""

import flet as ft

from mia_companion.domain.messages import Message
from mia_companion.ui import places
from mia_companion.ui.components.bubble import Bubble, BubbleWords, whereabouts
from mia_companion.ui.components.buttons import quietly
from mia_companion.ui.components.cards import SKY, card
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.context import ZONE, Here, go, use_here
from mia_companion.ui.participant.shell import shell_with_foot
from mia_companion.ui.theme import TARGET


@ft.component
def MessagesScreen() -> ft.Control:
    """The newest at the foot; what is shown is marked as read."""
    here = use_here()
    thread = here.view.plan().thread()
    latest = thread[-1].id if thread else ""
    ft.use_effect(here.do.messages.mark_read, [latest, len(thread)])
    bubbles = [Bubble(_said(here, one), key=one.id) for one in reversed(thread)]
    scrolled: ft.Control = ft.ListView(bubbles, reverse=True, expand=True, spacing=8)
    if not thread:
        scrolled = ft.Column([_nothing_yet(here)], expand=True, scroll=ft.ScrollMode.AUTO)
    return shell_with_foot(
        here, places.MESSAGES, here.t("Messages"), scrolled, [_not_urgent(here), Composer()]
    )


def _said(here: Here, message: Message) -> BubbleWords:
    account = here.view.account
    mine = account is not None and message.by.author == account.id
    who = here.view.coordinator_name(message.by.author) or here.t("Your coordinator")
    return BubbleWords(
        words=as_written(here.words, message.words),
        who=here.t("You") if mine else who,
        when=here.words.day_and_clock(message.by.at, ZONE.key, here.now()),
        mine=mine,
        where=whereabouts(here, message) if mine else None,
    )


def _nothing_yet(here: Here) -> ft.Control:
    return card(
        [
            heading(here.t("Write to your coordinator")),
            body(
                here.t(
                    "Ask something, tell how it is, or just say hello."
                    " You can write at any time; the answer comes when they are at work."
                )
            ),
        ],
        tone=SKY,
    )


def _not_urgent(here: Here) -> ft.Control:
    """Nobody watches the messages at night: said where one writes, with the way to those who do."""
    return ft.Row(
        [
            ft.Container(muted(here.t("Messages are not for emergencies.")), expand=True),
            ft.TextButton(here.t("Help now"), on_click=lambda _: go(places.HELP)),
        ],
        spacing=8,
    )


class MessageForm(Form):
    """A message half written."""

    words: str = ""


@ft.component
def Composer() -> ft.Control:
    """What is half written stays until it is sent, also when one leaves."""
    here = use_here()
    drafted = use_form("message:general", MessageForm())
    form = drafted.form
    wrong, set_wrong = ft.use_state("")

    def change(new: str) -> None:
        drafted.change(words=new)
        set_wrong("")

    def send() -> None:
        sent = here.do.messages.write(form.words, item=form.id)
        if sent:
            drafted.put_away()
            set_wrong("")
        else:
            set_wrong(sentence(here.words, sent.problem))

    field = WordsField(
        here.t("Write a message"), form.words, change, lines=2, longest=10_000, wrong=wrong
    )
    return ft.Row(
        [
            ft.Container(field, expand=True),
            ft.FilledIconButton(
                icon=ft.Icon(ft.Icons.SEND, semantics_label=here.t("Send")),
                tooltip=here.t("Send"),
                width=TARGET,
                height=TARGET,
                on_click=quietly(send),
            ),
        ],
        spacing=4,
        vertical_alignment=ft.CrossAxisAlignment.END,
    )
