"""The next appointment on Today, with what is needed for it, one thing to do, and the way to all of it."""

from datetime import timedelta

import flet as ft

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.arrangements import BOOKED, WANTED
from mia_companion.domain.to_say import to_say
from mia_companion.ui import places
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.calm import use_calm
from mia_companion.ui.components.cards import WARM, card, stack
from mia_companion.ui.components.texts import body, eyebrow, strong
from mia_companion.ui.components.times import how_soon, time_of
from mia_companion.ui.components.undo import use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.participant.appointments.about import ways_in
from mia_companion.ui.participant.appointments.lines import (
    Line,
    capitalised,
    lines_of,
    may_confirm,
    remark,
    said_yes,
    state,
    whom,
    wrote,
    yes,
)

_TOLD_AHEAD = timedelta(days=7)
"""So long before it would have been, a cancelled time is told of on Today."""


@ft.component
def NextAppointment() -> ft.Control:
    """One appointment, or a word that nothing is booked."""
    here = use_here()
    told = use_undo()
    calm = use_calm()
    title = eyebrow(here.t("Your next appointment"))
    one = here.view.plan().next_appointment(here.now())
    if one is None:
        nothing = card(
            [
                title,
                body(here.t("Nothing is booked. Has a letter with a time come?")),
                ft.Row(
                    [quiet(here.t("Add it here"), lambda: go(places.NEW_APPOINTMENT))], wrap=True
                ),
            ]
        )
        return stack([*_cancelled(here), nothing])

    def confirm() -> None:
        if calm():
            told(here.do.appointments.confirm(one), said_yes(here, one))

    lines = lines_of(here, one)
    action: list[ft.Control] = []
    if may_confirm(here, one):
        action = [
            ft.Row([secondary(yes(here, one), confirm, ft.Icons.CHECK)], wrap=True),
        ]
    elif one.day == here.today():
        action = ways_in(one)[:1]
    all_of_it = quiet(
        here.t("See all of it"),
        lambda: go(f"{places.APPOINTMENT}/{one.id}"),
        ft.Icons.CHEVRON_RIGHT,
    )
    shown = card(
        [
            title,
            ft.Text(_when(here, one), theme_style=ft.TextThemeStyle.TITLE_LARGE),
            strong(lines.title),
            *[remark(line) for line in (*lines.remarks, *_needed(here, one))],
            *[state(line) for line in lines.states],
            *action,
            ft.Row([all_of_it], wrap=True),
        ]
    )
    return stack([*_cancelled(here), shown])


def _when(here: Here, one: Appointment) -> str:
    """With how soon it is, unless the day says so."""
    when = capitalised(time_of(here, one.now, one.zone))
    if (one.day - here.today()).days == 1:
        return when
    soon = how_soon(here, one)
    # Translators: such as "Friday 27 November 09:00, in 3 days".
    return here.t("{time}, {how_soon}", time=when, how_soon=soon) if soon else when


def _needed(here: Here, one: Appointment) -> list[Line]:
    """Who is met, what to bring, what is prepared, and how it stands with an interpreter."""
    t = here.t
    needed: list[Line] = [*whom(here, one)]
    if one.bring:
        things = " ".join(one.bring.split())
        needed.append((ft.Icons.BACKPACK_OUTLINED, t("Bring: {things}", things=things)))
    if count := len(to_say(here.view.plan(), one.id)):
        words = here.words.n(
            "You have {count} thing to say", "You have {count} things to say", count
        )
        needed.append((ft.Icons.CHAT_BUBBLE_OUTLINE, words))
    stands = one.interpreter.state if one.interpreter else ""
    if stands == WANTED:
        needed.append((ft.Icons.TRANSLATE, t("You have asked for an interpreter.")))
    elif stands == BOOKED:
        needed.append((ft.Icons.TRANSLATE, t("An interpreter is booked.")))
    return needed


def _cancelled(here: Here) -> list[ft.Control]:
    """What others have cancelled of the days ahead: nobody should go there in vain."""
    now = here.now()
    return [
        _told_off(here, one)
        for one in here.view.plan().coming(now)
        if one.cancelled_by is not None
        and not wrote(here, one.cancelled_by.author)
        and one.now.starts_at - now < _TOLD_AHEAD
    ]


def _told_off(here: Here, one: Appointment) -> ft.Control:
    words = here.t(
        "Cancelled: {title}, {time}. You do not need to come.",
        title=" ".join(one.title.split()),
        time=time_of(here, one.now, one.zone),
    )
    box = card(
        [ft.Text(words, color=ft.Colors.ON_SECONDARY_CONTAINER)],
        tone=WARM,
        tapped=lambda: go(f"{places.APPOINTMENT}/{one.id}"),
    )
    return ft.MergeSemantics(ft.Semantics(button=True, content=box))
