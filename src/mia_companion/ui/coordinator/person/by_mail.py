"""Reminders by mail and SMS for somebody who has no app: written down by the coordinator, as they wish."""

import flet as ft

from mia_companion.domain.channels import CHANNELS
from mia_companion.ui.components.asked import not_there, use_asked
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.ways_form import Chosen, WaysChosen
from mia_companion.ui.components.ways_words import used
from mia_companion.ui.context import Here, use_here


@ft.component
def ByMail(person: str, level: int) -> ft.Control:
    """Folded until somebody asks for it, or something stands."""
    here = use_here()
    opened, set_opened = ft.use_state(False)
    stands = _stands(here, person)
    if not here.view.follows(person) or here.view.plan(person).shared.profile.protected:
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
    chosen = _stands(here, person) or Chosen(person, None, (), ())
    if not isinstance(found, tuple) and chosen.said is None:
        return stack([*lines, *not_there(here, found, look)])
    if not found and chosen.said is None:
        return stack([*lines, body(t("Reminders by mail or SMS are not offered here."))])
    about = t(
        "For somebody who does not use the app. Ask first. The person sees it in the app, and what they"
        " choose there themselves counts instead."
    )
    offered = found if isinstance(found, tuple) else used(chosen.said)
    there = Chosen(person, chosen.said, chosen.broken, offered)
    return stack([*lines, body(about), WaysChosen(there)])


def _stands(here: Here, person: str) -> Chosen | None:
    shared = here.view.plan(person).shared
    held = shared.channels.get(CHANNELS)
    if held is None or not held.is_on:
        return None
    broken = [way for way, one in shared.unreached.items() if one.choice == held.token]
    return Chosen(person, held.said, tuple(sorted(broken)), ())
