"""A participant gets another coordinator: all of it in one transaction, or nothing.

locked journal ─▶ checked ─▶ new assigned, old not ─▶ said in `shared` ─▶ audit ─▶ one line in the ledger

The journal's lock puts it before or after every push: what an author sent before stands in the journal,
what they send after goes to quarantine, where whoever follows the participant now finds it.
"""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncConnection

from mia_companion.domain.facts import read_fact
from mia_companion.domain.handovers import HandedOver
from mia_companion.domain.rights import COORDINATOR
from mia_companion.server import audit, people
from mia_companion.server.access import Caller, is_plain
from mia_companion.server.changes import Change, Changes
from mia_companion.server.colleagues import check_colleague
from mia_companion.server.journals import Journals
from mia_companion.server.ledger import HANDED_OVER, Ledger
from mia_companion.server.login.freshness import check_fresh
from mia_companion.server.refusals import Refusal
from mia_companion.server.remembered import to_remember
from mia_companion.server.schema import entries as e
from mia_companion.server.sites import site_of
from mia_companion.server.speaking import Speaker
from mia_companion.server.surroundings import Surroundings
from mia_companion.wire import problems
from mia_companion.wire.following import HandOver


class Handovers:
    """What `POST /v1/handovers` does, and an administrator in somebody's place."""

    def __init__(
        self,
        changes: Changes,
        journals: Journals,
        ledger: Ledger,
        speaker: Speaker,
        surroundings: Surroundings,
    ) -> None:
        self._changes = changes
        self._journals = journals
        self._ledger = ledger
        self._speaker = speaker
        self._around = surroundings

    async def hand_over(self, caller: Caller, asked: HandOver) -> None:
        """By the one who follows the participant. Repeating it is harmless.

        Raises `forbidden`, `oneself`, `not-a-colleague`, `has-left`, `not-your-participant`,
        `sign-in-again`, and `conflict` for an id that something else has.
        """
        if caller.role != COORDINATOR:
            raise Refusal(problems.FORBIDDEN)
        async with self._changes.open() as change:
            connection = change.connection
            shared = await self._shared(connection, asked.participant)
            now = self._around.clock()  # once nobody else can hand over any more
            said = HandedOver(
                handover_id=asked.id, from_coordinator=caller.account, to_coordinator=asked.to
            )
            if await self._is_done(connection, shared, said):
                return
            await check_colleague(connection, caller.site, caller.account, asked.to)
            if not await people.is_assigned(connection, asked.participant, caller.account, now):
                raise Refusal(problems.NOT_YOUR_PARTICIPANT)
            check_fresh(caller, now)
            await audit.note(connection, now, caller.account, "handed-over", asked.participant)
            await self.carry_out(change, shared, asked.participant, said)

    async def in_place_of(self, participant: str, old: str, new: str) -> None:
        """The same, by an administrator. Raises `not-your-participant` when the old one is not that."""
        async with self._changes.open() as change:
            connection = change.connection
            shared = await self._shared(connection, participant)
            now = self._around.clock()
            if not await people.is_assigned(connection, participant, old, now):
                raise Refusal(problems.NOT_YOUR_PARTICIPANT)
            site = await site_of(connection, participant)
            await check_colleague(connection, site, old, new)
            said = HandedOver(
                handover_id=self._around.ids(), from_coordinator=old, to_coordinator=new
            )
            await audit.note(connection, now, new, "handed-over", participant)
            await self.carry_out(change, shared, participant, said)

    async def carry_out(
        self, change: Change, shared: str, participant: str, said: HandedOver
    ) -> None:
        """What was checked, in the open transaction that holds the journal's lock."""
        connection, ids, now = change.connection, self._around.ids, self._around.clock()
        change.access = True
        facts: dict[str, Any] = {
            "assignment": ids(), "view": ids(), "participant": participant,
            "coordinator": said.to_coordinator, "old": said.from_coordinator,
        }  # fmt: skip
        await carry_out_handed_over(connection, facts, now)
        one = await self._speaker.say(change, shared, said, said.handover_id)
        facts |= to_remember(self._journals, one)
        await self._ledger.record(connection, HANDED_OVER, facts)

    async def _shared(self, connection: AsyncConnection, participant: str) -> str:
        """The journal of both, which nobody else can add to before this is done."""
        plain = participant if is_plain(participant) else ""
        shared = await people.shared_journal(connection, plain)
        if shared is None:
            raise Refusal(problems.NOT_YOUR_PARTICIPANT)
        await connection.run_sync(self._journals.lock, shared)
        return shared

    async def _is_done(self, connection: AsyncConnection, shared: str, said: HandedOver) -> bool:
        """Whether this very handover has taken place. Raises `conflict` when its id is another thing's."""
        row = (
            await connection.execute(
                sa.select(e.c.journal, e.c.seq).where(e.c.id == said.handover_id)
            )
        ).first()
        if row is None:
            return False
        if row.journal == shared:
            read = await connection.run_sync(self._journals.read, [(shared, row.seq - 1, row.seq)])
            if any(read_fact(one.entry.body) == said for one in read.get(shared, ())):
                return True
        raise Refusal(problems.CONFLICT)


async def carry_out_handed_over(
    connection: AsyncConnection, facts: dict[str, Any], at: datetime
) -> None:
    """What the ledger's line `handed-over` says of who follows whom."""
    if not await people.is_assigned(connection, facts["participant"], facts["coordinator"], at):
        await people.carry_out_assigned(connection, facts, at)
    old = {"participant": facts["participant"], "coordinator": facts["old"]}
    await people.carry_out_unassigned(connection, old, at)
