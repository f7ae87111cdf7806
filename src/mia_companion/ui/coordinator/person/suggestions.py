"""What was suggested to a person, and what became of it: it waits, was taken as it was or changed, or not."""

import flet as ft

from mia_companion.domain.entries import By
from mia_companion.domain.plan import Plan
from mia_companion.domain.suggestions import Suggestion
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.step_times import for_day, repeats_in_words
from mia_companion.ui.components.texts import heading, muted
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.paths import suggesting_path
from mia_companion.ui.coordinator.person.messages import when
from mia_companion.ui.coordinator.person.news import is_new, new_mark

_SHOWN = 3
"""Suggestions that were answered, before one asks for the rest."""


@ft.component
def Suggestions(person: str, seen: int, level: int) -> ft.Control:
    """Those that wait first, then those answered last."""
    here = use_here()
    whole, set_whole = ft.use_state(False)
    plan = here.view.plan(person)
    waiting = plan.suggestions
    answered = sorted(
        (s for s in plan.shared.suggestions.values() if not s.gone and s not in waiting),
        key=lambda s: _answered_by(plan, s).at,
        reverse=True,
    )
    shown = answered if whole else answered[:_SHOWN]
    lines: list[ft.Control] = [
        card([SuggestionLine(one, person, seen) for one in (*waiting, *shown)], gap=12)
    ]
    if not waiting and not shown:
        lines = []
    if len(answered) > len(shown):
        more = quiet(here.t("Show all"), lambda: set_whole(True), ft.Icons.EXPAND_MORE)
        lines.append(ft.Row([more], wrap=True))
    suggest = secondary(
        here.t("Suggest a step"), lambda: go(suggesting_path(person)), ft.Icons.LIGHTBULB_OUTLINE
    )
    return stack([heading(here.t("Suggested steps"), level), *lines, ft.Row([suggest], wrap=True)])


@ft.component
def SuggestionLine(one: Suggestion, person: str, seen: int) -> ft.Control:
    """One suggestion; the one who made it can take it back while it waits."""
    here = use_here()
    told = use_undo()
    calm = use_calm()
    plan = here.view.plan(person)
    account = here.view.account
    mine = account is not None and account.id == one.by.author

    def take_back() -> None:
        if calm():
            done = here.do.path.withdraw_suggestion(one, person)
            told(done.for_good(), here.t("Taken back"))

    answer = _answered_by(plan, one)
    marks = [new_mark(here)] if answer != one.by and is_new(here, answer, seen) else []
    lines: list[ft.Control] = [
        ft.Text(as_written(here.words, one.words)),
        ft.Row([muted(_became(here, plan, one)), *marks], wrap=True, spacing=8),
    ]
    if one in plan.suggestions and mine:
        lines.append(ft.Row([quiet(here.t("Take back"), take_back, ft.Icons.UNDO)], wrap=True))
    inside = ft.Column(lines, spacing=2, tight=True, expand=True)
    return ft.Row(
        [ft.Icon(ft.Icons.LIGHTBULB_OUTLINE, size=22, color=ft.Colors.PRIMARY), inside],
        spacing=10,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


def _answered_by(plan: Plan, one: Suggestion) -> By:
    step = plan.shared.steps.get(one.id)
    if step is not None and not step.gone:
        return step.planned_by
    return one.declined_by or one.by


def _became(here: Here, plan: Plan, one: Suggestion) -> str:
    """A no is told plainly, and never as something that failed."""
    ago = when(here.words, _answered_by(plan, one).at, here.now())
    step = plan.shared.steps.get(one.id)
    if step is not None and not step.gone:
        first = step.wordings[0].words
        if first != one.words:
            return here.t("Taken in other words {ago}: {words}", ago=ago, words=first)
        planned = step.schedules[0] if step.schedules else None
        if planned is not None and (planned.day, planned.repeats) != (one.day, one.repeats):
            return here.t("Taken {ago}, at another time", ago=ago)
        return here.t("Taken {ago}", ago=ago)
    if one.declined_by is not None:
        return here.t("Not for now, said {ago}", ago=ago)
    day = _when(here, one)
    said = here.t("Waits for an answer, suggested {ago}", ago=ago)
    return here.words.beside(said, day)


def _when(here: Here, one: Suggestion) -> str:
    if one.repeats:
        return repeats_in_words(here.words, one.repeats)
    return for_day(here.words, one.day, here.today()) if one.day else ""
