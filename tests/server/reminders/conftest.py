"""A server that sends reminders, its clock, and a mail server to send them to."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio

from mia_companion.domain.appointments import AppointmentBooked
from mia_companion.domain.channels import MAIL, SMS, AddressProved, ChannelsChosen
from mia_companion.domain.facts import Fact
from mia_companion.server.reminders.projecting import SWEDEN
from mia_companion.server.reminders.settings import MailSettings, ReminderSettings
from mia_companion.server.reminders.worker import Reminders
from mia_companion.wire.sync import Accepted
from tests.server.conftest import ENGINES, lent
from tests.server.databases import TestDatabase
from tests.server.reminders.post_office import TAKES, PostOffice, post_office
from tests.server.world import Person, World, unique
from tests.torture.sizes import WHOLE

ADDRESS = "anna.hemlig@example.org"
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
            for channel, to in ((MAIL, fact.mail), (SMS, fact.number)):
                if to:
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


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What is marked `whole` is of `make torture`."""
    left = [one for one in items if one.get_closest_marker("whole")] if not WHOLE else []
    if left:
        config.hook.pytest_deselected(items=left)
        items[:] = [one for one in items if one not in left]


HERE = ENGINES if WHOLE else ENGINES[:1]
"""What PostgreSQL does otherwise is tried by processes, `tests/torture/test_reminders_sent.py`, and by
`test_claiming.py`; all of it there, in `make torture`."""


@pytest_asyncio.fixture(scope="session", loop_scope="session", params=HERE)
async def sender(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[Reminding]:
    """A server that sends mail, and that all tests here share."""
    folder = tmp_path_factory.mktemp("sends")
    async with lent(request, folder) as database, sending(folder, database) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="session")
async def sends(sender: Reminding) -> Reminding:
    """The same, with nothing to send."""
    await sender.begin()
    return sender


@pytest.fixture
def office(sends: Reminding) -> PostOffice:
    """Its mail server, which takes everything until told otherwise."""
    return sends.office


@pytest_asyncio.fixture(loop_scope="session", params=HERE)
async def alone(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Reminding]:
    """One of the test's own, to stop and restore."""
    async with lent(request, tmp_path) as database, sending(tmp_path, database) as made:
        yield made


@asynccontextmanager
async def sending(folder: Path, database: TestDatabase) -> AsyncIterator[Reminding]:
    """A started server with one site, and its mail server."""
    with post_office() as office:
        made = Reminding(folder, database)
        made.sends_to(office)
        await made.start()
        await made.furnish()
        yield made
        await made.stop()
