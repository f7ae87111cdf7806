"""The root of all screens."""

from collections.abc import Callable
from typing import cast

import flet as ft

from mia_companion.app.state import AppState, Said
from mia_companion.ui.components.undo import use_said
from mia_companion.ui.context import AppContext, use_here
from mia_companion.ui.lost import LostScreen
from mia_companion.ui.memo import memo
from mia_companion.ui.routes import routes_for


_keyed_router = cast("Callable[..., ft.Control]", ft.Router)  # its types know no key


@ft.component
def App(state: AppState) -> ft.Control:
    """Everything that a page shows."""
    return AppContext(state, lambda: Ground(state.said))


@ft.component
def Ground(said: Said) -> ft.Control:
    """Where the word after a tap is shown, whatever screen is there."""
    use_said(use_here(), said)
    return Map()


@memo
@ft.component
def Map() -> ft.Control:
    """The screens of whoever is here; another person or role is another map."""
    here = use_here()
    account = here.view.account
    who = account.id if account else f"nobody/{bool(here.view.choices.language)}"
    routes = routes_for(here.view, wide=here.wide)
    return _keyed_router(routes, not_found=LostScreen, manage_views=True, key=who)
