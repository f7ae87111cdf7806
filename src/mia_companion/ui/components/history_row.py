"""One line of the history; the words that it replaced come at a tap."""

from dataclasses import dataclass

import flet as ft

from mia_companion.domain.told import Told
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.history_words import what_happened
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import body, muted
from mia_companion.ui.context import Here
from mia_companion.ui.memo import memo

LINE = ft.BorderSide(1, ft.Colors.OUTLINE_VARIANT)


@dataclass(frozen=True, slots=True)
class Lines:
    """What a row shows; equal when nothing that is shown has changed."""

    what: str
    words: str
    note: str
    byline: str
    before: str
    returned: int
    shows: str
    hides: str
    ends: bool = True
    """Whether a line beneath sets it apart; not where something of its own follows."""


def lines_of(here: Here, one: Told, byline: str, *, ends: bool = True) -> Lines:
    """What a row shows of it."""
    t = here.t
    return Lines(
        what=what_happened(here, one),
        words=as_written(here.words, one.words),
        note=as_written(here.words, one.note),
        byline=here.words.beside(byline, t("Taken back") if one.undone else ""),
        before=as_written(here.words, one.before),
        returned=here.state.returned,
        shows=t("Show the words before"),
        hides=t("Hide the words before"),
        ends=ends,
    )


@memo
@ft.component
def HistoryRow(lines: Lines) -> ft.Control:
    """The words that it replaced come at a tap."""
    opened, set_opened = ft.use_state(False)
    shown: list[ft.Control] = [
        ft.Text(text) for text in (lines.what, lines.words, lines.note) if text
    ]
    if lines.words:
        shown[0] = muted(lines.what)
    shown.append(muted(lines.byline))
    if lines.before:
        if opened:
            shown.append(body(lines.before))
        name = lines.hides if opened else lines.shows
        shown.append(ft.Row([quiet(name, lambda: set_opened(not opened))], wrap=True))
    return ft.Container(
        ft.Column(shown, spacing=2, tight=True),
        border=ft.Border.only(bottom=LINE) if lines.ends else None,
        padding=ft.Padding.symmetric(vertical=10),
    )
