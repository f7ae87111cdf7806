"""Signing in on a page outside the app, which shows six digits to write here.

offered ──a ticket──▶ the page's address, and a field for the digits ──right ones──▶ done
   ▲                      │
   └── over, or put away ─┘
"""

from collections.abc import Callable
from typing import cast

import flet as ft

from mia_companion.app.actions.login import Purpose
from mia_companion.ui.components.buttons import primary, quiet, secondary
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.opening import use_lead
from mia_companion.ui.components.sentences import asked_sentence
from mia_companion.ui.components.texts import body, told
from mia_companion.ui.components.typed import use_typed
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.keyed import keyed
from mia_companion.ui.login.busy import tapping
from mia_companion.ui.theme import GAP
from mia_companion.wire import problems
from mia_companion.wire.login import Ticket, Ways


def outside_name(here: Here, ways: Ways) -> str:
    """What its button is called; empty where nothing of it is offered."""
    if ways.provider and ways.passkeys:
        return here.t("Sign in with {name} or a passkey", name=ways.provider)
    if ways.provider:
        return here.t("Sign in with {name}", name=ways.provider)
    return here.t("Sign in with a passkey") if ways.passkeys else ""


@ft.component
def Outside(
    purpose: Purpose, name: str, done: Callable[[], None], *, leads: bool = True
) -> ft.Control:
    """`name` is the button's, which is the screen's first one if it `leads`; `done` is called when the
    digits were taken."""
    here = use_here()
    ticket, set_ticket = ft.use_state(cast("Ticket | None", None))
    wrong, set_wrong = ft.use_state("")
    busy, set_busy = ft.use_state(False)

    async def begin() -> None:
        set_wrong("")
        got = await here.do.login.begin(purpose)
        if isinstance(got, Ticket):
            set_ticket(got)
        else:
            set_wrong(asked_sentence(here.words, got))

    def over(problem: str) -> None:
        set_ticket(None)
        set_wrong(asked_sentence(here.words, problem) if problem else "")

    if ticket is not None:
        return keyed(ticket.ticket, Digits, purpose, ticket, over, done)
    begin_once = tapping(busy, set_busy, begin)
    button: ft.Control = secondary(name, begin_once, ft.Icons.KEY_OUTLINED)
    if leads:
        button = primary(name, begin_once, ft.Icons.LOGIN, disabled=busy)
    return stack([ft.Row([button], wrap=True), told(wrong)], gap=8)


@ft.component
def Digits(
    purpose: Purpose, ticket: Ticket, over: Callable[[str], None], done: Callable[[], None]
) -> ft.Control:
    """The two steps, in their order."""
    here = use_here()
    lead = use_lead()
    digits, last_typed, change = use_typed()
    wrong, set_wrong = ft.use_state("")
    busy, set_busy = ft.use_state(False)

    async def finish() -> None:
        set_wrong("")
        problem = await here.do.login.finish(purpose, ticket, last_typed())
        if problem == problems.LOGIN_OVER:
            over(problem)
        elif problem:
            set_wrong(asked_sentence(here.words, problem))
        else:
            done()

    t = here.t
    finish_once = tapping(busy, set_busy, finish)
    opened = lead(
        ft.OutlinedButton(t("Open the page"), icon=ft.Icons.OPEN_IN_NEW),
        ticket.url,
        ft.UrlTarget.BLANK,
    )
    ways: list[ft.Control] = [
        primary(t("Go on"), finish_once, disabled=busy),
        quiet(t("Not now"), lambda: over("")),
    ]
    return stack(
        [
            body(t("1. Open the page in your browser, and sign in there.")),
            ft.Row([opened], wrap=True),
            body(t("2. It then shows six digits. Write them here.")),
            WordsField(t("The six digits"), digits, change, submit=finish_once, wrong=wrong),
            body(t("Never tell the digits to anybody, whoever asks for them.")),
            ft.Row(ways, wrap=True, spacing=GAP, run_spacing=4),
        ],
        gap=GAP,
    )
