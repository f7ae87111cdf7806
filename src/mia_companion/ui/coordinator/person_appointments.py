"""A person's booked times: what stands, what was answered, what was proposed."""

import flet as ft

from mia_companion.domain.appointment import Appointment, Revision
from mia_companion.ui.components.buttons import quiet, secondary
from mia_companion.ui.components.cards import card, stack
from mia_companion.ui.components.icons import way_icon
from mia_companion.ui.components.names import party_name, way_name
from mia_companion.ui.components.own_words import as_written
from mia_companion.ui.components.texts import body, heading, muted
from mia_companion.ui.components.times import time_of
from mia_companion.ui.components.undo import Told, use_undo
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.paths import booking_path, moving_path
from mia_companion.ui.coordinator.person_messages import when
from mia_companion.ui.coordinator.person_news import is_new, new_mark

_PAST = 3
"""Past times before one asks for the rest."""


@ft.component
def Appointments(person: str, seen: int, level: int) -> ft.Control:
    """Those ahead, earliest first; those behind, latest first."""
    here = use_here()
    told = use_undo()
    whole, set_whole = ft.use_state(False)
    plan = here.view.plan(person)
    ahead = plan.coming(here.now())
    behind = [a for a in reversed(plan.appointments) if a not in ahead]
    lines: list[ft.Control] = [_ahead(here, person, one, seen, told) for one in ahead]
    if not plan.next_appointment(here.now()):
        lines.insert(0, body(here.t("Nothing is booked ahead.")))
    if behind:
        lines.append(heading(here.t("Earlier"), level + 1))
        lines += [_behind(here, one) for one in (behind if whole else behind[:_PAST])]
        if len(behind) > _PAST and not whole:
            lines.append(ft.Row([quiet(here.t("Show all"), lambda: set_whole(True))]))
    book = secondary(
        here.t("Book a time"), lambda: go(booking_path(person)), ft.Icons.EVENT_AVAILABLE
    )
    return stack([heading(here.t("Booked times"), level), *lines, ft.Row([book], wrap=True)])


def _ahead(here: Here, person: str, one: Appointment, seen: int, told: Told) -> ft.Control:
    lines: list[ft.Control] = [
        ft.Text(as_written(here.words, one.title), theme_style=ft.TextThemeStyle.TITLE_SMALL),
        body(time_of(here, one.now, one.zone)),
        _where(here, one),
    ]
    if one.bring:
        lines.append(muted(here.t("To bring: {what}", what=one.bring)))
    lines += [_proposal(here, person, one, proposal, told) for proposal in one.proposals]
    verbs = _verbs(here, person, one, told) if one.cancelled_by is None else []
    lines.append(
        ft.Row(
            [_answer(here, one, seen), ft.Row(verbs, wrap=True, tight=True, spacing=0)],
            wrap=True,
            spacing=4,
            run_spacing=0,
            vertical_alignment=ft.CrossAxisAlignment.CENTER,
        )
    )
    return card(lines, gap=4)


def _where(here: Here, one: Appointment) -> ft.Control:
    parts = [party_name(here.words, one.party), way_name(here.words, one.way)]
    parts += [as_written(here.words, said) for said in (one.now.place, one.contact) if said]
    return ft.Row(
        [
            ft.Icon(way_icon(one.way), size=18, color=ft.Colors.ON_SURFACE_VARIANT),
            ft.Container(muted(" · ".join(parts)), expand=True),
        ],
        spacing=8,
    )


def _answer(here: Here, one: Appointment, seen: int) -> ft.Control:
    """What the participant has said to exactly the time that stands."""
    now = here.now()
    if one.cancelled_by:
        by, icon = one.cancelled_by, ft.Icons.EVENT_BUSY
        said = here.t("Cancelled {ago}", ago=when(here.words, by.at, now))
    elif one.confirmed_by:
        by, icon = one.confirmed_by, ft.Icons.CHECK_CIRCLE_OUTLINE
        said = here.t("Said yes {ago}", ago=when(here.words, by.at, now))
    else:
        by, icon = one.now.by, ft.Icons.HOURGLASS_EMPTY
        moved = here.t("Moved. The new time has no answer yet")
        said = moved if one.moved else here.t("No answer yet")
    return ft.Row(
        [
            ft.Icon(icon, size=18, color=ft.Colors.PRIMARY),
            ft.Text(said, theme_style=ft.TextThemeStyle.BODY_SMALL),
            *([new_mark(here)] if is_new(here, by, seen) else []),
        ],
        spacing=8,
        tight=True,
    )


def _proposal(
    here: Here, person: str, one: Appointment, proposal: Revision, told: Told
) -> ft.Control:
    time = time_of(here, proposal, one.zone)

    def take() -> None:
        done = here.do.appointments.move(
            one, proposal.starts_at, proposal.ends_at, place=proposal.place, participant=person
        )
        told(done, here.t("Moved"))

    inside: list[ft.Control] = [body(here.t("Another time was proposed: {time}", time=time))]
    if one.cancelled_by is None:
        inside.append(ft.Row([secondary(here.t("Take this time"), take)], wrap=True))
    return stack(inside, gap=4)


def _verbs(here: Here, person: str, one: Appointment, told: Told) -> list[ft.Control]:
    def cancel() -> None:
        done = here.do.appointments.cancel(one, participant=person)
        told(done, here.t("Cancelled. The participant sees it."))

    def move() -> None:
        go(moving_path(person, one.id))

    return [
        quiet(here.t("Move"), move),
        quiet(here.t("Cancel the time"), cancel),
    ]


def _behind(here: Here, one: Appointment) -> ft.Control:
    remark = time_of(here, one.now, one.zone)
    if one.cancelled_by:
        remark = f"{remark} · {here.t('Cancelled')}"
    return stack([ft.Text(as_written(here.words, one.title)), muted(remark)], gap=0)
