"""Everyone around a person, as far as they share it, and how to reach them."""

import flet as ft

from mia_companion.domain.network import Contact
from mia_companion.ui.components.buttons import secondary
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.icons import party_icon
from mia_companion.ui.components.names import party_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.reaching import Reaching, use_reaching
from mia_companion.ui.components.signs import sign
from mia_companion.ui.components.texts import body, heading, muted, strong
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.names import name_of, who_did
from mia_companion.ui.coordinator.paths import new_contact_path


@ft.component
def Network(person: str, level: int) -> ft.Control:
    """By name."""
    here = use_here()
    reach = use_reaching()
    people: list[ft.Control] = [
        _contact(here, person, one, reach) for one in here.view.plan(person).contacts
    ]
    nobody = body(here.t("Nobody is written down here yet."))
    name = name_of(here, person)
    add = secondary(
        here.t("Add someone"), lambda: go(new_contact_path(person)), ft.Icons.PERSON_ADD_OUTLINED
    )
    return stack(
        [
            heading(here.t("Network"), level),
            muted(here.t("What you add here is seen by {name} and the coordinators.", name=name)),
            *(people or [nobody]),
            ft.Row([add], wrap=True),
        ]
    )


def _contact(here: Here, person: str, one: Contact, reach: Reaching) -> ft.Control:
    fact = one.fact
    who = who_did(here, one.by, person)
    return card(
        [
            strong(as_written(here.words, fact.name)),
            *([body(as_written(here.words, fact.role))] if fact.role else []),
            sign(party_icon(fact.party), party_name(here.words, fact.party)),
            *reach(fact.phone, fact.email, fact.address),
            muted(here.t("Written down · {who}", who=who)),
        ],
        gap=6,
    )
