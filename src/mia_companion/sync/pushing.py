"""Sending what waits, and taking as confirmed what the answers prove, without pulling it back.

    cursor 7 ─ sent a, b ─▶ accepted 8, 9    ─▶ cursor 9: both are read
               sent a, b ─▶ accepted 8, 10   ─▶ cursor 8: 9 is somebody else's and must be pulled first

Only what stands right after all that was read, in the epoch in which that was read: what a pull would
have brought is the same, receipt and all.
"""

import asyncio
from collections.abc import Mapping, Sequence

from mia_companion.domain.entries import Confirmed
from mia_companion.store.outbox import SENT, Waiting
from mia_companion.store.store import Store
from mia_companion.sync.answers import is_unproven, state_of
from mia_companion.sync.bodies import push_of
from mia_companion.sync.client import Client
from mia_companion.sync.errors import NotOurServer
from mia_companion.sync.listener import Came, Listener
from mia_companion.wire.sync import MAX_PUSH, Accepted, PushAnswer, PushResult


class Pushing:
    """The way up of one engine."""

    def __init__(self, store: Store, client: Client, listener: Listener) -> None:
        self._store = store
        self._client = client
        self._listener = listener
        self.is_elsewhere = False
        """Whether the server was in another epoch when it was sent something last: it took nothing."""

    async def push_all(self, epoch: str) -> bool:
        """Send what waits, to a server of which everything here was read in that epoch.

        Whether something of others' stands before what was accepted, or what that server lacks has to go
        back first: then a pull is due.
        """
        outbox, is_behind = self._store.outbox, False
        while returning := outbox.to_return(MAX_PUSH):
            answer = await self._send(epoch, "returned", returning)
            if self.is_elsewhere:
                return True
            unproven = [r.id for r in answer.results if is_unproven(r)]
            outbox.send_anew(unproven, self._account)
            there = {r.id: r.seq for r in answer.results if isinstance(r, Accepted)}
            outbox.returned({r.id: there.get(r.id, 0) for r in answer.results})
            if outbox.to_return(1) == returning[:1]:
                raise NotOurServer
            self._listener.outbox_changed()
        while waiting := outbox.to_send(MAX_PUSH):
            answer = await self._send(epoch, "entries", [w.raw for w in waiting])
            if self.is_elsewhere:
                return True
            sent = {w.entry.id for w in waiting}
            answers = [state_of(result) for result in answer.results if result.id in sent]
            if not answers:
                raise NotOurServer  # an old answer come again, which must not be asked for for ever
            is_behind |= await self._take(waiting, answer, answers, epoch)
        return is_behind

    async def _send(self, epoch: str, name: str, raw: list[bytes]) -> PushAnswer:
        answer = await self._client.push(push_of(epoch, name, raw))
        self.is_elsewhere = answer.epoch not in ("", epoch)
        return answer

    async def _take(
        self,
        waiting: Sequence[Waiting],
        answer: PushAnswer,
        answers: Sequence[tuple[str, str, str]],
        epoch: str,
    ) -> bool:
        """Confirm what can be, note the rest; whether anything was accepted that is still to be pulled."""
        journals, sent = self._store.journals, {w.entry.id: w for w in waiting}
        found = adopted(sent, answer.results, journals.cursors(), epoch)
        known = journals.known() if found else {}
        came: list[Came] = []
        try:
            for journal, entries in found.items():
                await asyncio.to_thread(journals.add, known[journal], entries)
                came.append(Came(known[journal], entries))
        finally:  # also what was kept before one that could not be
            if came:
                self._listener.came(came)
        here = {one.entry.id for entries in found.values() for one in entries}
        if others := [one for one in answers if one[2] not in here]:
            self._store.outbox.mark(others)
            self._listener.outbox_changed()
        return any(state == SENT for state, _, _ in others)

    @property
    def _account(self) -> str:
        account = self._client.session.account
        return account.id if account else ""


def adopted(
    sent: Mapping[str, Waiting],
    results: Sequence[PushResult],
    cursors: Mapping[str, int],
    epoch: str,
) -> dict[str, list[Confirmed]]:
    """By journal: what was accepted next to its cursor, in order."""
    found: dict[str, list[Confirmed]] = {}
    for one in sorted((r for r in results if isinstance(r, Accepted)), key=lambda r: r.seq):
        if one.epoch != epoch or one.id not in sent:
            continue
        entry = sent[one.id].entry
        some = found.get(entry.journal, [])
        if one.seq == cursors.get(entry.journal, -1) + len(some) + 1:
            confirmed = Confirmed(
                entry=entry,
                seq=one.seq,
                received_at=one.received_at,
                receipt=one.receipt,
                epoch=one.epoch,
            )
            found[entry.journal] = [*some, confirmed]
    return found
