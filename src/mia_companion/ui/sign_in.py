"""Where coordinators sign in, and administrators and funders too."""

from collections.abc import Callable

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.signs import waits
from mia_companion.ui.components.texts import body
from mia_companion.ui.context import go, use_here
from mia_companion.ui.login.ways import WaysIn


@ft.component
def SignInScreen() -> ft.Control:
    """Outside the app where that is set up, else with e-mail and password; Enter signs in."""
    here = use_here()
    going = here.state.going
    gone = going.times

    def to_start() -> None:
        # The caseload stands here before the first sync is over: who has tapped something in it meanwhile
        # stays where that leads.
        if ft.context.page.route == places.SIGN_IN and going.times == gone:
            go(places.TODAY)

    return page(
        here,
        here.t("For those who work here"),
        [
            WaysIn(SignInForm, to_start),
            ft.Row(
                [
                    quiet(here.t("I have a code from my coordinator"), lambda: go(places.TODAY)),
                    quiet(here.t("Accessibility"), lambda: go(places.ACCESSIBILITY)),
                ],
                wrap=True,
            ),
        ],
        language=True,
        first=True,
    )


@ft.component
def SignInForm(done: Callable[[], None]) -> ft.Control:
    """Apart, so that a key pressed redraws nothing else. The password is kept nowhere. `done` is called when
    somebody came in."""
    here = use_here()
    email, set_email = ft.use_state("")
    password, set_password = ft.use_state("")
    busy, set_busy = ft.use_state(False)
    wrong, set_wrong = ft.use_state("")

    async def sign_in() -> None:
        if busy:
            return
        set_busy(True)
        set_wrong("")
        problem = await here.do.access.sign_in(email, password)
        if problem:
            set_busy(False)
            set_password("")
            set_wrong(sentence(here.words, problem))
        else:
            done()

    waiting = here.t("Signing in…")
    return ft.Column(
        [
            body(here.t("With the e-mail and the password that your organisation gave you.")),
            WordsField(here.t("E-mail"), email, set_email, submit=sign_in, longest=254),
            WordsField(
                here.t("Password"),
                password,
                set_password,
                submit=sign_in,
                longest=1024,
                wrong=wrong,
                secret=True,
            ),
            ft.Row(
                [
                    primary(waiting if busy else here.t("Sign in"), sign_in, disabled=busy),
                    *([waits()] if busy else []),
                ],
                wrap=True,
                vertical_alignment=ft.CrossAxisAlignment.CENTER,
            ),
        ],
        spacing=16,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
