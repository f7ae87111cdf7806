"""The parts of a booking beside its time: where, what helps the person to come, and an interpreter."""

from collections.abc import Callable, Mapping

import flet as ft

from mia_companion.domain.appointments import IN_PERSON, PHONE, VIDEO
from mia_companion.domain.areas import REGION
from mia_companion.domain.arrangements import BOOKED, WANTED
from mia_companion.domain.directory import ContactListed
from mia_companion.ui.components.choice import chip, choice
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Drafted, Form
from mia_companion.ui.components.interpreters import UNDECIDED, LanguageChips, spoken
from mia_companion.ui.components.leads import safe_link
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import live, muted
from mia_companion.ui.components.told import in_lines
from mia_companion.ui.context import Here
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.keyed import keyed

_LONGEST = 2_000


class Booking(Form):
    """A time half booked. `interpreters` are states of one, and `languages` the persons', by person.

    `filled` is what a template put in; `begun_at` the day and time with which the calendar opened it.
    """

    people: tuple[str, ...] = ()
    attended_by: tuple[str, ...] = ()
    title: str = ""
    party: str = REGION
    day: str = ""
    clock: str = ""
    length: str = "60"
    way: str = IN_PERSON
    place: str = ""
    phone: str = ""
    link: str = ""
    contact: str = ""
    bring: str = ""
    directions: str = ""
    first_time: str = ""
    interpreters: Mapping[str, str] = {}
    languages: Mapping[str, str] = {}
    filled: Mapping[str, str] = {}
    begun_at: str = ""


def where_said(form: Booking) -> dict[str, str]:
    """What belongs to the way in which they meet; the others may have been written before it was chosen."""
    said = {"phone": form.phone}
    if form.way == VIDEO:
        said["link"] = form.link
    elif form.way != PHONE:
        said["place"] = form.place
    return said


def where_fields(here: Here, drafted: Drafted[Booking]) -> list[ft.Control]:
    """The place, the number, the link: as the way needs them."""
    form, shown = drafted.form, []
    if form.way == VIDEO:
        odd = form.link.strip() and safe_link(form.link) is None
        said = here.t(
            "This can be kept, but not opened from here. A link begins with https:// and has no"
            " spaces."
        )
        shown.append(_field(here.t("Link to the video call"), drafted, "link"))
        shown += [live(muted(said))] if odd else []
    elif form.way != PHONE:
        shown.append(_field(here.t("Place"), drafted, "place"))
    number = here.t("Number") if form.way == PHONE else here.t("Number, if one can call there")
    return [*shown, _field(number, drafted, "phone")]


def details(here: Here, drafted: Drafted[Booking]) -> list[ft.Control]:
    """What helps the person to come. All may be left out."""
    return [
        _field(here.t("Who is met, if it is known"), drafted, "contact"),
        _field(here.t("What to bring"), drafted, "bring"),
        _field(here.t("How to get there"), drafted, "directions", lines=2),
        _field(
            here.t("First time there: what happens when one comes in"),
            drafted,
            "first_time",
            lines=3,
        ),
    ]


def interpreter(here: Here, drafted: Drafted[Booking], person: str) -> list[ft.Control]:
    """Whether one is needed, and in which language: at first the one that the person reads."""
    form = drafted.form
    state = form.interpreters.get(person, "")
    reads = spoken(here.view.plan(person).shared.profile.language)

    def choose(state: str) -> None:
        form = drafted.form
        language = form.languages.get(person) or reads or UNDECIDED
        speak(language)
        drafted.change(interpreters={**form.interpreters, person: state})

    def speak(language: str) -> None:
        drafted.change(languages={**drafted.form.languages, person: language})

    states = (
        ("", here.t("Not said")),
        (WANTED, here.t("Is to be booked")),
        (BOOKED, here.t("Is booked")),
    )
    label = here.t("Interpreter")
    if len(form.people) > 1:
        label = here.t("Interpreter for {name}", name=name_of(here, person))
    shown = [choice(label, states, state, choose)]
    if state:
        shown.append(LanguageChips(form.languages.get(person, ""), speak))
    return shown


def listed(
    here: Here, party: str, contact: str, take: Callable[[ContactListed], None]
) -> ft.Control:
    """The site's contacts at that party, to fill in who and where."""

    def taken(one: ContactListed) -> Callable[[], None]:
        return lambda: take(one)

    chips = [
        chip(
            as_written(here.words, one.name),
            chosen=one.name == contact,
            tapped=taken(one),
            key=one.contact_id,
        )
        for one in here.view.contacts
        if one.party == party
    ]
    return in_lines(chips, visible=bool(chips))


def _field(label: str, drafted: Drafted[Booking], name: str, lines: int = 1) -> ft.Control:
    value = getattr(drafted.form, name)
    return keyed(
        name,
        WordsField,
        label,
        value,
        drafted.field(name),
        lines=lines,
        longest=_LONGEST,
        number=name == "phone",
    )
