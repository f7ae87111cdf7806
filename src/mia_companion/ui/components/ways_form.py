"""Reminders by mail or SMS: what was chosen, and the form for it. The same for oneself and for somebody else.

nothing chosen ──Choose──▶ form ──Save──▶ chosen ──Change──▶ form
                                            └────End it────▶ nothing chosen
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

import flet as ft

from mia_companion.app.actions.outcome import NO_EMAIL, NO_NUMBER, Outcome
from mia_companion.app.actions.ways import Ways
from mia_companion.domain.channels import MAIL, SMS, ChannelsChosen
from mia_companion.ui.components.buttons import primary, quiet, secondary
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, muted, told
from mia_companion.ui.components.ticks import tick
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.components.ways_words import A_DAY, AN_HOUR, lines_of
from mia_companion.ui.context import Here, use_here

NIGHT = (time(21), time(8))


class WaysForm(Form):
    """Half filled in."""

    mail: str = ""
    number: str = ""
    day: bool = True
    hour: bool = True
    night: bool = True
    tell: bool = False


@dataclass(frozen=True, slots=True)
class Chosen:
    """Whose it is (None is one's own), what stands, what of it does not work, and what can be offered."""

    person: str | None
    said: ChannelsChosen | None
    broken: tuple[str, ...]
    offered: tuple[str, ...]


@ft.component
def WaysChosen(chosen: Chosen) -> ft.Control:
    """What stands, or the form."""
    here = use_here()
    opened, set_opened = ft.use_state(False)
    shown = use_undo()
    t = here.t
    if opened:
        return FillIn(chosen, lambda: set_opened(False))
    said = chosen.said
    if said is None:
        button = secondary(
            t("Choose"), lambda: set_opened(True), ft.Icons.FORWARD_TO_INBOX_OUTLINED
        )
        return ft.Row([button], wrap=True)

    def end() -> None:
        shown(here.do.ways.end(participant=chosen.person), t("The reminders have ended."))

    lines: list[ft.Control] = [body(one) for one in lines_of(here.words, said)]
    lines += [_broken(here, one) for one in chosen.broken]
    buttons = ft.Row(
        [secondary(t("Change"), lambda: set_opened(True)), quiet(t("End them"), end)],
        wrap=True,
        spacing=8,
        run_spacing=0,
    )
    return card([*lines, buttons])


@ft.component
def FillIn(chosen: Chosen, close: Callable[[], None]) -> ft.Control:
    """Saved with one tap, and kept half filled in until then."""
    here = use_here()
    t = here.t
    drafted = use_form(f"ways:{chosen.person or ''}", _form_of(chosen.said))
    shown = use_undo()
    wrong, set_wrong = ft.use_state("")
    form = drafted.form

    def save() -> None:
        now = drafted.form
        before = tuple(n for n, on in ((A_DAY, now.day), (AN_HOUR, now.hour)) if on)
        done: Outcome = here.do.ways.choose(
            Ways(
                mail=now.mail if MAIL in chosen.offered else "",
                number=now.number if SMS in chosen.offered else "",
            ),
            appointments=before,
            quiet=NIGHT if now.night else None,
            tell=now.tell,
            participant=chosen.person,
        )
        set_wrong(done.problem)
        if shown(done, t("It is saved.")):
            drafted.put_away()
            close()

    mail = WordsField(
        t("E-mail"), form.mail, drafted.field("mail"), longest=254,
        wrong=sentence(here.words, wrong) if wrong == NO_EMAIL else None,
    )  # fmt: skip
    number = WordsField(
        t("Mobile number"), form.number, drafted.field("number"), longest=40,
        wrong=sentence(here.words, wrong) if wrong == NO_NUMBER else None,
    )  # fmt: skip
    return stack(
        [
            *([mail] if MAIL in chosen.offered else []),
            *([number] if SMS in chosen.offered else []),
            body(t("Before each booked time:")),
            tick(t("One day before"), on=form.day, tapped=lambda: drafted.change(day=not form.day)),
            tick(
                t("One hour before"),
                on=form.hour,
                tapped=lambda: drafted.change(hour=not form.hour),
            ),
            tick(
                t("Nothing at night"),
                on=form.night,
                tapped=lambda: drafted.change(night=not form.night),
                about=t("Nothing is sent between 21:00 and 08:00."),
            ),
            *([_tell(here, form.tell, drafted.change)] if chosen.person is None else []),
            muted(
                t(
                    "The message says that something is booked, and when. It never says what it is, or"
                    " with whom. Whoever delivers it can read it, and whoever sees the phone or the mail."
                )
            ),
            told(sentence(here.words, wrong) if wrong not in ("", NO_EMAIL, NO_NUMBER) else ""),
            ft.Row(
                [primary(t("Save"), save), quiet(t("Close"), close)],
                wrap=True,
                spacing=8,
            ),
        ]
    )


def _tell(here: Here, on: bool, change: Callable[..., None]) -> ft.Control:
    return tick(
        here.t("My coordinator may know if a message does not arrive"),
        on=on,
        tapped=lambda: change(tell=not on),
        about=here.t("Not the address or the number, only that it did not work."),
    )


def _broken(here: Here, channel: str) -> ft.Control:
    words = {
        MAIL: here.t(
            "A mail did not arrive. Look whether the address is right, and save it again."
        ),
        SMS: here.t("An SMS did not arrive. Look whether the number is right, and save it again."),
    }
    line = ft.Row(
        [ft.Icon(ft.Icons.INFO_OUTLINE), ft.Container(body(words.get(channel, "")), expand=True)],
        spacing=8,
    )
    return ft.Semantics(live_region=True, content=line)


def _form_of(said: ChannelsChosen | None) -> WaysForm:
    if said is None:
        return WaysForm()
    return WaysForm(
        mail=said.mail,
        number=said.number,
        day=A_DAY in said.appointments,
        hour=AN_HOUR in said.appointments,
        night=said.quiet_from is not None,
        tell=said.tell,
    )
