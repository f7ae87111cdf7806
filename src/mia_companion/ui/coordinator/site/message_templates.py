"""The team's ready words for messages: all of them, and adding or changing one."""

from urllib.parse import unquote

import flet as ft

from mia_companion.app.actions.message_templates import LONGEST_TITLE
from mia_companion.domain.directory import MessageTemplateListed
from mia_companion.domain.message_templates import NAME, message_templates
from mia_companion.domain.words import MAX_LONG
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet, secondary
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.frame import centred, narrow_view
from mia_companion.ui.coordinator.paths import template_path
from mia_companion.ui.coordinator.site.starting_words import StartingWords
from mia_companion.ui.keyed import keyed

NEW = "new"


class TemplateForm(Form):
    """Ready words half written; `id` is theirs."""

    title: str = ""
    words: str = ""


@ft.component
def MessageTemplatesScreen() -> ft.Control:
    """Everyone in the team writes with them."""
    return _screen(use_here(), TemplateList())


@ft.component
def MessageTemplateScreen() -> ft.Control:
    """One of them."""
    here = use_here()
    template = unquote(ft.use_route_params().get("template", ""))
    listed = message_templates(here.view.site.listings)
    found = next((one for one in listed if one.template_id == template), None)
    if found is None and template != NEW:
        gone = heading(here.t("This is not here any more."), 1)
        back = quiet(here.t("To the ready words"), lambda: go(places.MESSAGE_TEMPLATES))
        return _screen(here, stack([gone, ft.Row([back], wrap=True)]))
    return _screen(here, keyed(template, Writing, found))


def _screen(here: Here, inside: ft.Control) -> ft.View:
    return narrow_view(here, "", [centred(inside)])


@ft.component
def TemplateList() -> ft.Control:
    """By title; without any, some to begin with."""
    here = use_here()
    found = message_templates(here.view.site.listings)
    lines: list[ft.Control] = [keyed(one.template_id, TemplateCard, one) for one in found]
    add = secondary if not found else primary
    if not found:
        lines = [body(here.t("The team has no ready words yet.")), StartingWords()]
    return stack(
        [
            heading(here.t("Ready words for messages"), 1),
            body(
                here.t(
                    "What the team often writes to participants. Whoever uses them can change them"
                    " before they are sent. They are the same for everyone in the team."
                )
            ),
            *lines,
            ft.Row(
                [add(here.t("Write new ones"), lambda: go(template_path(NEW)), ft.Icons.ADD)],
                wrap=True,
            ),
        ]
    )


@ft.component
def TemplateCard(one: MessageTemplateListed) -> ft.Control:
    """Its words whole, and what can be done with it."""
    here = use_here()
    told = use_undo()

    def take_away() -> None:
        done = here.do.message_templates.take_away(one.template_id)
        told(done, here.t("Taken away, for the whole team."))

    change = _named(here.t("Change"), here.t("Change {title}", title=one.title))
    away = _named(here.t("Take it away"), here.t("Take away {title}", title=one.title))
    ways: list[ft.Control] = [
        ft.TextButton(change, on_click=lambda _: go(template_path(one.template_id))),
        ft.TextButton(away, on_click=lambda _: take_away()),
    ]
    title = heading(as_written(here.words, one.title), 2)
    words = body(as_written(here.words, one.words))
    return card([title, words, ft.Row(ways, wrap=True)], gap=4)


def _named(words: str, name: str) -> ft.Text:
    """For the ear, which of them it is about."""
    return ft.Text(words, semantics_label=name)


@ft.component
def Writing(listed: MessageTemplateListed | None) -> ft.Control:
    """New ones, or those that are listed."""
    here = use_here()
    told = use_undo()
    blank = TemplateForm()
    if listed is not None:
        blank = TemplateForm(title=listed.title, words=listed.words)
    place = f"message-template:{listed.template_id if listed else NEW}"
    drafted = use_form(place, blank)
    form = drafted.form
    wrong, set_wrong = ft.use_state("")

    def save() -> None:
        form = drafted.form
        item = listed.template_id if listed else form.id
        done = here.do.message_templates.write(form.title, form.words, item=item)
        set_wrong("" if done else sentence(here.words, done.problem))
        if done:
            told(done, here.t("Saved. The whole team has them now."))
            drafted.put_away()
            go(places.MESSAGE_TEMPLATES)

    def name_too() -> None:
        said = drafted.form.words
        drafted.change(
            words=f"{said}{NAME}" if not said or said[-1].isspace() else f"{said} {NAME}"
        )

    title = here.t("Change the ready words") if listed else here.t("New ready words")
    lacking = not form.title.strip()
    return stack(
        [
            heading(title, 1),
            WordsField(
                here.t("What they are called"),
                form.title,
                drafted.field("title"),
                longest=LONGEST_TITLE,
                wrong=wrong if lacking else "",
            ),
            WordsField(
                here.t("The words"),
                form.words,
                drafted.field("words"),
                lines=4,
                longest=MAX_LONG,
                wrong="" if lacking else wrong,
            ),
            muted(
                here.t(
                    "Where {token} stands, the person's name is put in when somebody uses the words.",
                    token=NAME,
                )
            ),
            ft.Row(
                [quiet(here.t("Put the name in"), name_too, ft.Icons.PERSON_OUTLINE)], wrap=True
            ),
            ft.Row([primary(here.t("Save"), save)], wrap=True),
        ]
    )
