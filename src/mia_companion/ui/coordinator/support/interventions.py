"""What is done to help a person on, side by side in time."""

from functools import partial

import flet as ft

from mia_companion.app.actions import Outcome
from mia_companion.domain.interventions import (
    AHEAD,
    ENDED,
    PAST_ITS_PLAN,
    UNDER_WAY,
    Intervention,
    in_order,
)
from mia_companion.i18n.words import later
from mia_companion.ui.components.buttons import quiet_for, secondary
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.folded import Folded
from mia_companion.ui.components.names import party_name
from mia_companion.ui.components.narrow import line
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.support_words import days_of, sort_icon, sort_name
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.components.undo import Told, use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.paths import (
    ending_path,
    intervention_path,
    new_intervention_path,
)
from mia_companion.ui.coordinator.support.span import Span, bar, span_of

_STATES = {
    AHEAD: later("Planned"),
    UNDER_WAY: later("Under way"),
    PAST_ITS_PLAN: later("The planned time is over"),
}
"""What is said beside its name; that it has ended is said with its days."""


@ft.component
def Interventions(person: str, level: int) -> ft.Control:
    """Those under way and ahead first; those that ended are folded away."""
    here = use_here()
    told = use_undo()
    today = here.today()
    every = in_order(here.view.plan(person).shared.interventions)
    span = span_of(every, today)
    ended = [one for one in every if one.state(today) == ENDED]
    standing = [one for one in every if one not in ended]

    def made(one: Intervention) -> ft.Control:
        verbs = ft.Row(_verbs(here, person, one, told), wrap=True)
        return card([*_lines(here, one, level + 1, span), verbs], gap=6)

    shown = [made(one) for one in standing]
    nothing = body(here.t("Nothing is under way now."))
    add = secondary(
        here.t("Add an intervention"), lambda: go(new_intervention_path(person)), ft.Icons.ADD
    )
    before = here.words.n("Before ({count})", "Before ({count})", len(ended))
    return stack(
        [
            heading(here.t("Interventions"), level),
            *(shown or [nothing]),
            ft.Row([add], wrap=True),
            Folded(before, [made(one) for one in ended]),
        ]
    )


def _lines(here: Here, one: Intervention, level: int, span: Span) -> list[ft.Control]:
    fact, today = one.fact, here.today()
    if fact is None:
        return []
    t, words, state = here.t, here.words, one.state(today)
    head = line(
        ft.Icon(sort_icon(fact.sort), size=22, color=ft.Colors.ON_SURFACE_VARIANT),
        [
            heading(sort_name(words, fact.sort), level),
            *([muted(t(_STATES[state]))] if state in _STATES else []),
        ],
        gap=10,
        top=True,
    )
    lines: list[ft.Control] = [head]
    if fact.words:
        lines.append(body(as_written(words, fact.words)))
    if fact.party:
        lines.append(muted(party_name(words, fact.party)))
    lines += [body(days_of(words, one, today)), bar(one, span, today)]
    if one.ended and one.ended.words:
        lines.append(muted(as_written(words, one.ended.words)))
    return lines


def _verbs(here: Here, person: str, one: Intervention, told: Told) -> list[ft.Control]:
    t, ended = here.t, one.ended

    def change() -> None:
        go(intervention_path(person, one.id))

    def end() -> None:
        go(ending_path(person, one.id))

    sort = sort_name(here.words, one.fact.sort) if one.fact else ""
    verb = partial(quiet_for, here.words)
    verbs: list[ft.Control] = [verb(t("Change"), sort, change)]
    if ended is None:
        verbs.append(verb(t("It has ended"), sort, end))
        return verbs
    verbs.append(verb(t("Change the end"), sort, end))
    by = one.ends[-1][0]
    if here.view.account is not None and by.author == here.view.account.id:

        def goes_on() -> None:
            said = Outcome(
                item=one.id, entry=by.entry, journal=here.view.journal("shared", person) or ""
            )
            told(here.do.interventions.undo(said).for_good(), t("The end is taken back."))

        verbs.append(verb(t("It goes on"), sort, goes_on, ft.Icons.UNDO))
    return verbs
