"""Who listens for nudges in this process, and which nudges wait for each.

    publish(journal, seq) ──▶ every subscription that may read it ──coalesced──▶ one event stream

No content passes here. A nudge that is lost is made up for by the relay's slow poll.
"""

import asyncio
from collections import defaultdict

from mia_companion.server.access import Caller
from mia_companion.wire.sync import Nudge


class Subscription:
    """One open stream. Ends when its device may no longer listen."""

    def __init__(self, caller: Caller) -> None:
        self.caller = caller
        self.journals: set[str] = set()
        self.ended = False
        self._waiting: dict[str, int] = {}
        self._woken = asyncio.Event()

    def nudge(self, journal: str, seq: int) -> None:
        """Keep the newest seq of the journal until the stream takes it."""
        self._waiting[journal] = max(seq, self._waiting.get(journal, 0))
        self._woken.set()

    def end(self) -> None:
        """Let the stream close."""
        self.ended = True
        self._woken.set()

    async def take(self, seconds: float) -> list[Nudge]:
        """What waits, one nudge a journal; nothing when nothing came in that many seconds."""
        try:
            await asyncio.wait_for(self._woken.wait(), seconds)
        except TimeoutError:
            return []
        self._woken.clear()
        waiting, self._waiting = self._waiting, {}
        return [Nudge(journal=journal, seq=seq) for journal, seq in waiting.items()]


class Hub:
    """Every subscription of this process, by journal."""

    def __init__(self) -> None:
        self.heads: dict[str, int] = {}
        """The newest seq told of each journal that someone listens to."""
        self.recheck = asyncio.Event()
        """Set when someone's access may have changed."""
        self._all: set[Subscription] = set()
        self._by_journal: dict[str, set[Subscription]] = defaultdict(set)

    @property
    def subscriptions(self) -> list[Subscription]:
        """Every open stream, as a list that may outlive changes."""
        return list(self._all)

    def add(self, one: Subscription) -> None:
        """Listen from now on, to what `follow` says."""
        self._all.add(one)

    def follow(self, one: Subscription, heads: dict[str, int]) -> None:
        """Listen to exactly those journals; one that is new to the stream is nudged at once.

        What is gone is learned by pulling: any other journal's nudge brings that about.
        """
        if one not in self._all:
            return
        first = not one.journals
        gone = one.journals - heads.keys()
        for each in gone:
            self._leave(one, each)
        if gone and heads:
            one.nudge(*next(iter(heads.items())))
        for journal, head in heads.items():
            self.heads[journal] = max(head, self.heads.get(journal, 0))
            self._by_journal[journal].add(one)
            if not first and journal not in one.journals:
                one.nudge(journal, head)
        one.journals = set(heads)

    def drop(self, one: Subscription) -> None:
        """The stream is closed."""
        self._all.discard(one)
        for journal in one.journals:
            self._leave(one, journal)

    def publish(self, heads: dict[str, int]) -> None:
        """Tell everyone who listens to these journals how far they are."""
        for journal, seq in heads.items():
            if journal in self.heads:
                self.heads[journal] = max(seq, self.heads[journal])
                for one in self._by_journal[journal]:
                    one.nudge(journal, seq)

    def end_all(self) -> None:
        """The server stops."""
        for one in self._all:
            one.end()

    def _leave(self, one: Subscription, journal: str) -> None:
        self._by_journal[journal].discard(one)
        if not self._by_journal[journal]:
            del self._by_journal[journal]
            self.heads.pop(journal, None)
