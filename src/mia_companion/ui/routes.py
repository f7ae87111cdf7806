"""The whole map of screens, by who is there.

hidden         a clock
locked         the PIN, help, and the languages; everywhere else the PIN
idle           staff who have not touched the app for a while: the ways in
closed         out again before the two words were confirmed: why, and what to do
words first    in by letter: two words to say by telephone, and nothing else before the coordinator's yes
nobody yet     language ─▶ welcome ─▶ code, or sign-in for coordinators
participant    today · path · appointments · messages · me, and help
funder         publications ─▶ one of them
coordinator    caseload ─▶ person ─▶ booking, moving; caseload ─▶ invite; calendar ─▶ meeting
administrator  association ─▶ site ─▶ coordinator ─▶ change, new password, hand over, end
all of these   their own password; before anything else when somebody else has seen theirs
"""

from collections.abc import Callable

import flet as ft

from mia_companion.app.view import View
from mia_companion.domain import rights
from mia_companion.ui import places
from mia_companion.ui.administrator.routes import ROUTES as ADMINISTRATOR
from mia_companion.ui.arrived import ArrivedScreen
from mia_companion.ui.closed import ClosedScreen
from mia_companion.ui.coordinator.routes import routes as coordinator
from mia_companion.ui.funder.routes import ROUTES as FUNDER
from mia_companion.ui.help.bad_days import BadDaysScreen
from mia_companion.ui.help.help import HelpScreen
from mia_companion.ui.help.others import OthersScreen
from mia_companion.ui.hidden import ClockScreen
from mia_companion.ui.language import LanguageScreen
from mia_companion.ui.lock.forgotten import ForgottenScreen
from mia_companion.ui.lock.locked import LockedScreen
from mia_companion.ui.login.idle import IdleScreen
from mia_companion.ui.participant.routes import ROUTES as PARTICIPANT
from mia_companion.ui.password import FirstPasswordScreen, PasswordScreen
from mia_companion.ui.photo import PhotoScreen
from mia_companion.ui.sign_in import SignInScreen
from mia_companion.ui.statement.long import StatementScreen
from mia_companion.ui.statement.short import AccessibilityScreen
from mia_companion.ui.welcome import WelcomeScreen
from mia_companion.ui.words_first import WordsFirstScreen

_EVERYWHERE = (
    ft.Route(path=places.HELP, component=HelpScreen, modal=True),
    ft.Route(path=places.BAD_DAYS, component=BadDaysScreen, modal=True),
    ft.Route(path=places.OTHERS, component=OthersScreen, modal=True),
    ft.Route(path=places.LANGUAGE, component=LanguageScreen, modal=True),
    ft.Route(path=places.ACCESSIBILITY, component=AccessibilityScreen, modal=True),
    ft.Route(path=f"{places.ACCESSIBILITY}/:language", component=StatementScreen, modal=True),
)
"""On top of whatever screen one comes from, and closed back to it."""

_WAYS_IN = (
    ft.Route(path=f"{places.START}/:code", component=ArrivedScreen),
    ft.Route(path=places.SIGN_IN, component=ArrivedScreen),
)


_OFFICE = {rights.ADMINISTRATOR: ADMINISTRATOR, rights.FUNDER: FUNDER}


def routes_for(view: View, *, wide: bool) -> list[ft.Route]:
    """The screens that this person may stand on. While the app is hidden there is one: a clock."""
    if view.hidden or view.is_idle or view.lock.is_locked:
        return _shut(view)
    if view.is_closed or view.waits_for_words:
        return _instead(ClosedScreen if view.is_closed else WordsFirstScreen)
    if not view.choices.language:
        return [
            ft.Route(index=True, component=LanguageScreen),
            *_EVERYWHERE,
            ft.Route(path=":rest*", component=LanguageScreen),
        ]
    if view.account is None:
        return [
            ft.Route(index=True, component=WelcomeScreen),
            ft.Route(path=f"{places.START}/:code", component=WelcomeScreen),
            ft.Route(path=places.SIGN_IN, component=SignInScreen),
            *_EVERYWHERE,
            # Somebody's own may just have stood there.
            ft.Route(path=":rest*", component=WelcomeScreen),
        ]
    if view.account.password_given:
        return [
            ft.Route(index=True, component=FirstPasswordScreen),
            *_EVERYWHERE,
            ft.Route(path=":rest*", component=FirstPasswordScreen),
        ]
    photo = ft.Route(path=f"{places.PHOTO}/:journal/:blob", component=PhotoScreen, modal=True)
    return [*_of(view, wide=wide), *_WAYS_IN, *_EVERYWHERE, photo]


def _shut(view: View) -> list[ft.Route]:
    """Nothing of what the app holds; of a locked one the help that needs nobody's name."""
    if view.hidden:
        return [ft.Route(index=True, component=ClockScreen)]
    if view.lock.is_locked:
        return [
            ft.Route(index=True, component=LockedScreen),
            ft.Route(path=places.FORGOTTEN, component=ForgottenScreen, modal=True),
            ft.Route(path=places.HELP, component=HelpScreen, modal=True),
            ft.Route(path=places.BAD_DAYS, component=BadDaysScreen, modal=True),
            ft.Route(path=places.LANGUAGE, component=LanguageScreen, modal=True),
            ft.Route(path=":rest*", component=LockedScreen),
        ]
    return [
        ft.Route(index=True, component=IdleScreen),
        ft.Route(path=places.LANGUAGE, component=LanguageScreen, modal=True),
        ft.Route(path=":rest*", component=IdleScreen),
    ]


def _instead(screen: Callable[..., ft.Control]) -> list[ft.Route]:
    """One screen at every address, and beside it what shows nobody's words."""
    return [
        ft.Route(index=True, component=screen),
        ft.Route(path=f"{places.START}/:code", component=screen),
        ft.Route(path=places.HELP, component=HelpScreen, modal=True),
        ft.Route(path=places.OTHERS, component=OthersScreen, modal=True),
        ft.Route(path=places.LANGUAGE, component=LanguageScreen, modal=True),
        ft.Route(path=":rest*", component=screen),
    ]


def _of(view: View, *, wide: bool) -> tuple[ft.Route, ...]:
    """Each role's own; nothing for a role from a later version."""
    if view.is_staff:
        mine = coordinator(wide=wide) if view.is_coordinator else _OFFICE.get(view.role, ())
        return (*mine, ft.Route(path=places.PASSWORD, component=PasswordScreen, modal=True))
    return PARTICIPANT
