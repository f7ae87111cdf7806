"""A server's life, recorded below SQLite and below `os`, and what it has acknowledged at each moment."""

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from mia_companion.domain.entries import Entry
from mia_companion.server import operations
from mia_companion.server.keeping.opening import open_keys
from mia_companion.server.keeping.rotation import Rotation, Wanted
from mia_companion.server.surroundings import Surroundings
from mia_companion.wire.sync import Accepted
from tests.server.databases import SqliteFile
from tests.server.test_blobs import put
from tests.server.test_handovers import hand_over
from tests.server.world import Person, World, unique
from tests.torture.as_sqlite3 import Connection, put_in_its_place
from tests.torture.below import below
from tests.torture.below_os import BelowOs
from tests.torture.full import Full
from tests.torture.recorded_phone import contents
from tests.torture.server_said import Erased, Follows, Placed, Reads, Whole
from tests.torture.tape import Tape


@dataclass
class ServerLife:
    """`after[n]` is what the database held after n commits; `tokens` open a device of each author."""

    folder: Path
    tape: Tape = field(default_factory=Tape)
    after: list[int] = field(default_factory=lambda: [contents(lambda _: [])])
    tokens: dict[str, str] = field(default_factory=dict)

    @property
    def data(self) -> Path:
        """Where the server keeps everything."""
        return self.folder / "server"

    def may_hold(self, commits: int) -> set[int]:
        """What is right when so many commits have returned."""
        return set(self.after[commits : commits + 2])


def live(life: ServerLife, seed: int, deeds: int, *, synchronous: str = "FULL") -> ServerLife:
    """Two sessions of a server on which people do so much."""

    def committed(connection: Connection) -> None:
        life.after.append(contents(lambda sql: connection.below.execute(sql).fetchall()))
        life.tape.put("commit")

    with recorded(life, committed, synchronous=synchronous):
        asyncio.run(_two_sessions(life, random.Random(seed), deeds))
    return life


class recorded:
    """All that a server in `life.data` asks of its disk goes on the tape."""

    def __init__(
        self,
        life: ServerLife,
        committed: Callable[[Connection], None] = lambda _: None,
        full: Full | None = None,
        *,
        synchronous: str = "FULL",
    ) -> None:
        self._life, self._committed, self._full = life, committed, full or Full()
        self._synchronous = synchronous

    def __enter__(self) -> None:
        self._patch = pytest.MonkeyPatch()
        self._below = below(self._life.tape, self._full.below_sqlite)
        made = self._below.__enter__()
        put_in_its_place(self._patch, made.name, self._committed, instead=self._statement)
        BelowOs(self._patch, self._life.tape, self._life.folder, self._full.below_os)

    def _statement(self, sql: str) -> str:
        return sql.replace("synchronous=FULL", f"synchronous={self._synchronous}")

    def __exit__(self, *_: object) -> None:
        self._patch.undo()
        self._below.__exit__(None, None, None)


async def _two_sessions(life: ServerLife, chance: random.Random, deeds: int) -> None:
    world = World(life.data, SqliteFile(life.data))
    await world.start()
    await world.furnish()
    people = People(life, world, chance)
    await people.come_in()
    for _ in range(2):
        for _ in range(deeds):
            await people.do_something()
        await world.stop()
        await world.start()
    await world.stop()


class People:
    """Two coordinators and two participants, and what they do."""

    def __init__(self, life: ServerLife, world: World, chance: random.Random) -> None:
        self._life, self.world, self._chance = life, world, chance

    async def come_in(self) -> None:
        """Everybody has a device."""
        self.old, self.amina, self.shared = await self.world.pair()
        self.new = await self.world.coordinator()
        self.own = (await self.amina.journals())[("own", self.amina.id, self.amina.id)]
        for one in (self.amina, self.old, self.new):
            self._acknowledge(Reads(one.id, one.device))
            self._life.tokens[one.id] = one.tokens.access

    async def do_something(self) -> None:
        """Any of what is acknowledged."""
        deeds: list[Callable[[], Awaitable[None]]] = [
            self.push, self.push, self.push, self.push_together, self.withdraw, self.enrol,
            self.hand_over, self.send_a_photo, self.refresh, self.remove, self.erase, self.rotate,
        ]  # fmt: skip
        await self._chance.choice(deeds)()
        self.world.clock.forward(seconds=1)

    async def push(self) -> None:
        """Some entries in one request."""
        journal = self._chance.choice((self.shared, self.shared, self.own))
        said = [self.amina.entry(journal) for _ in range(self._chance.choice((1, 1, 5)))]
        await self._pushed(self.amina, said)

    async def push_together(self) -> None:
        """Requests that wait for each other share a transaction."""
        said = [[self.amina.entry(self.shared)] for _ in range(4)]
        await asyncio.gather(*(self._pushed(self.amina, some) for some in said))

    async def withdraw(self) -> None:
        """Goes into the ledger, too."""
        body = f'{{"kind":"ConsentWithdrawn","consent_id":"{unique("consent")}"}}'
        await self._pushed(self.amina, [self.amina.entry(self.shared, body)])

    async def _pushed(self, by: Person, said: list[Entry]) -> None:
        for entry, answer in zip(said, await by.push(*said), strict=True):
            assert isinstance(answer, Accepted), answer
            self._acknowledge(Placed(entry, answer))

    async def enrol(self) -> None:
        """A further device of the participant's."""
        invited = await self.world.invite(self.old, self.amina.id)
        one = await self.world.enrol(invited.code)
        self._acknowledge(Reads(one.id, one.device))

    async def hand_over(self) -> None:
        """From one to the other, who then is the one."""
        answer = await hand_over(self.old, self.amina.id, self.new.id)
        assert answer.status_code == 204, answer.text
        self.old, self.new = self.new, self.old
        self._acknowledge(Follows(self.amina.id, self.old.id))

    async def send_a_photo(self) -> None:
        """In one part."""
        blob, content = unique("blob"), self._chance.randbytes(3000)
        answer = await put(self.amina, self.shared, content, blob=blob)
        assert answer.status_code == 204, answer.text
        self._acknowledge(Whole(self.shared, blob, content))

    async def refresh(self) -> None:
        """New tokens."""
        await self.amina.refresh()

    async def remove(self) -> None:
        """A device that was let in, and that may not read any more."""
        invited = await self.world.invite(self.old, self.amina.id)
        one = await self.world.enrol(invited.code)
        await self.world.backend.accounts.remove_device(one.id, one.device, one.id)
        self._acknowledge(Reads(one.id, one.device, still=False))

    async def erase(self) -> None:
        """Somebody else, with all that they wrote."""
        _, somebody, shared = await self.world.pair()
        await somebody.push(somebody.entry(shared))
        await operations.erase_participant(self.world.backend, somebody.id)
        self._acknowledge(Erased(shared))

    async def rotate(self) -> None:
        """Other keys, from now on."""
        around = Surroundings(clock=self.world.clock)
        Rotation(open_keys(self.world.settings, around).files, around).run(Wanted())

    def _acknowledge(self, what: object) -> None:
        self._life.tape.put("acknowledged", to=what)
