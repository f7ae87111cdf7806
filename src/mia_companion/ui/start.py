"""Standing a companion's screens on a page, and taking them down again."""

import asyncio
import logging
import re
from contextvars import copy_context

import flet as ft

from mia_companion.app.actions import Actions
from mia_companion.app.companion import Companion
from mia_companion.app.reminding import Reminding
from mia_companion.app.state import AppState
from mia_companion.app.view import View
from mia_companion.device.notifications import Notifications
from mia_companion.device.picking import Files, NativeFiles
from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import words_for
from mia_companion.ui.app import App
from mia_companion.ui.components.device_names import sort_of
from mia_companion.ui.context import ZONE
from mia_companion.ui.participant.reminders.lock_screen import notice_words
from mia_companion.ui.theme import FONTS, dark, light

_MINUTE = 60.0

log = logging.getLogger(__name__)

_MODES = {"light": ft.ThemeMode.LIGHT, "dark": ft.ThemeMode.DARK}


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
    ) -> None:
        self._page = page
        self._companion = companion
        self._telling = False
        self._scale = 0.0
        companion.client.session.sort = sort_of(page)
        self.state = AppState(
            view=companion.view,
            do=Actions(companion),
            clock=companion.clock,
            width=page.width or 390,
            height=page.height or 844,
            files=files or NativeFiles(),
            address=address,
        )
        if notifications is not None:
            self.state.reminding = Reminding(companion, notifications, notice_words, ZONE)
        self._unsubscribe = companion.subscribe(self._tell)

    def show(self) -> None:
        """Draw everything."""
        page = self._page
        page.fonts = FONTS
        self._dress(self._companion.view)
        page.on_resize = self._resized
        page.on_connect = lambda _: self._reconnected()
        page.session.error = self._stumbled  # type: ignore[method-assign]
        page.data = self.state
        page.render_views(App, self.state)
        self._watch()
        self._minutes = page.run_task(self._each_minute)
        if self.state.reminding is not None:
            self.state.reminding.start()

    def close(self) -> None:
        """The page is gone."""
        self._unsubscribe()
        if self.state.reminding is not None:
            self.state.reminding.close()
        self._minutes.cancel()

    async def _each_minute(self) -> None:
        """What says how long ago something was must not stand still on a page left open."""
        while True:
            await asyncio.sleep(_MINUTE)
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
        self._telling = False
        self._dress(self._companion.view)
        self.state.view = self._companion.view

    def _dress(self, view: View) -> None:
        """Language, direction and theme belong to the page itself."""
        page = self._page
        words = words_for(view.choices.language or "sv")
        locales = [ft.Locale(one.babel.split("_")[0]) for one in LANGUAGES]
        page.title = words.t("Clock") if view.hidden else words.t("MIA companion")
        if page.rtl != words.rtl:
            page.rtl = words.rtl
        page.locale_configuration = ft.LocaleConfiguration(
            supported_locales=locales, current_locale=ft.Locale(words.locale.language)
        )
        if self._scale != view.choices.scale:
            self._scale = scale = view.choices.scale
            size = self.state.place_size
            page.theme, page.dark_theme = light(size, scale), dark(size, scale)
        page.theme_mode = _MODES.get(view.choices.theme, ft.ThemeMode.SYSTEM)

    def _resized(self, event: ft.PageResizeEvent) -> None:
        self.state.width = event.width
        self.state.height = event.height

    def _reconnected(self) -> None:
        """What changed while the line was down was not drawn: draw it now."""
        self._telling = False
        self._dress(self._companion.view)
        self.state.view = self._companion.view
        self.state.returned += 1
        self.state.notify()  # type: ignore[attr-defined]  # of every observable

    def _stumbled(self, message: str) -> None:
        """Instead of a panel with a traceback: the person is told that what they did is safe."""
        log.error("a screen failed: %s", _kinds(message))
        if self._is_here():
            self._page.run_task(self._say_stumbled)

    def _watch(self) -> None:
        """A component that cannot be drawn ends Flet's drawing for good: begin it again, and say so."""
        session = self._page.session
        session.start_updates_scheduler()  # type: ignore[no-untyped-call]
        drawing: asyncio.Task[None] | None = getattr(session, "_Session__updates_task", None)
        if drawing is not None:
            drawing.add_done_callback(self._drawing_ended)

    def _drawing_ended(self, drawing: "asyncio.Task[None]") -> None:
        if drawing.cancelled() or (wrong := drawing.exception()) is None:
            return
        self._stumbled(repr(wrong))
        self._watch()

    async def _say_stumbled(self) -> None:
        self.state.stumbled = True


def _kinds(message: str) -> str:
    """What kinds of exceptions a traceback names; their messages may be somebody's words."""
    found = re.findall(r"^[\w.]*(?:Error|Exception|Warning)\b", message, re.MULTILINE | re.ASCII)
    return ", ".join(found[-3:]) or "something else"
