"""A server that sends reminders, its clock, and those who chose them."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
import sqlalchemy as sa

from mia_companion.domain.appointments import AppointmentBooked
from mia_companion.domain.channels import AddressProved, ChannelsChosen, ReminderNotReached
from mia_companion.domain.facts import Fact, read_fact
from mia_companion.domain.ways import addresses_of
from mia_companion.server.reminders.projecting import SWEDEN
from mia_companion.server.reminders.settings import MailSettings, ReminderSettings
from mia_companion.server.reminders.tables import sendings
from mia_companion.server.reminders.worker import Reminders
from mia_companion.wire.sync import Accepted
from tests.server.reminders.post_office import TAKES, PostOffice
from tests.server.world import Person, World, unique

ADDRESS = "anna.hemlig@example.org"
BY_MAIL = ChannelsChosen(mail=ADDRESS, appointments=(24 * 60,))
A_MINUTE = timedelta(minutes=1)
TITLE, PLACE = "Psykiatrimottagningen", "Hemliga gatan 7"


def mail_to(port: int, **more: Any) -> MailSettings:
    """Settings for a mail server on this computer."""
    return MailSettings(
        **{"host": "127.0.0.1", "port": port, "tls": False, "starttls": False,
           "sender": "no-reply@mia.example.se", "name": "MIA", **more}
    )  # fmt: skip


class Reminding(World):
    """A server whose worker does something when it is told to, and not by itself."""

    office: PostOffice
    proves = True
    """Whether whatever is chosen is proved at once."""
    today = date(2026, 3, 2)

    def sends_to(self, office: PostOffice) -> None:
        """From the next start on."""
        self.office = office
        mail = mail_to(office.port, bounces="bounces@mia.example.se")
        self.settings = replace(self.settings, reminders=ReminderSettings(mail=mail))

    def noon(self, days: int) -> datetime:
        """At 12 in Stockholm, so many days after the test's first."""
        day = self.today + timedelta(days=days)
        return datetime.combine(day, time(12), SWEDEN).astimezone(UTC)

    async def begin(self) -> None:
        """A test of its own: a year later, on a day with no change of clocks near, with nothing to send."""
        self.office.mood, self.office.moods, self.proves = TAKES, [], True
        self.clock.now = self.noon(300)
        await self.look()
        self.office.came.clear()
        self.today = self.today.replace(year=self.today.year + 1)
        self.clock.now = self.noon(0) - timedelta(hours=2)

    async def start(self) -> None:
        """The worker's own clockwork stands still."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Reminders, "start", lambda _: None)
            await super().start()

    async def look(self) -> int:
        """What it does every few seconds."""
        return await self.backend.reminders.look()

    async def look_at(self, moment: datetime) -> int:
        """Likewise, when it is that."""
        self.clock.now = moment
        return await self.look()

    async def someone(self, chosen: ChannelsChosen | None = None) -> "Someone":
        """A participant who has chosen, and their coordinator."""
        coordinator, phone, shared = await self.pair()
        own = (await phone.journals())["own", phone.id, phone.id]
        made = Someone(self, coordinator, phone, shared, own)
        if chosen is not None:
            await made.say_alone(chosen)
        await self.look()
        return made


class Someone:
    """A participant, their coordinator, and what they say."""

    def __init__(
        self, world: Reminding, coordinator: Person, phone: Person, shared: str, own: str
    ) -> None:
        self.world, self.coordinator, self.phone = world, coordinator, phone
        self.shared, self.own = shared, own

    async def say_alone(self, fact: Fact) -> str:
        """Where only they read it; the entry."""
        await self.phone.refresh()
        entry = self.phone.entry(self.own, fact)
        [result] = await self.phone.push(entry)
        assert isinstance(result, Accepted), result
        await self.proves(self.own, fact)
        return entry.id

    async def proves(self, journal: str, fact: Fact) -> None:
        """What it names is known to be right, as after the digits were read back: see `test_proving.py`."""
        if not isinstance(fact, ChannelsChosen) or not self.world.proves:
            return
        backend = self.world.backend
        async with backend.changes.open() as change:
            for channel, to in addresses_of(fact):
                said = AddressProved(channel=channel, to=to)
                await backend.speaker.say(change, journal, said)

    async def told(self, *facts: Fact) -> str:
        """What the coordinator writes in the shared journal; the last entry."""
        await self.coordinator.refresh()
        entries = [self.coordinator.entry(self.shared, one) for one in facts]
        for result in await self.coordinator.push(*entries):
            assert isinstance(result, Accepted), result
        for one in facts:
            await self.proves(self.shared, one)
        return entries[-1].id

    async def states(self) -> list[str]:
        """Of what was, is or will be sent to them."""
        mine = sa.select(sendings.c.state).where(sendings.c.participant == self.phone.id)
        async with self.world.backend.database.reading() as connection:
            return sorted(await connection.scalars(mine))

    async def not_reached(self, journal: str) -> list[ReminderNotReached]:
        """What the server has said there of ways that do not work."""
        await self.phone.refresh()
        found = (read_fact(one.entry.body) for one in await self.phone.read(journal))
        return [one for one in found if isinstance(one, ReminderNotReached)]

    async def booked(self, starts_at: datetime) -> tuple[str, str]:
        """An appointment, and the entry that booked it."""
        fact = self.booking(starts_at)
        return fact.appointment_id, await self.told(fact)

    def booking(self, starts_at: datetime) -> AppointmentBooked:
        """An appointment that is not told of yet."""
        return AppointmentBooked(
            appointment_id=unique("appointment"), party="region", title=TITLE, place=PLACE,
            starts_at=starts_at, ends_at=starts_at + timedelta(hours=1), zone="Europe/Stockholm",
            way="in_person",
        )  # fmt: skip
