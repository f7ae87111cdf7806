"""What is under way: since when one takes part, and what is done to help one on. To be read only."""

from datetime import date

import flet as ft

from mia_companion.domain import enrolments, interventions
from mia_companion.domain.enrolments import OTHER, Enrolment
from mia_companion.domain.interventions import ENDED, Intervention
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.folded import Folded
from mia_companion.ui.components.names import party_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.support_words import days_of, result_name, sort_icon, sort_name
from mia_companion.ui.components.texts import body, heading, muted, strong
from mia_companion.ui.context import Here


def under_way(here: Here) -> list[ft.Control]:
    """Nothing at all while nothing has been noted."""
    shared, today = here.view.plan().shared, here.today()
    begun = enrolments.in_order(shared.enrolments)
    every = interventions.in_order(shared.interventions)
    ended = [one for one in every if one.state(today) == ENDED]
    lines = _time(here, begun[0], today) if begun else []
    lines += [_intervention(here, one, today) for one in every if one not in ended]
    if not lines and not ended:
        return []
    before = here.words.n("Before ({count})", "Before ({count})", len(ended))
    folded = [Folded(before, [_intervention(here, one, today) for one in ended])] if ended else []
    about = muted(here.t("Your coordinator notes this. If something is wrong, write to them."))
    return [card([heading(here.t("What is under way")), *lines, *folded, about], gap=12)]


def _time(here: Here, one: Enrolment, today: date) -> list[ft.Control]:
    """When one began; after the finish, what came of it."""
    t, words = here.t, here.words
    if one.start is None:
        return []
    first = words.day(one.start.day, today)
    if one.finish is None:
        if one.start.day > today:
            return [body(t("You begin on {day}.", day=first))]
        return [body(t("You have taken part since {day}.", day=first))]
    last = words.day(one.finish.day, today)
    said: list[ft.Control] = [
        body(t("You took part from {first} until {last}.", first=first, last=last))
    ]
    if one.finish.result != OTHER:
        said.append(body(t("Then: {result}", result=result_name(words, one.finish.result))))
    if one.finish.words:
        said.append(muted(as_written(words, one.finish.words)))
    return said


def _intervention(here: Here, one: Intervention, today: date) -> ft.Control:
    fact = one.fact
    if fact is None:
        return ft.Container(visible=False)
    lines: list[ft.Control] = [strong(sort_name(here.words, fact.sort))]
    if fact.words:
        lines.append(body(as_written(here.words, fact.words)))
    if fact.party:
        lines.append(muted(party_name(here.words, fact.party)))
    lines.append(muted(days_of(here.words, one, today)))
    inside = ft.Column(lines, spacing=2, tight=True, expand=True)
    row = ft.Row(
        [ft.Icon(sort_icon(fact.sort), size=24, color=ft.Colors.PRIMARY), inside],
        spacing=14,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    return ft.MergeSemantics(stack([row], gap=0), key=one.id)
