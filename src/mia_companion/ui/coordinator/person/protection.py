"""The person's name, whether their identity is protected, and the switch for it.

name · Protect the identity ──tap──▶ what it does, and a box to tick ──▶ name · ⛨ Protected identity
"""

from collections.abc import Sequence

import flet as ft

from mia_companion.domain.protection import code_of
from mia_companion.ui.components.called import is_protected
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, live, muted
from mia_companion.ui.components.ticks import tick
from mia_companion.ui.components.told import in_lines, told_alone
from mia_companion.ui.context import use_here
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.coordinator.person.deed import deed


@ft.component
def NameAndProtection(person: str, level: int, deeds: Sequence[ft.Control]) -> ft.Control:
    """`level` is that of the heading with the name; `deeds` stand beside it. Only the person's own
    coordinators may change the protection."""
    here = use_here()
    opened, set_opened = ft.use_state(False)
    wrong, set_wrong = ft.use_state("")
    on = is_protected(here, person)

    def turn() -> None:
        done = here.do.protection.protect(person, not is_protected(here, person))
        set_wrong("" if done else sentence(here.words, done.problem))

    words = here.t("Protected identity") if on else here.t("Protect the identity")
    icon = ft.Icons.SHIELD if on else ft.Icons.SHIELD_OUTLINED
    button = deed(here, words, lambda: set_opened(not opened), icon)
    name = heading(name_of(here, person), level, beside=True)
    if not here.view.follows(person):
        sign = (
            [ft.Icon(icon, size=18), told_alone(muted(here.t("Protected identity")))] if on else []
        )
        return in_lines([name, *sign, *deeds], between=0)
    line = in_lines(
        [name, ft.Semantics(expanded=opened, content=button), *deeds], between=0, middle=True
    )
    if not opened:
        return line
    about = here.t(
        "Only the coordinators of this person see the name, the places and the people. Files, papers,"
        " calendars and lists have the code {code} instead. The person sees that it is so.",
        code=code_of(person),
    )
    switch = tick(here.t("Protected identity"), on=on, tapped=turn, icon=icon, about=about)
    said = live(body(wrong) if wrong else ft.Container(height=0))
    return stack([line, switch, said], gap=4)
