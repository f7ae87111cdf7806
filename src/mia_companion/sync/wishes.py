"""What the next run is asked for, and when.

    all    foreground · network's return · slow poll             now: send, and pull everything
    some   a nudge beyond what is read                           now: send, and pull that journal
    send   a tap                                                 now: send
    soon   a nudge at what is read · a run that was not even     in a second: all, or some again

What comes a second later is telling the server what has arrived here, and hearing what has arrived
elsewhere: nobody waits for it, and one pull does for all of that second. Nothing depends on the live
line: a tap is followed by a pull whether it stands or not.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable
from contextvars import Context

SOON_SECONDS = 1.0


class Wishes:
    """Of one runner. Begins with a wish for everything."""

    def __init__(self, sleep: Callable[[float], Awaitable[None]]) -> None:
        self._sleep = sleep
        self._wished = asyncio.Event()
        self._for_all = True
        self._some: frozenset[str] = frozenset()
        self._owed: asyncio.Task[None] | None = None
        self._owed_all = False
        self._owed_some: frozenset[str] = frozenset()

    def all(self) -> None:
        """Something may have to travel either way."""
        self._for_all = True
        self._wished.set()

    def some(self, journals: Iterable[str]) -> None:
        """Those have something new."""
        self._some = self._some.union(journals)
        self._wished.set()

    def send(self) -> None:
        """Something was recorded."""
        self._wished.set()

    def soon(self, journals: Iterable[str] | None = None) -> None:
        """Something may be new that nobody waits for, there or anywhere."""
        if journals is None:
            self._owed_all = True
        else:
            self._owed_some = self._owed_some.union(journals)
        if self._owed is None:
            self._owed = asyncio.create_task(self._soon(), context=Context())

    def take(self) -> frozenset[str] | None:
        """A run begins: the journals that it is to pull, None for all of them."""
        self._wished.clear()
        some, everything = self._some, self._for_all
        self._some, self._for_all = frozenset(), False
        if everything:
            self.forget()
        return None if everything else some

    def failed(self) -> None:
        """The run did not do it: the next one does everything."""
        self._for_all = True

    def forget(self) -> None:
        """Nothing is owed any more."""
        if self._owed is not None:
            self._owed.cancel()
        self._owed, self._owed_all, self._owed_some = None, False, frozenset()

    async def wait(self, seconds: float) -> None:
        """Until there is a wish, or for so long; then everything is wished for."""
        await wait_for(self._wished, seconds, self._sleep)
        if not self._wished.is_set():
            self._for_all = True

    async def _soon(self) -> None:
        await self._sleep(SOON_SECONDS)
        everything, some = self._owed_all, self._owed_some
        self._owed, self._owed_all, self._owed_some = None, False, frozenset()
        if everything:
            self.all()
        else:
            self.some(some)


async def wait_for(
    event: asyncio.Event, seconds: float, sleep: Callable[[float], Awaitable[None]]
) -> None:
    """Until it is set, and no longer than that."""
    waits = [asyncio.ensure_future(event.wait()), asyncio.ensure_future(sleep(seconds))]
    try:
        await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for one in waits:
            one.cancel()
