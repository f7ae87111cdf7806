"""Notices that the platform shows by itself at their moment, also while the app is closed.

Their words are neutral: a lock screen is read by whoever picks the phone up.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class NoticeWords:
    """What a notice says, in the person's language; `channel` is its kind's name in the phone's settings."""

    title: str
    body: str
    channel: str


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice. `at` is aware UTC; `id` fits in 31 bits and is the same for the same moment."""

    id: int
    at: datetime
    words: NoticeWords


class NotificationsFailed(Exception):
    """The platform did not do it, or did not answer."""


class Notifications(Protocol):
    """A platform's schedule of notices. All but `can` raise NotificationsFailed."""

    @property
    def can(self) -> bool:
        """Whether this platform can show notices at a later time at all. Asks nobody."""

    async def ask(self) -> bool:
        """Let the platform ask the person, from a tap of theirs; whether notices may be shown."""

    async def allowed(self) -> bool:
        """Whether notices may be shown now, without asking."""

    async def held(self) -> frozenset[int]:
        """The ids of those that wait and of those on show."""

    async def schedule(self, notice: Notice) -> None:
        """Show it then; one with the same id is replaced."""

    async def cancel(self, notice_id: int) -> None:
        """Neither show it later nor leave it on show."""


class NoNotifications:
    """A browser, or a computer: the app itself shows reminders while it is open."""

    can = False

    async def ask(self) -> bool:
        """Not here."""
        raise NotificationsFailed

    async def allowed(self) -> bool:
        """Never."""
        return False

    async def held(self) -> frozenset[int]:
        """None."""
        return frozenset()

    async def schedule(self, notice: Notice) -> None:
        """Not here."""
        raise NotificationsFailed

    async def cancel(self, notice_id: int) -> None:
        """There is none."""


class MemoryNotifications:
    """The tests' twin: a phone whose owner answers `answer`, and that fails while `broken`."""

    can = True

    def __init__(self, *, answer: bool = True) -> None:
        self.answer = answer
        self.broken = False
        self.asked = 0
        self.done: list[str] = []
        self.waiting: dict[int, Notice] = {}
        self.on_show: dict[int, Notice] = {}

    def pass_by(self, now: datetime) -> None:
        """The phone's clock goes on: what is due is shown."""
        for notice in [one for one in self.waiting.values() if one.at <= now]:
            self.on_show[notice.id] = self.waiting.pop(notice.id)

    async def ask(self) -> bool:
        """The owner's answer."""
        self._try("ask")
        self.asked += 1
        return self.answer

    async def allowed(self) -> bool:
        """The owner's answer, once asked."""
        self._try("allowed")
        return self.asked > 0 and self.answer

    async def held(self) -> frozenset[int]:
        """Waiting or on show."""
        self._try("held")
        return frozenset(self.waiting) | frozenset(self.on_show)

    async def schedule(self, notice: Notice) -> None:
        """Keep it."""
        self._try("schedule")
        self.waiting[notice.id] = notice

    async def cancel(self, notice_id: int) -> None:
        """Drop it."""
        self._try("cancel")
        self.waiting.pop(notice_id, None)
        self.on_show.pop(notice_id, None)

    def _try(self, what: str) -> None:
        if self.broken:
            raise NotificationsFailed
        self.done.append(what)
