"""A password of one's own: at first in the place of the one that was given, later whenever one wants."""

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.device_list import DeviceCards
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.leaving import told_leaving, use_leaving
from mia_companion.ui.components.sentences import asked_sentence
from mia_companion.ui.components.texts import body, heading, live, muted
from mia_companion.ui.context import go, use_here
from mia_companion.ui.login.passkeys import Passkeys
from mia_companion.ui.login.ways import use_ways


@ft.component
def FirstPasswordScreen() -> ft.Control:
    """Nothing else is shown until it is done: somebody else has seen the password that was given."""
    here = use_here()
    leave, told = use_leaving(here)
    return page(
        here,
        here.t("Choose a password of your own"),
        [
            body(
                here.t(
                    "You have signed in with a password that someone else has seen. Choose one that"
                    " only you know, and then your work begins."
                )
            ),
            PasswordForm(here.t("The password you were given")),
            *([told_leaving(told)] if told else []),
            ft.Row([quiet(here.t("Sign out"), leave, ft.Icons.LOGOUT)], wrap=True),
        ],
        language=True,
        help_now=False,
        first=True,
    )


@ft.component
def PasswordScreen() -> ft.Control:
    """On top of whatever one was doing. Where no passwords are used it is about passkeys alone."""
    here = use_here()
    t, passwords, devices = here.t, use_ways(here).passwords, here.do.devices
    form: list[ft.Control] = [
        body(t("Here you choose another. Your other devices have to sign in again.")),
        PasswordForm(t("Your present password")),
    ]
    return page(
        here,
        t("Your password") if passwords else t("Passkeys"),
        [
            *(form if passwords else []),
            Passkeys(),
            heading(t("Your devices"), 2),
            DeviceCards(devices.mine, devices.remove, t("I have lost this one"), 3),
        ],
        help_now=False,
        closes=True,
    )


@ft.component
def PasswordForm(old_label: str) -> ft.Control:
    """The old and the new, kept nowhere: neither survives leaving the screen."""
    here = use_here()
    old, set_old = ft.use_state("")
    new, set_new = ft.use_state("")
    latest = ft.use_ref(("", ""))
    busy, set_busy = ft.use_state(False)
    wrong, set_wrong = ft.use_state("")
    done, set_done = ft.use_state(False)

    def change_old(said: str) -> None:
        latest.current = (said, (latest.current or ("", ""))[1])
        set_old(said)

    def change_new(said: str) -> None:
        latest.current = ((latest.current or ("", ""))[0], said)
        set_new(said)

    async def choose() -> None:
        if busy:
            return
        set_busy(True)
        set_wrong("")
        set_done(False)
        problem = await here.do.access.change_password(*(latest.current or ("", "")))
        set_busy(False)
        if problem:
            set_wrong(asked_sentence(here.words, problem))
            return
        latest.current = ("", "")
        set_old("")
        set_new("")
        set_done(True)

    waiting = here.t("Changing it …")
    to_start = quiet(here.t("To the start"), lambda: go(places.TODAY))
    said = here.t("Your new password counts from now on.") if done else ""
    return ft.Column(
        [
            WordsField(old_label, old, change_old, longest=1024, secret=True),
            WordsField(
                here.t("Your new password"),
                new,
                change_new,
                submit=choose,
                longest=1024,
                wrong=wrong,
                secret=True,
            ),
            muted(
                here.t(
                    "At least 12 characters. Three or four words that mean something to you alone"
                    " are easy to remember and hard to guess."
                )
            ),
            ft.Row(
                [primary(waiting if busy else here.t("Choose it"), choose, disabled=busy)],
                wrap=True,
            ),
            live(body(said)),
            *([ft.Row([to_start], wrap=True)] if done else []),
        ],
        spacing=16,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
