"""What a person has said yes to: who may tell whom, about what, until when; and what was passed on."""

from datetime import date

import flet as ft

from mia_companion.domain.consents import Consent
from mia_companion.domain.disclosures import Disclosure
from mia_companion.ui.components.buttons import secondary
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.consent_words import kinds, purpose_in, said_by
from mia_companion.ui.components.folded import Folded
from mia_companion.ui.components.names import party_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import body, heading, strong
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import ZONE, Here, go, use_here
from mia_companion.ui.coordinator.names import name_of, who_did
from mia_companion.ui.coordinator.paths import passed_on_path, passing_on_path
from mia_companion.ui.coordinator.person.messages import when
from mia_companion.ui.coordinator.person.said_elsewhere import (
    TakeBack,
    record_lines,
    told_by,
    ways,
)


@ft.component
def Consents(person: str, level: int) -> ft.Control:
    """What counts first; what has ended is folded away."""
    here = use_here()
    today = here.today()
    known = [one for one in here.view.plan(person).shared.consents.values() if one.last]
    known.sort(key=lambda one: one.last.valid_from if one.last else today, reverse=True)
    counting = [one for one in known if one.given and one.given.valid_until >= today]
    ended = [one for one in known if one not in counting]
    none = here.t(
        "{name} has given no consent, so nothing may be passed on.", name=name_of(here, person)
    )
    shown: list[ft.Control] = [
        stack([_consent(here, one, today), TakeBack(person, one.id)], gap=0) for one in counting
    ]
    return stack(
        [
            heading(here.t("Consents"), level),
            *ways(here, person),
            *(shown or [body(none)]),
            Folded(
                here.words.n("What has ended ({count})", "What has ended ({count})", len(ended)),
                [_consent(here, one, today) for one in ended],
            ),
        ]
    )


def _consent(here: Here, one: Consent, today: date) -> ft.Control:
    given = one.last
    if given is None:
        return ft.Container(visible=False)
    t, words = here.t, here.words
    teller, told = party_name(words, given.from_party), party_name(words, given.to_party)
    lines: list[ft.Control] = [
        strong(t("{teller} may tell {told}", teller=teller, told=told)),
        body(t("About: {categories}", categories=kinds(words, given.categories))),
        body(as_written(words, purpose_in(words, said_by(given)))),
        body(_state(here, one, today)),
    ]
    lines += record_lines(here, one)
    return card(lines, gap=4)


def _state(here: Here, one: Consent, today: date) -> str:
    given = one.last
    if given is None:
        return ""
    t, words = here.t, here.words
    if one.given is None and one.withdrawn_by is not None:
        moment = words.day_and_clock(one.withdrawn_by.at, ZONE.key, here.now())
        taken_back = t("Taken back {time}. Nothing is passed on under it.", time=moment)
        return f"{taken_back} {told_by(here, one.withdrawn_by)}".strip()
    until = words.day(given.valid_until, today)
    if given.valid_until < today:
        return t("Ended on {day}", day=until)
    if given.valid_from > today:
        first = words.day(given.valid_from, today)
        return t("Begins on {first}, until {last}", first=first, last=until)
    return t("Counts now. Ends by itself on {day}", day=until)


@ft.component
def PassedOn(person: str, level: int) -> ft.Control:
    """Newest first, each to be opened; a plain word when nothing was; and passing something on."""
    here = use_here()
    today, plan = here.today(), here.view.plan(person).shared
    newest_first = sorted(plan.disclosures.values(), key=lambda one: one.by.at, reverse=True)
    shown: list[ft.Control] = [_passed_on(here, person, one) for one in newest_first]
    nothing = body(here.t("Nothing has been passed on."))
    may = any(one.counts_on(today) for one in plan.consents.values())
    pass_on = secondary(
        here.t("Pass something on"), lambda: go(passing_on_path(person)), ft.Icons.FORWARD_TO_INBOX
    )
    heads = heading(here.t("Passed on"), level)
    return stack([heads, *([ft.Row([pass_on], wrap=True)] if may else []), *(shown or [nothing])])


def _passed_on(here: Here, person: str, one: Disclosure) -> ft.Control:
    to_whom = here.t(
        "To {party}: {categories}",
        party=party_name(here.words, one.fact.to_party),
        categories=kinds(here.words, one.fact.categories),
    )
    moment = when(here.words, one.by.at, here.now())
    by = here.t("{who}, {time}", who=who_did(here, one.by, person), time=moment)
    waits = here.t("It waits for the server. Nothing has been handed out.")
    lines = [
        by,
        as_written(here.words, one.fact.about),
        waits if here.view.is_waiting(one.by.entry) else "",
    ]
    return way_on(
        ft.Icons.FORWARD_TO_INBOX_OUTLINED,
        to_whom,
        passed_on_path(person, one.id),
        "\n".join(line for line in lines if line),
    )
