"""Messages: the thread with one's coordinator, and the way to those about something special."""

import flet as ft

from mia_companion.domain.messages import GENERAL
from mia_companion.ui import places
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import SKY, card
from mia_companion.ui.components.narrow import line
from mia_companion.ui.components.text_scale import is_tight
from mia_companion.ui.components.texts import strong
from mia_companion.ui.components.threads import about, shown_words
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.keyed import keyed
from mia_companion.ui.participant.messages.talk import Talk
from mia_companion.ui.participant.shell import shell_filled


@ft.component
def MessagesScreen() -> ft.Control:
    """One thing at a time: the place opens in the thread that everyone has. While there are others, one line
    leads to them, and says what is new there."""
    here = use_here()
    others = _others(here)
    under, first = ([], others) if is_tight(here) else (others, [])
    talk = keyed(GENERAL, Talk, GENERAL, first)
    return shell_filled(here, places.MESSAGES, here.t("Messages"), under, talk)


def _others(here: Here) -> list[ft.Control]:
    account, plan = here.view.account, here.view.plan()
    others = [one for one in plan.threads if one != GENERAL]
    if account is None or not others:
        return []
    unread = plan.unread_by_thread(account.id)
    new = [one for one in others if one in unread]
    if new and is_tight(here):
        count = sum(unread[one] for one in new)
        words = here.words.n("{count} new message", "{count} new messages", count)
        there = f"{places.THREAD}/{new[0]}" if len(new) == 1 else places.THREADS
        return [ft.Row([quiet(words, lambda: go(there), ft.Icons.FORUM_OUTLINED)])]
    if len(new) == 1:
        return [_new_in(here, new[0], unread[new[0]])]
    if new:
        words = here.words.n(
            "New messages in {count} other thread",
            "New messages in {count} other threads",
            len(new),
        )
        return [_line(here, ft.Icons.FORUM_OUTLINED, [strong(words)], places.THREADS)]
    words = here.words.n("{count} other thread", "{count} other threads", len(others))
    return [ft.Row([quiet(words, lambda: go(places.THREADS), ft.Icons.FORUM_OUTLINED)])]


def _new_in(here: Here, thread: str, count: int) -> ft.Control:
    plan = here.view.plan()
    words = here.words.n("{count} new message", "{count} new messages", count)
    matter = ft.Text(
        shown_words(here, plan, thread), max_lines=2, overflow=ft.TextOverflow.ELLIPSIS
    )
    there = f"{places.THREAD}/{thread}"
    return _line(here, about(plan, thread).icon, [strong(words), matter], there)


def _line(here: Here, icon: ft.IconData, texts: list[ft.Control], place: str) -> ft.Control:
    row = line(
        ft.Icon(icon, color=ft.Colors.ON_TERTIARY_CONTAINER),
        texts,
        ft.Icon(ft.Icons.CHEVRON_RIGHT, color=ft.Colors.ON_TERTIARY_CONTAINER),
        between=0,
    )
    box = card([row], tone=SKY, tapped=lambda: go(place))
    return ft.MergeSemantics(ft.Semantics(button=True, content=box))
