"""A coordinator's own belief in a person's way to work, read by that coordinator alone."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.asks import belief_is_due, noted
from mia_companion.domain.beliefs import BELIEFS
from mia_companion.i18n.words import Words, later
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.cards import SKY, card, stack
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.icons import PRIVATE
from mia_companion.ui.components.options import option
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.paged import show_more, use_pages
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.components.told import question
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.form_end import buttons, wrong_line
from mia_companion.ui.coordinator.names import name_of
from mia_companion.ui.coordinator.paths import belief_path, person_path
from mia_companion.ui.coordinator.person.messages import when
from mia_companion.ui.coordinator.person.parts import SUPPORT, open_part
from mia_companion.ui.theme import GAP

_LEVELS = {
    # Translators: how far somebody believes in something. A person's feeling, never a grade.
    1: later("Not just now"),
    2: later("A little"),
    3: later("Half and half"),
    4: later("Rather much"),
    5: later("Fully"),
}

_FEW = 3


def belief_name(words: Words, level: int) -> str:
    """How far one believes."""
    return words.t(_LEVELS[level])


def _asked(here: Here, person: str) -> str:
    return here.t(
        "How far do you believe that {name} will come into work or studies?",
        name=name_of(here, person),
    )


def _who_reads(here: Here, person: str) -> ft.Control:
    """The plain truth about it, wherever it is asked or shown."""
    words = here.t(
        "Only you see this: neither {name} nor your colleagues do. If {name} asks the authority for"
        " everything that is kept about them, this is part of it.",
        name=name_of(here, person),
    )
    return ft.Row(
        [
            ft.Icon(PRIVATE, size=18, color=ft.Colors.ON_SURFACE_VARIANT),
            ft.Container(muted(words), expand=True),
        ],
        spacing=8,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )


@ft.component
def Belief(person: str, level: int) -> ft.Control:
    """What was noted, newest first, and a way to note it anew; when it is time, the question stands there."""
    here = use_here()
    own, account = here.view.own_view(person), here.view.account
    said = noted(own)
    pages = use_pages(len(said), _FEW)
    shared = here.view.plan(person).shared
    due = account is not None and belief_is_due(shared, own, account.id, here.today())

    def note() -> None:
        go(belief_path(person))

    lines: list[ft.Control] = []
    if due or not said:
        answer = (secondary if due else quiet)(here.t("Note it"), note)
        lines.append(
            card(
                [body(_asked(here, person)), ft.Row([answer], wrap=True)],
                tone=SKY,
            )
        )
    for one in said[: pages.shown]:
        words = [muted(as_written(here.words, one.words))] if one.words else []
        moment = when(here.words, one.by.at, here.now())
        told = here.t("{time}: {what}", time=moment, what=belief_name(here.words, one.level))
        lines.append(stack([body(told), *words], gap=0))
    lines += show_more(here, pages)
    if said and not due:
        lines.append(ft.Row([quiet(here.t("Note it anew"), note, ft.Icons.ADD)], wrap=True))
    return stack(
        [heading(here.t("Your own belief"), level), _who_reads(here, person), *lines],
        gap=GAP - 2,
    )


class BeliefForm(Form):
    """A belief half noted; 0 while nothing is chosen."""

    level: int = 0
    words: str = ""


@ft.component
def BelievingForm(person: str, level: int) -> ft.Control:
    """Five plain words. What was said before is not shown here, so that it does not lead."""
    here = use_here()
    told = use_undo()
    drafted = use_form(f"belief:{person}", BeliefForm())
    form = drafted.form
    wrong, set_wrong = ft.use_state("")

    def choose(one: int) -> Callable[[], None]:
        return lambda: drafted.change(level=one)

    def save() -> None:
        form = drafted.form
        done = here.do.beliefs.note(form.level, person, words=form.words, item=form.id)
        if not done:
            set_wrong(sentence(here.words, done.problem))
            return
        drafted.put_away()
        told(done, here.t("Noted, for you alone."))
        open_part(here, person, SUPPORT)

    lines = [
        option(belief_name(here.words, one), chosen=one == form.level, tapped=choose(one))
        for one in BELIEFS
    ]
    return stack(
        [
            heading(here.t("Your own belief"), level),
            _who_reads(here, person),
            question(_asked(here, person), lines),
            WordsField(
                here.t("A few words, if you want"),
                form.words,
                drafted.field("words"),
                lines=2,
                longest=10_000,
            ),
            *wrong_line(wrong),
            buttons(here, here.t("Save"), save, person_path(person)),
        ],
        gap=GAP + 4,
    )
