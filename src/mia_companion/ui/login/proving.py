"""Asked in the middle of a deed that means a lot to somebody: is it really you? Then the deed goes on."""

import flet as ft

from mia_companion.ui.components.buttons import BACK, answers, primary, quiet
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.sentences import asked_sentence
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.typed import use_typed
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.login.busy import tapping
from mia_companion.ui.login.outside import Outside
from mia_companion.ui.login.ways import use_ways
from mia_companion.ui.theme import GAP

_WIDTH = 420


def use_proving(here: Here) -> None:
    """Over whatever screen is there. Call it while the root renders."""
    asked = here.view.is_asked and not here.view.is_idle and not here.view.hidden
    ft.use_dialog(_dialog(here) if asked else None)


def _dialog(here: Here) -> ft.AlertDialog:
    """It is called by its heading: `index.html` sees to it, for Flutter only describes it so."""
    return ft.AlertDialog(
        modal=True,
        semantics_label="",
        title=heading(here.t("Is it you?"), 1),
        content=ft.Container(Proving(), width=_WIDTH),
        actions=[answers(BACK, quiet(here.t("Not now"), here.do.login.give_up))],
        scrollable=True,
    )


@ft.component
def Proving() -> ft.Control:
    """The password, or what is shown outside the app."""
    here = use_here()
    ways = use_ways(here)
    inside: list[ft.Control] = [
        body(
            here.t(
                "What you are doing means a lot to somebody, so show once more that it is you. Then it"
                " goes on by itself, and for five minutes you are not asked again."
            )
        )
    ]
    if ways.passwords:
        inside.append(PasswordAgain())
    if ways.provider or ways.passkeys:
        name = ways.provider or here.t("With a passkey")
        if ways.provider and ways.passkeys:
            name = here.t("With {name} or a passkey", name=ways.provider)
        inside.append(Outside("again", name, lambda: None, leads=not ways.passwords))
    return stack(inside, gap=GAP)


@ft.component
def PasswordAgain() -> ft.Control:
    """Kept nowhere."""
    here = use_here()
    password, last_typed, change = use_typed()
    wrong, set_wrong = ft.use_state("")
    busy, set_busy = ft.use_state(False)

    async def show() -> None:
        set_wrong("")
        problem = await here.do.login.show_password(last_typed())
        if problem:
            change("")
            set_wrong(asked_sentence(here.words, problem))

    shown = tapping(busy, set_busy, show)
    return stack(
        [
            WordsField(
                here.t("Your password"),
                password,
                change,
                submit=shown,
                longest=1024,
                wrong=wrong,
                secret=True,
            ),
            ft.Row([primary(here.t("It is me"), shown, disabled=busy)], wrap=True),
        ],
        gap=8,
    )
