"""What is said where a way does not work: once for each choice, to whoever may know.

In the shared journal where the coordinator made the choice, or where the participant wished it; else in the
participant's own.
"""

from hashlib import sha256

import sqlalchemy as sa

from mia_companion.domain.channels import CHANNELS, Channels, ReminderNotReached
from mia_companion.domain.plan import Plan
from mia_companion.server.changes import Changes
from mia_companion.server.reminders.plans import Heads
from mia_companion.server.schema import entries, journals
from mia_companion.server.speaking import Speaker


class NotReached:
    """Says it. Opens its own transactions."""

    def __init__(self, changes: Changes, speaker: Speaker) -> None:
        self._changes = changes
        self._speaker = speaker

    async def say(self, heads: Heads, plan: Plan, chosen: Channels, channel: str) -> None:
        """Harmless when repeated, and once the participant was erased."""
        is_own = plan.own.channels.get(CHANNELS) == chosen
        journal = heads.own if is_own and not chosen.said.tell else heads.shared
        fact = ReminderNotReached(channel=channel, choice=chosen.token)
        id_ = sha256(f"mia-not-reached\0{channel}\0{chosen.token}".encode()).hexdigest()[:32]
        async with self._changes.open() as change:
            await self._speaker.lock(change.connection, journal)
            if await change.connection.scalar(_SAID_OR_ERASED, {"id": id_, "journal": journal}):
                return
            await self._speaker.say(change, journal, fact, id_)


_SAID_OR_ERASED = sa.select(
    sa.exists().where(entries.c.id == sa.bindparam("id"))
    | sa.exists().where(journals.c.id == sa.bindparam("journal"), journals.c.erased_at.is_not(None))
)
