"""Fingers and faces on Android and iOS, by way of Flutter's own plug-in.

As with notifications (`flet_notifications.py`), only an app that was built with the plug-in knows the
service: it is made on phones alone, and not before it is needed.
"""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

import flet as ft
import flet_local_auth as fla

_PHONES = (ft.PagePlatform.ANDROID, ft.PagePlatform.IOS)
_PATIENCE_SECONDS = 10
_ASKING_SECONDS = 120

Answer = TypeVar("Answer")


class FletLocalAuth:
    """`device.local_auth.LocalAuth` for one page. Make it, and first use it, in that page's context.

    The phone's own PIN does not count as a yes (`biometric_only`): who knows that one may be the very
    person from whom the app is locked.
    """

    def __init__(self, page: ft.Page) -> None:
        self._there = not page.web and page.platform in _PHONES
        self._service: fla.LocalAuthentication | None = None

    async def can(self) -> bool:
        """Whether a finger or a face is set up here."""
        if not self._there:
            return False
        return bool(await _answered(self._asked.get_available_biometrics()))

    async def yes(self, reason: str) -> bool:
        """The platform's own question."""
        if not self._there:
            return False
        asked = self._asked.authenticate(reason, biometric_only=True)
        return await _answered(asked, _ASKING_SECONDS) is True

    @property
    def _asked(self) -> fla.LocalAuthentication:
        if self._service is None:
            self._service = fla.LocalAuthentication()
        return self._service


async def _answered(asked: Awaitable[Answer], seconds: float = _PATIENCE_SECONDS) -> Answer | None:
    """None where the platform says no, fails, or does not answer."""
    try:
        async with asyncio.timeout(seconds):
            return await asked
    except (ft.FletException, RuntimeError, TimeoutError, ValueError):
        return None
