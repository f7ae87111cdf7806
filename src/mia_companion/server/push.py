"""Entries come in. Each gets its own answer, and none blocks those behind it.

too large · malformed · not the caller's ─▶ refused       known kind, allowed ─▶ accepted
unknown kind ─▶ held                                      access ended ─▶ quarantine, refused
passed on without a consent that covers it ─▶ refused

Held is also what claims to have read, in the present epoch, what nobody has written yet: a withdrawal
that comes later must never count as seen. Either it is a lie, or this database was restored unnoticed
(see `epochs`) and takes the entry when it knows. A `based_on` of another epoch proves nothing here, and
the fold takes it for 0; so does one that was returned under its receipt.
"""

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.entries import MAX_BODY_BYTES, Confirmed, Entry
from mia_companion.domain.facts import read_fact
from mia_companion.domain.rights import knows, may_write
from mia_companion.server import access, epochs, quarantine
from mia_companion.server.access import Caller, Standing
from mia_companion.server.changes import Change, Changes
from mia_companion.server.coverage import uncovered
from mia_companion.server.journals import Arrival, Journals
from mia_companion.server.ledger import CONSENT_WITHDRAWN, Ledger
from mia_companion.server.pictures import Pictures
from mia_companion.server.receipts import Receipts
from mia_companion.server.remembered import to_remember
from mia_companion.server.rows import same_entry
from mia_companion.server.schema import devices
from mia_companion.server.surroundings import Surroundings
from mia_companion.wire import problems
from mia_companion.wire.sync import Accepted, Held, Push, PushAnswer, Refused

Answer = Accepted | Held | Refused


class Pushes:
    """Answers pushes."""

    def __init__(
        self,
        changes: Changes,
        journals: Journals,
        receipts: Receipts,
        ledger: Ledger,
        *,
        pictures: Pictures,
        surroundings: Surroundings,
    ) -> None:
        self._pictures = pictures
        self._changes = changes
        self._journals = journals
        self._receipts = receipts
        self._ledger = ledger
        self._clock, self._ids = surroundings.clock, surroundings.ids

    async def take(self, caller: Caller, push: Push) -> PushAnswer:
        """One answer for each entry, the returned ones first; durable when it returns."""
        if not push.entries and not push.returned:
            return PushAnswer(results=())
        try:
            return await self._take(caller, push)
        except IntegrityError:
            # Another journal's writer took one of the ids in this very moment: now it is stored.
            return await self._take(caller, push)

    async def _take(self, caller: Caller, push: Push) -> PushAnswer:
        async with self._changes.open() as change:
            connection = change.connection
            said = [one.entry for one in push.returned] + list(push.entries)
            journals = {entry.journal for entry in said if access.is_plain(entry.journal)}
            # Locked first: a handover comes before all of this or after it, never in its midst.
            await self._journals.lock_all(connection, journals)
            now = self._clock()
            standing = await access.standings(connection, caller, now, journals)
            known = await epochs.known(connection) if push.returned else set()
            back = [self._judge_returned(one, standing, known) for one in push.returned]
            proven = [one for one, wrong in zip(push.returned, back, strict=True) if wrong is None]
            epoch = await epochs.present(connection, self._ledger, proven, self._ids, now)
            new = await self._judge_new(
                connection, caller, push.entries, standing, epoch=epoch, now=now
            )
            verdicts = back + new
            received = [one.received_at for one in push.returned] + [now] * len(push.entries)
            arrivals = [
                Arrival(entry=entry, received_at=at)
                for entry, at, verdict in zip(said, received, verdicts, strict=True)
                if verdict is None
            ]
            answers = iter(await self._store(change, arrivals, epoch))
        return PushAnswer(results=tuple(one or next(answers) for one in verdicts))

    async def _store(
        self, change: Change, arrivals: Sequence[Arrival], epoch: str
    ) -> Sequence[Answer]:
        if not arrivals:
            return ()
        appended = await self._journals.append(change.connection, arrivals, epoch)
        change.heads.update(appended.heads)
        for one in appended.fresh:
            if one.entry.kind == "ConsentWithdrawn":
                # It survives a restore even if its author's device does not.
                facts = to_remember(self._journals, one)
                await self._ledger.record(change.connection, CONSENT_WITHDRAWN, facts)
        return appended.answers

    def _judge_returned(
        self, one: Confirmed, standing: dict[str, Standing], known: set[str]
    ) -> Answer | None:
        if (why := _closed(standing.get(one.entry.journal))) is not None:
            return Refused(id=one.entry.id, reason=why)
        if one.epoch not in known or not self._receipts.holds(one):
            return Refused(id=one.entry.id, reason=problems.RECEIPT_WRONG)
        return None

    async def _judge_new(
        self,
        connection: AsyncConnection,
        caller: Caller,
        said: Sequence[Entry],
        standing: dict[str, Standing],
        *,
        epoch: str,
        now: datetime,
    ) -> list[Answer | None]:
        """None for what is to be stored."""
        mine = await _own_devices(connection, caller)
        stored = await self._journals.stored(connection, said)
        readable = [one for one in said if one.journal in standing]
        bare = await uncovered(connection, self._pictures, self._journals, readable, now)
        judged: list[Answer | None] = []
        for entry in said:
            if not access.is_plain(entry.id):
                judged.append(Refused(id=entry.id, reason=problems.ENTRY_MALFORMED))
                continue
            if entry.author != caller.account or entry.device not in mine:
                judged.append(Refused(id=entry.id, reason=problems.NOT_YOURS))
                continue
            place = standing.get(entry.journal)
            found = stored.get(entry.id)
            if found and place and place.state != access.ERASED:
                same = same_entry(found[0], entry, self._journals.sealer(entry.journal))
                judged.append(found[1] if same else Refused(id=entry.id, reason=problems.ID_TAKEN))
                continue
            if (why := _closed(place)) is not None:
                if why == problems.ACCESS_ENDED and not _too_large(entry):
                    await quarantine.keep(connection, self._journals, entry, now)
                judged.append(Refused(id=entry.id, reason=why))
                continue
            judged.append(_unfit(entry, caller, place, epoch) or _not_covered(entry, bare))
        return judged


