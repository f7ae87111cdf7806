"""Before a locked app: the PIN, and Help now. Nobody's name, nothing of what is inside."""

import flet as ft

from mia_companion.app.lock.lock import Lock
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet, secondary
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.pin_pad import PinPad
from mia_companion.ui.components.texts import body
from mia_companion.ui.context import go, use_here
from mia_companion.ui.lock.trying import use_trying


@ft.component
def LockedScreen() -> ft.Control:
    """At every address but Help now and the languages."""
    here = use_here()
    t, lock, state = here.t, here.state.lock, here.view.lock
    if lock is None:
        return page(here, t("Closed"), [], first=True)
    if state.no_key:
        return page(
            here,
            t("Not just now"),
            [
                body(
                    t(
                        "Your phone does not give MIA its key at this moment. Nothing is lost."
                        " Try again, or restart the phone."
                    )
                ),
                primary(t("Try again"), lock.begin),
            ],
            language=True,
            first=True,
        )
    if not state.has_pin:
        opens = primary(t("Open"), lock.open_discreet)
        return page(here, t("Welcome back"), [opens], language=True, first=True)
    return page(here, t("Your PIN"), [ByPin(lock)], language=True, first=True)


@ft.component
def ByPin(lock: Lock) -> ft.Control:
    """The pad; a finger or a face where that was chosen, asked for by a tap: the screen may come unseen."""
    here = use_here()
    t = here.t
    trying = use_trying(here, lock.open, lock.pause)

    async def by_body() -> None:
        await lock.open_by_body(t("To open"))

    pad = PinPad(
        t("PIN"),
        trying.digits,
        trying.change,
        trying.enter,
        wrong=trying.wrong,
        resting=trying.resting,
    )
    body_way = [secondary(t("Finger or face"), by_body, ft.Icons.FINGERPRINT)]
    return ft.Column(
        [
            pad,
            *(body_way if here.view.lock.by_body else []),
            ft.Row(
                [quiet(t("I have forgotten it"), lambda: go(places.FORGOTTEN))],
                alignment=ft.MainAxisAlignment.CENTER,
                wrap=True,
            ),
        ],
        spacing=16,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
