"""When a screen fails: the person is told that what they did is safe, instead of a panel with a traceback.

drawn ──a handler fails──▶ told
  └──a component cannot be drawn──▶ told ──▶ drawing begins again
"""

import asyncio
import logging
import sys

import flet as ft

from mia_companion.app.state import AppState

log = logging.getLogger(__name__)


def notice_stumbling(page: ft.Page, state: AppState) -> None:
    """Hear of whatever fails on the page."""
    page.session.error = lambda message: _stumbled(page, state, sys.exception())  # type: ignore[method-assign]


def watch_drawing(page: ft.Page, state: AppState) -> None:
    """A component that cannot be drawn ends Flet's drawing for good: begin it again, and say so."""
    session = page.session
    session.start_updates_scheduler()  # type: ignore[no-untyped-call]
    drawing: asyncio.Task[None] | None = getattr(session, "_Session__updates_task", None)
    if drawing is not None:
        drawing.add_done_callback(lambda done: _drawing_ended(page, state, done))


def _drawing_ended(page: ft.Page, state: AppState, drawing: "asyncio.Task[None]") -> None:
    if drawing.cancelled() or (wrong := drawing.exception()) is None:
        return
    _stumbled(page, state, wrong)
    watch_drawing(page, state)


def _stumbled(page: ft.Page, state: AppState, wrong: BaseException | None) -> None:
    """What is logged is its kind and its place: Flet's message may be somebody's words (`device/logs.py`)."""
    log.error("a screen failed", exc_info=wrong)
    if page.session.connection is not None:
        page.run_task(_say, state)


async def _say(state: AppState) -> None:
    state.stumbled = True
