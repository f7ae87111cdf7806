"""All one's threads: the general one first, then those about something, the one written in last first."""

import flet as ft

from mia_companion.domain.messages import GENERAL, Message
from mia_companion.domain.plan import Plan
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.message_words import message_words
from mia_companion.ui.components.own_words import shortened
from mia_companion.ui.components.threads import about, shown_words
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.participant.messages.about import thread_place
from mia_companion.ui.participant.messages.thread_row import ThreadLines, ThreadRow


@ft.component
def ThreadsScreen() -> ft.Control:
    """Each with what it is about, its newest line, and what is new in it."""
    here = use_here()

    def show(thread: str) -> None:
        go(thread_place(thread))

    opened = ft.use_callback(show, [])
    plan = here.view.plan()
    threads = [GENERAL, *(one for one in plan.threads if one != GENERAL)]
    account = here.view.account
    unread = plan.unread_by_thread(account.id) if account else {}
    rows = [
        ThreadRow(_lines(here, plan, one, unread.get(one, 0)), opened, key=one) for one in threads
    ]
    return page(here, here.t("Your threads"), rows)


def _lines(here: Here, plan: Plan, thread: str, unread: int) -> ThreadLines:
    latest = plan.latest_message(thread)
    name = here.t("You and your coordinator")
    if thread != GENERAL:
        name = shown_words(here, plan, thread)
    new = here.words.n("{count} new message", "{count} new messages", unread) if unread else ""
    return ThreadLines(
        id=thread,
        icon=about(plan, thread).icon,
        name=name,
        newest=_newest(here, latest) if latest else here.t("Nothing is written here yet."),
        when=here.words.ago(latest.by.at, here.now()) if latest else "",
        new=new,
    )


def _newest(here: Here, message: Message) -> str:
    account = here.view.account
    mine = account is not None and message.by.author == account.id
    who = here.view.coordinator_name(message.by.author) or here.t("Your coordinator")
    words = message_words(here.words, message.words, message.attachments)
    # Translators: who wrote, and the beginning of what.
    return here.t("{who}: {words}", who=here.t("You") if mine else who, words=shortened(words))
