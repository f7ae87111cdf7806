"""The way back in, where this device's access has ended while somebody was using it."""

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.texts import body, live
from mia_companion.ui.context import go, use_here


@ft.component
def SignInAgain() -> ft.Control:
    """Staff go to the sign-in at once. A participant is first told that a code is needed: until
    it is there, the plan is better seen here than not."""
    here = use_here()
    opened, set_opened = ft.use_state(False)
    t = here.t

    def leave_for(place: str) -> None:
        here.do.access.start_over()
        go(place)

    def begin() -> None:
        if here.view.is_staff:
            leave_for(places.SIGN_IN)
        else:
            set_opened(True)

    if not opened:
        return ft.Row([quiet(t("Sign in again"), begin, ft.Icons.LOGIN)], wrap=True)
    needed = t(
        "For this you need a new code from your coordinator. Your plan is not seen here until the"
        " code is entered. Nothing is lost."
    )
    ways: list[ft.Control] = [
        quiet(t("I have a code"), lambda: leave_for(places.TODAY)),
        quiet(t("Not now"), lambda: set_opened(False)),
    ]
    return stack(
        [
            live(body(needed)),
            ft.Row(ways, wrap=True, spacing=4, run_spacing=0),
        ],
        gap=0,
    )
