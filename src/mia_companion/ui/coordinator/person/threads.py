"""The threads with one person, one at a time. What is read is what the coordinator has had before the eyes
and acted on.

opened ──▶ what stands there is read
new message while open ──▶ unread until the coordinator writes, or says so
new message in another thread ──▶ unread until that thread is opened
"""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.messages import GENERAL
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.texts import heading
from mia_companion.ui.components.threads import thread_name
from mia_companion.ui.components.told import in_lines
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.coordinator.person.messages import Thread
from mia_companion.ui.keyed import keyed
from mia_companion.ui.theme import EDGE, GAP


@ft.component
def Threads(person: str, level: int, flows: bool = False) -> ft.Control:
    """Opens in the thread of the newest unread message. `flows` leaves scrolling to the page."""
    here = use_here()
    begun = ft.use_memo(lambda: _first(here, person), [person])
    thread, choose = ft.use_state(begun)
    inside = keyed(f"{person}/{thread}", Thread, person, thread, level + 1, flows)
    return ft.Column(
        [
            ft.Container(heading(here.t("Messages"), level), padding=_SIDES),
            _chips(here, person, thread, choose),
            inside if flows else ft.Container(inside, expand=True),
        ],
        expand=not flows,
        spacing=4,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _first(here: Here, person: str) -> str:
    account = here.view.account
    latest = here.view.plan(person).latest_unread(account.id) if account else None
    return latest.thread_id if latest else GENERAL


def _chips(here: Here, person: str, thread: str, choose: Callable[[str], None]) -> ft.Control:
    """Without a height while there is only one. The thread beneath keeps its place in the tree, so that a
    second one that begins does not open the first anew."""
    account, plan = here.view.account, here.view.plan(person)
    threads = [GENERAL, *(one for one in plan.threads if one != GENERAL)]
    if account is None or len(threads) == 1:
        return ft.Container(height=0)
    unread = plan.unread_by_thread(account.id)

    def chosen(one: str) -> Callable[[], None]:
        return lambda: choose(one)

    # Translators: the thread that is about nothing special.
    general = here.t("General")
    chips: list[ft.Control] = []
    for one in threads:
        words = thread_name(here, plan, one, general)
        if count := unread.get(one, 0):
            new = here.words.n("{count} unread", "{count} unread", count)
            words = here.t("{words} · {new}", words=words, new=new)
        chips.append(chip(words, chosen=one == thread, tapped=chosen(one), key=one))
    return ft.Container(in_lines(chips), padding=_SIDES)


_SIDES = ft.Padding.only(left=EDGE, right=EDGE, top=GAP)
