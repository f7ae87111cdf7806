"""A closed tab's page lives on for a while; it must not stand in the way of the tab that is open."""

import asyncio
from pathlib import Path
from typing import Any

import flet as ft
from flet.controls.context import _context_page

from mia_companion.app.state import AppState
from mia_companion.domain.steps import DONE
from mia_companion.ui import places
from mia_companion.ui.start import Screens
from tests.ui.home import a_home
from tests.ui.picking import pictures, until
from tests.ui.recording import Screen
from tests.ui.wall import waits


@ft.component
def _nothing(state: AppState) -> ft.Control:
    return ft.View(controls=[])


async def test_a_tap_is_recorded_while_another_page_is_away(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with Screen(_nothing, AppState(home.companion.view, home.do, home.clock)) as away:
            screens = Screens(away.page, home.companion)
            screens.show()
            await away.settle()
            await away.session.disconnect(300)
            home.do.path.mark_step("step-1", DONE)
            assert home.companion.view.plan().step("step-1").state == DONE  # type: ignore[union-attr]
            away.sent.session = None
            away.session.attach_connection(away.sent)
            await away.session.dispatch_connect_event()
            await away.settle()
            assert away.shows("Läkarbesök")
            assert not away.shows("Gå ut en stund")
            screens.close()


async def test_a_tap_on_one_page_goes_on_there_when_another_page_is_told(tmp_path: Path) -> None:
    """What a handler says after it has recorded belongs to the page that was tapped."""
    with a_home(tmp_path) as home:
        async with (
            Screen(_nothing, AppState(home.companion.view, home.do, home.clock)) as tapped,
            Screen(_nothing, AppState(home.companion.view, home.do, home.clock)) as beside,
        ):
            screens = Screens(beside.page, home.companion)
            screens.show()
            await beside.settle()
            _context_page.set(tapped.page)  # type: ignore[arg-type]
            home.do.path.mark_step("step-1", DONE)
            assert id(_context_page.get()) == id(tapped.page)
            await beside.settle()
            assert not beside.shows("Gå ut en stund")
            screens.close()


async def test_a_component_that_cannot_be_drawn_does_not_end_the_drawing(tmp_path: Path) -> None:
    with a_home(tmp_path) as home:
        async with Screen(_nothing, AppState(home.companion.view, home.do, home.clock)) as page:
            screens = Screens(page.page, home.companion)
            screens.show()
            await page.settle()

            def broken() -> None:
                raise RuntimeError("cannot be drawn")

            control = page.controls(ft.Text)[0]
            object.__setattr__(control, "update", broken)
            page.session.schedule_update(control)
            for _ in range(3):
                await page.settle()
            assert page.shows("What you have recorded is safe.")
            screens.close()


async def test_a_photo_that_came_while_the_page_was_away_is_there_when_it_is_back(
    tmp_path: Path,
) -> None:
    """As when a phone's screen went dark, or a picker's own window covered the page."""
    with a_home(tmp_path) as home:
        waits(home)
        async with Screen(_nothing, AppState(home.companion.view, home.do, home.clock)) as page:
            screens = Screens(page.page, home.companion)
            fetched, real = asyncio.Event(), screens.state.do.attachments.show

            async def show(*given: Any, **how: Any) -> bytes | str:
                await fetched.wait()
                return await real(*given, **how)

            screens.state.do.attachments.show = show  # type: ignore[method-assign]
            screens.show()
            await page.go(places.WAITING)
            assert page.shows("On its way …")
            await page.session.disconnect(300)
            fetched.set()
            await until(page, lambda: screens.state.do.attachments._small)
            page.sent.session = None
            page.session.attach_connection(page.sent)
            await page.session.dispatch_connect_event()
            await until(page, lambda: pictures(page))
            screens.close()
