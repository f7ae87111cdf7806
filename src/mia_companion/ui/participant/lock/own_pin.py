"""Choosing a PIN: the one there is, a new one, the new one again. One question at a time."""

import flet as ft

from mia_companion.app.lock.lock import Lock
from mia_companion.app.lock.tried import Tried, unfit
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.pin_pad import PinPad
from mia_companion.ui.components.texts import body, told
from mia_companion.ui.context import go, use_here
from mia_companion.ui.keyed import keyed
from mia_companion.ui.lock.trying import use_trying
from mia_companion.ui.lock.words import problem_words

_OLD, _NEW, _AGAIN, _DONE = "old", "new", "again", "done"


@ft.component
def OwnPinScreen() -> ft.Control:
    """For the first time, or in place of another."""
    here = use_here()
    lock = here.state.lock
    title = here.t("Change the PIN") if here.view.lock.has_pin else here.t("Choose a PIN")
    return page(here, title, [ChoosePin(lock)] if lock is not None else [])


@ft.component
def ChoosePin(lock: Lock) -> ft.Control:
    """What is typed is kept nowhere before both are the same."""
    here = use_here()
    t = here.t
    at, set_at = ft.use_state(_OLD if here.view.lock.has_pin else _NEW)
    old, set_old = ft.use_state("")
    new, set_new = ft.use_state("")
    wrong, set_wrong = ft.use_state("")

    async def try_old(digits: str) -> Tried:
        tried = await lock.is_right(digits)
        if tried:
            set_old(digits)
            set_at(_NEW)
        return tried

    async def take_new(digits: str) -> Tried:
        problem = unfit(digits)
        set_wrong(problem_words(here.words, problem) if problem else "")
        if not problem:
            set_new(digits)
            set_at(_AGAIN)
        return Tried()

    async def repeat(digits: str) -> Tried:
        if digits != new:
            set_at(_NEW)
            set_wrong(t("The two were not the same. Choose once more."))
            return Tried()
        tried = await lock.choose(digits, old)
        if tried:
            set_at(_DONE)
        return tried

    steps = {
        _OLD: (t("Your PIN now"), try_old),
        _NEW: (t("A new PIN, 4 to 8 digits"), take_new),
        _AGAIN: (t("The same once more"), repeat),
    }
    label, does = steps.get(at, steps[_NEW])
    trying = use_trying(here, does, lock.pause)
    if at == _DONE:
        return _done(t("Your PIN is chosen. Keep it to yourself."), t("Back to Lock and hide"))
    shown: list[ft.Control] = []
    if at == _NEW:
        more = t("More digits are harder to guess. Not a birthday, and not the PIN of the phone.")
        shown.append(body(more))
    pad = keyed(
        at,
        PinPad,
        label,
        trying.digits,
        trying.change,
        trying.enter,
        wrong=trying.wrong or ("" if trying.digits else wrong),
        resting=trying.resting,
    )
    return ft.Column(
        [*shown, pad],
        spacing=16,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _done(words: str, way: str) -> ft.Control:
    return ft.Column(
        [told(words), primary(way, lambda: go(places.LOCK))],
        spacing=16,
        tight=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
