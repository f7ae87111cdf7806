"""A thread with what stands around it: who is away, what was said, when an answer comes, where to write."""

from collections.abc import Sequence
from typing import cast

import flet as ft

from mia_companion.domain.messages import GENERAL
from mia_companion.ui.components.bubble import Bubble
from mia_companion.ui.components.cards import SKY, card, stack
from mia_companion.ui.components.earlier import use_foot, use_newest
from mia_companion.ui.components.text_scale import is_tight
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.participant.messages.away import AwayCards
from mia_companion.ui.participant.messages.composer import Composer
from mia_companion.ui.participant.messages.known import known
from mia_companion.ui.participant.messages.panel import NOTHING
from mia_companion.ui.participant.messages.refused import Put, refused_cards
from mia_companion.ui.participant.messages.said import said


@ft.component
def Talk(thread: str, first: Sequence[ft.Control]) -> ft.Control:
    """The newest at the foot, and above the oldest what comes `first`; what is shown is marked as read, while
    one stands here.

    A panel takes the place of what was said for a moment. The composer keeps its place in the tree
    meanwhile, and with it what is in the box.
    """
    here = use_here()
    standing = bool(ft.use_view_path()) and ft.use_view_path() == ft.use_route_location()
    opened, set_opened = ft.use_state(NOTHING)
    box = ft.use_ref(cast("Put | None", None))
    plan, account = here.view.plan(), here.view.account
    shown, earlier = use_newest(here, lambda count: plan.newest_messages(count, thread))
    unread = plan.unread(account.id, thread) if account else 0
    foot, to_foot = use_foot()

    def read() -> None:
        if standing and not opened:
            here.do.messages.mark_read(thread=thread)

    ft.use_effect(read, [unread, standing, opened])
    top: ft.Control = stack([] if is_tight(here) else [AwayCards()], gap=0)
    middle: ft.Control = ft.Container(height=0)
    if not opened:
        bubbles: list[ft.Control] = [Bubble(said(here, one), key=one.id) for one in shown]
        lines = [*first, *earlier, *bubbles, *refused_cards(here, thread, box), known(here, thread)]
        middle = (
            _scrolled(lines, foot)
            if shown
            else _begun([*first, _nothing_yet(here, thread), *lines[len(first) :]])
        )
    composer = ft.Container(Composer(thread, opened, set_opened, box, to_foot), expand=bool(opened))
    return ft.Column(
        [top, middle, composer],
        spacing=4 if is_tight(here) else 8,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _scrolled(lines: list[ft.Control], foot: ft.Ref[ft.ListView]) -> ft.Control:
    """Begins at its foot, so that nothing moves when earlier messages come in at the other end. What is
    known before one writes scrolls along: large text and a small phone leave room to read."""
    return ft.ListView(list(reversed(lines)), reverse=True, expand=True, spacing=8, ref=foot)


def _begun(lines: list[ft.Control]) -> ft.Control:
    return ft.Column(lines, expand=True, scroll=ft.ScrollMode.AUTO, spacing=8)


def _nothing_yet(here: Here, thread: str) -> ft.Control:
    if thread != GENERAL:
        words = here.t("Nothing is written about this yet. Ask, or tell what you think of it.")
        return card([body(words)], tone=SKY)
    return card(
        [
            heading(here.t("Write to your coordinator")),
            body(
                here.t(
                    "Ask something, tell how it is, or just say hello."
                    " You can write at any time; the answer comes when they are at work."
                )
            ),
        ],
        tone=SKY,
    )
