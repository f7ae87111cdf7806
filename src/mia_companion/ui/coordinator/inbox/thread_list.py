"""The list of threads: those that wait, those that are done, or all; searched by name and by words."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.inbox import InboxThread, done, in_turn, waiting
from mia_companion.i18n.words import later
from mia_companion.ui.components.called import called
from mia_companion.ui.components.cards import MOSS, card, stack
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.paged import show_more, use_pages
from mia_companion.ui.components.signs import sign
from mia_companion.ui.components.texts import body, heading, live, muted
from mia_companion.ui.components.threads import about
from mia_companion.ui.components.told import in_lines
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.frame import padded
from mia_companion.ui.coordinator.inbox.row import InboxRow, row_lines
from mia_companion.ui.coordinator.paths import inbox_path
from mia_companion.ui.theme import GAP

WAITING, DONE, ALL = "waiting", "done", "all"

_TOLD_EVERY_MS = 200

_NONE = {
    WAITING: later("Nobody waits for an answer."),
    DONE: later("Nothing is done yet."),
    ALL: later("No messages yet."),
}


@ft.component
def InboxList(person: str = "", thread: str = "") -> ft.Control:
    """`person` and `thread` are what the screen beside it shows. Takes the room that is left."""
    here = use_here()
    part, set_part = ft.use_state(WAITING)
    sought, set_sought = ft.use_state("")
    threads = here.state.inbox.threads(here.view)
    in_part = {WAITING: waiting, DONE: done, ALL: in_turn}[part](threads)
    found = [one for one in in_part if _has(here, one, sought.strip().casefold())]
    pages = use_pages(len(found))
    opened = ft.use_callback(_open, [])
    rows = [
        InboxRow(
            row_lines(here, one, chosen=(one.participant, one.thread) == (person, thread)),
            opened,
            key=f"{one.participant}/{one.thread}",
        )
        for one in found[: pages.shown]
    ]
    counted = here.words.n("{count} thread", "{count} threads", len(found))
    told = muted(counted) if rows else _nothing(here, part, bool(in_part))
    title = heading(here.t("Messages"), 1)  # by itself: else the field beneath it is read before it
    head = stack(
        [
            _parts(here, part, set_part, sum(one.waits for one in threads)),
            WordsField(here.t("Search by name or words"), sought, set_sought, longest=80),
            live(told),
        ]
    )
    foot = stack(show_more(here, pages))
    return ft.ListView(
        [
            ft.Container(title, padding=ft.Padding.only(bottom=GAP - _BETWEEN), key="title"),
            ft.Container(head, padding=ft.Padding.only(bottom=GAP), key="head"),
            *rows,
            foot,
        ],
        expand=True,
        spacing=_BETWEEN,
        padding=padded(head).padding,
        on_scroll=pages.scrolled,
        scroll_interval=_TOLD_EVERY_MS,
    )


_BETWEEN = 4


def _open(person: str, thread: str) -> None:
    go(inbox_path(person, thread))


def _has(here: Here, one: InboxThread, sought: str) -> bool:
    """Whether the name, what it is about, or the last message has these words."""
    if not sought:
        return True
    plan = here.view.plan(one.participant)
    name = called(here, one.participant)
    said = (name, about(plan, one.thread).words, one.latest.words, one.latest.translation)
    return any(sought in words.casefold() for words in said)


def _parts(here: Here, part: str, choose: Callable[[str], None], count: int) -> ft.Control:
    def chosen(one: str) -> Callable[[], None]:
        return lambda: choose(one)

    # Translators: threads in which somebody waits for an answer.
    waits = here.words.c("inbox", "Waiting")
    names = {
        WAITING: f"{waits} ({here.words.number(count)})" if count else waits,
        DONE: here.words.c("inbox", "Done"),
        ALL: here.words.c("inbox", "All"),
    }
    chips = [
        chip(words, chosen=one == part, tapped=chosen(one), key=one) for one, words in names.items()
    ]
    return in_lines(chips)


def _nothing(here: Here, part: str, was_sought: bool) -> ft.Control:
    if was_sought:
        return body(here.t("Nothing here has those words."))
    words = here.t(_NONE[part])
    if part == WAITING:
        return card([sign(ft.Icons.SPA_OUTLINED, words)], tone=MOSS)
    return body(words)
