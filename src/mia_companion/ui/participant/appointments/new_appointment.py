"""Adding an appointment oneself, from a letter or a call. Works without a connection."""

from collections.abc import Callable
from datetime import datetime
from typing import cast

import flet as ft

from mia_companion.domain import areas
from mia_companion.domain.appointments import IN_PERSON
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary
from mia_companion.ui.components.choice import Option
from mia_companion.ui.components.day_and_time import DayAndTime
from mia_companion.ui.components.fields import WordsField, use_draft
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.icons import party_icon, way_icon
from mia_companion.ui.components.names import parties, ways
from mia_companion.ui.components.options import option, options
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, said_aloud
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import ZONE, go, use_here
from mia_companion.ui.participant.sharing import who_sees


@ft.component
def NewAppointmentScreen() -> ft.Control:
    """What, with whom, when; then where and what to bring, if one knows."""
    here = use_here()
    told = use_undo()
    title, set_title = use_draft("appointment:title")
    place, set_place = use_draft("appointment:place")
    bring, set_bring = use_draft("appointment:bring")
    party, set_party = ft.use_state(areas.REGION)
    way, set_way = ft.use_state(IN_PERSON)
    when, set_when = ft.use_state(cast("datetime | None", None))
    private, set_private = ft.use_state(False)
    wrong, set_wrong = ft.use_state("")
    missing, set_missing = ft.use_state(False)
    t = here.t

    def change(new: str) -> None:
        set_title(new)
        set_wrong("")

    def save() -> None:
        set_missing(when is None)
        if when is None:
            set_wrong("" if title.strip() else sentence(here.words, "empty"))
            return
        booked = here.do.appointments.book(
            title, party, when, zone=ZONE.key, way=way, place=place, bring=bring, private=private
        )
        if not booked:
            set_wrong(sentence(here.words, booked.problem))
            return
        for put_away in (set_title, set_place, set_bring):
            put_away("")
        told(booked, t("The appointment is in your list."))
        go(places.APPOINTMENTS)

    def lines(
        offered: tuple[Option, ...],
        chosen: str,
        choose: Callable[[str], None],
        icon: Callable[[str], ft.IconData],
    ) -> list[ft.Control]:
        return [
            option(name, chosen=one == chosen, tapped=_choosing(choose, one), icon=icon(one))
            for one, name in offered
        ]

    return page(
        here,
        t("Add an appointment"),
        [
            body(
                t(
                    "Have the letter beside you, if there is one."
                    " It can be a visit to a doctor, a call, or a meeting."
                )
            ),
            WordsField(t("What is it?"), title, change, wrong=wrong),
            DayAndTime(t("When?"), None, set_when, ZONE.key, wrong=missing),
            options(t("With whom?"), lines(parties(here.words), party, set_party, party_icon)),
            options(t("How do you meet?"), lines(ways(here.words), way, set_way, way_icon)),
            WordsField(t("Where? (if you know)"), place, set_place),
            WordsField(t("What to bring? (if anything)"), bring, set_bring),
            who_sees(here, private, set_private),
            *([body(t("The day or the time is missing. Look a little further up."))] * missing),
            said_aloud(t("The day or the time is missing. Look a little further up.") * missing),
            primary(t("Add it"), save),
        ],
    )


def _choosing(choose: Callable[[str], None], one: str) -> Callable[[], None]:
    return lambda: choose(one)
