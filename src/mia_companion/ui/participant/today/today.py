"""Today: the next small step, the next appointment, the message that waits."""

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.buttons import secondary
from mia_companion.ui.components.cards import SKY, card
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import muted, strong
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.participant.shell import shell
from mia_companion.ui.participant.today.next_appointment import NextAppointment
from mia_companion.ui.participant.today.next_step import NextStep


@ft.component
def TodayScreen() -> ft.Control:
    """Where the participant stands, and one thing to do."""
    here = use_here()
    t, name = here.t, here.view.plan().name
    day = here.words.day(here.today())
    greeting = t("Hello {name}. It is {day}.", name=name, day=day) if name else day
    return shell(
        here,
        places.TODAY,
        t("Today"),
        [
            muted(greeting),
            NextStep(),
            *_waiting_message(here),
            secondary(
                t("I did something good"), lambda: go(places.RECORD_GOOD), ft.Icons.SPA_OUTLINED
            ),
            NextAppointment(),
        ],
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
                as_written(here.words, latest.words), max_lines=3, overflow=ft.TextOverflow.ELLIPSIS
            ),
            muted(here.words.ago(latest.by.at, here.now())),
        ],
        tone=SKY,
        tapped=lambda: go(places.MESSAGES),
    )
    return [ft.MergeSemantics(ft.Semantics(button=True, content=box))]
