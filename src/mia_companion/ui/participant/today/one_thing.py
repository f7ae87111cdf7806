"""Today on a day with little energy: a single thing, and two buttons. Everything else is one tap away."""

from collections.abc import Callable
from typing import cast

import flet as ft

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.steps import DONE, Step
from mia_companion.ui import places
from mia_companion.ui.components.buttons import primary, quiet, secondary
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import MOSS, SKY, card, stack
from mia_companion.ui.components.frame import bar, scrolled, with_said
from mia_companion.ui.components.message_words import message_words
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import body, eyebrow, lead
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.participant.appointments.lines import (
    lines_of,
    may_confirm,
    said_yes,
    shown_lines,
    yes,
)
from mia_companion.ui.participant.consents.news import ConsentNews
from mia_companion.ui.participant.handed_over import HandedOverCard
from mia_companion.ui.participant.messages.about import thread_place
from mia_companion.ui.participant.path.marking import KIND_WORDS
from mia_companion.ui.participant.reminders.due import NewestDue, use_due
from mia_companion.ui.participant.today.things import Thing, first_of, things

Did = Callable[[], None]
Opens = Callable[[str], Did]


@ft.component
def OneThing() -> ft.Control:
    """No places under the screen: nothing to choose among."""
    here = use_here()
    told = use_undo()
    calm = use_calm()
    behind, set_behind = ft.use_state(cast("tuple[str, ...]", ()))
    account = here.view.account
    found = things(here.view.plan(), account.id if account else "", here.now(), here.today())
    thing = first_of(found, behind)

    def another() -> None:
        if thing is not None and calm():
            set_behind((*behind, thing.id))

    def done(step: Step) -> Did:
        def tapped() -> None:
            if calm():
                day = here.today() if step.repeats else None
                marked = here.do.path.mark_step(step.id, DONE, day=day)
                told(marked, here.t(KIND_WORDS[DONE]))

        return tapped

    def confirmed(appointment: Appointment) -> Did:
        def tapped() -> None:
            if calm():
                told(here.do.appointments.confirm(appointment), said_yes(here, appointment))

        return tapped

    def opens(place: str) -> Did:
        """The second half of a double tap must not open what has come beneath it."""

        def tapped() -> None:
            if calm():
                go(place)

        return tapped

    due = use_due(here)
    if due:
        inside: list[ft.Control] = [NewestDue(due)]
    elif thing is None:
        inside = _enough(here, opens, lambda: set_behind(()))
    elif thing.step is not None:
        inside = _step(here, thing.step, done(thing.step), another)
    else:
        inside = _other(here, thing, confirmed, opens, another)
    whole = scrolled(
        here.t("Today"), [HandedOverCard(), ConsentNews(1), *inside, _everything(here)]
    )
    return ft.View(
        route=places.TODAY,
        appbar=bar(here),
        padding=0,
        controls=[ft.SafeArea(with_said(here, whole), expand=True)],
    )


def _step(here: Here, step: Step, did: Did, another: Did) -> list[ft.Control]:
    words = ft.Text(
        as_written(here.words, step.words),
        theme_style=ft.TextThemeStyle.HEADLINE_SMALL,
        color=ft.Colors.ON_PRIMARY_CONTAINER,
    )
    return [
        card([eyebrow(here.t("Your next small step")), words], tone=MOSS),
        _two(primary(here.t("Done"), did, ft.Icons.CHECK), _another(here, another)),
    ]


def _other(
    here: Here,
    thing: Thing,
    confirmed: Callable[[Appointment], Did],
    opens: Opens,
    another: Did,
) -> list[ft.Control]:
    if thing.message is not None:
        who = here.view.coordinator_name(thing.message.by.author) or here.t("Your coordinator")
        shown = card(
            [
                eyebrow(here.t("A message from {name}", name=who)),
                lead(message_words(here.words, thing.message.words, thing.message.attachments)),
            ],
            tone=SKY,
        )
        place = thread_place(thing.message.thread_id)
        answer = primary(here.t("To the messages"), opens(place))
        return [shown, _two(answer, _another(here, another))]
    appointment = thing.appointment
    if appointment is None:
        return []
    lines = shown_lines(lines_of(here, appointment))
    shown = card([eyebrow(here.t("Your next appointment")), *lines])

    answer = (
        primary(yes(here, appointment), confirmed(appointment), ft.Icons.CHECK)
        if may_confirm(here, appointment)
        else primary(here.t("More about it"), opens(f"{places.APPOINTMENT}/{appointment.id}"))
    )
    return [shown, _two(answer, _another(here, another))]


def _enough(here: Here, opens: Opens, anew: Did) -> list[ft.Control]:
    return [
        card(
            [
                eyebrow(here.t("That is enough for now")),
                body(here.t("You do not have to do anything more. Resting counts, too.")),
            ],
            tone=MOSS,
        ),
        _two(
            primary(
                here.t("I did something good"),
                opens(places.RECORD_GOOD),
                ft.Icons.SPA_OUTLINED,
            ),
            secondary(here.t("Show me again"), anew),
        ),
    ]


def _two(first: ft.Control, second: ft.Control) -> ft.Control:
    return stack([first, second])


def _another(here: Here, tapped: Did) -> ft.Control:
    return secondary(here.t("Something else"), tapped)


def _everything(here: Here) -> ft.Control:
    """Out of it again: a quiet line, not a third button of the same weight."""
    return ft.Row(
        [quiet(here.t("Show everything"), lambda: here.do.choices.one_thing(False))],
        alignment=ft.MainAxisAlignment.CENTER,
    )
