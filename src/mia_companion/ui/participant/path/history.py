"""What has happened to a goal, a milestone or a step, newest first, and the way back to what it was."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import flet as ft

from mia_companion.domain.entries import By
from mia_companion.domain.words import Wording, current
from mia_companion.i18n.words import later
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.paged import show_more, use_pages
from mia_companion.ui.components.texts import heading, muted
from mia_companion.ui.context import ZONE, Here, use_here

PAGE = 30

_FIRST = later("Written: {words}")
_ANEW = later("In other words: {words}")


@dataclass(frozen=True)
class Happened:
    """One thing in the history. `back` is what one can do about it, with its name."""

    by: By
    words: str
    undone: bool = False
    back: tuple[str, Callable[[], object]] | None = None


def wordings(
    here: Here, versions: tuple[Wording, ...], again: Callable[[str], object]
) -> list[Happened]:
    """Every version of someone's words; the ones that do not stand can be used again."""
    standing = current(versions)
    told: list[Happened] = []
    for place, one in enumerate(versions):
        said = _FIRST if place == 0 else _ANEW
        back = None if one.words == standing else (here.t("Use these words"), _use(again, one))
        told.append(Happened(one.by, here.t(said, words=one.words), one.undone, back))
    return told


def _use(again: Callable[[str], object], one: Wording) -> Callable[[], object]:
    return lambda: again(one.words)


@ft.component
def History(happened: Sequence[Happened]) -> ft.Control:
    """In pages; a step that comes again has a long one."""
    here = use_here()
    calm = use_calm()
    pages = use_pages(len(happened), PAGE)
    shown = newest_first(happened)[: pages.shown]
    return stack(
        [
            heading(here.t("What has happened")),
            *(_shown(here, one, calm) for one in shown),
            *show_more(here, pages),
        ]
    )


def newest_first(happened: Sequence[Happened]) -> list[Happened]:
    """What waits to be sent came last."""
    return sorted(happened, key=lambda one: (one.by.at, one.by.seq or 2**62), reverse=True)


def shown_history(here: Here, happened: Sequence[Happened]) -> list[ft.Control]:
    """All of it, newest first: for what has a short one."""
    return [_shown(here, one) for one in newest_first(happened)]


def _shown(here: Here, one: Happened, calm: Callable[[], bool] = lambda: True) -> ft.Control:
    account = here.view.account
    mine = account is not None and one.by.author == account.id
    who = here.t("You") if mine else here.view.coordinator_name(one.by.author)
    when = here.words.day_and_clock(one.by.at, ZONE.key, here.now())
    byline = here.t("{who}, {time}", who=who or here.t("Your coordinator"), time=when)
    lines: list[ft.Control] = [ft.Text(one.words), muted(byline)]
    if one.undone:
        lines.append(muted(here.t("Taken back")))
    inside = ft.Column(lines, spacing=2, tight=True)
    if one.back is not None:
        name, act = one.back
        button = quiet(name, lambda: calm() and act(), ft.Icons.UNDO)
        lines.append(ft.Row([button], wrap=True))
    box = ft.Container(
        inside,
        border=ft.Border.only(bottom=ft.BorderSide(1, ft.Colors.OUTLINE_VARIANT)),
        padding=ft.Padding.symmetric(vertical=8),
    )
    # As one, a screen reader says what it is that is taken back.
    return ft.MergeSemantics(box) if one.back is not None else box
