"""People of a small server who have written wherever they may, and may be erased."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from mia_companion.server import operations
from tests.server.databases import TestDatabase
from tests.server.test_blobs import put
from tests.server.test_push import reasons
from tests.server.world import World, unique

CANARY = "kanariefågel"
"""A word that stands in everything that anybody writes here."""


class Somewhere(TestDatabase):
    """A database that is neither copied nor emptied here."""

    def __init__(self, url: str) -> None:
        self.url = url

    async def back_up(self) -> None:
        """Not so."""
        raise NotImplementedError

    restore = drop = back_up


@asynccontextmanager
async def a_small_world(folder: Path, url: str) -> AsyncIterator[World]:
    world = World(folder, Somewhere(url or f"sqlite+aiosqlite:///{folder}/server.db"))
    await world.start()
    await world.furnish()
    try:
        yield world
    finally:
        await world.stop()


def said_in(role: str, words: str) -> str:
    """What may be written there."""
    match role:
        case "shared":
            return f'{{"kind":"MessageWritten","message_id":"{unique("m")}","words":"{words}"}}'
        case "own":
            return f'{{"kind":"StepPlanned","step_id":"{unique("s")}","words":"{words}"}}'
        case _:
            return f'{{"kind":"NoteWritten","note_id":"{unique("n")}","words":"{words}"}}'


class Somebody:
    """A participant and who follows them, who have written in each journal that they have."""

    def __init__(self, world: World, number: int) -> None:
        self.world, self.words = world, f"{CANARY} {number}"

    async def write(self) -> "Somebody":
        """Four journals, a photo of two parts, and what an earlier coordinator sent too late."""
        world = self.world
        before, self.participant, self.shared = await world.pair()
        await before.push(before.entry(self.shared, said_in("shared", self.words)))
        self.coordinator = await world.coordinator()
        await operations.hand_over(
            world.backend, self.participant.id, before.id, self.coordinator.id
        )
        late = await before.push(before.entry(self.shared, said_in("shared", self.words)))
        assert reasons(late) == ["access-ended"]
        journals = await self.coordinator.journals() | await self.participant.journals()
        self.about = {one for (_, who, _), one in journals.items() if who == self.participant.id}
        assert len(self.about) == 4
        for (role, who, owner), journal in journals.items():
            if who == self.participant.id:
                by = (
                    self.participant
                    if owner in (None, who) and role != "team"
                    else self.coordinator
                )
                what = "note" if by is self.coordinator and role != "shared" else role
                assert reasons(await by.push(by.entry(journal, said_in(what, self.words)))) == [
                    "accepted"
                ]
        photo = (self.words + " ").encode() * 12_000
        assert (await put(self.participant, self.shared, photo, blob=unique("b"))).is_success
        return self

    async def reads(self) -> int:
        """How often their words are read by the two of them."""
        pages = [
            p for one in (self.participant, self.coordinator) for p in (await one.pull()).pages
        ]
        return sum(self.words in c.entry.body for page in pages for c in page.entries)
