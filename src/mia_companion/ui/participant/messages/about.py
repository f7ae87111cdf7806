"""Writing about one step or one appointment: other screens place `WriteAbout(what, item)`.

`what` is `threads.STEP` or `threads.APPOINTMENT`, `item` its id. What is private has no such button: a
thread is read by both sides, and its id alone would tell that the item is there.
"""

import flet as ft

from mia_companion.domain.messages import GENERAL, thread_about
from mia_companion.ui import places
from mia_companion.ui.components.buttons import secondary
from mia_companion.ui.components.threads import about
from mia_companion.ui.context import go, use_here


def thread_place(thread: str) -> str:
    """Where a thread is read."""
    return places.MESSAGES if thread == GENERAL else f"{places.THREAD}/{thread}"


@ft.component
def WriteAbout(what: str, item: str) -> ft.Control:
    """A button to the thread, which says how many messages are there, and how many of them are new."""
    here = use_here()
    plan, account = here.view.plan(), here.view.account
    thread = thread_about(what, item)
    count = len(plan.thread(thread))
    if account is None or not (count or about(plan, thread).place):
        return ft.Container(height=0)
    words = here.t("Write about this")
    if count:
        words = here.words.n("{count} message about this", "{count} messages about this", count)
    if new := plan.unread(account.id, thread):
        named = here.words.n("{count} new message", "{count} new messages", new)
        words = here.t("{words} · {new}", words=words, new=named)
    button = secondary(words, lambda: go(f"{places.THREAD}/{thread}"), ft.Icons.CHAT_BUBBLE_OUTLINE)
    return ft.Row([button], wrap=True)
