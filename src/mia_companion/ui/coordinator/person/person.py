"""One person's picture: messages, booked times, goals and steps, the team's notes.

What fits stands side by side; on a narrow screen one part at a time, chosen at the top.
"""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.plan import Plan
from mia_companion.ui.components.buttons import quiet
from mia_companion.ui.components.called import called
from mia_companion.ui.components.cards import stack
from mia_companion.ui.components.choice import chip
from mia_companion.ui.components.names import language_name
from mia_companion.ui.components.placed import RAIL_WIDTH
from mia_companion.ui.components.texts import muted
from mia_companion.ui.context import Here, go, use_here
from mia_companion.ui.coordinator.frame import narrow_view, padded
from mia_companion.ui.coordinator.paths import inviting_path
from mia_companion.ui.coordinator.person.appointments import Appointments
from mia_companion.ui.coordinator.person.news import News, use_seen
from mia_companion.ui.coordinator.person.notes import Notes
from mia_companion.ui.coordinator.person.path import Path
from mia_companion.ui.coordinator.person.protection import NameAndProtection
from mia_companion.ui.coordinator.person.threads import Threads
from mia_companion.ui.coordinator.shell import LIST_WIDTH
from mia_companion.ui.keyed import keyed
from mia_companion.ui.lost import LostScreen
from mia_companion.ui.theme import EDGE, GAP

THREE_COLUMNS, TWO_COLUMNS = 1180, 700
"""Logical pixels of the person's side from which so many columns stand in it."""

LOW = 560
"""Logical pixels of height (a zoomed page, a phone on its side) below which all scrolls as one."""

MESSAGES, TIMES, PATH, NOTES = "messages", "times", "path", "notes"


@ft.component
def PersonPane() -> ft.Control:
    """Beside the caseload."""
    here = use_here()
    person = ft.use_route_params().get("person", "")
    if person not in here.view.participants:
        return LostScreen()
    return keyed(person, Person, person, here.state.width - RAIL_WIDTH - LIST_WIDTH, 2)


@ft.component
def PersonScreen() -> ft.Control:
    """A screen of its own."""
    here = use_here()
    person = ft.use_route_params().get("person", "")
    if person not in here.view.participants:
        return narrow_view(here, "", [LostScreen()])
    whole = keyed(person, Person, person, here.state.width, 1)
    return narrow_view(here, "", [ft.Container(whole, expand=True)], scrolls=False)


@ft.component
def Person(person: str, width: float, level: int) -> ft.Control:
    """`width` is what there is; `level` is that of the heading with the name."""
    here = use_here()
    part, set_part = ft.use_state(MESSAGES)
    plan = here.view.plan(person)
    seen = use_seen(plan)
    low = here.state.height < LOW
    fitted = padded if low else _scrolling
    parts: dict[str, Callable[[], ft.Control]] = {
        MESSAGES: lambda: keyed("threads", Threads, person, level + 1, low),
        TIMES: lambda: fitted(keyed("times", Appointments, person, seen, level + 1)),
        PATH: lambda: fitted(keyed("path", Path, person, seen, level + 1)),
        NOTES: lambda: fitted(keyed("notes", Notes, person, level + 1)),
    }
    if low:
        inside = parts[part]()
    elif width >= THREE_COLUMNS:
        right = _scrolling(
            keyed("times", Appointments, person, seen, level + 1),
            keyed("notes", Notes, person, level + 1),
        )
        inside = _columns([parts[MESSAGES](), parts[PATH](), right])
    elif width >= TWO_COLUMNS:
        right = _scrolling(
            keyed("times", Appointments, person, seen, level + 1),
            keyed("path", Path, person, seen, level + 1),
            keyed("notes", Notes, person, level + 1),
        )
        inside = _columns([parts[MESSAGES](), right])
    else:
        inside = ft.Container(parts[part](), expand=True)
    head: list[ft.Control] = [_header(here, person, plan, level), News(person, seen)]
    if low or width < TWO_COLUMNS:
        head.append(_chooser(here, part, set_part, _unread(here, plan)))
    return ft.Column(
        [
            ft.Container(
                stack(head, 4), padding=ft.Padding.only(left=EDGE, top=GAP, right=EDGE, bottom=4)
            ),
            inside,
        ],
        expand=True,
        scroll=ft.ScrollMode.AUTO if low else None,
        spacing=0,
        horizontal_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _header(here: Here, person: str, plan: Plan, level: int) -> ft.Control:
    language = plan.shared.profile.language
    remarks = [
        here.t("Reads {language}", language=language_name(language)) if language else "",
        here.t(
            "What {name} keeps private is not shown here, and nobody here can know whether there"
            " is any.",
            name=called(here, person) or here.t("the participant"),
        ),
    ]
    new_code = quiet(here.t("New code"), lambda: go(inviting_path(person)), ft.Icons.QR_CODE_2)
    return stack(
        [
            NameAndProtection(person, level),
            *(muted(r) for r in remarks if r),
            ft.Row([new_code], wrap=True),
        ],
        gap=2,
    )


def _unread(here: Here, plan: Plan) -> int:
    return plan.unread_in_all(here.view.account.id) if here.view.account else 0


def _chooser(here: Here, part: str, choose: Callable[[str], None], unread: int) -> ft.Control:
    messages = here.t("Messages")
    names = {
        MESSAGES: f"{messages} ({here.words.number(unread)})" if unread else messages,
        TIMES: here.t("Booked times"),
        PATH: here.t("Goals and steps"),
        NOTES: here.t("Team notes"),
    }

    def chosen(one: str) -> Callable[[], None]:
        return lambda: choose(one)

    chips = [
        chip(words, chosen=one == part, tapped=chosen(one), key=one) for one, words in names.items()
    ]
    return ft.Row(chips, scroll=ft.ScrollMode.HIDDEN, spacing=8)


def _columns(parts: list[ft.Control]) -> ft.Control:
    return ft.Row(
        [ft.Container(part, expand=True) for part in parts],
        expand=True,
        spacing=0,
        vertical_alignment=ft.CrossAxisAlignment.STRETCH,
    )


def _scrolling(*parts: ft.Control) -> ft.Control:
    return ft.Column([padded(stack(parts, 2 * GAP))], scroll=ft.ScrollMode.AUTO, expand=True)
