"""Entries come in. Each gets its own answer, and none blocks those behind it.

pushes that wait ─▶ one transaction: who calls · journals locked · judged · placed ─▶ durable ─▶ answers
                                                                                         └─▶ nudges
"""

from collections.abc import Iterator, Sequence
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.exc import IntegrityError

from mia_companion.domain.entries import Entry
from mia_companion.server import access, epochs
from mia_companion.server.access import Caller, Standing
from mia_companion.server.calling import Known, known, refusal_of
from mia_companion.server.changes import Changes, Now
from mia_companion.server.coverage import any_passed_on
from mia_companion.server.database import AS_ANY_WOULD
from mia_companion.server.devices import DeviceList
from mia_companion.server.groups import Groups
from mia_companion.server.journals import Arrival, Journals
from mia_companion.server.judging import Answer, Judge, Place
from mia_companion.server.ledger import CONSENT_WITHDRAWN, Ledger
from mia_companion.server.remembered import to_remember
from mia_companion.server.surroundings import Surroundings
from mia_companion.server.tokens import Pair
from mia_companion.wire.sync import Push, PushAnswer

Asked = tuple[Pair, Push]
_MOST = 400
"""Entries in one transaction."""


class Pushes:
    """Answers pushes, those that wait in one transaction."""

    def __init__(
        self,
        changes: Changes,
        journals: Journals,
        ledger: Ledger,
        *,
        judge: Judge,
        devices: DeviceList,
        surroundings: Surroundings,
    ) -> None:
        self._changes = changes
        self._journals = journals
        self._judge = judge
        self._ledger = ledger
        self._devices = devices
        self._clock, self._ids = surroundings.clock, surroundings.ids
        self._groups: Groups[Asked, PushAnswer] = Groups(
            self._take, most=_MOST, weigh=_weight, alike=AS_ANY_WOULD
        )

    async def take(self, said: Pair, push: Push) -> PushAnswer:
        """One answer for each entry, the returned ones first; durable when it returns.

        Raises `signed-out`.
        """
        try:
            return await self._groups.ask((said, push))
        except IntegrityError:
            # Another journal's writer took one of the ids in this very moment: now it is stored.
            return await self._groups.ask((said, push))

    async def _take(self, asked: Sequence[Asked]) -> Sequence[PushAnswer | Exception]:
        return await self._changes.make(lambda change: self._answer(change, asked))

    def _answer(self, change: Now, asked: Sequence[Asked]) -> Sequence[PushAnswer | Exception]:
        connection, now = change.connection, self._clock()
        # Locked first: a handover comes before all of this or after it, never in its midst.
        rows = access.journal_rows(connection, _journals(asked), lock=True)
        callers = known(connection, [said for said, _ in asked])
        for said, one in callers.items():
            if one.is_first_use:
                self._devices.note_use(connection, said, now)
        writes: dict[Caller, set[str]] = {one.caller: set() for one in callers.values()}
        for said, push in asked:
            if said in callers:
                writes[callers[said].caller].update(entry.journal for entry in _said(push))
        standings = access.standings_of(connection, writes, now, rows)
        returned = [
            self._returned(connection, standings[callers[said].caller], push)
            if said in callers
            else []
            for said, push in asked
        ]
        place = Place(
            epoch=self._epoch(connection, asked, returned, now),
            now=now,
            heads={str(row.id): int(row.head) for row in rows if row.erased_at is None},
            stored=self._journals.stored(connection, [e for _, p in asked for e in _said(p)]),
            standings=standings,
        )
        judged = [
            self._judged(connection, callers[said], push, place, back) if said in callers else None
            for (said, push), back in zip(asked, returned, strict=True)
        ]
        arrivals = [
            arrival
            for (_, push), verdicts in zip(asked, judged, strict=True)
            for arrival in _arrivals(push, verdicts or (), now)
        ]
        answers = iter(self._store(change, arrivals, place))
        return [
            refusal_of(connection, said)
            if verdicts is None
            else PushAnswer.model_construct(
                results=tuple(v or next(answers) for v in verdicts),
                epoch=place.epoch if _is_elsewhere(push, place) else "",
            )
            for (said, push), verdicts in zip(asked, judged, strict=True)
        ]

    def _returned(
        self, connection: sa.Connection, standing: dict[str, Standing], push: Push
    ) -> list[Answer | None]:
        epochs_known = epochs.known(connection) if push.returned else set()
        return [self._judge.returned(one, standing, epochs_known) for one in push.returned]

    def _judged(
        self,
        connection: sa.Connection,
        known: Known,
        push: Push,
        place: Place,
        returned: list[Answer | None],
    ) -> list[Answer | None]:
        if _is_elsewhere(push, place):
            return []
        return returned + self._judge.new(connection, known, push, returned, place)

    def _epoch(
        self,
        connection: sa.Connection,
        asked: Sequence[Asked],
        returned: Sequence[Sequence[Answer | None]],
        now: datetime,
    ) -> str:
        """The present one, or a new one where what was returned proves that this database was restored."""
        proven = [
            one
            for (_, push), verdicts in zip(asked, returned, strict=True)
            for one, wrong in zip(push.returned, verdicts, strict=bool(verdicts))
            if wrong is None
        ]
        return epochs.present(connection, self._ledger, proven, self._ids, now)

    def _store(self, change: Now, arrivals: Sequence[Arrival], place: Place) -> Sequence[Answer]:
        if not arrivals:
            return ()
        appended = self._journals.place(
            change.connection, arrivals, place.epoch, heads=place.heads, stored=place.stored
        )
        change.heads.update(appended.heads)
        for one in appended.fresh:
            if one.entry.kind == "ConsentWithdrawn":
                # It survives a restore even if its author's device does not.
                facts = to_remember(self._journals, one)
                self._ledger.write(change.connection, CONSENT_WITHDRAWN, facts)
        return appended.answers


def _is_elsewhere(push: Push, place: Place) -> bool:
    """Whether its device has yet to learn that this server was restored: then nothing of it is taken."""
    return push.epoch not in ("", place.epoch)


def _said(push: Push) -> list[Entry]:
    return [*(one.entry for one in push.returned), *push.entries]


def _journals(asked: Sequence[Asked]) -> set[str]:
    return {entry.journal for _, push in asked for entry in _said(push)}


def _arrivals(push: Push, verdicts: Sequence[Answer | None], now: datetime) -> Iterator[Arrival]:
    """What is to be stored of a push, in its order."""
    received = [one.received_at for one in push.returned] + [now] * len(push.entries)
    for entry, at, verdict in zip(_said(push), received, verdicts, strict=bool(verdicts)):
        if verdict is None:
            yield Arrival(entry=entry, received_at=at)


def _weight(asked: Asked) -> int:
    _, push = asked
    if any_passed_on(push.entries):
        # By itself: whether a consent covers it is asked when all before it is durable.
        return _MOST
    return 1 + len(push.entries) + len(push.returned)
