"""A participant with two devices and a coordinator at a real server, with something to tell of every kind."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta

from mia_companion.domain import areas
from mia_companion.domain.appointments import AppointmentBooked, MinutesWritten
from mia_companion.domain.checkins import CheckedIn
from mia_companion.domain.entries import Entry
from mia_companion.domain.facts import Fact, write_fact
from mia_companion.domain.fold import fold
from mia_companion.domain.goals import GoalSet
from mia_companion.domain.interventions import InterventionBegun
from mia_companion.domain.messages import MessageWritten
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.ratings import AreasRated
from mia_companion.domain.rights import OWN
from mia_companion.domain.steps import StepPlanned
from mia_companion.wire.sync import PushResult
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
    for told in _theirs(world.clock.now.date()):
        people.phone.write(told)
    for told in _of_the_coordinator(world.clock.now.date()):
        people.coordinator.write(told)
    own = (await phone.journals())[OWN, phone.id, phone.id]
    await phone.push(phone.entry(own, StepPlanned(step_id=unique("own"), words="hemlig-eget steg")))
    for hand in people.hands:
        for entry, answer in await hand.push(50):
            assert answer.answer == "accepted", (entry.kind, answer)
    for hand in people.hands:
        await hand.pull()
    return people


def _theirs(today: date) -> Iterator[Fact]:
    for area, words in (
        (areas.STUDIES, "hemlig-plan mål"),
        (areas.HEALTH, "hemlig-halsa mål"),
        (areas.CARE, "hemlig-vard mål"),
        (areas.FINANCES, "hemlig-ekonomi mål"),
    ):
        goal = unique("goal")
        yield GoalSet(goal_id=goal, words=words, area=area)
        yield StepPlanned(step_id=unique("step"), words=f"{words}, ett steg", goal_id=goal)
    yield StepPlanned(step_id=unique("step"), words="hemlig-steg", day=today)
    yield CheckedIn(checkin_id=unique("checkin"), feeling=2, words="hemlig-incheckning")
    yield AreasRated(
        rating_id=unique("rating"),
        levels=dict.fromkeys(areas.AREAS, 2),
        words="hemlig-ord till skattningen",
    )
    yield MessageWritten(message_id=unique("message"), words="hemlig-ord i ett meddelande")


def _of_the_coordinator(today: date) -> Iterator[Fact]:
    starts = datetime.combine(today + timedelta(days=900), time(9), UTC)
    for party, words in (
        (areas.REGION, "hemlig-tid-region"),
        (areas.INSURANCE, "hemlig-tid-kassan"),
    ):
        appointment = unique("appointment")
        yield AppointmentBooked(
            appointment_id=appointment, party=party, title=words, starts_at=starts, place=words
        )
        yield MinutesWritten(
            minutes_id=unique("minutes"), appointment_id=appointment, words="hemlig-avtalat"
        )
    for sort, party, words in (
        ("rehabilitation", areas.INSURANCE, "hemlig-rehab"),
        ("placement", areas.INSURANCE, "hemlig-praktik"),
        ("care_contacts", areas.REGION, "hemlig-rehab"),
    ):
        yield InterventionBegun(
            intervention_id=unique("intervention"),
            sort=sort,
            words=words,
            party=party,
            first_day=today,
        )
