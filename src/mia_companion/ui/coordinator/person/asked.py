"""What is asked of the coordinator about this person: a quiet line each, a tap from its answer."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain import data_asked
from mia_companion.domain.asks import (
    BELIEF,
    CONSENT_NOW,
    CONSENT_SOON,
    FOLLOW_UP_DUE,
    FOLLOW_UP_SOON,
    NO_START,
    Ask,
    asked_of,
)
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.context import Here
from mia_companion.ui.coordinator.person.parts import CONSENTS, DATA, SUPPORT, look_at, part_of

_ICONS = {
    NO_START: ft.Icons.FLAG_OUTLINED,
    FOLLOW_UP_SOON: ft.Icons.EVENT_OUTLINED,
    FOLLOW_UP_DUE: ft.Icons.EVENT_AVAILABLE,
    BELIEF: ft.Icons.LIGHTBULB_OUTLINE,
    CONSENT_SOON: ft.Icons.HANDSHAKE_OUTLINED,
    CONSENT_NOW: ft.Icons.HANDSHAKE_OUTLINED,
}
_WHERE = {CONSENT_SOON: CONSENTS, CONSENT_NOW: CONSENTS}
"""The part in which it is answered, where that is not `SUPPORT`."""


def asked(here: Here, person: str, *, wide: bool) -> list[ft.Control]:
    """All of it where there is room, else the first; nothing while its own part is looked at."""
    shared, part = here.view.plan(person).shared, part_of(here, person, wide=wide)
    if data_asked.waits_since(shared) and part != DATA:
        words = here.t("Asks about what is kept")
        line = quiet(words, lambda: look_at(here, person, DATA), ft.Icons.FOLDER_SHARED_OUTLINED)
        return [line, *(_of_support(here, person, wide=wide) if wide else [])]
    return _of_support(here, person, wide=wide)


def _of_support(here: Here, person: str, *, wide: bool) -> list[ft.Control]:
    account = here.view.account
    if account is None:
        return []
    shared, own = here.view.plan(person).shared, here.view.own_view(person)
    looked_at = part_of(here, person, wide=wide)
    found = [
        one
        for one in asked_of(shared, own, account.id, here.today())
        if _WHERE.get(one.what, SUPPORT) != looked_at
    ]

    def look(one: Ask) -> Callable[[], None]:
        return lambda: look_at(here, person, _WHERE.get(one.what, SUPPORT))

    return [_line(here, one, look(one)) for one in (found if wide else found[:1])]


def _line(here: Here, one: Ask, look: Callable[[], None]) -> ft.Control:
    day = here.words.day(one.day, here.today()) if one.day else ""
    words = {
        NO_START: here.t("No start is noted yet"),
        FOLLOW_UP_SOON: here.t("Follow-up on {day}", day=day),
        FOLLOW_UP_DUE: here.t("Time for the follow-up after six months"),
        CONSENT_SOON: here.t("A consent ends on {day}: talk about it in time", day=day),
        CONSENT_NOW: here.t("A consent ends on {day}: it goes on only with a new yes", day=day),
        BELIEF: here.t("Note your own belief, for yourself"),
    }
    return quiet(words[one.what], look, _ICONS[one.what])
