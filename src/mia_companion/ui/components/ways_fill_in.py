"""The form for reminders by mail or SMS: by which way, how long before, and when nothing is to come."""

from collections.abc import Callable

import flet as ft

from mia_companion.app.actions.outcome import NO_EMAIL, NO_NUMBER, Outcome
from mia_companion.app.actions.ways import NO_CLOCK, TOO_QUIET, Ways
from mia_companion.domain.channels import MAIL, SMS
from mia_companion.ui.components.buttons import primary, quiet
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Drafted, use_form
from mia_companion.ui.components.moment import read_clock
from mia_companion.ui.components.narrow import is_narrow
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import muted, told
from mia_companion.ui.components.ticks import tick
from mia_companion.ui.components.told import question
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.components.ways_half import Chosen, WaysForm, form_of
from mia_companion.ui.components.ways_words import A_DAY, AN_HOUR
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.theme import GAP

_BESIDE_THEIRS = (NO_EMAIL, NO_NUMBER, NO_CLOCK, TOO_QUIET)
"""Problems that are said beneath the field that they are of."""


@ft.component
def FillIn(chosen: Chosen, close: Callable[[bool], None]) -> ft.Control:
    """Saved with one tap, and kept half filled in until then. `close` is told whether it was saved."""
    here = use_here()
    t = here.t
    drafted = use_form(f"ways:{chosen.person or ''}", form_of(chosen.said))
    shown = use_undo()
    wrong, set_wrong = ft.use_state("")

    def save() -> None:
        done = _saved(here, chosen, drafted.form)
        set_wrong(done.problem)
        if shown(done, t("It is saved.")):
            drafted.put_away()
            close(True)

    return stack(
        [
            *_addresses(here, chosen, drafted, wrong),
            _before(here, drafted),
            _Night(drafted, wrong if wrong in (NO_CLOCK, TOO_QUIET) else ""),
            *([_tell(here, drafted)] if chosen.person is None else []),
            muted(
                t(
                    "The message says that something is booked, and when. It never says what it is, or"
                    " with whom. Whoever delivers it can read it, and whoever sees the phone or the mail."
                )
            ),
            told(sentence(here.words, wrong) if wrong not in ("", *_BESIDE_THEIRS) else ""),
            ft.Row(
                [primary(t("Save"), save), quiet(t("Close"), lambda: close(False))],
                wrap=True,
                spacing=8,
            ),
        ]
    )


def _saved(here: Here, chosen: Chosen, form: WaysForm) -> Outcome:
    before = tuple(n for n, on in ((A_DAY, form.day), (AN_HOUR, form.hour)) if on)
    begins, ends = read_clock(form.quiet_from), read_clock(form.quiet_until)
    if form.night and (begins is None or ends is None):
        return Outcome(problem=NO_CLOCK)
    return here.do.ways.choose(
        Ways(
            mail=form.mail if MAIL in chosen.offered else "",
            number=form.number if SMS in chosen.offered else "",
        ),
        appointments=before,
        quiet=(begins, ends) if form.night and begins and ends else None,
        tell=form.tell,
        participant=chosen.person,
    )


def _addresses(
    here: Here, chosen: Chosen, drafted: Drafted[WaysForm], wrong: str
) -> list[ft.Control]:
    form, fields = drafted.form, []
    if MAIL in chosen.offered:
        said = sentence(here.words, wrong) if wrong == NO_EMAIL else None
        change = drafted.field("mail")
        fields.append(WordsField(here.t("E-mail"), form.mail, change, longest=254, wrong=said))
    if SMS in chosen.offered:
        said = sentence(here.words, wrong) if wrong == NO_NUMBER else None
        change = drafted.field("number")
        fields.append(
            WordsField(
                here.t("Mobile number"), form.number, change, longest=40, wrong=said, number=True
            )
        )
    return fields


def _before(here: Here, drafted: Drafted[WaysForm]) -> ft.Control:
    form, t = drafted.form, here.t
    return question(
        t("Before each booked time"),
        [
            tick(t("One day before"), on=form.day, tapped=lambda: drafted.change(day=not form.day)),
            tick(
                t("One hour before"),
                on=form.hour,
                tapped=lambda: drafted.change(hour=not form.hour),
            ),
        ],
    )


@ft.component
def _Night(drafted: Drafted[WaysForm], problem: str) -> ft.Control:
    """On with hours that suit most; they can be changed."""
    here = use_here()
    form, t = drafted.form, here.t
    box = tick(
        t("Quiet hours"),
        on=form.night,
        tapped=lambda: drafted.change(night=not form.night),
        about=t("What would come then comes before or after."),
    )
    if not form.night:
        return box
    wrong = sentence(here.words, problem) if problem else None
    fields: list[ft.Control] = [
        ft.Container(
            WordsField(
                t("Quiet from"),
                form.quiet_from,
                drafted.field("quiet_from"),
                longest=8,
                wrong=wrong,
            )
        ),
        ft.Container(
            WordsField(t("Quiet until"), form.quiet_until, drafted.field("quiet_until"), longest=8)
        ),
    ]
    if is_narrow():
        return stack([box, *fields], gap=8)
    for one in fields:
        one.expand = True
    row = ft.Row(fields, spacing=GAP, vertical_alignment=ft.CrossAxisAlignment.START)
    return stack([box, row], gap=12)


def _tell(here: Here, drafted: Drafted[WaysForm]) -> ft.Control:
    on = drafted.form.tell
    return tick(
        here.t("My coordinator may know if a message does not arrive"),
        on=on,
        tapped=lambda: drafted.change(tell=not on),
        about=here.t("Not the address or the number, only that it did not work."),
    )
