"""Today: the next small step, the next appointment, the message that waits."""

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.cards import SKY, card
from mia_companion.ui.components.message_words import message_words
from mia_companion.ui.components.texts import muted, strong
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.participant.consents.news import ConsentNews
from mia_companion.ui.participant.handed_over import HandedOverCard
from mia_companion.ui.participant.messages.about import thread_place
from mia_companion.ui.participant.reminders.due import DueReminders
from mia_companion.ui.participant.shell import has_come, shell
from mia_companion.ui.participant.today.checkin import CheckInCard
from mia_companion.ui.participant.today.next_appointment import NextAppointment
from mia_companion.ui.participant.today.next_step import NextStep
from mia_companion.ui.participant.today.one_thing import OneThing
from mia_companion.ui.participant.today.pair import PairOfWords


@ft.component
def TodayScreen() -> ft.Control:
    """Where the participant stands, and one thing to do."""
    here = use_here()
    if here.view.choices.one_thing and has_come(here):
        return OneThing()
    t, name = here.t, here.view.plan().name
    day = here.words.day(here.today())
    greeting = t("Hello {name}. It is {day}.", name=name, day=day) if name else day
    return shell(
        here,
        places.TODAY,
        t("Today"),
        [
            muted(greeting),
            HandedOverCard(),
            ConsentNews(),
            *([PairOfWords()] if here.view.pairing else []),
            DueReminders(),
            NextStep(),
            *_waiting_message(here),
            *_suggestion(here),
            secondary(
                t("I did something good"), lambda: go(places.RECORD_GOOD), ft.Icons.SPA_OUTLINED
            ),
            NextAppointment(),
            CheckInCard(),
            _less(here),
        ],
    )


def _suggestion(here: Here) -> list[ft.Control]:
    """A line that leads to it: it can wait until there is time to think."""
    waiting = here.view.plan().suggestions
    if not waiting:
        return []
    who = here.view.coordinator_name(waiting[0].by.author) or here.t("Your coordinator")
    words = here.t("A suggestion from {name}", name=who)
    return [way_on(ft.Icons.LIGHTBULB_OUTLINED, words, places.PATH)]


def _less(here: Here) -> ft.Control:
    """For a day with little energy."""
    return ft.Row(
        [
            quiet(
                here.t("Show one thing at a time"),
                lambda: here.do.choices.one_thing(True),
                ft.Icons.LOOKS_ONE_OUTLINED,
            )
        ],
        alignment=ft.MainAxisAlignment.CENTER,
        wrap=True,
    )


def _waiting_message(here: Here) -> list[ft.Control]:
    """The latest unread one, with the way to it; nothing when all is read."""
    account = here.view.account
    latest = here.view.plan().latest_unread(account.id) if account else None
    if latest is None:
        return []
    who = here.view.coordinator_name(latest.by.author) or here.t("Your coordinator")
    box = card(
        [
            strong(here.t("A message from {name}", name=who)),
            ft.Text(
                message_words(here.words, latest.words, latest.attachments),
                max_lines=3,
                overflow=ft.TextOverflow.ELLIPSIS,
            ),
            muted(here.words.ago(latest.by.at, here.now())),
        ],
        tone=SKY,
        tapped=lambda: go(thread_place(latest.thread_id)),
    )
    return [ft.MergeSemantics(ft.Semantics(button=True, content=box))]
