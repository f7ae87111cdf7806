"""The caseload: everyone the coordinator works with, whoever needs them first."""

import flet as ft

from mia_companion.domain import rights
from mia_companion.domain.needs import Needs, most_needed_first, needs
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, secondary
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.caseload.newest import newest_in_words
from mia_companion.ui.coordinator.caseload.row import CaseloadRow, RowWords
from mia_companion.ui.coordinator.names import name_of, open_person


@ft.component
def Caseload(chosen: str = "") -> ft.Control:
    """The list with its search. `chosen` is whom the screen beside it shows."""
    here = use_here()
    sought, set_sought = ft.use_state("")
    if not here.view.participants:
        return _nobody(here)
    rows = [
        CaseloadRow(said, open_person, key=said.person)
        for said in caseload_rows(here, sought, chosen)
    ]
    found = here.words.n("{count} person", "{count} people", len(rows))
    return stack(
        [
            heading(here.t("Participants"), 1),
            WordsField(here.t("Search by name"), sought, set_sought, longest=80),
            ft.Semantics(live_region=True, content=muted(found)),
            stack(rows, gap=4) if rows else body(here.t("Nobody here has that name.")),
            secondary(here.t("Invite someone"), lambda: go(places.INVITE), ft.Icons.PERSON_ADD),
        ]
    )


def caseload_rows(here: Here, sought: str, chosen: str) -> list[RowWords]:
    """What the list says, in its order."""
    account = here.view.account
    if account is None:
        return []
    now, today = here.now(), here.today()
    found: list[tuple[str, str, Needs]] = []
    for person in here.view.participants:
        plan = here.view.plan(person)
        if sought.strip().casefold() in plan.name.casefold():
            settled = here.view.picture(rights.TEAM, person).settled
            need = needs(plan, person, account.id, now, today, settled=settled)
            found.append((person, plan.name, need))
    found.sort(key=lambda one: most_needed_first(one[1], one[2]))
    return [_row(here, person, need, person == chosen) for person, _, need in found]


def _row(here: Here, person: str, need: Needs, chosen: bool) -> RowWords:
    words = here.words
    return RowWords(
        person=person,
        name=name_of(here, person),
        newest=newest_in_words(words, need.newest, here.now()),
        unread=words.n("{count} unread message", "{count} unread messages", need.unread)
        if need.unread
        else "",
        count=need.unread,
        unanswered=here.t("Not answered yet") if need.waiting_since else "",
        gap=here.t("Nothing planned ahead") if need.gap else "",
        chosen=chosen,
    )


def _nobody(here: Here) -> ft.Control:
    return stack(
        [
            heading(here.t("Participants"), 1),
            body(here.t("Nobody yet. Invite the first.")),
            primary(here.t("Invite someone"), lambda: go(places.INVITE), ft.Icons.PERSON_ADD),
        ]
    )
