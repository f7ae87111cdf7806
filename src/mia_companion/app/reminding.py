"""Keeps a platform's notices in step with the reminders, for as long as the app's screens are up.

    a view changes ──(a moment of calm)──▶ what is wanted ─┬─ new or changed ──▶ schedule
                                                           └─ not wanted any more ──▶ cancel

Nobody signed in, or not turned on here: nothing is wanted. The platform is not spoken to before the
person has turned it on.
"""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable
from contextlib import suppress
from datetime import tzinfo

from mia_companion.app.actions.choices import ChoiceActions
from mia_companion.app.companion import Companion
from mia_companion.app.view import View
from mia_companion.device.notifications import (
    Notice,
    NoticeWords,
    Notifications,
    NotificationsFailed,
)
from mia_companion.domain.due import due_later, due_now
from mia_companion.domain.reminders import Due

AT_MOST = 60
"""iOS holds 64 for an app."""

NOT_ALLOWED, CANNOT = "notices-not-allowed", "notices-cannot"
"""Problems when notices are turned on: the phone's settings say no; the platform did not do it."""

_CALM_SECONDS = 2.0

Pause = Callable[[float], Awaitable[None]]


class Reminding:
    """`words` gives a notice's words in the language of a tag. `start` it on the event loop."""

    def __init__(
        self,
        companion: Companion,
        notifications: Notifications,
        words: Callable[[str], NoticeWords],
        zone: tzinfo,
        *,
        pause: Pause = asyncio.sleep,
    ) -> None:
        self._companion = companion
        self._notifications = notifications
        self._words = words
        self._zone = zone
        self._pause = pause
        self._choices = ChoiceActions(companion)
        self._known: dict[int, Notice] = {}
        self._changed = asyncio.Event()
        self._changed.set()
        self._task: asyncio.Task[None] | None = None
        self._unsubscribe = companion.subscribe(lambda _: self._changed.set())

    @property
    def can(self) -> bool:
        """Whether this platform can show a notice while the app is closed."""
        return self._notifications.can

    def start(self) -> None:
        """From now on."""
        if self.can:
            self._task = asyncio.create_task(self._keep())

    def close(self) -> None:
        """The screens are gone. What is scheduled stays: the phone shows it when its time comes."""
        self._unsubscribe()
        if self._task is not None:
            self._task.cancel()

    async def turn_on(self) -> str:
        """After the platform has asked the person. A problem's name, or an empty string."""
        try:
            if not await self._notifications.ask():
                return NOT_ALLOWED
        except NotificationsFailed:
            return CANNOT
        self._choices.notices(True)
        return ""

    async def turn_off(self) -> str:
        """First the notices go, then the choice: whatever happens between, none is left behind."""
        try:
            await self._apply({}, frozenset())
        except NotificationsFailed:
            return CANNOT
        self._choices.notices(False)
        return ""

    async def allowed(self) -> bool:
        """Whether the phone's settings let the notices be shown; yes while that is not known."""
        try:
            return await self._notifications.allowed()
        except NotificationsFailed:
            return True

    async def keep(self) -> None:
        """Bring the platform into step once. Raises NotificationsFailed."""
        view = self._companion.view
        if view.choices.notices or self._known:
            await self._apply(*self._wanted(view))

    async def _keep(self) -> None:
        while True:
            await self._changed.wait()
            self._changed.clear()
            await self._pause(_CALM_SECONDS)
            with suppress(NotificationsFailed):  # the next change tries again
                await self.keep()

    def _wanted(self, view: View) -> tuple[dict[int, Notice], frozenset[int]]:
        """What is to be shown later; and what is due and unseen, and may stay on show."""
        if not view.shows_notices:
            return {}, frozenset()
        plan, now = view.plan(), self._companion.clock()
        words = self._words(view.choices.language)
        coming = due_later(plan, now, self._zone)[:AT_MOST]
        notices = (Notice(notice_id(due), due.at, words) for due in coming)
        return {one.id: one for one in notices}, frozenset(
            notice_id(due) for due in due_now(plan, now, self._zone)
        )

    async def _apply(self, wanted: dict[int, Notice], may_stay: frozenset[int]) -> None:
        held = await self._notifications.held()
        for old in (held | self._known.keys()) - wanted.keys() - may_stay:
            await self._notifications.cancel(old)
            self._known.pop(old, None)
        for notice in wanted.values():
            if self._known.get(notice.id) != notice or notice.id not in held:
                await self._notifications.schedule(notice)
                self._known[notice.id] = notice


def notice_id(due: Due) -> int:
    """The same for the same moment of the same item on every start, and telling nothing of either."""
    said = f"{due.item}\n{due.at.isoformat()}".encode()
    return int.from_bytes(hashlib.sha256(said).digest()[:4]) & 0x7FFFFFFF
