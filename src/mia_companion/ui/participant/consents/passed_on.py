"""What was passed on about me: to whom, what, when, each to be opened. Shown as it is, whatever the consents
say now."""

import flet as ft

from mia_companion.domain.disclosures import Disclosure
from mia_companion.ui import places
from mia_companion.ui.components.consent_words import kinds
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.names import party_name
from mia_companion.ui.components.texts import body
from mia_companion.ui.components.way_on import way_on
from mia_companion.ui.context import ZONE, Here, use_here

_ICON = ft.Icons.FORWARD_TO_INBOX_OUTLINED


@ft.component
def PassedOnScreen() -> ft.Control:
    """All of it, newest first."""
    here = use_here()
    about = body(
        here.t(
            "Nothing may be passed on without your consent, and all that is passed on in MIA stands here."
            " Open it, and you read every word that they got."
        )
    )
    return page(here, here.t("What was passed on"), [about, *_lines(here, _newest_first(here))])


def passed_on(here: Here) -> ft.Control:
    """The way there, beneath the consents; a plain word when nothing was."""
    found = _newest_first(here)
    if not found:
        return body(here.t("Nothing has been passed on about you."))
    about = here.t("To whom, when, and every word of it.")
    return way_on(_ICON, here.t("What was passed on"), places.PASSED_ON, about)


def passed_on_under(here: Here, consent: str) -> list[ft.Control]:
    """What was passed on under that consent, each one tap away; nothing when nothing was."""
    under = [one for one in _newest_first(here) if one.fact.consent_id == consent]
    return [_line(here, one) for one in under]


def _newest_first(here: Here) -> list[Disclosure]:
    found = here.view.plan().shared.disclosures.values()
    return sorted(found, key=lambda one: one.by.at, reverse=True)


def _lines(here: Here, found: list[Disclosure]) -> list[ft.Control]:
    nothing = body(here.t("Nothing has been passed on about you."))
    return [_line(here, one) for one in found] or [nothing]


def _line(here: Here, one: Disclosure) -> ft.Control:
    words = here.words
    to_whom = here.t(
        "To {party}: {categories}",
        party=party_name(words, one.fact.to_party),
        categories=kinds(words, one.fact.categories),
    )
    who = here.view.coordinator_name(one.by.author) or here.t("Your coordinator")
    when = words.day_and_clock(one.by.at, ZONE.key, here.now())
    by = here.t("{who}, {time}", who=who, time=when)
    place = f"{places.PASSED_ON}/{one.id}"
    return way_on(_ICON, to_whom, place, by)
