"""Reminders by mail and SMS for somebody who has no app: written down by the coordinator, as they wish."""

from dataclasses import replace

import flet as ft

from mia_companion.domain.channels import CHANNELS
from mia_companion.domain.enrolments import has_finished
from mia_companion.domain.plan import Plan
from mia_companion.domain.ways import addresses_of, unproved_of, unreached_of
from mia_companion.ui.components.asked import not_there, use_asked
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.ways_form import WaysChosen
from mia_companion.ui.components.ways_half import Chosen
from mia_companion.ui.context import Here, use_here


@ft.component
def ByMail(person: str, level: int) -> ft.Control:
    """Folded until somebody asks for it, or something stands."""
    here = use_here()
    opened, set_opened = ft.use_state(False)
    stands = _stands(here, person)
    shared = here.view.plan(person).shared
    over = shared.profile.protected or has_finished(shared.enrolments)
    if over or not here.view.follows(person):
        return ft.Container(height=0)
    if not opened and stands is None:
        words = here.t("Reminders by mail or SMS")
        return ft.Row([quiet(words, lambda: set_opened(True))], wrap=True)
    return Opened(person, level)


@ft.component
def Opened(person: str, level: int) -> ft.Control:
    """What stands, and the form."""
    here = use_here()
    t = here.t
    found, look = use_asked(here.do.ways.offered)
    lines: list[ft.Control] = [heading(t("Reminders by mail or SMS"), level)]
    chosen = _stands(here, person) or Chosen(person, None, (), (), ())
    if not isinstance(found, tuple) and chosen.said is None:
        return stack([*lines, *not_there(here, found, look)])
    if not found and chosen.said is None:
        return stack([*lines, body(t("Reminders by mail or SMS are not offered here."))])
    about = t(
        "For somebody who does not use the app. Ask first. The person sees it in the app, and what they"
        " choose there themselves counts instead."
    )
    offered = (
        found if isinstance(found, tuple) else tuple(way for way, _ in addresses_of(chosen.said))
    )
    there = replace(chosen, offered=offered)
    return stack([*lines, body(about), WaysChosen(there)])


def _stands(here: Here, person: str) -> Chosen | None:
    """As it was written down; what the person has chosen themselves is not known here."""
    shared = here.view.plan(person).shared
    held = shared.channels.get(CHANNELS)
    if held is None or not held.is_on:
        return None
    written = Plan(shared=shared)
    return Chosen(person, held.said, unreached_of(written), unproved_of(written), ())
