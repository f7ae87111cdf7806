"""The five places, and what stands around each: a bar below on a phone, a rail beside on a wide page."""

from collections.abc import Sequence

import flet as ft

from mia_companion.domain import rights
from mia_companion.ui import places
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.frame import bar, filled, scrolled
from mia_companion.ui.components.placed import Place, placed
from mia_companion.ui.components.signs import waits
from mia_companion.ui.components.texts import body, heading, live
from mia_companion.ui.context import Here


def shell(here: Here, place: str, title: str, inside: Sequence[ft.Control]) -> ft.View:
    """A place whose content is scrolled."""
    if not has_come(here):
        inside = [_on_its_way(here)]
    return _view(here, place, scrolled(title, inside))


def shell_filled(
    here: Here, place: str, title: str, under: Sequence[ft.Control], middle: ft.Control
) -> ft.View:
    """A place whose middle takes the room that is left, and scrolls in itself; `under` its name."""
    if not has_come(here):
        return shell(here, place, title, [])
    return _view(here, place, filled(here, [heading(title, 1), *under], middle))


def has_come(here: Here) -> bool:
    """Whether the plan is on this device: before that, nothing is known, not even that it is empty."""
    return here.view.journal(rights.SHARED) is not None


def _on_its_way(here: Here) -> ft.Control:
    row = ft.Row(
        [
            waits(),
            ft.Container(body(here.t("Your plan is on its way.")), expand=True),
        ],
        spacing=16,
    )
    return live(card([row]))


def _view(here: Here, place: str, content: ft.Control) -> ft.View:
    return placed(here, _places(here), place, bar(here), content)


def _places(here: Here) -> list[Place]:
    account = here.view.account
    unread = here.view.plan().unread_in_all(account.id) if account else 0
    # Translators: the five places under the screen. Short: each has room for about eleven letters.
    c = here.words.c
    letters = ft.Icon(ft.Icons.CHAT_BUBBLE_OUTLINE)
    if unread:
        letters = ft.Icon(
            ft.Icons.CHAT_BUBBLE_OUTLINE,
            badge=ft.Badge(small_size=10, bgcolor=ft.Colors.TERTIARY),
            semantics_label=here.words.n("{count} unread", "{count} unread", unread),
        )
    sun, route = ft.Icon(ft.Icons.WB_SUNNY_OUTLINED), ft.Icon(ft.Icons.ROUTE_OUTLINED)
    times, me = ft.Icon(ft.Icons.EVENT_OUTLINED), ft.Icon(ft.Icons.PERSON_OUTLINE)
    return [
        Place(places.TODAY, c("place", "Today"), sun, ft.Icons.WB_SUNNY),
        Place(places.PATH, c("place", "My path"), route, ft.Icons.ROUTE),
        Place(places.APPOINTMENTS, c("place", "Times"), times, ft.Icons.EVENT),
        Place(places.MESSAGES, c("place", "Messages"), letters, ft.Icons.CHAT_BUBBLE),
        Place(places.ME, c("place", "Me"), me, ft.Icons.PERSON),
    ]
