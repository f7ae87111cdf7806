"""The fields of an appointment that one writes down oneself: the needed ones, and more if one wants."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.appointments import PHONE, VIDEO
from mia_companion.i18n.words import later
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.day_and_time import DayAndTime
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Drafted
from mia_companion.ui.components.icons import party_icon, way_icon
from mia_companion.ui.components.leads import safe_link
from mia_companion.ui.components.names import parties, ways
from mia_companion.ui.components.options import option
from mia_companion.ui.components.texts import live, muted
from mia_companion.ui.components.told import in_lines, question
from mia_companion.ui.context import Here
from mia_companion.ui.keyed import keyed
from mia_companion.ui.participant.appointments.form import (
    NO_TIME,
    UNSAID,
    UNTIL,
    AppointmentForm,
    where_of,
)

LONGEST_DETAIL = 2_000
_MINUTES = (30, 45, 60, 90)

_WHERE = {
    PHONE: later("Which number? (if you know)"),
    VIDEO: later("The link to the video call (if you have it)"),
}
_PLACE = later("Where? (if you know)")

Edited = Drafted[AppointmentForm]


def what(here: Here, edited: Edited, problem: str) -> ft.Control:
    """What it is."""
    form = edited.form
    missing = here.t("Write something first.") if problem and not form.title.strip() else ""
    return WordsField(here.t("What is it?"), form.title, edited.field("title"), wrong=missing)


def when(here: Here, edited: Edited, problem: str, zone: str) -> ft.Control:
    """The day and the time, kept also while they are half written."""
    form = edited.form

    def typed(day: str, clock: str) -> None:
        edited.change(day=day, clock=clock)

    return keyed(
        form.id,
        DayAndTime,
        here.t("When?"),
        None,
        lambda _: None,
        zone,
        wrong=problem == NO_TIME,
        half=(form.day, form.clock),
        typed=typed,
    )


def with_whom(here: Here, edited: Edited) -> ft.Control:
    """One of the parties."""
    return question(
        here.t("With whom?"),
        [
            option(
                name,
                chosen=one == edited.form.party,
                tapped=_sets(edited, "party", one),
                icon=party_icon(one),
            )
            for one, name in parties(here.words)
        ],
    )


def how_and_where(here: Here, edited: Edited) -> list[ft.Control]:
    """How one meets, and the place, the number or the link that belongs to it."""
    form = edited.form
    name = where_of(form.way)
    lines = question(
        here.t("How do you meet?"),
        [
            option(
                words,
                chosen=one == form.way,
                tapped=_sets(edited, "way", one),
                icon=way_icon(one),
            )
            for one, words in ways(here.words)
        ],
    )
    label = here.t(_WHERE.get(form.way, _PLACE))
    value = getattr(form, name)
    field = keyed(
        name,
        WordsField,
        label,
        value,
        edited.field(name),
        longest=LONGEST_DETAIL,
        number=name == "phone",
    )
    odd = name == "link" and form.link.strip() and safe_link(form.link) is None
    said = here.t(
        "This can be kept, but not opened from here. A link begins with https:// and has no spaces."
    )
    return [
        lines,
        field,
        live(muted(said) if odd else ft.Container()),
    ]


def how_long(here: Here, edited: Edited, wrong: str) -> ft.Control:
    """The length, or the time at which it ends."""
    form = edited.form
    minutes = {str(one) for one in _MINUTES}
    if form.length not in (UNSAID, UNTIL):
        minutes.add(form.length)
    names = [(UNSAID, here.t("Not said"))]
    names += [
        (one, here.words.n("{count} minute", "{count} minutes", int(one)))
        for one in sorted(minutes, key=int)
    ]
    names.append((UNTIL, here.t("Write when it ends")))
    chips: list[ft.Control] = [
        chip(words, chosen=one == form.length, tapped=_sets(edited, "length", one), key=one)
        for one, words in names
    ]
    shown: list[ft.Control] = [in_lines(chips)]
    if form.length == UNTIL:
        label = here.t("Ends at, as hours:minutes")
        shown.append(WordsField(label, form.until, edited.field("until"), longest=16, wrong=wrong))
    return question(here.t("How long?"), shown)


def contact(here: Here, edited: Edited) -> ft.Control:
    """Who is met there."""
    return _detail(here.t("Whom do you meet? (if you know)"), edited, "contact")


def directions(here: Here, edited: Edited) -> ft.Control:
    """How to get there."""
    return _detail(here.t("How to get there (if you want)"), edited, "directions", lines=2)


def bring(here: Here, edited: Edited) -> ft.Control:
    """What to bring."""
    return _detail(here.t("What to bring? (if anything)"), edited, "bring", lines=2)


def _detail(label: str, edited: Edited, name: str, lines: int = 1) -> ft.Control:
    return WordsField(
        label,
        getattr(edited.form, name),
        edited.field(name),
        lines=lines,
        longest=LONGEST_DETAIL,
    )


def _sets(edited: Edited, name: str, value: str) -> Callable[[], None]:
    return lambda: edited.change(**{name: value})
