"""Standing a companion's screens on a page, and taking them down again."""

import asyncio
from concurrent.futures import Future
from contextvars import copy_context

import flet as ft

from mia_companion.app.actions import Actions
from mia_companion.app.companion import Companion
from mia_companion.app.inbox import Inbox
from mia_companion.app.lock.lock import Lock
from mia_companion.app.lock.shown import before_the_lock
from mia_companion.app.reminding import Reminding
from mia_companion.app.state import AppState
from mia_companion.app.view import View
from mia_companion.device.notifications import Notifications
from mia_companion.device.picking import Files, NativeFiles
from mia_companion.ui.app import App
from mia_companion.ui.components.device_names import sort_of
from mia_companion.ui.context import ZONE
from mia_companion.ui.dressing import Dressing
from mia_companion.ui.lettering import Expect
from mia_companion.ui.lock.sight import Sight
from mia_companion.ui.login.touching import notice_taps
from mia_companion.ui.participant.reminders.lock_screen import notice_words
from mia_companion.ui.stumbling import notice_stumbling, watch_drawing

_MINUTE = 60.0
_DRAWN = 0.1
"""Seconds in which a screen is taken down and another one stands."""


class Screens:
    """One page's screens over one companion.

    shown ──companion changed──▶ the page's state gets the new view ──▶ what differs is redrawn
      └──── page closed ──▶ unsubscribed
    """

    def __init__(
        self,
        page: ft.Page,
        companion: Companion,
        files: Files | None = None,
        notifications: Notifications | None = None,
        *,
        address: str = "",
        voices: frozenset[str] = frozenset(),
        home: str = "",
        lock: Lock | None = None,
        expect: Expect | None = None,
    ) -> None:
        self._page = page
        self._companion = companion
        self._notifications = notifications
        self._telling = False
        self._minutes: Future[None] | None = None
        companion.client.session.sort = sort_of(page)
        self.state = AppState(
            view=before_the_lock(companion.view),
            do=Actions(companion),
            clock=companion.clock,
            width=page.width or 390,
            height=page.height or 844,
            files=files or NativeFiles(),
            address=address,
            voices=voices,
            home=home,
            lock=lock,
        )
        self._dressing = Dressing(page, self.state, expect)
        self._sight = Sight(page, self.state, self._rest)
        self._unsubscribe = companion.subscribe(self._tell)
        self._remind()

    def show(self) -> None:
        """Draw everything, once there is something to draw it with."""
        if self._dressing.lacks_letters(self._companion.view):
            self._page.run_task(self._show_in_letters)
        else:
            self._show()

    async def _show_in_letters(self) -> None:
        await self._dressing.begin(self._companion.view)
        if self._is_here():
            self._show()

    def _show(self) -> None:
        page = self._page
        self._dressing.dress(self._companion.view)
        page.on_resize = self._resized
        page.on_connect = lambda _: self._reconnected()
        page.on_disconnect = lambda _: self._sight.gone()
        page.on_app_lifecycle_state_change = self._sight.changed
        notice_stumbling(page, self.state)
        page.data = self.state
        notice_taps(page, self.state)
        self._companion.look_idle()
        page.render_views(App, self.state)
        watch_drawing(page, self.state)
        self._minutes = page.run_task(self._each_minute)
        if self.state.reminding is not None:
            self.state.reminding.start()

    def move(self, companion: Companion) -> None:
        """Stand over another companion: the app was opened, locked, or everything was taken off it."""
        self._unsubscribe()
        if self.state.reminding is not None:
            self.state.reminding.close()
        self._companion = companion
        self._unsubscribe = companion.subscribe(self._tell)
        self._remind()
        if self.state.reminding is not None:
            self.state.reminding.start()
        copy_context().run(self._page.run_task, self._stand_anew)

    async def _stand_anew(self) -> None:
        state, companion = self.state, self._companion
        state.do, state.inbox, state.parts = Actions(companion), Inbox(), {}
        state.said.shown = None
        await self._change()
        await asyncio.sleep(_DRAWN)
        if self._is_here():
            state.moved += 1

    def _rest(self, resting: bool) -> None:
        self._companion.runner.rest(resting)

    def _remind(self) -> None:
        if self._notifications is not None:
            self.state.reminding = Reminding(
                self._companion, self._notifications, notice_words, ZONE
            )

    def close(self) -> None:
        """The page is gone."""
        self._unsubscribe()
        self._sight.gone()
        if self.state.reminding is not None:
            self.state.reminding.close()
        if self._minutes is not None:
            self._minutes.cancel()

    async def _each_minute(self) -> None:
        """What says how long ago something was must not stand still on a page left open."""
        while True:
            await asyncio.sleep(_MINUTE)
            self._companion.look_idle()
            if self._is_here():
                self.state.notify()  # type: ignore[attr-defined]

    def _tell(self, _: View) -> None:
        """Called in any context; the page's own task does the change. Many changes are told once.

        A page that is away, such as a closed tab whose session still lives, is drawn when it is back.
        """
        if not self._telling and self._is_here():
            self._telling = True
            # Apart: `run_task` makes this page the current one, also for the handler on another page of
            # the same person that has just recorded something and has more to say there.
            copy_context().run(self._page.run_task, self._change)

    def _is_here(self) -> bool:
        return self._page.session.connection is not None

    async def _change(self) -> None:
        try:
            await self._dressing.bring_letters(self._companion.view)
        finally:
            self._telling = False
        self._dressing.dress(self._companion.view)
        self.state.view = before_the_lock(self._companion.view)

    def _resized(self, event: ft.PageResizeEvent) -> None:
        self.state.width = event.width
        self.state.height = event.height

    def _reconnected(self) -> None:
        """What changed while the line was down was not drawn: draw it now."""
        self._telling = False
        self._sight.back()
        self._dressing.dress(self._companion.view)
        self.state.view = before_the_lock(self._companion.view)
        self.state.returned += 1
        self.state.notify()  # type: ignore[attr-defined]  # of every observable
