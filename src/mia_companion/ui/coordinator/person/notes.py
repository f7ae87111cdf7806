"""The team's notes about a person, in a journal that the person does not read; the screen says so."""

import flet as ft

from mia_companion.domain import rights
from mia_companion.domain.people import TeamNote
from mia_companion.ui.components.buttons import secondary
from mia_companion.ui.components.called import called
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.fields import WordsField, use_draft
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import heading, muted
from mia_companion.ui.context import Here, use_here
from mia_companion.ui.coordinator.person.messages import when


@ft.component
def Notes(person: str, level: int) -> ft.Control:
    """Newest first, under the box to write in."""
    here = use_here()
    notes = here.view.picture(rights.TEAM, person).notes.values()
    name = called(here, person) or here.t("The participant")
    return stack(
        [
            heading(here.t("Team notes"), level),
            muted(
                here.t(
                    "Read by the coordinators who work with {name}. {name} does not see them here,"
                    " but may ask to read them.",
                    name=name,
                )
            ),
            NoteComposer(person),
            *(
                _note(here, note)
                for note in sorted(notes, key=lambda n: (n.by.seq or 2**62, n.by.at), reverse=True)
            ),
        ]
    )


@ft.component
def NoteComposer(person: str) -> ft.Control:
    """Apart, so that a key pressed redraws nothing else."""
    here = use_here()
    draft = use_draft(f"note:{person}")
    wrong, set_wrong = ft.use_state("")

    def save() -> None:
        outcome = here.do.messages.note(draft.words, person)
        set_wrong("" if outcome else sentence(here.words, outcome.problem))
        if outcome:
            draft.change("")

    return stack(
        [
            WordsField(
                here.t("Write a note to the team"),
                draft.words,
                draft.change,
                lines=2,
                longest=10_000,
                wrong=wrong,
            ),
            ft.Row([secondary(here.t("Save the note"), save)], alignment=ft.MainAxisAlignment.END),
        ],
        gap=8,
    )


def _note(here: Here, note: TeamNote) -> ft.Control:
    account = here.view.account
    mine = account is not None and note.by.author == account.id
    author = account.name if mine and account else here.view.coordinator_name(note.by.author)
    moment = when(here.words, note.by.at, here.now())
    said = ft.Text(as_written(here.words, note.words))
    return card([said, muted(here.words.beside(author, moment))], gap=4)
