"""People who have written, a copy of their server as a backup takes it, and what happens to it then.

backed up ──everybody writes on──▶ what is lost ──the server's folder is changed──▶ they meet
"""

import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from mia_companion.domain import rights
from mia_companion.i18n.words import words_for
from mia_companion.server import operations
from mia_companion.sync.errors import SyncError
from mia_companion.ui.components.sentences import sentence
from tests.sync.carrying import attach, fetched
from tests.torture.looking_in import Switch, here, screen, shown
from tests.world import PASSWORD, Device, World

BACKUP, LAST = "backup", "last"
DATABASE, KEYS, LEDGER, KEK = "server.db", "keys", "ledger.jsonl", "kek.json"
EVERYTHING = (DATABASE, KEYS, LEDGER, KEK)
PHOTO = bytes(range(256)) * 40


class Story:
    """Karin's desk, Amina's phone and tablet, and their server's folder; Karin's laptop stays as it was
    when the backup was taken."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.line = Switch(world.network)
        self.said: dict[str, str] = {}
        """By device, what its last run ended with, where it did not end well."""
        self.looks = self.entries = self.told = 0
        """How often a device was looked into, the entries that may not be missed there, and how often its
        screen was read for what it says of the server."""

    @property
    def server(self) -> Path:
        """The server's folder."""
        return self.world.folder / "server"

    async def begin(self) -> "Story":
        """Everybody writes, the backup is taken, everybody writes on."""
        world = self.world
        world.network, network = self.line, world.network  # type: ignore[assignment]
        self.desk, self.phone, self.tablet = await world.people()
        world.network = network
        self.people = {"desk": self.desk, "phone": self.phone, "tablet": self.tablet}
        for name, device in self.people.items():
            self.settled(name, device)
        world.clock.pass_by(days=2)
        self.who = self.phone.participant
        self.phone.do.messages.write("före")
        self.desk.do.messages.write("från Karin före", participant=self.who)
        self.tablet.do.path.plan_step("hemligt före", private=True)
        self.desk.do.messages.note("till teamet före", self.who)
        self.photo = attach(self.phone, PHOTO)
        await self.all_even()
        await self.phone.companion.carrier.carry()
        self.laptop = world.device("laptop")
        await self.laptop.sign_in()
        await self.copy(BACKUP)
        self.desk.do.messages.write("från Karin", participant=self.who)
        self.phone.do.messages.write("läst av alla")
        self.tablet.do.path.plan_step("hemligt", private=True)
        self.desk.do.messages.note("till teamet", self.who)
        await self.all_even()
        self.phone.do.messages.write("bara sänt")
        await self.phone.companion.engine._pushing.push_all("")  # accepted, and not read
        self.tablet.do.messages.write("väntar")
        self.remembered: dict[str, dict[str, bytes]] = {}
        self.seen: dict[str, set[str]] = {}
        for name, device in tuple(self.people.items()):
            self.remember(name, device)
        return self

    def settled(self, name: str, device: Device) -> None:
        """Whoever has read what it says in Swedish for some days."""
        self.people[name] = device
        device.do.choices.language("sv")
        device.clock.pass_by(days=2)

    def remember(self, name: str, device: Device) -> None:
        """From now on nothing that is there may be missed at that device."""
        self.people[name] = device
        self.remembered[name], self.seen[name] = here(device.companion), shown(device)
        self.entries = sum(len(one) for one in self.remembered.values())

    async def all_even(self) -> None:
        """Twice round, so that everyone has what the others sent."""
        for device in (*self.people.values(), *self.people.values()):
            await device.sync()

    async def copy(self, name: str) -> None:
        """A backup: the whole folder, the server stopped as the handbook says."""
        await self.world.stop()
        self.keep(name)
        await self.world.start()

    def keep(self, name: str) -> None:
        """All of the server's folder; the server must be stopped."""
        shutil.copytree(self.server, self.world.folder / name, dirs_exist_ok=True)

    def restore(self, name: str) -> None:
        """Where the database lies elsewhere, it comes back from there."""

    def put(self, name: str, *parts: str) -> None:
        """Parts of a copy in the place of what is there; the server must be stopped."""
        for part in parts or EVERYTHING:
            for old in self.server.glob(f"{part}*"):
                shutil.rmtree(old) if old.is_dir() else old.unlink()
            for new in (self.world.folder / name).glob(f"{part}*"):
                to = self.server / new.name
                shutil.copytree(new, to) if new.is_dir() else shutil.copy(new, to)
            if part == DATABASE:
                self.restore(name)

    @asynccontextmanager
    async def down(self) -> AsyncIterator[None]:
        """The server is down meanwhile; a copy of it as it was is called LAST."""
        await self.world.stop()
        self.keep(LAST)
        yield
        await self.world.start()

    async def meet(self, *names: str, rounds: int = 2) -> None:
        """Each device's runs, whatever they end with; nothing may be wiped at any of them."""
        for _ in range(rounds):
            for name in names or tuple(self.people):
                device = self.people[name]
                self.said.pop(name, None)
                try:
                    await device.sync()
                except SyncError as wrong:
                    self.said[name] = wrong.name
                self.check()

    def check(self) -> None:
        """Every entry that a device ever had is there, byte for byte, and every word is on its screen."""
        for name, device in self.people.items():
            now, before = here(device.companion), self.remembered[name]
            assert before.items() <= now.items(), (name, before.keys() - now.keys())
            assert self.seen[name] <= shown(device), (name, self.seen[name] - shown(device))
            self.looks += 1

    async def says(self, wanted: dict[str, str]) -> None:
        """What the runs ended with, by device; and its screen says it, or nothing when all is well."""
        assert self.said == wanted
        for name, problem in wanted.items():
            words = sentence(words_for("sv"), problem)
            texts = await screen(self.people[name])
            assert any(one.startswith(words) for one in texts), (name, texts)
            self.told += 1

    async def let_go(self) -> None:
        """What a server that did not start still holds."""
        await self.world.stop()

    async def ends_well(self) -> None:
        """Everyone has everything, once and in one order; nothing waits; the photo is at the server."""
        await self.meet(rounds=3)
        assert self.said == {}
        await self.laptop.sync()  # what the server has, read by whoever knew little of it
        everyone = set().union(*(self.seen[name] for name in self.people))
        for device in self.people.values():
            view = device.companion.view
            who = self.who if view.is_coordinator else device.participant
            assert (view.outbox, view.given_back) == ((), ())
            thread = [one.words for one in view.plan(who).thread()]
            assert len(thread) == len(set(thread)), thread
            assert device.shared(who) == self.laptop.shared(who)
            journal = view.journal(rights.SHARED, who)
            assert journal
            log = list(device.companion.store.journals.entries(journal))
            assert [one.seq for one in log] == list(range(1, len(log) + 1))
        assert shown(self.desk) | shown(self.phone) | shown(self.tablet) >= everyone
        assert shown(self.phone) == shown(self.tablet)
        await self.phone.companion.carrier.carry()
        shared = self.desk.companion.view.journal(rights.SHARED, self.who)
        assert shared
        assert await fetched(self.desk, self.photo, shared) == PHOTO

    async def colleague(self) -> str:
        """Another coordinator at the site."""
        backend, account = self.world.backend, self.desk.companion.view.account
        assert backend
        assert account
        return await operations.create_coordinator(
            backend, account.site, "Jonas Berg", "jonas@example.org", PASSWORD
        )
