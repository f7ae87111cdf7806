"""Random histories of consents, on three devices, through the real server's push, beside a model of them."""

import asyncio
import random
from dataclasses import dataclass, field

from mia_companion.domain.consents import ConsentGiven, ConsentWithdrawn
from mia_companion.domain.entries import Confirmed, Entry
from mia_companion.domain.messages import MessageWritten
from mia_companion.wire.sync import Accepted, PushResult
from tests.server.world import unique
from tests.torture.consent_claims import (
    bare_claim,
    disguised,
    given,
    lie,
    sheet_claim,
    smuggled,
)
from tests.torture.consent_model import ConsentModel
from tests.torture.consent_people import Hand, People

Answered = tuple[Entry, PushResult]


@dataclass
class Counted:
    """What came of the claims."""

    accepted: int = 0
    with_a_sheet: int = 0
    refused: int = 0
    raced: int = 0
    looked_through: int = 0


@dataclass
class History:
    """One: some consents of some people."""

    people: People
    model: ConsentModel
    chance: random.Random
    counted: Counted
    on_paper: bool
    consents: list[str] = field(init=False)
    lies: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.consents = [unique("consent") for _ in range(self.chance.randint(1, 2))]

    async def begin(self) -> None:
        """Something to hold on to: a yes that everybody knows of, most often."""
        if self.chance.random() < 0.8:
            self._give(self.people.phone)
            await self._look()

    async def live(self, deeds: int) -> None:
        """So many."""
        for _ in range(deeds):
            await self._deed()

    async def end(self) -> None:
        """Everybody sends the rest."""
        for hand in self.people.hands:
            while hand.outbox:
                await self._pushed(hand, self.chance.randint(1, 4))

    async def _deed(self) -> None:
        chance, people = self.chance, self.people
        which = chance.choices(range(7), (4, 1, 6, 1, 1, 3, 1.5))[0]
        if which == 0:
            hand = chance.choice(self._who_may)
            if chance.random() < 0.7:
                await hand.pull()
            self._give(hand)
        elif which == 1:
            self._withdraw(chance.choice(self._who_may))
        elif which == 2:
            if chance.random() < 0.6:
                await self._look()
            self._claim()
            if chance.random() < 0.4:
                await self._pushed(people.coordinator, 9)
        elif which == 3:
            await self._pushed(chance.choice(people.hands), chance.randint(1, 4))
        elif which == 4:
            await chance.choice(people.hands).pull(chance.choice((1, 3, 500)))
        elif which == 5:
            await self._race()
        else:
            await self._cross()

    @property
    def _who_may(self) -> tuple[Hand, ...]:
        return self.people.hands if self.on_paper else self.people.hands[1:]

    async def _look(self) -> None:
        """Everybody is on the network for a moment, and the coordinator sees what stands."""
        for hand in self.people.hands:
            if hand.outbox:
                await self._pushed(hand, 9)
        await self.people.coordinator.pull()

    async def _cross(self) -> None:
        """One device takes back, another gives again, which has read of it or not."""
        one, other = self.chance.sample(self.people.hands[1:], 2)
        consent = self.chance.choice(self.consents)
        one.write(ConsentWithdrawn(consent_id=consent))
        await self._pushed(one, 9)
        if self.chance.random() < 0.4:
            await other.pull()
        told = self._give(other, consent).model_dump()
        await self._pushed(other, 9)
        for _ in range(2):
            self.people.coordinator.write(bare_claim(consent, told, self.chance))
        await self._pushed(self.people.coordinator, 9)

    def _give(self, hand: Hand, consent: str = "") -> ConsentGiven:
        today = hand.person.world.clock.now.date()
        said = given(consent or self.chance.choice(self.consents), today, self.chance)
        if hand is self.people.coordinator:
            said = said.model_copy(update={"collected": "on_paper"})
        hand.write(said)
        return said

    def _withdraw(self, hand: Hand, consent: str = "") -> None:
        hand.write(ConsentWithdrawn(consent_id=consent or self.chance.choice(self.consents)))

    def _claim(self) -> None:
        chance, hand = self.chance, self.people.coordinator
        standing = [one for one in self.consents if one in self.model.given]
        consent = chance.choice(standing if standing and chance.random() < 0.7 else self.consents)
        body = sheet_claim(self.people, consent, chance) if chance.random() < 0.85 else None
        lies = bool(body) and chance.random() < 0.1
        if body and not lies and chance.random() < 0.3:
            body = smuggled(body, chance)
        body = body or bare_claim(consent, self.model.given.get(consent), chance)
        if lies:
            body = lie(body, chance)
        if chance.random() < 0.3:
            hand.write(MessageWritten(message_id=unique("message"), words="Hej"))
        if self.on_paper and chance.random() < 0.2:  # in the same batch, just before it
            chance.choice((self._withdraw, self._give))(hand, consent)
        entry = hand.write(disguised(body, chance) if chance.random() < 0.2 else body)
        if lies:
            self.lies.add(entry.id)

    async def _pushed(self, hand: Hand, count: int) -> None:
        """Alone: the model says beforehand what each claim in the batch is answered."""
        for entry, answer in await hand.push(count):
            if entry.kind == "PassedOn":
                allowed = self._allowed(entry)
                took = isinstance(answer, Accepted)
                assert took == allowed, (entry, answer, self.model)
                if not took:
                    assert getattr(answer, "reason", "") == "no-consent", answer
            self._placed(entry, answer)

    async def _race(self) -> None:
        """All devices push at once. What came first is known by the order afterwards."""
        hands = [hand for hand in self.people.hands if hand.outbox]
        self.chance.shuffle(hands)
        pushes = [hand.push(self.chance.randint(1, 4)) for hand in hands]
        answered = [one for batch in await asyncio.gather(*pushes) for one in batch]
        placed = sorted(
            ((a.seq, e, a) for e, a in answered if isinstance(a, Accepted)), key=lambda one: one[0]
        )
        refused = [e for e, a in answered if e.kind == "PassedOn" and not isinstance(a, Accepted)]
        might = {entry.id: self._allowed(entry) for entry in refused}
        for _, entry, answer in placed:
            if entry.kind == "PassedOn":
                self.counted.raced += 1
                assert self._allowed(entry), (entry, answer, self.model)
            self._placed(entry, answer)
            for one in refused:
                might[one.id] = might[one.id] and self._allowed(one)
        assert not any(might.values()), "refused, though a consent covered it all the while"
        self.counted.refused += len(refused)

    def _allowed(self, entry: Entry) -> bool:
        at = self.people.phone.person.world.clock.now
        return entry.id not in self.lies and self.model.allows(entry.body, at)

    def _placed(self, entry: Entry, answer: PushResult) -> None:
        if not isinstance(answer, Accepted):
            self.counted.refused += entry.kind == "PassedOn"
            return
        if entry.kind == "PassedOn":
            self.counted.accepted += 1
            self.counted.with_a_sheet += "sheet" in entry.body and '"sheet":""' not in entry.body
        self.model.placed(
            Confirmed(
                entry=entry,
                seq=answer.seq,
                received_at=answer.received_at,
                receipt=answer.receipt,
                epoch=answer.epoch,
            )
        )
