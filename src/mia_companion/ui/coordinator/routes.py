"""The coordinator's screens, by how wide the page is.

wide     the caseload, and beside it a person or a form
narrow   caseload ─▶ person ─▶ booking, moving, suggesting or rating; caseload ─▶ invite
both     calendar ─▶ booking; calendar ─▶ meeting ─▶ moving or changing, for one or for all

The inbox likewise: the threads, and the open one beside them or above.

A form is one line in `forms.py`: beside the caseload where there is room, else a screen of its own.
"""

from collections.abc import Callable

import flet as ft

from mia_companion.domain.openings import FORM
from mia_companion.ui import places
from mia_companion.ui.components.texts import body
from mia_companion.ui.context import use_here
from mia_companion.ui.coordinator.calendar.routes import CALENDAR
from mia_companion.ui.coordinator.forms import FORMS, Form
from mia_companion.ui.coordinator.frame import narrow_view, padded, scrolled
from mia_companion.ui.coordinator.inbox.inbox import (
    InboxDesk,
    InboxScreen,
    NothingOpen,
    ThreadPane,
    ThreadScreen,
)
from mia_companion.ui.coordinator.invite.invite import InviteForm
from mia_companion.ui.coordinator.opened import use_opened
from mia_companion.ui.coordinator.person.person import PersonPane, PersonScreen
from mia_companion.ui.coordinator.shell import CaseloadScreen, Desk, NobodyChosen
from mia_companion.ui.coordinator.site.routes import SITE
from mia_companion.ui.keyed import keyed

FORM_WIDTH = 720
"""Logical pixels: wider than this, a form is hard to follow."""


def routes(*, wide: bool) -> tuple[ft.Route, ...]:
    """The coordinator's map."""
    if wide:
        return (_WIDE, _WIDE_INBOX, *_PLACES)
    return (_NARROW, _NARROW_SIGNED_IN, _NARROW_INBOX, *_PLACES)


def _asked(form: Form, level: int) -> ft.Control:
    here, params = use_here(), ft.use_route_params()
    person = params.get("person", "")
    use_opened(person, FORM)
    if person not in here.view.participants:
        return body(here.t("That person is not in your list."))
    asked = [params.get(name, "") for name in form.asks]
    return keyed("/".join((person, *asked)), form.component, person, *asked, level)


def _pane(inside: ft.Control) -> ft.Control:
    narrow = ft.Row([ft.Container(padded(inside), width=FORM_WIDTH)], wrap=True)
    return scrolled([narrow])


def _beside(form: Form) -> Callable[..., ft.Control]:
    @ft.component
    def Beside() -> ft.Control:
        return _pane(_asked(form, 2))

    return Beside


def _alone(form: Form) -> Callable[..., ft.Control]:
    @ft.component
    def Alone() -> ft.Control:
        return narrow_view(use_here(), "", [padded(_asked(form, 1))])

    return Alone


@ft.component
def InvitePane() -> ft.Control:
    """Beside the caseload."""
    return _pane(InviteForm(2))


@ft.component
def InviteScreen() -> ft.Control:
    """A screen of its own."""
    return narrow_view(use_here(), "", [padded(InviteForm(1))])


_PERSON = f"{places.PERSON[1:]}/:person"
_SIGN_IN = places.SIGN_IN[1:]

_PLACES: tuple[ft.Route, ...] = (CALENDAR, SITE)
"""The other places, and the screens above them: the same on every page."""

_WIDE = ft.Route(
    component=Desk,
    outlet=True,
    children=[
        ft.Route(index=True, component=NobodyChosen),
        ft.Route(path=_SIGN_IN, component=NobodyChosen),  # for the moment between in and there
        ft.Route(path=places.INVITE[1:], component=InvitePane),
        *(ft.Route(path=f"{_PERSON}/{one.path}", component=_beside(one)) for one in FORMS),
        ft.Route(path=_PERSON, component=PersonPane),
    ],
)

_THREAD = ":person/:thread"

_WIDE_INBOX = ft.Route(
    path=places.INBOX,
    component=InboxDesk,
    outlet=True,
    children=[
        ft.Route(index=True, component=NothingOpen),
        ft.Route(path=_THREAD, component=ThreadPane),
    ],
)
_NARROW_INBOX = ft.Route(
    path=places.INBOX,
    component=InboxScreen,
    children=[ft.Route(path=_THREAD, component=ThreadScreen)],
)

_NARROW = ft.Route(
    component=CaseloadScreen,
    children=[
        ft.Route(path=places.INVITE[1:], component=InviteScreen),
        ft.Route(
            path=_PERSON,
            component=PersonScreen,
            children=[ft.Route(path=one.path, component=_alone(one)) for one in FORMS],
        ),
    ],
)
_NARROW_SIGNED_IN = ft.Route(path=_SIGN_IN, component=CaseloadScreen)
