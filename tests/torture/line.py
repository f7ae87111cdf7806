"""What is wrong around a device: its clock, and the line to the server."""

from collections.abc import Callable
from datetime import datetime, timedelta

import httpx

from tests.example_data import NOW
from tests.sync.faults import Faults

_MOST = 100
"""Requests in one run, which a short life never needs."""


class Line(Faults):
    """One on which a run cannot go on for ever."""

    def __init__(self, network: httpx.AsyncBaseTransport) -> None:
        super().__init__(network)
        self.asked = 0
        self.before: Callable[[], None] = lambda: None
        """Called before each request: what must hold holds in the midst of a run, too."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """One request."""
        self.asked += 1
        assert self.asked < _MOST, "the engine never stops asking"
        self.before()
        return await super().handle_async_request(request)


class Clock:
    """A device's clock: a millisecond a look, as many days off as somebody has set it."""

    def __init__(self, days: int = 0) -> None:
        self.now = NOW + timedelta(days=days)

    def __call__(self) -> datetime:
        self.now += timedelta(milliseconds=1)
        return self.now

    def jump(self, days: int) -> None:
        """Somebody sets it, or the battery was empty."""
        self.now += timedelta(days=days)
