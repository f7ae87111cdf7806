"""The coordinator's screens, by how wide the page is.

wide     one view with an outlet beside the caseload
narrow   caseload ─▶ person ─▶ booking, moving, suggesting or rating; caseload ─▶ invite
"""

from collections.abc import Callable

import flet as ft

from mia_companion.ui import places
from mia_companion.ui.components.texts import body
from mia_companion.ui.context import use_here
from mia_companion.ui.coordinator.booking import BookingForm
from mia_companion.ui.coordinator.caseload import padded
from mia_companion.ui.coordinator.invite import InviteForm
from mia_companion.ui.coordinator.moving import MovingForm
from mia_companion.ui.coordinator.person import PersonPane, PersonScreen
from mia_companion.ui.coordinator.rating import RatingForm
from mia_companion.ui.coordinator.shell import CaseloadScreen, Desk, NobodyChosen, narrow_view
from mia_companion.ui.coordinator.suggesting import SuggestingForm
from mia_companion.ui.keyed import keyed

FORM_WIDTH = 720
"""Logical pixels: wider than this, a form is hard to follow."""


def routes(*, wide: bool) -> tuple[ft.Route, ...]:
    """The coordinator's map."""
    return (_WIDE,) if wide else (_NARROW, _NARROW_SIGNED_IN)


def _booking(level: int) -> ft.Control:
    person = ft.use_route_params().get("person", "")
    return _of_mine(person, lambda: keyed(person, BookingForm, person, level))


def _moving(level: int) -> ft.Control:
    asked = ft.use_route_params()
    person, appointment = asked.get("person", ""), asked.get("appointment", "")
    return _of_mine(person, lambda: keyed(appointment, MovingForm, person, appointment, level))


def _suggesting(level: int) -> ft.Control:
    person = ft.use_route_params().get("person", "")
    return _of_mine(person, lambda: keyed(person, SuggestingForm, person, level))


def _rating(level: int) -> ft.Control:
    person = ft.use_route_params().get("person", "")
    return _of_mine(person, lambda: keyed(person, RatingForm, person, level))


def _of_mine(person: str, form: Callable[[], ft.Control]) -> ft.Control:
    here = use_here()
    if person not in here.view.participants:
        return body(here.t("That person is not in your list."))
    return form()


def _pane(inside: ft.Control) -> ft.Control:
    narrow = ft.Row([ft.Container(padded(inside), width=FORM_WIDTH)], wrap=True)
    return ft.Column([narrow], scroll=ft.ScrollMode.AUTO, expand=True)


@ft.component
def BookingPane() -> ft.Control:
    """Beside the caseload."""
    return _pane(_booking(2))


@ft.component
def MovingPane() -> ft.Control:
    """Beside the caseload."""
    return _pane(_moving(2))


@ft.component
def SuggestingPane() -> ft.Control:
    """Beside the caseload."""
    return _pane(_suggesting(2))


@ft.component
def RatingPane() -> ft.Control:
    """Beside the caseload."""
    return _pane(_rating(2))


@ft.component
def InvitePane() -> ft.Control:
    """Beside the caseload."""
    return _pane(InviteForm(2))


@ft.component
def BookingScreen() -> ft.Control:
    """A screen of its own."""
    return narrow_view(use_here(), "", [padded(_booking(1))])


@ft.component
def MovingScreen() -> ft.Control:
    """A screen of its own."""
    return narrow_view(use_here(), "", [padded(_moving(1))])


@ft.component
def SuggestingScreen() -> ft.Control:
    """A screen of its own."""
    return narrow_view(use_here(), "", [padded(_suggesting(1))])


@ft.component
def RatingScreen() -> ft.Control:
    """A screen of its own."""
    return narrow_view(use_here(), "", [padded(_rating(1))])


@ft.component
def InviteScreen() -> ft.Control:
    """A screen of its own."""
    return narrow_view(use_here(), "", [padded(InviteForm(1))])


_PERSON = f"{places.PERSON[1:]}/:person"
_SIGN_IN = places.SIGN_IN[1:]

_WIDE = ft.Route(
    component=Desk,
    outlet=True,
    children=[
        ft.Route(index=True, component=NobodyChosen),
        ft.Route(path=_SIGN_IN, component=NobodyChosen),  # for the moment between in and there
        ft.Route(path=places.INVITE[1:], component=InvitePane),
        ft.Route(path=f"{_PERSON}/book", component=BookingPane),
        ft.Route(path=f"{_PERSON}/move/:appointment", component=MovingPane),
        ft.Route(path=f"{_PERSON}/suggest", component=SuggestingPane),
        ft.Route(path=f"{_PERSON}/rate", component=RatingPane),
        ft.Route(path=_PERSON, component=PersonPane),
    ],
)

_NARROW = ft.Route(
    component=CaseloadScreen,
    children=[
        ft.Route(path=places.INVITE[1:], component=InviteScreen),
        ft.Route(
            path=_PERSON,
            component=PersonScreen,
            children=[
                ft.Route(path="book", component=BookingScreen),
                ft.Route(path="move/:appointment", component=MovingScreen),
                ft.Route(path="suggest", component=SuggestingScreen),
                ft.Route(path="rate", component=RatingScreen),
            ],
        ),
    ],
)
_NARROW_SIGNED_IN = ft.Route(path=_SIGN_IN, component=CaseloadScreen)
