"""What I want to say there: one thing at a time, shared or mine alone, in other words, taken away."""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.to_say import ToSay, to_say
from mia_companion.ui.components.buttons import quiet, quiet_for, secondary, tonal
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.fields import WordsField, use_draft
from mia_companion.ui.components.forms import Form, use_form
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.sentences import sentence
from mia_companion.ui.components.sharing import only_you, who_sees
from mia_companion.ui.components.texts import body, heading
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import use_here
from mia_companion.ui.keyed import keyed
from mia_companion.ui.participant.appointments.lines import is_over


class ToSayForm(Form):
    """One thing to say, half written."""

    words: str = ""
    private: bool = False


@ft.component
def WhatToSay(appointment: Appointment) -> ft.Control:
    """All of it, in the order in which it was written, and room for one more while it is ahead."""
    here = use_here()
    calm = use_calm()
    over = is_over(here, appointment) or appointment.cancelled_by is not None
    said = to_say(here.view.plan(), appointment.id)
    lines: list[ft.Control] = [heading(here.t("What I want to say"))]
    if over and not said:
        return ft.Container(height=0)
    if not said:
        lines.append(
            body(
                here.t(
                    "Is there something you want to ask or tell? Write it here, one thing at a time."
                    " It is easy to forget once you are there."
                )
            )
        )
    lines += [keyed(one.item.id, OneToSay, appointment.id, one, calm) for one in said]
    if not over:
        lines.append(keyed("more", OneMore, appointment.id))
    return card(lines, gap=12)


@ft.component
def OneMore(appointment_id: str) -> ft.Control:
    """A line to tap, and then a field that stays open for the next thing."""
    here = use_here()
    told = use_undo()
    drafted = use_form(f"appointment:say:{appointment_id}", ToSayForm())
    form = drafted.form
    opened, set_opened = ft.use_state(bool(form.words))
    wrong, set_wrong = ft.use_state("")
    private_anyway = here.view.plan().is_private(appointment_id)
    if not opened:
        return secondary(
            here.t("Write something to say"),
            lambda: set_opened(True),
            ft.Icons.ADD_COMMENT_OUTLINED,
        )

    def change(new: str) -> None:
        drafted.change(words=new)
        set_wrong("")

    def keep() -> None:
        form = drafted.form
        done = here.do.arrangements.prepare(
            appointment_id, form.words, private=form.private, item=form.id
        )
        if not done:
            set_wrong(sentence(here.words, done.problem))
            return
        told(done, here.t("It is on your list."))
        drafted.put_away()
        drafted.change(private=form.private)

    return stack(
        [
            WordsField(
                here.t("One thing to ask or tell"),
                form.words,
                change,
                lines=2,
                longest=10_000,
                wrong=wrong,
            ),
            *([] if private_anyway else [who_sees(here, form.private, drafted.field("private"))]),
            tonal(here.t("Put it on the list"), keep, ft.Icons.ADD),
            quiet(here.t("Close"), lambda: set_opened(False)),
        ]
    )


@ft.component
def OneToSay(appointment_id: str, one: ToSay, calm: Callable[[], bool]) -> ft.Control:
    """The words, and two small ways to change one's mind. `calm` is that of the whole list: when one
    thing is taken away, the next moves up under the finger."""
    here = use_here()
    told = use_undo()
    draft = use_draft(f"appointment:say:{appointment_id}:{one.item.id}")
    opened, set_opened = ft.use_state(bool(draft.words))
    wrong, set_wrong = ft.use_state("")

    def begin() -> None:
        draft.change(one.item.words)
        set_opened(True)

    def put_away() -> None:
        draft.change("")
        set_wrong("")
        set_opened(False)

    def save() -> None:
        done = here.do.arrangements.reword(appointment_id, one, draft.words)
        if not done:
            set_wrong(sentence(here.words, done.problem))
            return
        told(done, here.t("It has new words."))
        put_away()

    def take_away() -> None:
        if not calm():
            return
        done = here.do.arrangements.take_away(appointment_id, one)
        told(done, here.t("It is taken off your list."))

    if opened:
        return stack(
            [
                WordsField(
                    here.t("In other words"),
                    draft.words,
                    draft.change,
                    lines=2,
                    longest=10_000,
                    wrong=wrong,
                ),
                ft.Row(
                    [tonal(here.t("Save"), save), quiet(here.t("Leave it as it is"), put_away)],
                    wrap=True,
                ),
            ]
        )
    words = ft.Row(
        [
            ft.Icon(ft.Icons.CHAT_BUBBLE_OUTLINE, size=18, color=ft.Colors.ON_SURFACE_VARIANT),
            ft.Container(body(as_written(here.words, one.item.words)), expand=True),
        ],
        spacing=10,
        vertical_alignment=ft.CrossAxisAlignment.START,
    )
    verbs: list[ft.Control] = [
        quiet_for(here.words, here.t("Other words"), one.item.words, begin),
        quiet_for(here.words, here.t("Take it away"), one.item.words, take_away),
    ]
    lock = [only_you(here.t("Only you"))] if one.private else []
    return stack([words, *lock, ft.Row(verbs, wrap=True, spacing=0)], gap=0)
