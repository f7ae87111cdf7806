"""Leaving this device. Not while something waits to be sent, so that nothing is lost."""

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet, secondary
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body
from mia_companion.ui.context import Here, go, use_here


@ft.component
def LeaveScreen() -> ft.Control:
    """Says what is needed to come back, before one goes."""
    here = use_here()
    t = here.t
    problem, set_problem = ft.use_state("")
    busy, set_busy = ft.use_state(False)

    async def leave() -> None:
        set_busy(True)
        came = await here.do.access.sign_out()
        if came:
            set_problem(came)
            set_busy(False)
        else:
            go(places.TODAY)

    if here.view.something_waits:
        return page(here, t("Leave this device"), _not_yet(here))
    inside: list[ft.Control] = [
        body(t("Your plan is taken away from this device. It is still with your coordinator.")),
        body(t("To come back here you need a new code from your coordinator.")),
    ]
    if problem:
        said = body(sentence(here.words, problem))
        inside.append(ft.Semantics(live_region=True, content=said))
    return page(
        here,
        t("Leave this device"),
        [
            *inside,
            primary(t("Stay"), lambda: go(places.ME)),
            body(t("Leaving …")) if busy else secondary(t("Leave"), leave, ft.Icons.LOGOUT),
        ],
    )


def _not_yet(here: Here) -> list[ft.Control]:
    t = here.t
    return [
        body(
            t(
                "Something you recorded is still only on this device. Connect first, so that it"
                " is sent. Then you can leave."
            )
        ),
        primary(t("See what waits"), lambda: go(places.WAITING)),
        quiet(t("Stay"), lambda: go(places.ME)),
    ]
