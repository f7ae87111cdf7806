"""The root of all screens."""

import flet as ft

from mia_companion.app.state import AppState
from mia_companion.ui.context import AppContext, use_here
from mia_companion.ui.hidden import Clock
from mia_companion.ui.login.proving import use_proving
from mia_companion.ui.lost import LostScreen
from mia_companion.ui.memo import memo
from mia_companion.ui.routes import routes_for
from mia_companion.ui.spoken import use_spoken


@ft.component
def App(state: AppState) -> ft.Control:
    """Everything that a page shows."""
    return AppContext(state, Map)


@memo
@ft.component
def Map() -> ft.Control:
    """The screens of whoever is here.

    One router for all of them: a second one, begun under another key, is made deaf to navigation
    when the first is taken down after it.
    """
    here = use_here()
    use_spoken(here)
    # Flet keeps hold of the last effect that it ran, and so of the screen that had it and of all that
    # screen knew. After the app was locked the last one is this, which knows nothing.
    ft.use_effect(_nothing, [here.state.moved])
    use_proving(here)
    routes = routes_for(here.view, wide=here.wide)
    lost = Clock if here.view.hidden else LostScreen
    return ft.Router(routes, not_found=lost, manage_views=True)


def _nothing() -> None:
    pass
