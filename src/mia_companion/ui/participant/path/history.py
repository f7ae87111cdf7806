"""What has happened to a goal or a step, newest first, and the way back to what it was."""

from collections.abc import Callable
from dataclasses import dataclass

import flet as ft

from mia_companion.domain.entries import By
from mia_companion.domain.words import Wording, current
from mia_companion.i18n.words import later
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.texts import muted
from mia_companion.ui.context import ZONE, Here

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


def shown_history(here: Here, happened: list[Happened]) -> list[ft.Control]:
    """Newest first."""
    latest = sorted(happened, key=lambda one: one.by.at, reverse=True)
    return [_shown(here, one) for one in latest]


def _shown(here: Here, one: Happened) -> ft.Control:
    account = here.view.account
    mine = account is not None and one.by.author == account.id
    who = here.t("You") if mine else here.view.coordinator_name(one.by.author)
    when = here.words.day_and_clock(one.by.at, ZONE.key, here.now())
    byline = here.t("{who}, {time}", who=who or here.t("Your coordinator"), time=when)
    lines: list[ft.Control] = [ft.Text(one.words), muted(byline)]
    if one.undone:
        lines.append(muted(here.t("Taken back")))
    if one.back is not None:
        name, tapped = one.back
        lines.append(ft.Row([quiet(name, tapped, ft.Icons.UNDO)], wrap=True))
    return ft.Container(
        ft.Column(lines, spacing=2, tight=True),
        border=ft.Border.only(bottom=ft.BorderSide(1, ft.Colors.OUTLINE_VARIANT)),
        padding=ft.Padding.symmetric(vertical=8),
    )
