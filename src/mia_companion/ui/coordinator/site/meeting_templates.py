"""The site's common meetings: what they are called, and which are still wanted."""

import flet as ft

from mia_companion.app.actions.meeting_templates import meeting_templates
from mia_companion.domain.directory import MeetingTemplateListed
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.fields import WordsField, use_draft
from mia_companion.ui.components.names import party_name, way_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.frame import centred, narrow_view
from mia_companion.ui.coordinator.paths import calendar_booking_path
from mia_companion.ui.keyed import keyed


@ft.component
def MeetingTemplatesScreen() -> ft.Control:
    """A card for each."""
    here = use_here()
    found = meeting_templates(here.view)
    about = here.t(
        "When you book a time, these fill in the form. Whatever you write in the form can be saved as"
        " one of them."
    )
    lines: list[ft.Control] = [keyed(one.template_id, Template, one) for one in found]
    if not found:
        to_book = secondary(here.t("Book a time"), lambda: go(calendar_booking_path()))
        lines = [body(here.t("None yet.")), ft.Row([to_book], wrap=True)]
    whole = stack([heading(here.t("Common meetings"), 1), body(about), *lines])
    return narrow_view(here, "", [centred(whole)])


@ft.component
def Template(one: MeetingTemplateListed) -> ft.Control:
    """What it fills in; renamed in place, and taken away with a way back."""
    here = use_here()
    told = use_undo()
    draft = use_draft(f"meeting-template:{one.template_id}")
    opened, set_opened = ft.use_state(bool(draft.words))
    wrong, set_wrong = ft.use_state("")

    def open_it() -> None:
        draft.change(one.title)
        set_opened(True)

    def close() -> None:
        draft.change("")
        set_wrong("")
        set_opened(False)

    def save() -> None:
        done = here.do.meeting_templates.rename(one, draft.words)
        set_wrong("" if done else sentence(here.words, done.problem))
        if done:
            close()
            if done.entry:
                told(done, here.t("It is changed."))

    def remove() -> None:
        told(here.do.meeting_templates.remove(one), here.t("Taken off the list."))

    title = as_written(here.words, one.title)
    lines: list[ft.Control] = [heading(title, 2), muted(_about(here, one))]
    if opened:
        lines += [
            WordsField(
                here.t("What it is called"), draft.words, draft.change, longest=200, wrong=wrong
            ),
            ft.Row([secondary(here.t("Save"), save), quiet(here.t("Close"), close)], wrap=True),
        ]
    else:
        rename = here.t("Rename {title}", title=title)
        away = here.t("Take {title} off the list", title=title)
        lines.append(ft.Row([quiet(rename, open_it), quiet(away, remove)], wrap=True))
    return card(lines, gap=6)


def _about(here: Here, one: MeetingTemplateListed) -> str:
    parts = [party_name(here.words, one.party), way_name(here.words, one.way)]
    if one.minutes:
        parts.append(here.words.n("{count} minute", "{count} minutes", one.minutes))
    said = (one.place, one.contact, one.bring)
    parts += [as_written(here.words, words) for words in said if words]
    return here.words.beside(*parts)
