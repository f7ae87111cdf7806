"""Whether somebody who was asked reads at an address: until then nothing else is sent there.

    asked ──▶ six digits are sent ──read back──▶ AddressProved, where the choice stands
      └──too often, by one person or to one address──▶ refused

Whoever mistypes a number, or writes down somebody else's, has one message sent there that says nothing, and
not one more each week.
"""

import asyncio
from collections.abc import Mapping
from hashlib import sha256

import sqlalchemy as sa

from mia_companion.domain.addresses import address_of, number_of
from mia_companion.domain.channels import CHANNELS, MAIL, AddressProved
from mia_companion.domain.plan import Plan
from mia_companion.domain.rights import COORDINATOR, PARTICIPANT
from mia_companion.domain.ways import addresses_of, channels_of, is_proved
from mia_companion.server.access import Caller, is_plain
from mia_companion.server.auditing.guesses import Bound, Guesses
from mia_companion.server.changes import Changes
from mia_companion.server.covering import answers_for
from mia_companion.server.keys import KeyDestroyed
from mia_companion.server.refusals import Refusal
from mia_companion.server.reminders.digits import Digits
from mia_companion.server.reminders.outcomes import Message, Outcome, Way
from mia_companion.server.reminders.plans import Heads, Plans
from mia_companion.server.reminders.words import words_of_proof
from mia_companion.server.schema import journals
from mia_companion.server.speaking import Speaker
from mia_companion.server.surroundings import Surroundings
from mia_companion.wire import problems
from mia_companion.wire.proofs import DigitsRead, ProofAsked

BY_ONE = Bound(burst=6, seconds=4 * 3600)
"""Messages with digits that one person has sent: six at once, and six a day after that."""
TO_ONE = Bound(burst=4, seconds=8 * 3600)
"""The same to one address, whoever asks for them."""
READ = Bound(burst=8, seconds=1800)
"""Tries at one address's digits: 56 on the first day, of a million."""
_SECONDS = 15
"""The app waits for twenty."""


class Proving:
    """What `/v1/proofs` does. Opens its own transactions."""

    def __init__(
        self,
        ways: Mapping[str, Way],
        changes: Changes,
        *,
        plans: Plans,
        speaker: Speaker,
        digits: Digits,
        guesses: Guesses,
        surroundings: Surroundings,
    ) -> None:
        self.ways = ways
        self._changes, self._plans, self._speaker = changes, plans, speaker
        self._digits, self._guesses, self._around = digits, guesses, surroundings

    async def ask(self, caller: Caller, asked: ProofAsked) -> None:
        """Send digits there.

        Raises `not-found` where nothing is sent by that way, `takes-nothing`, `sent-enough`, `not-sent`,
        and as `_plan` does.
        """
        heads, plan = await self._plan(caller, asked)
        if (way := self.ways.get(asked.channel)) is None:
            raise Refusal(problems.NOT_FOUND)
        if not _is_one(asked):
            raise Refusal(problems.TAKES_NOTHING)
        address = f"to {asked.channel} {asked.to.casefold()}"
        await self._guesses.take(
            {f"by {heads.participant}": BY_ONE, address: TO_ONE}, problems.SENT_ENOUGH
        )
        digits = self._digits.of(self._around.clock(), *_about(heads, asked))
        subject, text = words_of_proof(digits, plan.shared.profile.language, asked.channel)
        id_ = sha256(self._around.ids().encode()).hexdigest()[:32]
        try:
            async with asyncio.timeout(_SECONDS):
                outcome = await way.send(Message(id_, asked.to, subject, text))
        except TimeoutError:
            outcome = Outcome.LATER
        if outcome is Outcome.NEVER:
            raise Refusal(problems.TAKES_NOTHING)
        if outcome is not Outcome.ACCEPTED:
            raise Refusal(problems.NOT_SENT)

    async def read(self, caller: Caller, said: DigitsRead) -> None:
        """The digits were read there. Harmless when repeated.

        Raises `proof-wrong`, `sent-enough` after too many tries, and as `_plan` does.
        """
        heads, plan = await self._plan(caller, said)
        about = _about(heads, said)
        await self._guesses.take({" ".join(("read", *about)): READ}, problems.SENT_ENOUGH)
        if not self._digits.are_right(said.digits, self._around.clock(), *about):
            raise Refusal(problems.PROOF_WRONG)
        if not is_proved(plan, said.channel, said.to):
            await self._say(_journal(caller, heads, plan, said), said)

    async def _say(self, journal: str, said: ProofAsked) -> None:
        async with self._changes.open() as change:
            await self._speaker.lock(change.connection, journal)
            if await change.connection.scalar(_ERASED, {"journal": journal}):
                raise Refusal(problems.NOT_FOUND)
            fact = AddressProved(channel=said.channel, to=said.to)
            await self._speaker.say(change, journal, fact)

    async def _plan(self, caller: Caller, asked: ProofAsked) -> tuple[Heads, Plan]:
        """Of whom it is. Raises `forbidden` for whoever may not choose for them, and `not-found`."""
        who = asked.participant or caller.account
        if caller.role == PARTICIPANT:
            may = who == caller.account
        else:
            may = caller.role == COORDINATOR and await self._follows(caller, who)
        if not may:
            raise Refusal(problems.FORBIDDEN)
        if (heads := await self._plans.heads(who)) is None:
            raise Refusal(problems.NOT_FOUND)
        try:
            plan = await self._plans.of(heads)
        except KeyDestroyed:
            raise Refusal(problems.NOT_FOUND) from None
        if caller.role == COORDINATOR and plan.shared.profile.protected:
            raise Refusal(problems.FORBIDDEN)
        return heads, plan

    async def _follows(self, caller: Caller, who: str) -> bool:
        if not is_plain(who):
            return False
        async with self._changes.database.reading() as connection:
            return await answers_for(connection, who, caller.account, self._around.clock())


def _is_one(asked: ProofAsked) -> bool:
    read = address_of if asked.channel == MAIL else number_of
    return read(asked.to) == asked.to


def _about(heads: Heads, asked: ProofAsked) -> tuple[str, str, str]:
    return heads.participant, asked.channel, asked.to


def _journal(caller: Caller, heads: Heads, plan: Plan, said: ProofAsked) -> str:
    """Others read of it only where they wrote the address down themselves."""
    written = plan.shared.channels.get(CHANNELS)
    named = (
        written is not None
        and written == channels_of(plan)
        and (said.channel, said.to) in addresses_of(written.said)
    )
    return heads.shared if named or caller.role == COORDINATOR else heads.own


_ERASED = sa.select(
    sa.exists().where(journals.c.id == sa.bindparam("journal"), journals.c.erased_at.is_not(None))
)
