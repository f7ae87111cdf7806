"""The caseload: everyone the coordinator works with, whoever needs them first."""

from collections import Counter
from collections.abc import Callable

import flet as ft

from mia_companion.domain.needs import REASONS
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, secondary
from mia_companion.ui.components.called import is_protected
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.texts import body, heading, live, muted
from mia_companion.ui.components.told import in_lines
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.caseload.newest import newest_in_words
from mia_companion.ui.coordinator.caseload.order import Person, use_order
from mia_companion.ui.coordinator.caseload.reasons import SHORT, in_words
from mia_companion.ui.coordinator.caseload.row import CaseloadRow, RowWords
from mia_companion.ui.coordinator.names import in_place_of, name_of, open_person


@ft.component
def Caseload(chosen: str = "") -> ft.Control:
    """The list with its search and filters. `chosen` is whom the screen beside it shows."""
    here = use_here()
    sought, set_sought = ft.use_state("")
    only, set_only = ft.use_state("")
    everyone = use_order(here)
    if not everyone:
        return _nobody(here)
    counts = Counter(one.what for person in everyone for one in person.needs.reasons)
    kept = only if counts[only] else ""
    found = [one for one in everyone if _matches(one, sought, kept)]
    rows = [
        CaseloadRow(_row(here, one, one.id == chosen), open_person, key=one.id) for one in found
    ]
    said = here.words.n("{count} person", "{count} people", len(rows))
    return stack(
        [
            heading(here.t("Participants"), 1),
            WordsField(here.t("Search by name"), sought, set_sought, longest=80),
            *_filters(here, counts, kept, set_only),
            live(muted(said)),
            stack(rows, gap=4) if rows else body(here.t("Nobody here has that name.")),
            secondary(here.t("Invite someone"), lambda: go(places.INVITE), ft.Icons.PERSON_ADD),
        ]
    )


def _matches(one: Person, sought: str, only: str) -> bool:
    named = sought.strip().casefold() in one.name.casefold()
    return named and (not only or one.needs.has(only))


def _filters(
    here: Here, counts: Counter[str], only: str, choose: Callable[[str], None]
) -> list[ft.Control]:
    """Only what somebody has: a filter that finds nobody is not there."""
    there = [what for what in REASONS if counts[what]]
    if not there:
        return []

    def tapped(what: str) -> Callable[[], None]:
        return lambda: choose("" if what == only else what)

    chips = [chip(here.t("All"), chosen=not only, tapped=tapped(""), key="all")]
    for what in there:
        words = here.t("{what} ({count})", what=here.t(SHORT[what]), count=counts[what])
        chips.append(chip(words, chosen=what == only, tapped=tapped(what), key=what))
    return [in_lines(chips)]


def _row(here: Here, one: Person, chosen: bool) -> RowWords:
    words, now, today = here.words, here.now(), here.today()
    unread = one.needs.unread
    reasons = ((r.what, in_words(words, r, now, today)) for r in one.needs.reasons)
    return RowWords(
        person=one.id,
        name=name_of(here, one.id),
        newest=newest_in_words(words, one.needs.newest, now),
        unread=words.n("{count} unread message", "{count} unread messages", unread)
        if unread
        else "",
        count=unread,
        reasons=tuple(reasons),
        aside=in_place_of(here, one.id),
        protected=here.t("Protected identity") if is_protected(here, one.id) else "",
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
