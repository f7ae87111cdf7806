"""Taking the PIN away: whoever does it knows it."""

import flet as ft

from mia_companion.app.lock.lock import Lock
from mia_companion.app.lock.tried import Tried
from mia_companion.ui import places
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.pin_pad import PinPad
from mia_companion.ui.components.texts import body
from mia_companion.ui.context import go, use_here
from mia_companion.ui.lock.trying import use_trying


@ft.component
def NoPinScreen() -> ft.Control:
    """One question."""
    here = use_here()
    lock = here.state.lock
    inside: list[ft.Control] = [body(here.t("Then MIA opens without a PIN on this device."))]
    if lock is not None:
        inside.append(TakeAway(lock))
    return page(here, here.t("Take the PIN away"), inside)


@ft.component
def TakeAway(lock: Lock) -> ft.Control:
    """The PIN that there is."""
    here = use_here()

    async def take(digits: str) -> Tried:
        tried = await lock.take_away(digits)
        if tried:
            go(places.LOCK)
        return tried

    trying = use_trying(here, take, lock.pause)
    return PinPad(
        here.t("Your PIN now"),
        trying.digits,
        trying.change,
        trying.enter,
        wrong=trying.wrong,
        resting=trying.resting,
    )
