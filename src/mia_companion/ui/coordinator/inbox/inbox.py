"""The place of messages, by how wide the page is.

wide     [ places │ threads │ the one that is open ]   choosing moves nothing but the right side
narrow   threads ─▶ the one that is open
"""

from urllib.parse import unquote

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.texts import lead
from mia_companion.ui.components.told import told_apart
from mia_companion.ui.context import use_here
from mia_companion.ui.coordinator.frame import narrow_view, workspace
from mia_companion.ui.coordinator.inbox.open_thread import opened
from mia_companion.ui.coordinator.inbox.thread_list import InboxList
from mia_companion.ui.coordinator.shell import LIST_WIDTH
from mia_companion.ui.theme import EDGE


def _asked() -> tuple[str, str]:
    params = ft.use_route_params()
    return params.get("person", ""), unquote(params.get("thread", ""))


@ft.component
def InboxDesk() -> ft.Control:
    """The wide layout; the router puts the open thread in its outlet."""
    here = use_here()
    list_side = ft.Container(
        InboxList(*_asked()), width=LIST_WIDTH, bgcolor=ft.Colors.SURFACE_CONTAINER_LOW
    )
    both = ft.Row(
        [list_side, told_apart(ft.Container(ft.use_route_outlet(), expand=True))],
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return workspace(here, places.INBOX, both)


@ft.component
def NothingOpen() -> ft.Control:
    """Beside the list, before one is chosen."""
    here = use_here()
    words = ""
    if here.state.inbox.threads(here.view):
        words = here.t("Choose one in the list. Whoever has waited longest stands first.")
    return ft.Container(lead(words), alignment=ft.Alignment.CENTER, padding=2 * EDGE)


@ft.component
def ThreadPane() -> ft.Control:
    """Beside the list."""
    return opened(use_here(), *_asked(), 2)


@ft.component
def InboxScreen() -> ft.Control:
    """The narrow layout's first screen."""
    return workspace(use_here(), places.INBOX, ft.Container(InboxList()))


@ft.component
def ThreadScreen() -> ft.Control:
    """A screen of its own."""
    here = use_here()
    whole = opened(here, *_asked(), 1)
    return narrow_view(here, "", [ft.Container(whole, expand=True)], scrolls=False)
