"""Adding an appointment oneself, from a letter or a call. Works without a connection."""

from collections.abc import Callable
from datetime import datetime

import flet as ft

from mia_companion.domain import areas
from mia_companion.domain.appointments import IN_PERSON
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary
from mia_companion.ui.components.choice import Option
from mia_companion.ui.components.day_and_time import DayAndTime
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.frame import page
from mia_companion.ui.components.icons import party_icon, way_icon
from mia_companion.ui.components.names import parties, ways
from mia_companion.ui.components.options import option, options
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.sharing import who_sees
from mia_companion.ui.components.texts import body, said_aloud
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import ZONE, go, use_here


class AppointmentForm(Form):
    """An appointment half written down."""

    title: str = ""
    party: str = areas.REGION
    when: datetime | None = None
    way: str = IN_PERSON
    place: str = ""
    bring: str = ""
    private: bool = False


@ft.component
def NewAppointmentScreen() -> ft.Control:
    """What, with whom, when; then where and what to bring, if one knows."""
    here = use_here()
    told = use_undo()
    drafted = use_form("appointment:new", AppointmentForm())
    form = drafted.form
    begun = ft.use_memo(lambda: form.when, [])
    wrong, set_wrong = ft.use_state("")
    missing, set_missing = ft.use_state(False)
    t = here.t

    def change(new: str) -> None:
        drafted.change(title=new)
        set_wrong("")

    def save() -> None:
        set_missing(form.when is None)
        if form.when is None:
            set_wrong("" if form.title.strip() else sentence(here.words, "empty"))
            return
        booked = here.do.appointments.book(
            form.title,
            form.party,
            form.when,
            zone=ZONE.key,
            way=form.way,
            place=form.place,
            bring=form.bring,
            private=form.private,
            item=form.id,
        )
        if not booked:
            set_wrong(sentence(here.words, booked.problem))
            return
        drafted.put_away()
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
            WordsField(t("What is it?"), form.title, change, wrong=wrong),
            DayAndTime(t("When?"), begun, drafted.field("when"), ZONE.key, wrong=missing),
            options(
                t("With whom?"),
                lines(parties(here.words), form.party, drafted.field("party"), party_icon),
            ),
            options(
                t("How do you meet?"),
                lines(ways(here.words), form.way, drafted.field("way"), way_icon),
            ),
            WordsField(t("Where? (if you know)"), form.place, drafted.field("place")),
            WordsField(t("What to bring? (if anything)"), form.bring, drafted.field("bring")),
            who_sees(here, form.private, drafted.field("private")),
            *([body(t("The day or the time is missing. Look a little further up."))] * missing),
            said_aloud(t("The day or the time is missing. Look a little further up.") * missing),
            primary(t("Add it"), save),
        ],
    )


def _choosing(choose: Callable[[str], None], one: str) -> Callable[[], None]:
    return lambda: choose(one)
