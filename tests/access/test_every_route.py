"""No screen is forgotten: each route of the app's map is in the walk's lists, or here with the reason."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import flet as ft

from mia_companion.ui.administrator.routes import ROUTES as ADMINISTRATOR_ROUTES
from mia_companion.ui.coordinator.routes import routes as coordinator
from mia_companion.ui.funder.routes import ROUTES as FUNDER_ROUTES
from mia_companion.ui.participant.routes import ROUTES as PARTICIPANT_ROUTES
from mia_companion.ui.routes import routes_for
from tests.ui.home import a_home
from tools.walk.before import BEFORE, FIRST
from tools.walk.coordinator import COORDINATOR
from tools.walk.me import HIDDEN, WITH_A_PIN
from tools.walk.office import ADMINISTRATOR, FUNDER
from tools.walk.participant import PARTICIPANT
from tools.walk.screens import Screen

ELSEWHERE = {
    "/start/:code": "the welcome with its code filled in, or a moment on the way to Today",
    "/sign-in": "somebody who is in stands there for a moment only",
    "/:rest*": "what stands at every address of a locked or closed app is walked at one",
}
"""What is not in the lists of those who are in, and why."""


def _patterns(routes: Sequence[ft.Route], above: str = "") -> Iterator[str]:
    for one in routes:
        path = one.path or ""
        here = path if path.startswith("/") else f"{above.rstrip('/')}/{path}".rstrip("/") or "/"
        if one.component is not None and not one.outlet:
            yield here
        yield from _patterns(one.children or (), here)


def _walked(*lists: Sequence[Screen]) -> set[str]:
    return {screen.route for screens in lists for screen in screens}


def _missing(routes: Sequence[ft.Route], *lists: Sequence[Screen]) -> set[str]:
    return set(_patterns(routes)) - _walked(*lists) - set(ELSEWHERE)


def test_every_route_of_a_participant_is_walked(tmp_path: Path) -> None:
    assert len(set(_patterns(PARTICIPANT_ROUTES))) > 45
    assert not _missing(PARTICIPANT_ROUTES, PARTICIPANT, WITH_A_PIN, HIDDEN)
    with a_home(tmp_path) as home:
        there = routes_for(home.companion.view, wide=False)
    assert not _missing(there, PARTICIPANT, WITH_A_PIN, HIDDEN)


def test_every_route_of_those_who_work_here_is_walked() -> None:
    for wide in (True, False):
        assert len(set(_patterns(coordinator(wide=wide)))) > 40
        assert not _missing(coordinator(wide=wide), COORDINATOR)
    assert not _missing(ADMINISTRATOR_ROUTES, ADMINISTRATOR)
    assert not _missing(FUNDER_ROUTES, FUNDER)


def test_every_route_before_anybody_is_in_is_walked(tmp_path: Path) -> None:
    with a_home(tmp_path, signed_in=False) as home:
        there = routes_for(home.companion.view, wide=False)
    assert not _missing(there, (FIRST, *BEFORE))


def test_no_two_screens_have_the_same_name() -> None:
    every = (
        FIRST,
        *BEFORE,
        *PARTICIPANT,
        *WITH_A_PIN,
        *HIDDEN,
        *COORDINATOR,
        *ADMINISTRATOR,
        *FUNDER,
    )
    names = [one.name for one in every]
    assert len(names) == len(set(names))
