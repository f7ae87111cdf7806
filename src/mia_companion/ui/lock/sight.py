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
        self._sheet: ft.AlertDialog | None = None
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
        """Its line stands again: a browser that was reloaded said that it goes, and not that it came."""
        self.cover(False)
        if self._lock is not None:
            self._soon(self._lock, came=True)

    def cover(self, on: bool) -> None:
        """Lay a plain sheet over everything, bars too, or take it away."""
        if on == (self._sheet is not None):
            return
        if on:
            self._sheet = sheet(self._page.title or "")
            self._sheet.on_dismiss = lambda _: self._lifted()
            self._page.show_dialog(self._sheet)
        elif self._sheet is not None:
            lifted, self._sheet = self._sheet, None
            lifted.open = False
            lifted.update()

    def _lifted(self) -> None:
        """Also by the phone's own way back."""
        self._sheet = None

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


def sheet(name: str) -> ft.AlertDialog:
    """The colour of every screen's ground, and the app's name: the neutral one, where it is discreet. What
    lies beneath it is no more told to a screen reader than to the eye."""
    return ft.AlertDialog(
        modal=True,
        content=ft.Text(
            name, theme_style=ft.TextThemeStyle.TITLE_MEDIUM, text_align=ft.TextAlign.CENTER
        ),
        bgcolor=ft.Colors.SURFACE,
        barrier_color=ft.Colors.SURFACE,
        elevation=0,
    )
