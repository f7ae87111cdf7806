"""Memories of how a step went: what was written then, and what one wants to keep now."""

from dataclasses import dataclass

import flet as ft

from mia_companion.domain.entries import By
from mia_companion.domain.movement import marks_that_stand
from mia_companion.domain.steps import Step
from mia_companion.ui.components.buttons import quiet, tonal
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.fields import WordsField, use_draft
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.paged import show_more, use_pages
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import heading, muted
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import ZONE, Here, use_here

_PAGE = 5


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that was kept, and when. Photos will stand here beside the words."""

    by: By
    words: str


@ft.component
def Memories(step: Step) -> ft.Control:
    """Newest first, and a place to add one."""
    here = use_here()
    kept = memories_of(step)
    pages = use_pages(len(kept), _PAGE)
    shown = [_memory(here, one) for one in kept[: pages.shown]]
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
    """A line to tap, and then a field. What is half written stays, also behind "Not now"."""
    here = use_here()
    told = use_undo()
    calm = use_calm()
    words, set_words = use_draft(f"memory:{step_id}")
    opened, set_opened = ft.use_state(bool(words))
    wrong, set_wrong = ft.use_state("")
    if not opened:
        line = quiet(
            here.t("Keep a memory of it"), lambda: set_opened(True), ft.Icons.BOOKMARK_BORDER
        )
        return ft.Row([line], wrap=True)

    def change(new: str) -> None:
        set_words(new)
        set_wrong("")

    def keep() -> None:
        if not calm():
            return
        done = here.do.path.remember(step_id, words)
        if done:
            told(done, here.t("It is kept with the step."))
            set_words("")
            set_opened(False)
        else:
            set_wrong(sentence(here.words, done.problem))

    return stack(
        [
            WordsField(
                here.t("What do you want to remember?"),
                words,
                change,
                lines=2,
                longest=10_000,
                wrong=wrong,
            ),
            ft.Row(
                [
                    tonal(here.t("Keep it"), keep),
                    quiet(here.t("Not now"), lambda: set_opened(False)),
                ],
                wrap=True,
            ),
        ]
    )


def memories_of(step: Step) -> list[Kept]:
    """What was written with a mark that stands, and what was kept afterwards; newest first."""
    found = [Kept(m.by, m.note) for m in marks_that_stand(step) if m.note]
    found += [Kept(m.by, m.words) for m in step.memories if m.words and not m.undone]
    return sorted(found, key=lambda one: one.by.at, reverse=True)


def _memory(here: Here, one: Kept) -> ft.Control:
    when = here.words.day_and_clock(one.by.at, ZONE.key, here.now())
    return card([ft.Text(as_written(here.words, one.words)), muted(when)], gap=2)
