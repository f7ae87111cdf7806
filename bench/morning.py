"""A morning drawn at random, the same for the same seed: who comes when, and what they do there.

participants   come at their rate, stay some minutes with a live line, half of them write
coordinators   are there, one after the other in the first half minute, and stay; they write now and then
beside them    photos, phones that come in with a code, coordinators who sign in
"""

import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from pydantic_core import from_json

from bench.filled import PASSWORD, Filled, Person, email_of
from bench.online import Heard, Online
from bench.peers.load import request
from bench.talking import line_to
from mia_companion.domain.ids import Ids, system_clock
from mia_companion.wire.accounts import Enrol, Invite, SignIn

COME_IN_SECONDS = 30.0
"""In which those who are there from the beginning come in."""


@dataclass(frozen=True, slots=True)
class Rates:
    """What happens, a second, in the whole country; `there` coordinators hold a live line."""

    visits: float = 1.7
    stay_seconds: float = 180.0
    writes: float = 0.55
    """The share of visits in which something is written: 1 to 5 entries."""
    answers: float = 0.6
    """What coordinators write: 1 or 2 entries each."""
    there: int = 520
    photos: float = 0.1
    codes: float = 0.03
    sign_ins: float = 0.1

    def times(self, more: float) -> "Rates":
        """As much more of everything."""
        return Rates(
            self.visits * more, self.stay_seconds, self.writes, self.answers * more,
            min(1_300, round(self.there * more)), self.photos * more, self.codes * more,
            self.sign_ins * more,
        )  # fmt: skip


class Morning:
    """One server's. `heard` has what came of it."""

    def __init__(self, port: int, filled: Filled, rates: Rates, seed: int) -> None:
        self._port, self._filled, self._rates = port, filled, rates
        self._chance = random.Random(f"morning {seed}")  # other ids than the accounts have
        self._ids = Ids(system_clock, self._chance.randbytes)
        self._noise = self._chance.randbytes(65_536)
        self._there: list[Online] = []
        self._busy: set[str] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self.heard = Heard()

    async def run(self, seconds: float, warmed: Callable[[], None]) -> None:
        """So long, after half a minute in which everybody comes in; `warmed` is called between them."""
        rates, until = self._rates, time.perf_counter() + COME_IN_SECONDS + seconds
        for one in self._chance.sample(self._filled.coordinators, rates.there):
            self._begin(self._work(one, self._chance.uniform(0, COME_IN_SECONDS), until))
        for _ in range(round(rates.visits * rates.stay_seconds)):
            # Those who are there at any time have as much before them as whoever comes, and have written.
            self._begin(self._visit(self._chance.uniform(0, COME_IN_SECONDS), until))
        ongoing = [
            asyncio.create_task(self._at_rate(rate, deed, until))
            for rate, deed in (
                (rates.visits, self._visit_now), (rates.answers, self._answer),
                (rates.photos, self._photo), (rates.codes, self._code),
                (rates.sign_ins, self._sign_in),
            )
        ]  # fmt: skip
        await asyncio.sleep(COME_IN_SECONDS)
        self.heard.forget()
        warmed()
        await asyncio.gather(*ongoing)
        for task in self._tasks:
            task.cancel()
        await asyncio.wait(self._tasks or {asyncio.create_task(asyncio.sleep(0))}, timeout=5)

    async def _at_rate(
        self, rate: float, deed: Callable[[float], Awaitable[None]], until: float
    ) -> None:
        """Each time is drawn from the one before, not from when that was done: a slow server is not
        spared."""
        at = time.perf_counter()
        while (at := at + self._chance.expovariate(rate)) < until:
            await asyncio.sleep(max(0.0, at - time.perf_counter()))
            self._begin(deed(at))

    def _begin(self, doing: Awaitable[None]) -> None:
        task = asyncio.ensure_future(self._kept(doing))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _kept(self, doing: Awaitable[None]) -> None:
        try:
            await doing
        except OSError as error:
            self.heard.wrong.append(repr(error))

    async def _work(self, one: Person, after: float, until: float) -> None:
        await asyncio.sleep(after)
        now = time.perf_counter()
        here = Online(self._port, self._filled, one, self._ids, self.heard)
        self._there.append(here)
        await here.stay(until - now + 60, now)

    async def _visit(self, after: float, until: float) -> None:
        await asyncio.sleep(after)
        await self._visit_now(time.perf_counter(), 0.0)

    async def _visit_now(self, at: float, writes: float | None = None) -> None:
        one = self._somebody()
        here = Online(self._port, self._filled, one, self._ids, self.heard)
        stay = self._chance.expovariate(1 / self._rates.stay_seconds)
        if self._chance.random() < (self._rates.writes if writes is None else writes):
            after = self._chance.uniform(0, min(30, stay / 2))
            asyncio.get_running_loop().call_later(
                after, here.write, self._chance.randint(1, 5), one.shared
            )
        await here.stay(stay, at)
        self._busy.discard(one.account)

    def _somebody(self) -> Person:
        while (one := self._chance.choice(self._filled.participants)).account in self._busy:
            pass
        self._busy.add(one.account)
        return one

    async def _answer(self, _: float) -> None:
        if self._there:
            here = self._chance.choice(self._there)
            to = self._filled.participants[self._chance.choice(here.person.follows)]
            here.write(self._chance.randint(1, 2), to.shared)

    async def _photo(self, _: float) -> None:
        one = self._somebody()
        here = Online(self._port, self._filled, one, self._ids, self.heard)
        await here.send_photo(self._chance.randint(60_000, 500_000), self._noise)
        self._busy.discard(one.account)

    async def _code(self, at: float) -> None:
        """Someone new: everybody's access is looked at again for it."""
        if not self._there:
            return
        here, line = self._chance.choice(self._there), await line_to(self._port)
        invite = Invite(participant=self._chance.randbytes(16).hex())
        said = here.device.post("/v1/invitations", invite.model_dump_json())
        invited = from_json(await here.ask("invite", said, at, line))
        enrol = Enrol(code=invited["code"], device=self._chance.randbytes(16).hex())
        said = request("POST", "/v1/enrolments", enrol.model_dump_json().encode())
        await here.ask("enrol", said, time.perf_counter(), line)
        line.close()

    async def _sign_in(self, at: float) -> None:
        one, line = self._chance.choice(self._filled.coordinators), await line_to(self._port)
        here = Online(self._port, self._filled, one, self._ids, self.heard)
        asked = SignIn(
            email=email_of(one), password=PASSWORD, device=self._chance.randbytes(16).hex()
        )
        said = request("POST", "/v1/sign-in", asked.model_dump_json().encode())
        await here.ask("sign in", said, at, line)
        line.close()
