"""What a reminder looks like outside the app, and whether this device shows it there."""

import flet as ft

from mia_companion.app.reminding import NOT_ALLOWED, Reminding
from mia_companion.device.notifications import NoticeWords
from mia_companion.i18n.words import words_for
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, live, muted, strong
from mia_companion.ui.components.ticks import tick
from mia_companion.ui.context import Here, use_here


def notice_words(tag: str) -> NoticeWords:
    """A notice in the language of that tag: never what it is about, never with whom."""
    words = words_for(tag or "sv")
    return NoticeWords(
        title=words.t("You have a reminder"),
        body=words.t("Open MIA to see it."),
        channel=words.t("Reminders"),
    )


@ft.component
def LockScreen() -> ft.Control:
    """A choice on a phone; elsewhere the plain truth that reminders are shown in the app."""
    here = use_here()
    reminding = here.state.reminding
    if reminding is None or not reminding.can:
        words = here.t(
            "Here, reminders are shown in MIA while it is open. On a phone that has the app, they"
            " can also be shown when MIA is closed."
        )
        return stack([heading(here.t("When MIA is closed")), body(words)])
    return stack(
        [
            heading(here.t("When MIA is closed")),
            OnThisPhone(reminding),
            body(here.t("It looks like this, also on a locked phone:")),
            _sample(here),
            body(here.t("It never says what it is about, or whom you meet.")),
        ]
    )


@ft.component
def OnThisPhone(reminding: Reminding) -> ft.Control:
    """The phone asks the person when it is turned on, and not before."""
    here = use_here()
    problem, set_problem = ft.use_state("")
    on = here.view.shows_notices
    t = here.t

    async def look() -> None:
        if on and not await reminding.allowed():
            set_problem(NOT_ALLOWED)

    async def change() -> None:
        set_problem(await (reminding.turn_off() if on else reminding.turn_on()))

    ft.use_effect(look, [on])
    line = tick(
        t("Show reminders on this phone"),
        on=on,
        tapped=lambda: ft.context.page.run_task(change),
        icon=ft.Icons.NOTIFICATIONS_ACTIVE_OUTLINED,
        about=t("Your phone asks you first whether MIA may do this.") if not on else "",
    )
    told = [_told(sentence(here.words, problem))] if problem else []
    return stack([line, *told], gap=8)


def _told(words: str) -> ft.Control:
    return live(body(words))


def _sample(here: Here) -> ft.Control:
    words = notice_words(here.words.tag)
    mark = ft.Container(
        ft.Icon(ft.Icons.NOTIFICATIONS_OUTLINED, color=ft.Colors.ON_PRIMARY_CONTAINER),
        bgcolor=ft.Colors.PRIMARY_CONTAINER,
        border_radius=20,
        padding=8,
    )
    texts = ft.Column(
        [muted("MIA"), strong(words.title), body(words.body)], spacing=0, tight=True, expand=True
    )
    return card([ft.Row([mark, texts], spacing=14)])
