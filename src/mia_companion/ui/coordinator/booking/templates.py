"""Kinds of meeting that the site often books: chosen, they fill the form; what is written can become one."""

from collections.abc import Callable, Mapping

import flet as ft

from mia_companion.app.actions.meeting_templates import WORDS, meeting_templates
from mia_companion.domain.directory import MeetingTemplateListed
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.cards import card
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.forms import Drafted
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, live, said_aloud
from mia_companion.ui.components.told import in_lines, question
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.coordinator.booking.parts import Booking, where_said

UNSAID = "0"
"""How long it takes is not said."""

_FIELDS = ("title", "party", "way", "length", *WORDS)
_BLANK = Booking()


def filled_by(form: Booking, template: MeetingTemplateListed) -> dict[str, object]:
    """The fields that the template fills, and what it filled. What the coordinator has written stays; what
    another template had put in gives way."""
    minutes = str(template.minutes) if template.minutes else UNSAID
    said = {name: str(getattr(template, name)) for name in _FIELDS if name != "length"}
    said["length"] = minutes
    free = {
        name: words
        for name, words in said.items()
        if getattr(form, name) in (getattr(_BLANK, name), form.filled.get(name))
    }
    return {**free, "filled": said}


def template_chips(here: Here, drafted: Drafted[Booking]) -> list[ft.Control]:
    """The site's kinds of meeting, if it has any."""

    def take(one: MeetingTemplateListed) -> Callable[[], None]:
        return lambda: drafted.change(**filled_by(drafted.form, one))

    chips: list[ft.Control] = [
        chip(
            as_written(here.words, one.title),
            chosen=one.title == drafted.form.filled.get("title"),
            tapped=take(one),
            key=one.template_id,
        )
        for one in meeting_templates(here.view)
    ]
    if not chips:
        return []
    return [question(here.t("A common meeting"), [in_lines(chips)])]


def _minutes(length: str) -> int | None:
    return int(length) if length.isdecimal() and length != UNSAID else None


def _words(form: Booking) -> Mapping[str, str]:
    said = {name: str(getattr(form, name)) for name in WORDS}
    where = where_said(form)
    return said | {name: where.get(name, "") for name in ("place", "phone", "link")}


@ft.component
def SaveAsTemplate(drafted: Drafted[Booking]) -> ft.Control:
    """Closed until it is wanted; then it says who can read it."""
    here = use_here()
    told = use_undo()
    opened, set_opened = ft.use_state(False)
    wrong, set_wrong = ft.use_state("")
    item = ft.use_memo(here.do.drafts.new_id, [opened])

    def save() -> None:
        form = drafted.form
        done = here.do.meeting_templates.save(
            form.title, form.party, form.way, _minutes(form.length), _words(form), item=item
        )
        set_wrong("" if done else sentence(here.words, done.problem))
        if done:
            set_opened(False)
            told(done, here.t("It is among the common meetings now."))

    if not opened:
        line = quiet(
            here.t("Save as a common meeting"),
            lambda: set_opened(True),
            ft.Icons.BOOKMARK_ADD_OUTLINED,
        )
        return ft.Row([line], wrap=True)
    note = here.t(
        "Everyone at your site can use it, and it is kept where participants' apps can read it too."
        " Who it is for, the day and the time are not in it. Let no words in it be about a person."
    )
    ways: list[ft.Control] = [
        secondary(here.t("Save it"), save),
        quiet(here.t("Close"), lambda: set_opened(False)),
    ]
    inside: list[ft.Control] = [live(body(note))]
    if wrong:
        inside.append(body(wrong))
    return card([*inside, said_aloud(wrong), ft.Row(ways, wrap=True)])
