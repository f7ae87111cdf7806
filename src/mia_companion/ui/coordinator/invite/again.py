"""A new code for somebody who is followed already: the phone is new, or lost, or the code was not used."""

from collections.abc import Callable
from typing import Any, cast

import flet as ft

from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, told
from mia_companion.ui.context import go, use_here
from mia_companion.ui.coordinator.invite.handing import Handing
from mia_companion.ui.coordinator.invite.standing import Standing, use_standing
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.coordinator.paths import devices_path
from mia_companion.ui.theme import GAP
from mia_companion.wire.accounts import Invitation


@ft.component
def InviteAgain(person: str, level: int) -> ft.Control:
    """How the last code stands, and the way to a new one."""
    here = use_here()
    made, set_made = ft.use_state(cast("Invitation | None", None))
    if made is not None:
        return Handing(made, name_of(here, person), level, None)
    return NewCode(person, set_made, level)


@ft.component
def NewCode(person: str, take: Callable[[Invitation], Any], level: int) -> ft.Control:
    """Before it is made."""
    here = use_here()
    busy, set_busy = ft.use_state(False)
    wrong, set_wrong = ft.use_state("")
    standing = use_standing(person, "")

    async def make() -> None:
        if busy:
            return
        set_busy(True)
        set_wrong("")
        answer = await here.do.pairing.new_code(person)
        set_busy(False)
        if isinstance(answer, str):
            set_wrong(sentence(here.words, answer))
        else:
            take(answer)

    t, name = here.t, name_of(here, person)
    waiting = t("Making the code…")
    return stack(
        [
            heading(t("A way in for {name}", name=name), level),
            Standing(person, name, standing, level + 1),
            body(
                t(
                    "With a new code {name} opens the app on a new phone. Everything is there. A code"
                    " that nobody has used ends when you make a new one.",
                    name=name,
                )
            ),
            body(
                t(
                    "If a phone is lost, {name} can sign it out from another one, under Me, at the"
                    " devices. Or you do it here, when {name} asks you to.",
                    name=name,
                )
            ),
            ft.Row(
                [
                    quiet(
                        t("A phone is lost"),
                        lambda: go(devices_path(person)),
                        ft.Icons.PHONELINK_ERASE,
                    )
                ],
                wrap=True,
            ),
            told(wrong),
            ft.Row(
                [primary(waiting if busy else t("Make a new code"), make, disabled=busy)],
                wrap=True,
            ),
        ],
        gap=GAP + 4,
    )
