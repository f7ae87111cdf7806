"""The ways in that this server offers: outside the app first, a password as the last resort."""

from collections.abc import Callable

import flet as ft

from mia_companion.ui.components.asked import use_asked
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import stack
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.login.outside import Outside, outside_name
from mia_companion.ui.theme import GAP
from mia_companion.wire.login import Ways

UNKNOWN = Ways(passwords=True, passkeys=False)
"""While nobody has answered: the way that needs nothing else."""


def use_ways(here: Here) -> Ways:
    """What is offered here."""
    found, _ = use_asked(here.do.login.ways)
    return found if isinstance(found, Ways) else UNKNOWN


@ft.component
def WaysIn(
    password: Callable[[Callable[[], None]], ft.Control], done: Callable[[], None]
) -> ft.Control:
    """`password(done)` makes the form for it; `done` is called when somebody came in."""
    here = use_here()
    ways = use_ways(here)
    opened, set_opened = ft.use_state(False)
    name = outside_name(here, ways)
    if not name:
        return password(done)
    inside: list[ft.Control] = [Outside("sign-in", name, done, leads=not opened)]
    if opened:
        inside.append(password(done))
    elif ways.passwords:
        to_password = quiet(here.t("With a password instead"), lambda: set_opened(True))
        inside.append(ft.Row([to_password], wrap=True))
    return stack(inside, gap=GAP)
