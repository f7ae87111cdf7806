"""How it ended, and how it was six months later: a day, a result, and a word if one wants."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

import flet as ft

from mia_companion.app.actions import Outcome
from mia_companion.domain.enrolments import Enrolment, Said
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.day_field import DayField
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.moment import read_day
from mia_companion.ui.components.options import choices
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.support_words import results
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import use_here
from mia_companion.ui.coordinator.form_end import buttons, wrong_line
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.coordinator.paths import person_path
from mia_companion.ui.coordinator.person.parts import SUPPORT, open_part
from mia_companion.ui.theme import GAP


class ResultForm(Form):
    """A result half noted."""

    day: str = ""
    result: str = ""
    words: str = ""


class _Save(Protocol):
    def __call__(
        self,
        one: Enrolment,
        day: date | None,
        result: str,
        participant: str,
        *,
        words: str,
        today: date,
    ) -> Outcome: ...


@ft.component
def FinishingForm(person: str, enrolment: str, level: int) -> ft.Control:
    """The finish of that time; what stands is filled in."""
    here = use_here()
    one = here.view.plan(person).shared.enrolments.get(enrolment)
    if one is None or one.start is None:
        return body(here.t("That is not here any more."))
    about = here.t("The participant sees it. MIA asks for the follow-up six months later.")
    asking = _Asking(
        one,
        one.finish,
        here.t("The finish for {name}", name=name_of(here, person)),
        about,
        here.t("What came of it"),
        save=here.do.support.finish,
        done=here.t("The finish is noted. The participant sees it."),
        afterwards=False,
    )
    return ResultFields(person, asking, level)


@ft.component
def FollowingUpForm(person: str, enrolment: str, level: int) -> ft.Control:
    """How it was when one asked."""
    here = use_here()
    one = here.view.plan(person).shared.enrolments.get(enrolment)
    if one is None or one.finish is None:
        return body(here.t("That is not here any more."))
    asking = _Asking(
        one,
        one.follow_up,
        here.t("The follow-up with {name}", name=name_of(here, person)),
        here.t("Six months after the finish. That nobody could be reached is an answer, too."),
        here.t("How it is now"),
        save=here.do.support.follow_up,
        done=here.t("The follow-up is noted."),
        afterwards=True,
    )
    return ResultFields(person, asking, level)


@dataclass(frozen=True, slots=True)
class _Asking:
    """What a form asks, how it saves it, and what it says then. `stands` is what was said before."""

    one: Enrolment
    stands: Said | None
    title: str
    about: str
    asked: str
    save: _Save
    done: str
    afterwards: bool


@ft.component
def ResultFields(person: str, asking: _Asking, level: int) -> ft.Control:
    """What is half filled in stays for the next time."""
    here = use_here()
    told = use_undo()
    today = here.today()
    one = asking.one
    place = f"{'follow-up' if asking.afterwards else 'finish'}:{person}:{one.id}"
    drafted = use_form(place, _begun(asking.stands, today))
    form = drafted.form
    wrong, set_wrong = ft.use_state("")

    def choose(result: str) -> None:
        drafted.change(result=result)
        set_wrong("")

    def keep() -> None:
        form = drafted.form
        day = read_day(form.day, today)
        said = asking.save(one, day, form.result, person, words=form.words, today=today)
        if not said:
            set_wrong(sentence(here.words, said.problem))
            return
        drafted.put_away()
        told(said, asking.done)
        open_part(here, person, SUPPORT)

    named = results(here.words, afterwards=asking.afterwards)
    return stack(
        [
            heading(asking.title, level),
            body(asking.about),
            DayField(here.t("Which day"), form.day, drafted.field("day"), near=(today,)),
            choices(asking.asked, named, form.result, choose),
            WordsField(
                here.t("A few words, if you want"),
                form.words,
                drafted.field("words"),
                lines=2,
                longest=10_000,
            ),
            *wrong_line(wrong),
            buttons(here, here.t("Save"), keep, person_path(person)),
        ],
        gap=GAP + 4,
    )


def _begun(stands: Said | None, today: date) -> ResultForm:
    if stands is None:
        return ResultForm(day=today.isoformat())
    return ResultForm(day=stands.day.isoformat(), result=stands.result, words=stands.words)
