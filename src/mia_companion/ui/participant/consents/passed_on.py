"""What was passed on about me: to whom, what, when. Shown as it is, whatever the consents say now."""

import flet as ft

from mia_companion.domain.disclosures import Disclosure
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.consent_words import kinds
from mia_companion.ui.components.names import party_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.context import ZONE, Here


def passed_on(here: Here) -> list[ft.Control]:
    """Newest first; a plain word when nothing was."""
    found = sorted(
        here.view.plan().shared.disclosures.values(), key=lambda d: d.by.at, reverse=True
    )
    shown: list[ft.Control] = [_line(here, one) for one in found]
    nothing = body(here.t("Nothing has been passed on about you."))
    return [heading(here.t("Passed on")), *(shown or [nothing])]


def _line(here: Here, one: Disclosure) -> ft.Control:
    words = here.words
    who = here.view.coordinator_name(one.by.author) or here.t("Your coordinator")
    when = words.day_and_clock(one.by.at, ZONE.key, here.now())
    lines: list[ft.Control] = [
        ft.Text(
            here.t(
                "To {party}: {categories}",
                party=party_name(words, one.fact.to_party),
                categories=kinds(words, one.fact.categories),
            )
        )
    ]
    if one.fact.about:
        lines.append(body(as_written(words, one.fact.about)))
    lines.append(muted(here.t("{who}, {time}", who=who, time=when)))
    return card(lines, gap=4)
