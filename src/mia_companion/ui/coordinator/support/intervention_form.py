"""An intervention, new or said anew: what it is, with whom, from when and until when."""

from collections.abc import Callable
from datetime import timedelta

import flet as ft

from mia_companion.app.actions import Outcome
from mia_companion.app.actions.interventions import Planned
from mia_companion.app.actions.support import NO_DAY
from mia_companion.domain.interventions import Intervention
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.day_field import DayField
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.moment import read_day
from mia_companion.ui.components.names import parties
from mia_companion.ui.components.options import option
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.support_words import sort_icon, sort_name, sorts
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.components.told import in_lines, question
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.coordinator.form_end import buttons, wrong_line
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.coordinator.paths import person_path
from mia_companion.ui.coordinator.person.parts import SUPPORT, open_part
from mia_companion.ui.keyed import keyed
from mia_companion.ui.theme import GAP

Tap = Callable[[], None]


class InterventionForm(Form):
    """An intervention half written."""

    sort: str = ""
    words: str = ""
    party: str = ""
    first: str = ""
    last: str = ""


@ft.component
def NewInterventionForm(person: str, level: int) -> ft.Control:
    """What is half written stays for the next time."""
    here = use_here()
    title = here.t("An intervention for {name}", name=name_of(here, person))
    return InterventionFields(person, None, title, level)


@ft.component
def ChangeInterventionForm(person: str, intervention: str, level: int) -> ft.Control:
    """As it stands."""
    here = use_here()
    one = here.view.plan(person).shared.interventions.get(intervention)
    if one is None or one.fact is None:
        return body(here.t("That is not here any more."))
    title = here.t("Change: {what}", what=sort_name(here.words, one.fact.sort))
    return InterventionFields(person, one, title, level)


@ft.component
def InterventionFields(person: str, one: Intervention | None, title: str, level: int) -> ft.Control:
    """The participant reads all of it."""
    here = use_here()
    told = use_undo()
    today = here.today()
    drafted = use_form(f"intervention:{person}:{one.id if one else ''}", _begun(one, f"{today}"))
    form = drafted.form
    wrong, set_wrong = ft.use_state("")

    def write() -> Outcome:
        form = drafted.form
        first, last = read_day(form.first, today), read_day(form.last, today)
        if form.last.strip() and last is None:
            return Outcome(problem=NO_DAY)
        said = Planned(form.sort, first, last, form.words, form.party)
        do = here.do.interventions
        if one is not None:
            return do.change_intervention(one, said, person, today=today)
        return do.intervene(said, person, today=today, item=form.id)

    def save() -> None:
        done = write()
        if not done:
            set_wrong(sentence(here.words, done.problem))
            return
        drafted.put_away()
        told(done, here.t("It is noted. The participant sees it."))
        open_part(here, person, SUPPORT)

    def turn(name: str, value: str) -> Tap:
        return lambda: drafted.change(
            **{name: "" if getattr(drafted.form, name) == value else value}
        )

    kinds = [
        option(words, chosen=value == form.sort, tapped=turn("sort", value), icon=sort_icon(value))
        for value, words in sorts(here.words)
    ]
    return stack(
        [
            heading(title, level),
            muted(
                here.t("{name} sees this in their app.", name=name_of(here, person)),
            ),
            question(here.t("What is it?"), kinds),
            WordsField(
                here.t("Where and what, in a few words"),
                form.words,
                drafted.field("words"),
                lines=2,
                longest=10_000,
            ),
            _parties(here, form.party, turn),
            keyed(
                "first",
                DayField,
                here.t("First day"),
                form.first,
                drafted.field("first"),
                near=(today, today + timedelta(days=1)),
            ),
            keyed(
                "last",
                DayField,
                here.t("Planned until, if it is known"),
                form.last,
                drafted.field("last"),
            ),
            *wrong_line(wrong),
            buttons(here, here.t("Save"), save, person_path(person)),
        ],
        gap=GAP + 4,
    )


def _parties(here: Here, chosen: str, turn: Callable[[str, str], Tap]) -> ft.Control:
    chips: list[ft.Control] = [
        chip(words, chosen=value == chosen, tapped=turn("party", value), key=value)
        for value, words in parties(here.words)
    ]
    return question(here.t("With whom, if anybody"), [in_lines(chips)], gap=6)


def _begun(one: Intervention | None, today: str) -> InterventionForm:
    fact = one.fact if one else None
    if fact is None:
        return InterventionForm(first=today)
    return InterventionForm(
        sort=fact.sort,
        words=fact.words,
        party=fact.party or "",
        first=fact.first_day.isoformat(),
        last=fact.last_day.isoformat() if fact.last_day else "",
    )
