"""What is the same around every screen of the coordinator's: the four places, and a screen above one."""

from collections.abc import Collection, Sequence

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.frame import foot
from mia_companion.ui.components.leaving import told_leaving, use_leaving
from mia_companion.ui.components.narrow import edge
from mia_companion.ui.components.notices import Notices
from mia_companion.ui.components.placed import Place, placed
from mia_companion.ui.components.waiting import WaitingLine
from mia_companion.ui.components.way_back import way_back
from mia_companion.ui.context import Here
from mia_companion.ui.coordinator.menu import bar
from mia_companion.ui.coordinator.unsent import Unsent
from mia_companion.ui.theme import GAP, PAGE_WIDTH


def workspace(here: Here, place: str, inside: ft.Control) -> ft.View:
    """A place whose `inside` takes the room that is left. Call it while a component renders."""
    leave, told = use_leaving(here)
    inside.expand = True
    whole = ft.Column(
        [_above(told), inside],
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )
    return placed(here, _places(here), place, bar(here, leave), whole)


def _places(here: Here) -> list[Place]:
    # Translators: the coordinator's places under the screen. Short: about fourteen letters each.
    c = here.words.c
    people, letters = ft.Icon(ft.Icons.PEOPLE_OUTLINE), _letters(here)
    week, site = ft.Icon(ft.Icons.CALENDAR_MONTH_OUTLINED), ft.Icon(ft.Icons.HOME_WORK_OUTLINED)
    return [
        Place(places.TODAY, c("desk", "Participants"), people, ft.Icons.PEOPLE),
        Place(places.INBOX, c("desk", "Messages"), letters, ft.Icons.INBOX),
        Place(places.CALENDAR, c("desk", "Calendar"), week, ft.Icons.CALENDAR_MONTH),
        Place(places.SITE, c("desk", "Our team"), site, ft.Icons.HOME_WORK),
    ]


def _letters(here: Here) -> ft.Icon:
    """With how many threads wait for an answer."""
    count = sum(one.waits for one in here.state.inbox.threads(here.view))
    if not count:
        return ft.Icon(ft.Icons.INBOX_OUTLINED)
    number = here.words.number(count)
    return ft.Icon(
        ft.Icons.INBOX_OUTLINED,
        badge=ft.Badge(
            ft.Semantics(exclude_semantics=True, content=ft.Text(number)),
            bgcolor=ft.Colors.TERTIARY,
            text_color=ft.Colors.ON_TERTIARY,
        ),
        semantics_label=here.words.n(
            "{count} waits for an answer", "{count} wait for an answer", count
        ),
    )


def narrow_view(
    here: Here,
    title: str,
    inside: Sequence[ft.Control],
    *,
    scrolls: bool = True,
    beneath: Collection[str] = (),
) -> ft.View:
    """A screen on top of a place, with a way back. What was refused of the entries `beneath`, it tells
    itself. Call it while a component renders."""
    above = _above("", beneath)
    return ft.View(
        route=ft.use_view_path(),
        appbar=ft.AppBar(
            leading=way_back(here),
            title=ft.Text(title, theme_style=ft.TextThemeStyle.TITLE_MEDIUM),
            exclude_header_semantics=True,
            bgcolor=ft.Colors.SURFACE,
        ),
        padding=0,
        spacing=0,
        controls=[
            *([scrolled([above, *inside])] if scrolls else [above, *inside]),
            *foot(here),
        ],
    )


def padded(inside: ft.Control) -> ft.Container:
    """Away from the page's edge."""
    return ft.Container(inside, padding=ft.Padding.symmetric(horizontal=edge(), vertical=GAP))


def centred(inside: ft.Control, width: int = PAGE_WIDTH) -> ft.Control:
    """As wide as is good to read, in the middle of a screen above a place."""
    column = ft.Container(padded(inside), width=width)
    return ft.Row([column], wrap=True, alignment=ft.MainAxisAlignment.CENTER)


def scrolled(inside: Sequence[ft.Control]) -> ft.Column:
    """One under the other, as wide as there is room."""
    return ft.Column(
        list(inside),
        spacing=0,
        scroll=ft.ScrollMode.AUTO,
        expand=True,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _above(told: str, beneath: Collection[str] = ()) -> ft.Control:
    """What befell the app, what waits, and why signing out failed: above everything else."""
    return ft.Container(
        ft.Column(
            [
                Notices(),
                WaitingLine(),
                Unsent(beneath),
                *([told_leaving(told)] if told else []),
            ],
            spacing=0,
            tight=True,
            horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
        ),
        padding=ft.Padding.symmetric(horizontal=GAP),
    )
