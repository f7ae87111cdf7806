"""Local notifications on Android and iOS, by way of Flutter's own plug-in.

Only an app that was built with the plug-in knows the service: telling another client of it breaks its
page. So it is made on phones alone, where the app always comes built, and there not before it is needed.
"""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

import flet as ft
import flet_notifications as fn  # type: ignore[import-untyped]

from mia_companion.device.notifications import Notice, NotificationsFailed

_PHONES = (ft.PagePlatform.ANDROID, ft.PagePlatform.IOS)
_CHANNEL = "reminders"
_PATIENCE_SECONDS = 10
_ASKING_SECONDS = 300
"""A person may look at the platform's question for a while."""

Answer = TypeVar("Answer")


class FletNotifications:
    """`device.notifications.Notifications` for one page. Make it, and first use it, in that page's context.

    Nothing is asked when the service begins, only by `ask`. Alarms are inexact: they need no further
    permission, and a reminder may come some minutes late on a sleeping phone.
    """

    def __init__(self, page: ft.Page) -> None:
        self.can = not page.web and page.platform in _PHONES
        self._service: fn.LocalNotifications | None = None
        self._channel = ""

    async def ask(self) -> bool:
        """The platform's own question."""
        return await _answered(self._notifications.request_permissions(), _ASKING_SECONDS)

    async def allowed(self) -> bool:
        """Whether the person has said yes, and has not taken it back in the phone's settings."""
        return await _answered(self._notifications.are_notifications_enabled())

    async def held(self) -> frozenset[int]:
        """Pending and active ones."""
        pending = await _answered(self._notifications.get_pending_notifications())
        active = await _answered(self._notifications.get_active_notifications())
        return frozenset([*(one.id for one in pending), *(one.id for one in active)])

    async def schedule(self, notice: Notice) -> None:
        """Public on the lock screen, because the words are neutral."""
        words = notice.words
        if words.channel != self._channel:
            channel = fn.NotificationChannel(id=_CHANNEL, name=words.channel)
            await _answered(self._notifications.create_notification_channel(channel))
            self._channel = words.channel
        android = fn.AndroidOptions(
            channel_id=_CHANNEL, category="reminder", visibility=fn.Visibility.PUBLIC
        )
        await _answered(
            self._notifications.schedule(
                notice.id,
                notice.at,
                words.title,
                words.body,
                options=fn.NotificationOptions(android=android),
                schedule_mode=fn.AndroidScheduleMode.INEXACT_ALLOW_WHILE_IDLE,
                channel_id=_CHANNEL,
            )
        )

    async def cancel(self, notice_id: int) -> None:
        """Pending or on show."""
        await _answered(self._notifications.cancel(notice_id))

    @property
    def _notifications(self) -> fn.LocalNotifications:
        if not self.can:
            raise NotificationsFailed
        if self._service is None:
            self._service = fn.LocalNotifications(
                request_alert_permission=False,
                request_sound_permission=False,
                request_badge_permission=False,
            )
        return self._service


async def _answered(asked: Awaitable[Answer], seconds: float = _PATIENCE_SECONDS) -> Answer:
    """Flet waits for ever for a client that does not answer."""
    try:
        async with asyncio.timeout(seconds):
            return await asked
    except (fn.NotificationError, RuntimeError, TimeoutError) as wrong:
        raise NotificationsFailed from wrong
