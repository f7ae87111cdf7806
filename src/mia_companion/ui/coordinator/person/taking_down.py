"""Writing down a yes that was said on paper or through an interpreter: how, when, in which words, to what.

The text that stands here is the one that was read: its language and version are written down with it.
"""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.consents import ON_PAPER, THROUGH_INTERPRETER
from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import words_for
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.consent_form import ConsentForm, fields, text
from mia_companion.ui.components.consent_words import TEXT_VERSION, Said
from mia_companion.ui.components.day_field import DayField
from mia_companion.ui.components.forms import use_form
from mia_companion.ui.components.interpreters import LanguageChips, spoken
from mia_companion.ui.components.moment import read_day
from mia_companion.ui.components.options import option
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.components.told import in_lines, question
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.coordinator.form_end import buttons, wrong_line
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.coordinator.paths import person_path
from mia_companion.ui.coordinator.person.parts import CONSENTS, open_part
from mia_companion.ui.theme import GAP


class TakenDownForm(ConsentForm):
    """A yes half written down."""

    how: str = ""
    day: str = ""
    read_in: str = ""
    spoken: str = ""


@ft.component
def TakingDownForm(person: str, level: int) -> ft.Control:
    """First how it was said, then to what; then the whole text, as it was read."""
    here = use_here()
    told = use_undo()
    t, today = here.t, here.today()
    reads = here.view.plan(person).shared.profile.language
    blank = TakenDownForm(
        day=today.isoformat(),
        read_in=words_for(reads).tag if reads else here.words.tag,
        spoken=spoken(reads),
    )
    drafted = use_form(f"taking-down:{person}", blank)
    form = drafted.form
    wrong, set_wrong = ft.use_state("")
    read = words_for(form.read_in)
    said_on = read_day(form.day, today)
    said = form.said(read, said_on or today)

    def change(**new: object) -> None:
        drafted.change(**new)
        set_wrong("")

    def save() -> None:  # what stands there to be read, and nothing else
        done = here.do.consents.take_down(
            person,
            _record(said),
            collected=form.how,
            said_on=said_on,
            today=today,
            spoken=form.spoken if form.how == THROUGH_INTERPRETER else "",
            item=form.id,
        )
        if not done:
            set_wrong(sentence(here.words, done.problem))
            return
        drafted.put_away()
        words = t("Written down. The participant sees it at once, and can take it back.")
        told(done.for_good(), words)
        open_part(here, person, CONSENTS)

    name = name_of(here, person)
    interpreted = form.how == THROUGH_INTERPRETER
    return stack(
        [
            heading(t("A consent that {name} has said yes to", name=name), level),
            body(
                t(
                    "Only for a yes that has been said. {name} sees in their app that you wrote it down,"
                    " how it was said, and can take it back with one tap.",
                    name=name,
                )
            ),
            _how(here, form.how, lambda how: change(how=how)),
            *([LanguageChips(form.spoken, drafted.field("spoken"))] if interpreted else []),
            DayField(
                t("Which day was it said?"), form.day, lambda day: change(day=day), near=(today,)
            ),
            _read_in(here, form.read_in, lambda tag: change(read_in=tag)),
            *fields(here, drafted, change),
            text(here, said, t("This is what {name} said yes to", name=name), read),
            muted(t("Text {version}", version=TEXT_VERSION)),
            *wrong_line(wrong),
            buttons(here, t("Write it down"), save, person_path(person)),
        ],
        gap=GAP + 4,
    )


def _record(said: Said) -> dict[str, object]:
    return {
        "from_party": said.from_party,
        "to_party": said.to_party,
        "categories": said.categories,
        "purpose": said.purpose,
        "valid_from": said.valid_from,
        "valid_until": said.valid_until,
        "language": said.language,
        "text_version": TEXT_VERSION,
    }


def _how(here: Here, chosen: str, choose: Callable[[str], None]) -> ft.Control:
    t = here.t
    lines = [
        option(
            t("On paper, signed"),
            chosen=chosen == ON_PAPER,
            tapped=lambda: choose(ON_PAPER),
            icon=ft.Icons.DESCRIPTION_OUTLINED,
        ),
        option(
            t("Said through an interpreter"),
            chosen=chosen == THROUGH_INTERPRETER,
            tapped=lambda: choose(THROUGH_INTERPRETER),
            icon=ft.Icons.RECORD_VOICE_OVER_OUTLINED,
        ),
    ]
    return question(t("How was it said?"), lines)


def _read_in(here: Here, chosen: str, choose: Callable[[str], None]) -> ft.Control:
    def taken(tag: str) -> Callable[[], None]:
        return lambda: choose(tag)

    chips: list[ft.Control] = [
        chip(one.own_name, chosen=one.tag == chosen, tapped=taken(one.tag), key=one.tag)
        for one in LANGUAGES
    ]
    return question(here.t("In which language was the text read?"), [in_lines(chips)])
