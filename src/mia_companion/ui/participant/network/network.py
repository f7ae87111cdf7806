"""My network: the coordinators first, then everyone else, by name."""

import flet as ft

from mia_companion.domain.directory import CoordinatorListed
from mia_companion.domain.network import Contact
from mia_companion.ui import places
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.cards import MOSS, card
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.icons import party_icon
from mia_companion.ui.components.names import party_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.reaching import Reaching, use_reaching
from mia_companion.ui.components.sharing import only_you
from mia_companion.ui.components.signs import sign
from mia_companion.ui.components.texts import body, heading, strong
from mia_companion.ui.context import Here, go, use_here


@ft.component
def NetworkScreen() -> ft.Control:
    """Each with a way to reach them."""
    here = use_here()
    reach = use_reaching()
    coordinators = [_coordinator(here, one, reach) for one in _mine(here)]
    people = [_person(here, one, reach) for one in here.view.plan().contacts]
    return page(
        here,
        here.t("My network"),
        [
            body(here.t("Everyone around you, in one place. A tap calls or writes.")),
            *coordinators,
            *(people or [_nobody(here)]),
            secondary(
                here.t("Add someone"),
                lambda: go(f"{places.NETWORK}/new"),
                ft.Icons.PERSON_ADD_OUTLINED,
            ),
        ],
    )


def _mine(here: Here) -> list[CoordinatorListed]:
    """Who follows the participant now, as the directory knows them."""
    listed = {one.coordinator_id: one for one in here.view.coordinators}
    return [listed[one] for one in here.view.coordinators_of() if one in listed]


def _coordinator(here: Here, one: CoordinatorListed, reach: Reaching) -> ft.Control:
    return card(
        [
            sign(ft.Icons.SUPPORT_AGENT_OUTLINED, here.t("Your coordinator")),
            strong(as_written(here.words, one.name)),
            *reach(one.phone, "", ""),
            ft.Row(
                [
                    quiet(
                        here.t("Write a message"),
                        lambda: go(places.MESSAGES),
                        ft.Icons.CHAT_BUBBLE_OUTLINE,
                    )
                ],
                wrap=True,
            ),
        ],
        tone=MOSS,
    )


def _person(here: Here, contact: Contact, reach: Reaching) -> ft.Control:
    fact = contact.fact
    private = here.view.plan().is_private(contact.id)
    return card(
        [
            strong(as_written(here.words, fact.name)),
            *([body(as_written(here.words, fact.role))] if fact.role else []),
            sign(party_icon(fact.party), party_name(here.words, fact.party)),
            *reach(fact.phone, fact.email, fact.address),
            *([only_you(here.t("Only you"))] if private else []),
            ft.Row(
                [
                    quiet(
                        here.t("Change {name}", name=fact.name),
                        lambda: go(f"{places.NETWORK}/{contact.id}"),
                        ft.Icons.EDIT_OUTLINED,
                    )
                ],
                wrap=True,
            ),
        ],
        gap=6,
    )


def _nobody(here: Here) -> ft.Control:
    return card(
        [
            heading(here.t("Nobody written down yet")),
            body(
                here.t(
                    "A doctor, a handler at an authority, a friend who helps: those you add stand here"
                    " with their numbers."
                )
            ),
        ]
    )
