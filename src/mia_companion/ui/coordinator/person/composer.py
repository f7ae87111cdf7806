"""Where the coordinator writes to one person in one thread."""

from collections.abc import Awaitable, Callable

import flet as ft

from mia_companion.domain.message_templates import filled, put_after
from mia_companion.domain.messages import GENERAL
from mia_companion.ui.components.attachments import Attaching
from mia_companion.ui.components.buttons import SEND, answers, primary, quiet
from mia_companion.ui.components.called import called
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.fields import WordsField
from mia_companion.ui.components.forms import use_form
from mia_companion.ui.components.message_form import MessageForm
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.texts import said_aloud
from mia_companion.ui.context import use_here
from mia_companion.ui.coordinator.person.ready_words import ReadyWords


@ft.component
def Composer(
    person: str,
    thread: str,
    to_foot: Callable[[], Awaitable[None]],
    *,
    level: int,
    choosing: bool,
    set_choosing: Callable[[bool], None],
    shares: bool,
) -> ft.Control:
    """Apart, so that a key pressed redraws nothing else. The draft is the person's and the thread's own.

    Ready words come after what is written already, and can be read and changed before they are sent. While
    they are chosen among, under a heading of that `level`, the composer `shares` the room with what was
    said; else it takes what it needs.
    """
    here = use_here()
    place = f"message:{person}" if thread == GENERAL else f"message:{person}:{thread}"
    drafted = use_form(place, MessageForm())
    form = drafted.form
    calm = use_calm()
    wrong, set_wrong = ft.use_state("")

    def change(new: str) -> None:
        drafted.change(words=new)
        set_wrong("")

    def put(ready: str) -> None:
        change(put_after(drafted.form.words, filled(ready, called(here, person))))
        set_choosing(False)

    async def write() -> None:
        form = drafted.form
        if not calm():
            return
        here.do.messages.mark_read(thread=thread, participant=person)
        outcome = here.do.messages.write(
            form.words,
            thread=thread,
            attachments=form.attachments,
            participant=person,
            item=form.id,
        )
        set_wrong("" if outcome else sentence(here.words, outcome.problem))
        if outcome:
            drafted.put_away()
            await to_foot()

    beside = Attaching(form.attachments, drafted.field("attachments"), folded=True)
    above: ft.Control = ft.Container(height=0)
    ways: list[ft.Control] = [answers(SEND, primary(here.t("Send"), write, ft.Icons.SEND))]
    if choosing:
        above = ReadyWords(person, put, lambda: set_choosing(False), level, shares)
    else:
        ready = quiet(here.t("Ready words"), lambda: set_choosing(True), ft.Icons.SHORT_TEXT)
        ways.insert(0, ready)
    return ft.Column(
        [
            ft.Container(above, expand=shares),
            WordsField(
                here.t("Write a message"), form.words, change, lines=2, longest=10_000, wrong=wrong
            ),
            ft.Container(
                ft.Column([beside], scroll=ft.ScrollMode.AUTO, horizontal_alignment=_STRETCH),
                height=_BESIDE if len(form.attachments) > 1 else None,
                visible=not choosing,
            ),
            ft.Row(ways, alignment=ft.MainAxisAlignment.END, wrap=True),
            said_aloud(""),
        ],
        spacing=8,
        tight=not shares,
        expand=shares,
        horizontal_alignment=_STRETCH,
    )


_STRETCH = ft.CrossAxisAlignment.STRETCH
_BESIDE = 240
"""Logical pixels for what is sent along; more of it scrolls."""
