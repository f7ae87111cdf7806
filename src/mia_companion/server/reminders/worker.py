"""Sends what is due, for as long as the server runs; in as many processes as there are.

    every few seconds   journals that moved ─▶ projecting.py
                        what is due ─▶ claiming.py ─▶ the plan as it stands now ─▶ mail.py, sms.py

What is sent, and whether it still is to be, is read from the journals in that moment and lies nowhere else.
"""

import asyncio
import logging
from collections import Counter
from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from cryptography.exceptions import InvalidTag

from mia_companion.domain.channels import CHANNELS, Channels
from mia_companion.domain.plan import Plan
from mia_companion.domain.sendings import Sending, hush
from mia_companion.domain.sendings import sendings as sendings_of
from mia_companion.domain.ways import channels_of
from mia_companion.server.keys import KeyDestroyed
from mia_companion.server.reminders.claiming import Claim, Claims
from mia_companion.server.reminders.not_reached import NotReached
from mia_companion.server.reminders.outcomes import Message, Outcome, Way
from mia_companion.server.reminders.plans import Plans
from mia_companion.server.reminders.projecting import SWEDEN, Projection
from mia_companion.server.reminders.proving import Proving
from mia_companion.server.reminders.tables import REFUSED, SENT
from mia_companion.server.reminders.words import words_of

MOST_A_DAY = 40
"""For one person, by both ways: who names another's address fills nobody's mailbox with it."""
_A_DAY = timedelta(days=1)
AT_ONCE = 8
_LONGEST = timedelta(seconds=90)
"""For one try; far less than after which it is taken for lost."""
_FIRST_PAUSE = timedelta(seconds=30)
_LONGEST_PAUSE = timedelta(minutes=15)
_TIDY_EVERY = timedelta(days=1)
_GRACE_SECONDS = 10.0

log = logging.getLogger("mia_companion.server")


class Reminders:
    """`ways` by channel; without any, nothing is done at all. `uniform(a, b)` is the randomness."""

    def __init__(
        self,
        ways: Mapping[str, Way],
        projection: Projection,
        *,
        plans: Plans,
        claims: Claims,
        not_reached: NotReached,
        clock: Callable[[], datetime],
        uniform: Callable[[float, float], float],
        look_seconds: float,
        proving: Proving,
    ) -> None:
        self.ways, self.proving = ways, proving
        self.projection, self.plans = projection, plans
        self.claims, self.not_reached = claims, not_reached
        self._clock, self._uniform, self._look_seconds = clock, uniform, look_seconds
        self.counted: Counter[str] = Counter()
        """Tries of this process by what came of them: see `watching/figures.py`."""
        self._stopping = asyncio.Event()
        self._task: asyncio.Task[None] | None = None
        self._tidied: datetime | None = None

    def start(self) -> None:
        """Look from now on."""
        if self.ways:
            self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """End after what is being sent. What takes too long is taken up again later, with the same id."""
        self._stopping.set()
        if self._task is not None:
            await asyncio.wait([self._task], timeout=_GRACE_SECONDS)
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)

    async def _run(self) -> None:
        while not self._stopping.is_set():
            try:
                await self.look()
            except Exception as error:  # whatever it was, the next look may do better
                log.error("reminders failed", extra={"error": type(error).__name__})
            try:
                pause = self._look_seconds * self._uniform(0.8, 1.2)
                await asyncio.wait_for(self._stopping.wait(), pause)
            except TimeoutError:
                continue

    async def look(self) -> int:
        """Everything that is to be done now; how many were taken to be sent."""
        now = self._clock()
        await self.projection.follow(now)
        if self._tidied is None or now - self._tidied >= _TIDY_EVERY:
            await self.projection.forget_old(now)
            self._tidied = now
        taken = 0
        while not self._stopping.is_set():
            claims = await self.claims.take(self._clock(), AT_ONCE)
            await asyncio.gather(*(self._try(one) for one in claims))
            taken += len(claims)
            if len(claims) < AT_ONCE:
                break
        return taken

    async def _try(self, claim: Claim) -> None:
        try:
            async with asyncio.timeout(_LONGEST.total_seconds()):
                await self.see_to(claim)
        except KeyDestroyed:
            await self.claims.forget(claim)
        except TimeoutError:
            await self._later(claim)
        except (InvalidTag, ValueError) as error:  # of one person's, and no other's
            log.error("plan not read", extra={"error": type(error).__name__})
            await self._later(claim)

    async def see_to(self, claim: Claim) -> None:
        """Send it, if it still is to be sent, and say how that went. Raises KeyDestroyed."""
        now = self._clock()
        heads = await self.plans.heads(claim.participant)
        plan = Plan() if heads is None else await self.plans.of(heads)
        chosen = channels_of(plan)
        found = next(
            (
                one
                for one in sendings_of(plan, now, SWEDEN)
                if one.id_for(claim.participant) == claim.id
            ),
            None,
        )
        if heads is None or chosen is None or found is None:
            await self.claims.forget(claim)
        elif await self.claims.sent_since(claim.participant, now - _A_DAY) >= MOST_A_DAY:
            log.warning("reminders held back", extra={"reason": "too-many-reminders"})
            await self.claims.forget(claim)
        elif until := hush(chosen, now, SWEDEN):
            await self.claims.put_back(claim, until)
        elif (way := self.ways.get(found.channel)) is None:
            await self.claims.forget(claim)
        else:
            outcome = await way.send(_message(claim, found, plan, chosen, now))
            if outcome is Outcome.NEVER:
                # First what people are to see: who dies in between comes by here again.
                await self.not_reached.say(heads, plan, chosen, found.channel)
                await self.claims.end(claim, REFUSED, chosen.token)
                self.counted["refused"] += 1
            elif outcome is Outcome.ACCEPTED:
                await self.claims.end(claim, SENT, chosen.token)
                self.counted["sent"] += 1
            else:
                await self._later(claim)

    async def _later(self, claim: Claim) -> None:
        """At the next try it is forgotten if it is too late by then."""
        self.counted["later"] += 1
        longest = min(_FIRST_PAUSE * 2 ** min(claim.tries - 1, 10), _LONGEST_PAUSE)
        pause = longest * self._uniform(0.5, 1.0)
        await self.claims.put_back(claim, self._clock() + pause)


def _message(claim: Claim, found: Sending, plan: Plan, chosen: Channels, now: datetime) -> Message:
    by_oneself = plan.own.channels.get(CHANNELS) == chosen
    subject, text = words_of(found, plan.shared.profile.language, now, by_oneself=by_oneself)
    maybe_since = claim.due_at if claim.tries > 1 else None
    return Message(claim.id, found.to, subject, text, maybe_since)
