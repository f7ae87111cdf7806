"""What lies locked from before, since a PIN was forgotten: bring it back, or take it away."""

import flet as ft

from mia_companion.app.lock.from_before import FromBefore
from mia_companion.app.lock.lock import Lock
from mia_companion.ui import places
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.pin_pad import PinPad
from mia_companion.ui.components.texts import body, told
from mia_companion.ui.context import go, use_here
from mia_companion.ui.keyed import keyed
from mia_companion.ui.lock.trying import use_trying
from mia_companion.ui.lock.words import tried_words


@ft.component
def SetAsideScreen() -> ft.Control:
    """The oldest first, if there are several."""
    here = use_here()
    t, lock, aside = here.t, here.state.lock, here.view.lock.set_aside
    title = t("What lies locked from before")
    if lock is None or not aside:
        return page(here, title, [told(t("Nothing is left of it here."))])
    return page(
        here,
        title,
        [
            body(
                t(
                    "Perhaps you had written something that was not sent before the PIN was forgotten."
                    " With that PIN it is brought back and sent."
                )
            ),
            keyed(aside[0], BringBack, lock, aside[0]),
        ],
    )


@ft.component
def BringBack(lock: Lock, when: str) -> ft.Control:
    """The old PIN, or two taps to take it away for good."""
    here = use_here()
    t = here.t
    sure, set_sure = ft.use_state(False)
    problem, set_problem = ft.use_state("")

    before: FromBefore = ft.use_memo(lambda: lock.from_before(when), [lock, when])

    async def drop() -> None:
        tried = await before.drop()
        if tried:
            go(places.LOCK)
        set_problem(tried_words(here.words, tried))

    trying = use_trying(here, before.bring_back, before.pause)
    pad = PinPad(
        t("The PIN from before"),
        trying.digits,
        trying.change,
        trying.enter,
        wrong=trying.wrong or problem,
        resting=trying.resting,
    )
    ways: list[ft.Control] = [quiet(t("I no longer need it"), lambda: set_sure(True))]
    if sure:
        ways = [
            told(t("Then it is deleted from this device for good.")),
            secondary(t("Yes, delete it"), drop),
            quiet(t("No, let it lie"), lambda: set_sure(False)),
        ]
    return ft.Column(
        [pad, ft.Row(ways, wrap=True)],
        spacing=16,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
