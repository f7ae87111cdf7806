"""All that is written: what others wrote about one, and what one wrote oneself, newest first."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import quote

import flet as ft

from mia_companion.domain.corrections import Correction
from mia_companion.domain.history import history
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.plan import Plan
from mia_companion.domain.told import Told
from mia_companion.ui import places
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.data_words import answer_name
from mia_companion.ui.components.history_row import LINE, HistoryRow, lines_of
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.paged import FIRST, long_page, use_pages
from mia_companion.ui.components.texts import body, muted
from mia_companion.ui.components.told import in_lines
from mia_companion.ui.context import ZONE, Here, go, use_here

_ASKING = ("CorrectionAsked", "CorrectionAnswered", "ErasureAsked", "ErasureAnswered", "PassedOn")
"""What is not said not to be right, but answered; and what was passed on, which has happened."""


@dataclass(frozen=True, slots=True)
class Written:
    """One thing that is written, and whether only the person reads it."""

    told: Told
    private: bool = False


def all_written(plan: Plan, me: str, *, by_me: bool) -> tuple[Written, ...]:
    """By oneself, in both journals; or by others."""
    shared = [Written(one) for one in history(plan.shared)]
    own = [Written(one, private=True) for one in history(plan.own)] if by_me else []
    chosen = [one for one in (*shared, *own) if (one.told.by.author == me) is by_me]
    return tuple(sorted(chosen, key=lambda one: one.told.by.at, reverse=True))


@ft.component
def WrittenScreen() -> ft.Control:
    """In pages. What others wrote comes first: that is what one may not know."""
    here = use_here()
    by_me, set_by_me = ft.use_state(False)
    plan, account = here.view.plan(), here.view.account
    me = account.id if account else ""
    found = ft.use_memo(
        lambda: all_written(plan, me, by_me=by_me), [plan.shared, plan.own, me, by_me]
    )
    pages = use_pages(len(found), FIRST)
    said = {one.about: one for one in plan.shared.corrections.values() if one.asked}
    chips: list[ft.Control] = [
        chip(here.t("By others"), chosen=not by_me, tapped=partial(set_by_me, False), key="others"),
        chip(here.t("By you"), chosen=by_me, tapped=partial(set_by_me, True), key="me"),
    ]
    nothing = [] if found else [body(here.t("Nothing is written here yet."))]
    messages = muted(here.t("Messages stand in their own place, and are never changed."))
    return long_page(
        here,
        here.t("All that is written"),
        [in_lines(chips), messages, *nothing],
        _rows(here, found[: pages.shown], said, by_me=by_me),
        pages,
    )


def _rows(
    here: Here, found: Sequence[Written], said: dict[str, Correction], *, by_me: bool
) -> list[ft.Control]:
    rows: list[ft.Control] = []
    plan = here.view.plan() if by_me else Plan(shared=EMPTY)
    kept = (*plan.own.checkins.values(), *plan.shared.checkins.values())
    checkins = {one.by.entry: one.id for one in kept}
    for place, one in enumerate(found):
        beneath: list[ft.Control] = []
        if by_me and (checkin := checkins.get(one.told.by.entry)):
            beneath = [_to_reword(here, checkin)]
        elif not by_me and one.told.what not in _ASKING:
            beneath = _about(here, one.told, said.get(one.told.by.entry))
        lines = lines_of(here, one.told, _byline(here, one), ends=not beneath)
        row = HistoryRow(lines, key=f"{one.told.by.entry}-{place}")
        rows.append(_with(row, beneath) if beneath else row)
    return rows


def _with(row: ft.Control, beneath: Sequence[ft.Control]) -> ft.Control:
    """What follows belongs to it: the line that sets it apart comes after."""
    return ft.Container(stack([row, *beneath], gap=0), border=ft.Border.only(bottom=LINE))


def _to_reword(here: Here, checkin: str) -> ft.Control:
    path = f"{places.WRITTEN}/day/{quote(checkin, safe='')}"
    return ft.Row([quiet(here.t("Change the words"), lambda: go(path))], wrap=True)


def _byline(here: Here, one: Written) -> str:
    by = one.told.by
    account = here.view.account
    mine = account is not None and account.id == by.author
    who = here.t("You") if mine else here.view.coordinator_name(by.author)
    time = here.words.day_and_clock(by.at, ZONE.key, here.now())
    line = here.t("{who}, {time}", who=who or here.t("Your coordinator"), time=time)
    return here.words.beside(line, here.t("Only you")) if one.private else line


def _about(here: Here, told: Told, said: Correction | None) -> list[ft.Control]:
    path = f"{places.WRITTEN}/{quote(told.by.entry, safe='')}"
    if said is None or said.asked is None:
        return [ft.Row([quiet(here.t("This is not right"), lambda: go(path))], wrap=True)]
    words = here.t("You say: {words}", words=as_written(here.words, said.asked.words))
    answer = here.t("Waits for an answer")
    if said.answer is not None:
        answer = answer_name(here.words, said.answer.answer)
    look = quiet(here.t("See all of it"), lambda: go(path))
    return [body(words), muted(answer), ft.Row([look], wrap=True)]
