"""A thread in the inbox. Redrawn only when what it says has changed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import flet as ft

from mia_companion.domain.inbox import InboxThread
from mia_companion.ui.components.message_words import message_words
from mia_companion.ui.components.own_words import shortened
from mia_companion.ui.components.pill import pill
from mia_companion.ui.components.threads import about, thread_name
from mia_companion.ui.context import Here
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.memo import memo
from mia_companion.ui.theme import EDGE, GAP, RADIUS


@dataclass(frozen=True, slots=True)
class RowLines:
    """What a row says, in the language of the screen. `unread` is empty when all is read."""

    person: str
    thread: str
    name: str
    icon: ft.IconData
    about: str
    newest: str
    state: str
    unread: str
    waits: bool
    chosen: bool = False


def row_lines(here: Here, one: InboxThread, *, chosen: bool) -> RowLines:
    """The words of one thread."""
    latest, plan = one.latest, here.view.plan(one.participant)
    words = latest.translation or latest.words
    unread = here.words.n("{count} unread", "{count} unread", one.unread) if one.unread else ""
    return RowLines(
        person=one.participant,
        thread=one.thread,
        name=name_of(here, one.participant),
        icon=about(plan, one.thread).icon,
        # Translators: the thread that is about nothing special.
        about=thread_name(here, plan, one.thread, here.t("General")),
        newest=message_words(here.words, shortened(words), latest.attachments),
        state=state_words(here, one),
        unread=unread,
        waits=one.waits,
        chosen=chosen,
    )


def state_words(here: Here, one: InboxThread) -> str:
    """How long it has waited, or who did what there last."""
    if one.waits_since is not None:
        waited = here.now() - one.waits_since
        if waited.total_seconds() < 60:
            return here.t("Came just now")
        return here.t("Has waited {time}", time=here.words.lasting(waited))
    ago = here.words.ago(one.done_at, here.now())
    account = here.view.account
    if account is not None and one.done_by == account.id:
        if one.is_settled:
            return here.t("You said {ago} that it needs no answer", ago=ago)
        return here.t("You wrote {ago}", ago=ago)
    name = here.view.coordinator_name(one.done_by) or here.t("A coordinator")
    if one.is_settled:
        return here.t("{name} said {ago} that it needs no answer", name=name, ago=ago)
    return here.t("{name} wrote {ago}", name=name, ago=ago)


@memo
@ft.component
def InboxRow(said: RowLines, opened: Callable[[str, str], Any]) -> ft.Control:
    """One button: who, about what, how it begins, and how long it has waited."""
    tint = ft.Colors.ON_PRIMARY_CONTAINER if said.chosen else ft.Colors.ON_SURFACE
    line = ft.Container(
        ft.Column(
            inside(said, tint),
            spacing=4,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        bgcolor=ft.Colors.PRIMARY_CONTAINER if said.chosen else None,
        border=ft.Border.all(2, ft.Colors.PRIMARY) if said.chosen else None,
        border_radius=RADIUS,
        padding=ft.Padding.symmetric(horizontal=EDGE, vertical=GAP),
        ink=True,
        on_click=lambda _: opened(said.person, said.thread),
    )
    return ft.MergeSemantics(ft.Semantics(button=True, selected=said.chosen, content=line))


def inside(said: RowLines, tint: ft.Colors) -> list[ft.Control]:
    """The lines of a row."""
    name = ft.Text(said.name, theme_style=ft.TextThemeStyle.TITLE_MEDIUM, color=tint, expand=True)
    head: list[ft.Control] = [name]
    if said.unread:
        head.append(pill(said.unread, ft.Icons.MAIL_OUTLINED))
    matter = ft.Row(
        [
            ft.Icon(said.icon, size=16, color=tint),
            ft.Text(said.about, theme_style=_SMALL, color=tint, expand=True, max_lines=2),
        ],
        spacing=6,
    )
    newest = ft.Text(said.newest, color=tint, max_lines=2, overflow=ft.TextOverflow.ELLIPSIS)
    if said.waits:
        warm = pill(said.state, ft.Icons.SCHEDULE, ft.Colors.SECONDARY_CONTAINER)
        state: ft.Control = ft.Row([warm], wrap=True)
    else:
        state = ft.Text(said.state, theme_style=_SMALL, color=tint)
    return [ft.Row(head, spacing=8), matter, newest, state]


_SMALL = ft.TextThemeStyle.BODY_SMALL
