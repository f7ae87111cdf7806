"""Whether a page is in anybody's sight: what it does when it is not.

    in sight ──the app loses the screen──▶ covered, then out of sight: resting, and locked when it is time
       ▲                                        │
       └──── uncovered ◀── locked? ◀── back ────┘

The system takes its picture for the switcher about when it says so: the cover is there as soon as the
app's own code has heard of it, which no one here can promise to be sooner. On Android only a flag on the
app's window would (decision 19).
"""

import asyncio
from collections.abc import Callable
from contextlib import suppress
from contextvars import Context

import flet as ft

from mia_companion.app.lock.lock import Lock
from mia_companion.app.state import AppState

_HIDDEN = (ft.AppLifecycleState.HIDE, ft.AppLifecycleState.PAUSE, ft.AppLifecycleState.DETACH)


class Sight:
    """One page's. A browser's window that merely lost the focus is still read; a phone's app is not."""

    def __init__(self, page: ft.Page, state: AppState, rest: Callable[[bool], None]) -> None:
        self._page = page
        self._state = state
        self._rest = rest
        self._tasks: set[asyncio.Task[None]] = set()

    async def changed(self, event: ft.AppLifecycleStateChangeEvent) -> None:
        """The platform says how the app stands."""
        said = event.state
        if said in _HIDDEN:
            self.cover(True)
            if said == ft.AppLifecycleState.PAUSE:
                self._resting(True)
            if self._lock is not None:
                await self._lock.left(self._page)
        elif said == ft.AppLifecycleState.INACTIVE:
            self.cover(self._on_phone)
        else:
            if self._lock is not None:
                await self._lock.came(self._page)
            self._resting(False)
            self.cover(False)

    def gone(self) -> None:
        """The page's line is down, or it is closed."""
        if self._lock is not None:
            self._soon(self._lock, came=False)

    def back(self) -> None:
        """Its line stands again."""
        if self._lock is not None:
            self._soon(self._lock, came=True)

    def cover(self, on: bool) -> None:
        """Lay a plain sheet over everything, or take it away."""
        page = self._page
        if on != bool(page.overlay):
            page.overlay[:] = [sheet(page.title or "")] if on else []
            page.update()

    @property
    def _lock(self) -> Lock | None:
        return self._state.lock

    @property
    def _on_phone(self) -> bool:
        platform = self._page.platform
        return not self._page.web and platform is not None and platform.is_mobile()

    def _resting(self, resting: bool) -> None:
        """A phone's app does not sync in the background; a browser's lives on a server."""
        if not self._page.web:
            self._rest(resting)

    def _soon(self, lock: Lock, *, came: bool) -> None:
        with suppress(RuntimeError):  # the loop is ending, and everything with it
            ask = lock.came(self._page) if came else lock.left(self._page)
            task = asyncio.get_running_loop().create_task(ask, context=Context())
            self._tasks.add(task)
            task.add_done_callback(self._tasks.discard)


def sheet(name: str) -> ft.Control:
    """The colour of every screen's ground, and the app's name: the neutral one, where it is discreet."""
    return ft.Container(
        ft.Text(name, theme_style=ft.TextThemeStyle.TITLE_MEDIUM),
        alignment=ft.Alignment.CENTER,
        bgcolor=ft.Colors.SURFACE,
        left=0,
        top=0,
        right=0,
        bottom=0,
    )
