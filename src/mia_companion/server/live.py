"""Who listens for nudges in this process, and which nudges wait for each.

    publish(journal, seq) ──one event, encoded once──▶ everyone who follows the journal
                                                          │ kept, the newest of a journal
                                                          ▼
    next turn of the loop ──at most so many a turn──▶ written, as far as each line takes it

No content passes here. A nudge that is lost is made up for by the relay's slow poll.
"""

import asyncio
import sys
from collections import deque
from collections.abc import Callable, Iterable

from mia_companion.server.access import Caller
from mia_companion.server.subscription import Subscription
from mia_companion.wire.sync import Nudge

LINES_A_DEVICE = 8
"""An app has one, and for a while the ones that it does not yet know to be dead."""
_A_TURN = 64
"""Lines written to before the loop may do something else."""
_WARMTH = b": still here\n\n"


class Hub:
    """Every subscription of this process, by journal."""

    def __init__(self) -> None:
        self.heads: dict[str, int] = {}
        """The newest seq told of each journal that someone listens to."""
        self.recheck = asyncio.Event()
        """Set when someone's access may have changed."""
        self.others: Callable[[dict[str, int], bool], None] | None = None
        """Tells other processes: heads, and whether access changed."""
        self._all: set[Subscription] = set()
        self._by_device: dict[Caller, deque[Subscription]] = {}
        self._followers: dict[str, set[Subscription]] = {}
        self._due: deque[Subscription] = deque()
        self._is_over = False

    @property
    def subscriptions(self) -> list[Subscription]:
        """Every open stream, as a list that may outlive changes."""
        return list(self._all)

    def add(self, one: Subscription) -> None:
        """Listen from now on, to what `follow` says. A device that opens line after line loses its oldest."""
        mine = self._by_device.setdefault(one.caller, deque())
        mine.append(one)
        self._all.add(one)
        if len(mine) > LINES_A_DEVICE:
            mine.popleft().end()
        if self._is_over:
            one.end()

    def follow(self, one: Subscription, heads: dict[str, int]) -> None:
        """Listen to exactly those journals; one that is new to the stream is nudged at once.

        One that is gone is nudged at 0: how far it goes is no longer the caller's to know.
        """
        if one not in self._all:
            return
        before, now = set(one.journals), {sys.intern(journal) for journal in heads}
        gone, fresh = before - now, now - before
        self._leave(one, gone)
        for journal in fresh:
            self._followers.setdefault(journal, set()).add(one)
        for journal in now:
            self.heads[journal] = max(heads[journal], self.heads.get(journal, 0))
        if gone or fresh:
            one.journals = tuple(now)
        if before:
            for journal in fresh:
                self._nudge([one], journal)
            for journal in gone:
                self._nudge([one], journal, 0)

    def drop(self, one: Subscription) -> None:
        """The stream is closed."""
        self._all.discard(one)
        mine = self._by_device.get(one.caller)
        if mine is not None and one in mine:
            mine.remove(one)
            if not mine:
                del self._by_device[one.caller]
        self._leave(one, one.journals)
        one.journals = ()
        one.close()

    def changed(self, heads: dict[str, int], *, access: bool = False) -> None:
        """This process has made it so: tell everyone, here and elsewhere."""
        self.publish(heads)
        if access:
            self.recheck.set()
        if self.others is not None and (heads or access):
            self.others(heads, access)

    def publish(self, heads: dict[str, int]) -> None:
        """Tell everyone who listens to these journals how far they are."""
        for journal, seq in heads.items():
            if journal in self.heads:
                self.heads[journal] = max(seq, self.heads[journal])
                self._nudge(self._followers[journal], journal)

    def keep_warm(self) -> None:
        """A comment on every line, so that nothing between takes it for dead."""
        self._tell(self._all, " ", _WARMTH)

    def end_all(self) -> None:
        """Let every stream close."""
        for one in self.subscriptions:
            one.end()

    def close(self) -> None:
        """The server stops: whoever comes after this is told so at once."""
        self._is_over = True
        self.end_all()

    def _nudge(self, to: Iterable[Subscription], journal: str, seq: int | None = None) -> None:
        head = self.heads[journal] if seq is None else seq
        said = Nudge.model_construct(journal=journal, seq=head).model_dump_json()
        self._tell(to, journal, f"event: nudge\ndata: {said}\n\n".encode())

    def _tell(self, to: Iterable[Subscription], about: str, event: bytes) -> None:
        idle = not self._due
        self._due.extend([one for one in to if one.keep(about, event)])
        if idle and self._due:
            asyncio.get_running_loop().call_soon(self._write_some)

    def _write_some(self) -> None:
        for _ in range(min(_A_TURN, len(self._due))):
            self._due.popleft().flush()
        if self._due:
            asyncio.get_running_loop().call_soon(self._write_some)

    def _leave(self, one: Subscription, journals: Iterable[str]) -> None:
        for journal in journals:
            followers = self._followers[journal]
            followers.discard(one)
            if not followers:
                del self._followers[journal]
                self.heads.pop(journal, None)
