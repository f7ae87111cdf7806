"""A participant with two devices and a coordinator at a real server, with something to tell of every kind."""

from mia_companion.domain.entries import Entry
from mia_companion.domain.facts import Fact, write_fact
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.rights import OWN
from mia_companion.domain.steps import StepPlanned
from mia_companion.wire.sync import PushResult
from tests.all_there_is import of_the_coordinator, of_the_participant
from tests.server.world import Person, World, unique


class Hand:
    """One device: how far it has read, and what it has written and not sent."""

    def __init__(self, person: Person, shared: str) -> None:
        self.person, self.shared = person, shared
        self.picture = EMPTY
        self.outbox: list[Entry] = []

    def write(self, said: Fact | str) -> Entry:
        """Offline, on top of what this device has read."""
        body = said if isinstance(said, str) else write_fact(said)
        entry = self.person.entry(
            self.shared, body, based_on=self.picture.seq, epoch=self.person.epoch or ""
        )
        self.outbox.append(entry)
        return entry

    async def push(self, count: int) -> list[tuple[Entry, PushResult]]:
        """The first of what waits, in one batch, and what was answered to each."""
        batch, self.outbox = self.outbox[:count], self.outbox[count:]
        if not batch:
            return []
        return list(zip(batch, await self.person.push(*batch), strict=True))

    async def pull(self, limit: int = 500) -> None:
        """One page, which may be short: the middle of a sync."""
        page = await self.person.pull(limit=limit)
        for one in page.pages:
            if one.journal.id == self.shared:
                self.picture = fold(self.picture, one.entries)


class People:
    """Those of some histories."""

    def __init__(self, coordinator: Hand, phone: Hand, tablet: Hand) -> None:
        self.coordinator, self.phone, self.tablet = coordinator, phone, tablet
        self.hands = (coordinator, phone, tablet)

    @property
    def participant(self) -> str:
        """Whose journal it is."""
        return self.phone.person.id

    async def refresh(self) -> None:
        """Everybody's next tokens: days have passed."""
        for hand in self.hands:
            await hand.person.refresh()


async def some_people(world: World) -> People:
    """New ones, who have told of everything that there is to tell."""
    coordinator, phone, shared = await world.pair()
    again = await world.invite(coordinator, phone.id)
    tablet = await world.enrol(again.code)
    people = People(Hand(coordinator, shared), Hand(phone, shared), Hand(tablet, shared))
    for hand in people.hands:
        await hand.pull()
    today = world.clock.now.date()
    for told in of_the_participant(today, unique):
        people.phone.write(told)
    for told in of_the_coordinator(today, unique):
        people.coordinator.write(told)
    own = (await phone.journals())[OWN, phone.id, phone.id]
    await phone.push(phone.entry(own, StepPlanned(step_id=unique("own"), words="hemlig-eget steg")))
    for hand in people.hands:
        for entry, answer in await hand.push(50):
            assert answer.answer == "accepted", (entry.kind, answer)
    for hand in people.hands:
        await hand.pull()
    return people
