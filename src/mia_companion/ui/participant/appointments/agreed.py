"""What we agreed: written by either side, read by both."""

import flet as ft

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.arrangements import Minutes
from mia_companion.ui.components.buttons import quiet, secondary, tonal
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import ZONE, Here, use_here
from mia_companion.ui.keyed import keyed


class AgreedForm(Form):
    """What was agreed, half written."""

    words: str = ""


@ft.component
def Agreed(appointment: Appointment) -> ft.Control:
    """All that was written, and room to write. Both read it, unless the appointment is one's own."""
    here = use_here()
    lines: list[ft.Control] = [heading(here.t("What we agreed"))]
    lines += [_written(here, one) for one in appointment.agreed]
    if not appointment.agreed:
        lines.append(body(here.t("Nothing has been written yet.")))
    lines.append(keyed("write", WriteAgreed, appointment))
    return card(lines, gap=12)


def _written(here: Here, one: Minutes) -> ft.Control:
    account = here.view.account
    mine = account is not None and one.by.author == account.id
    who = here.t("You") if mine else here.view.coordinator_name(one.by.author)
    when = here.words.day_and_clock(one.by.at, ZONE.key, here.now())
    byline = here.t("{who}, {time}", who=who or here.t("Your coordinator"), time=when)
    return stack([body(as_written(here.words, one.words)), muted(byline)], gap=2)


@ft.component
def WriteAgreed(appointment: Appointment) -> ft.Control:
    """A line to tap, and then a field."""
    here = use_here()
    told = use_undo()
    drafted = use_form(f"appointment:agreed:{appointment.id}", AgreedForm())
    form = drafted.form
    opened, set_opened = ft.use_state(bool(form.words))
    wrong, set_wrong = ft.use_state("")
    private = here.view.plan().is_private(appointment.id)
    if not opened:
        return secondary(
            here.t("Write what you agreed"), lambda: set_opened(True), ft.Icons.EDIT_NOTE
        )

    def change(new: str) -> None:
        drafted.change(words=new)
        set_wrong("")

    def put_away() -> None:
        drafted.put_away()
        set_opened(False)

    def save() -> None:
        form = drafted.form
        done = here.do.arrangements.write_minutes(appointment, form.words, item=form.id)
        if not done:
            set_wrong(sentence(here.words, done.problem))
            return
        told(done, here.t("It is written down."))
        put_away()

    readers = (
        here.t("Only you can see this")
        if private
        else here.t("You and your coordinator can read it.")
    )
    return stack(
        [
            WordsField(
                here.t("What did you agree?"),
                form.words,
                change,
                lines=3,
                longest=10_000,
                wrong=wrong,
            ),
            muted(readers),
            tonal(here.t("Write it down"), save),
            quiet(here.t("Close"), lambda: set_opened(False)),
        ]
    )
