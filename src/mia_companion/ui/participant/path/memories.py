"""Memories of how a step went: what was written then, and what one wants to keep now."""

from dataclasses import dataclass

import flet as ft

from mia_companion.domain import rights
from mia_companion.domain.blobs import BlobRef
from mia_companion.domain.entries import By
from mia_companion.domain.movement import marks_that_stand
from mia_companion.domain.steps import Step
from mia_companion.ui.components.attachments import Attaching, attached
from mia_companion.ui.components.buttons import quiet, tonal
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.paged import show_more, use_pages
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import heading, muted
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import ZONE, Here, use_here

_PAGE = 5


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that was kept, and when."""

    by: By
    words: str
    photos: tuple[BlobRef, ...] = ()


class MemoryForm(Form):
    """A memory half written."""

    words: str = ""
    attachments: tuple[BlobRef, ...] = ()


@ft.component
def Memories(step: Step) -> ft.Control:
    """Newest first, and a place to add one."""
    here = use_here()
    kept = memories_of(step)
    pages = use_pages(len(kept), _PAGE)
    shown = [_memory(here, step.id, one) for one in kept[: pages.shown]]
    return stack(
        [
            *([heading(here.t("Memories"))] if kept else []),
            *shown,
            *show_more(here, pages),
            NewMemory(step.id),
        ],
        gap=8,
    )


@ft.component
def NewMemory(step_id: str) -> ft.Control:
    """A line to tap, and then a field. What is half written stays, also behind "Close"."""
    here = use_here()
    told = use_undo()
    calm = use_calm()
    drafted = use_form(f"memory:{step_id}", MemoryForm())
    form = drafted.form
    opened, set_opened = ft.use_state(bool(form.words or form.attachments))
    wrong, set_wrong = ft.use_state("")
    if not opened:
        line = quiet(
            here.t("Keep a memory of it"), lambda: set_opened(True), ft.Icons.BOOKMARK_BORDER
        )
        return ft.Row([line], wrap=True)

    def change(new: str) -> None:
        drafted.change(words=new)
        set_wrong("")

    def keep() -> None:
        form = drafted.form
        if not calm():
            return
        done = here.do.path.remember(step_id, form.words, form.attachments)
        if done:
            told(done, here.t("It is kept with the step."))
            drafted.put_away()
            set_opened(False)
        else:
            set_wrong(sentence(here.words, done.problem))

    return stack(
        [
            WordsField(
                here.t("What do you want to remember?"),
                form.words,
                change,
                lines=2,
                longest=10_000,
                wrong=wrong,
            ),
            Attaching(form.attachments, drafted.field("attachments"), photo_only=True),
            ft.Row(
                [
                    tonal(here.t("Keep it"), keep),
                    quiet(here.t("Close"), lambda: set_opened(False)),
                ],
                wrap=True,
            ),
        ]
    )


def memories_of(step: Step) -> list[Kept]:
    """What was written with a mark that stands, and what was kept afterwards; newest first."""
    found = [
        Kept(m.by, m.note, m.attachments) for m in marks_that_stand(step) if m.note or m.attachments
    ]
    found += [Kept(m.by, m.words, m.attachments) for m in step.memories if not m.undone]
    return sorted(found, key=lambda one: one.by.at, reverse=True)


def _memory(here: Here, step_id: str, one: Kept) -> ft.Control:
    when = here.words.day_and_clock(one.by.at, ZONE.key, here.now())
    said = [ft.Text(as_written(here.words, one.words))] if one.words else []
    view = here.view
    journal = view.journal(rights.OWN if view.plan().is_private(step_id) else rights.SHARED) or ""
    return card([*said, *attached(here, one.photos, journal), muted(when)], gap=4)