def _not_covered(entry: Entry, bare: set[str]) -> Answer | None:
    return Refused(id=entry.id, reason=problems.NO_CONSENT) if entry.id in bare else None


def _unfit(entry: Entry, caller: Caller, place: Standing | None, epoch: str) -> Answer | None:
    """Why an entry for a journal that is open to its author is not stored as it is, if so."""
    if _too_large(entry):
        return Refused(id=entry.id, reason=problems.ENTRY_TOO_LARGE)
    try:
        kind = entry.kind
    except RecursionError:  # brackets in brackets, thousands deep
        kind = ""
    if not kind:
        return Refused(id=entry.id, reason=problems.ENTRY_MALFORMED)
    read_ahead = place and entry.epoch == epoch and entry.based_on > place.head
    if read_ahead or not knows(kind):
        return Held(id=entry.id)
    if read_fact(entry.body) is None:
        return Refused(id=entry.id, reason=problems.ENTRY_MALFORMED)
    if place is None or not may_write(caller.role, place.journal.role, kind):
        return Refused(id=entry.id, reason=problems.NOT_ALLOWED)
    return None


def _closed(place: Standing | None) -> str | None:
    if place is None:
        return problems.NOT_YOURS
    return None if place.state == access.OPEN else place.state


def _too_large(entry: Entry) -> bool:
    return len(entry.body.encode()) > MAX_BODY_BYTES


async def _own_devices(connection: AsyncConnection, caller: Caller) -> set[str]:
    """The caller's devices, earlier ones too: what was written there may come from here."""
    own = sa.select(devices.c.id).where(devices.c.account == caller.account)
    return {str(one) for one in await connection.scalars(own)}
