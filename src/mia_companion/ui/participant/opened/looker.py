"""One coordinator on one day: which parts were opened, when, in whose place; and what was taken out."""

import flet as ft

from mia_companion.app.looked_at import Looker
from mia_companion.domain.rights import SERVER
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.opened_words import parts_in_words
from mia_companion.ui.components.texts import body, muted, strong
from mia_companion.ui.context import ZONE, Here


def looker_card(here: Here, one: Looker) -> ft.Control:
    """In whole sentences, what is known and no more."""
    t, words = here.t, here.words
    lines: list[ft.Control] = [strong(name_of(here, one.account))]
    if away := here.view.coordinator_name(one.in_place_of):
        lines.append(muted(t("In place of {name}, who was away", name=away)))
    elif one.account != SERVER and not _follows_now(here, one.account):
        lines.append(muted(t("Is not your coordinator now")))
    if one.parts and one.first_at:
        what = parts_in_words(words, (part.part for part in one.parts))
        clock = words.clock(one.first_at.astimezone(ZONE))
        lines.append(body(t("Opened: {parts}", parts=what)))
        lines.append(muted(t("The first time that day at {clock}", clock=clock)))
    if one.taken_out:
        lines.append(body(t("Took out a list or a file in which you are")))
    if one.got_everything:
        lines.append(body(t("Took out everything that is kept about you, as a file")))
    return card(lines, gap=4)


def name_of(here: Here, account: str) -> str:
    """Whoever it was; those who run the server together."""
    if account == SERVER:
        return here.t("Those who run MIA at the authority")
    return here.view.coordinator_name(account) or here.t("A coordinator")


def _follows_now(here: Here, account: str) -> bool:
    """Also where it is not known."""
    theirs = here.view.coordinators_of()
    return not theirs or account in theirs
