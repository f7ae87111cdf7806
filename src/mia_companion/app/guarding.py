"""What guards a device that staff work on: that somebody is still here, and that it is still they.

touched ──half an hour without, told two minutes before──▶ idle: nothing is shown or sent
   ▲                                │                        │
   └──a touch, or signs in again────┴────────────────────────┘
a grave deed ──▶ asked once more who one is ──▶ done (`proving.py`)
a grave entry, refused for want of that ──▶ asked, once for each ──▶ sent again
"""

import asyncio
from collections.abc import Iterable
from contextlib import suppress

from mia_companion.app.idling import Idling
from mia_companion.app.proving import Proving
from mia_companion.app.showing import Showing
from mia_companion.domain.ids import Clock
from mia_companion.store.errors import StoreError
from mia_companion.store.outbox import REFUSED, Waiting
from mia_companion.store.store import Store
from mia_companion.sync.client import Client
from mia_companion.sync.runner import Runner
from mia_companion.wire import problems


class Guarded(Showing):
    """Of a companion; `guard()` once its parts are there."""

    store: Store
    client: Client
    clock: Clock
    runner: Runner

    def guard(self) -> None:
        """Begin."""
        self.idling = Idling(self.store.kept, self.clock)
        self.proving = Proving(lambda asked: self.show(is_asked=asked))
        self.client.session.idle_seconds = self.idling.seconds
        self.client.prove = self.proving.ask
        self._asked_for: set[str] = set()

    def touched(self) -> None:
        """Somebody tapped, wrote or went somewhere. A tap that comes too late opens nothing."""
        if not self.look_idle():
            self.idling.touch()
            self._tell_closing()

    def look_idle(self) -> bool:
        """Whether whoever works here has to sign in again; from that moment on nothing is shown."""
        if not self.view.is_idle and self.idling.is_over(self.client.session.tokens):
            self.runner.stop()
            self.proving.answer(False)
            self.show(is_idle=True)
        self._tell_closing()
        return self.view.is_idle

    def _tell_closing(self) -> None:
        soon = not self.view.is_idle and self.idling.is_over_soon(self.client.session.tokens)
        if soon != self.view.closes_soon:
            self.show(closes_soon=soon)

    def shown_again(self) -> None:
        """They have shown who they are: what waited for that goes on, and what was refused is sent again."""
        with suppress(StoreError):  # then it stays refused, with its words
            self.store.outbox.send_refused(problems.SIGN_IN_AGAIN)
        self.outbox_changed()
        self.proving.answer(True)
        self.runner.send()

    def ask_for(self, waiting: Iterable[Waiting]) -> None:
        """Ask who they are where an entry was refused for want of it. Whoever gives it up is not asked for
        the same one again: it stays among what was not sent, with its words."""
        stale = (REFUSED, problems.SIGN_IN_AGAIN)
        found = {one.entry.id for one in waiting if (one.state, one.reason) == stale}
        if found - self._asked_for:
            self._asked_for |= found
            self._asking = asyncio.ensure_future(self.proving.ask())

    def outbox_changed(self) -> None:
        """Something in the outbox is another than it was."""
        raise NotImplementedError
