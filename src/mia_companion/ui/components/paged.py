"""Long lists in pages: so many rows first, and more as one comes near the end or asks for them.

A row that is not shown yet costs nothing, so that a list of thousands opens as fast as one of fifty.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import flet as ft

from mia_companion.ui.components.buttons import secondary
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.frame import bar, with_said
from mia_companion.ui.components.notices import Notices
from mia_companion.ui.components.texts import heading
from mia_companion.ui.components.waiting import WaitingLine
from mia_companion.ui.components.way_back import way_back
from mia_companion.ui.context import Here
from mia_companion.ui.theme import EDGE, GAP, PAGE_WIDTH

FIRST = 50

_NEAR = 900
"""Logical pixels from the end at which the next page is fetched."""
_TOLD_EVERY_MS = 200


@dataclass(frozen=True, slots=True)
class Pages:
    """`shown` of `total` are shown; `more()` shows a page more; `scrolled` is for a list's `on_scroll`."""

    shown: int
    total: int
    more: Callable[[], None]
    scrolled: Callable[[ft.OnScrollEvent], None]

    @property
    def left(self) -> int:
        """How many are not shown."""
        return max(0, self.total - self.shown)


def use_pages(total: int, page: int = FIRST) -> Pages:
    """`page` rows first, and as many more each time."""
    wanted, set_wanted = ft.use_state(page)
    asked = ft.use_ref(0.0)

    def more() -> None:
        set_wanted(wanted + page)

    def scrolled(event: ft.OnScrollEvent) -> None:
        end = event.max_scroll_extent
        near = end - event.pixels < _NEAR
        if near and wanted < total and asked.current != end:
            asked.current = (
                end  # the next page is asked for once, until it has made the list longer
            )
            more()

    return Pages(min(wanted, total), total, more, scrolled)


def show_more(here: Here, pages: Pages) -> list[ft.Control]:
    """A button for those who do not scroll; nothing when all is shown."""
    if not pages.left:
        return []
    return [ft.Row([secondary(here.t("Show more"), pages.more, ft.Icons.EXPAND_MORE)], wrap=True)]


def long_page(
    here: Here,
    title: str,
    head: Sequence[ft.Control],
    rows: Sequence[ft.Control],
    pages: Pages,
) -> ft.View:
    """A screen of its own whose `rows` are those of `pages`. Call it while a component renders."""
    aside = max(EDGE, (here.state.width - PAGE_WIDTH) / 2 + EDGE)
    top = [stack([Notices(), WaitingLine()], gap=0), heading(title, 1), *head]
    foot = ft.Container(stack(show_more(here, pages)), padding=_ABOVE_AND_BELOW)
    listed = ft.ListView(
        [*(ft.Container(one, padding=_BELOW) for one in top), *rows, foot],
        padding=ft.Padding.symmetric(horizontal=aside),
        expand=True,
        on_scroll=pages.scrolled,
        scroll_interval=_TOLD_EVERY_MS,
    )
    return ft.View(
        route=ft.use_view_path(),
        appbar=bar(here, way_back(here)),
        padding=0,
        controls=[ft.SafeArea(with_said(here, listed), expand=True)],
    )


_BELOW = ft.Padding.only(bottom=GAP)
_ABOVE_AND_BELOW = ft.Padding.symmetric(vertical=GAP)
