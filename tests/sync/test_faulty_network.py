"""Whatever a network does to requests: no photo is lost or torn, and each fault costs nothing but time.

What it does to entries is in `tests/torture/test_convergence.py`.
"""

import asyncio
from collections import Counter
from collections.abc import Iterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mia_companion.sync.errors import SyncError
from mia_companion.wire.sync import Pull
from tests.sync.carrying import attach, fetched
from tests.sync.faults import FAULTS, Faults
from tests.world import Device, World, a_world


class Town:
    """One world for many examples, each with a participant of its own, on one event loop."""

    def __init__(self, folder: Path) -> None:
        self.loop = asyncio.Runner()
        self._stack = AsyncExitStack()
        self.world: World = self.loop.run(self._stack.enter_async_context(a_world(folder)))
        self._count = 0

    async def people(self) -> tuple[Device, Device, Device]:
        """New people; the devices of earlier ones are closed."""
        for device in self.world.devices:
            await device.companion.close()
        self.world.devices.clear()
        self._count += 1
        return await self.world.people(f"{self._count}-")

    def close(self) -> None:
        """Stop everything."""
        self.loop.run(self._stack.aclose())
        self.loop.close()


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """A town."""
    made = Town(tmp_path_factory.mktemp("town"))
    yield made
    made.close()


DEVICES = ("desktop", "phone", "tablet")
deeds = st.lists(
    st.tuples(
        st.sampled_from(DEVICES),
        st.sampled_from(["photo", "photo", "sync", "sync", "restart"]),
        st.lists(st.sampled_from([*FAULTS, "fine", "fine", "fine"]), max_size=5),
    ),
    max_size=12,
)


async def _sync(device: Device) -> None:
    try:
        await device.sync()
        await device.companion.carrier.carry()
    except SyncError:
        return


def _photo(number: int) -> bytes:
    return f"{number:09}".encode() * 10_000


async def _live(people: dict[str, Device], done: list[tuple[str, str, list[str]]]) -> list[str]:
    """Do everything; the words that were acknowledged."""
    said = []
    for number, (name, what, faults) in enumerate(done):
        device = people[name]
        assert isinstance(device.transport, Faults)
        device.transport.plan(*faults)
        if what == "photo" and name != "desktop":
            attach(device, _photo(number), words=f"{number}")
            said.append(f"{number}")
        elif what == "restart":
            await device.companion.close()
            device.open()
        else:
            await _sync(device)
    return said


@pytest.mark.slow
@given(deeds)
@settings(max_examples=8)
def test_after_the_network_heals_every_photo_is_there_once(
    town: Town, done: list[tuple[str, str, list[str]]]
) -> None:
    async def example() -> None:
        people = dict(zip(DEVICES, await town.people(), strict=True))
        for device in people.values():
            await device.companion.close()
            device.transport = Faults(device.transport)
            device.open()
        who = people["phone"].participant
        said = await _live(people, done)
        for device in people.values():
            assert isinstance(device.transport, Faults)
            device.transport.heal()
        for _ in range(2):
            for device in people.values():
                await device.sync()
                await device.companion.carrier.carry()
        journal = people["phone"].companion.view.journal("shared")
        assert journal
        log = list(people["tablet"].companion.store.journals.entries(journal))
        assert [c.seq for c in log] == list(range(1, len(log) + 1))
        assert max(Counter(c.entry.id for c in log).values()) == 1
        picture = people["phone"].shared()
        assert sorted(s.words for s in picture.steps.values()) == sorted(said)
        for step in picture.steps.values():
            for ref in step.marks[0].attachments if step.marks else ():
                assert await fetched(people["desktop"], ref, journal) == _photo(int(step.words))
        for device in people.values():
            assert device.companion.view.outbox == ()
            assert device.companion.view.carried == {}
            assert device.companion.store.outbox.all() == []
            assert device.shared(who) == picture
            assert device.companion.view.sync.phase == "resting"

    town.loop.run(example())


@pytest.mark.slow
@pytest.mark.parametrize("fault", FAULTS)
def test_each_fault_alone_costs_nothing_but_time(town: Town, fault: str) -> None:
    async def example() -> None:
        _, phone, _ = await town.people()
        await phone.companion.close()
        faults = Faults(phone.transport)
        phone.transport = faults
        phone.open()
        for at in range(4):
            assert phone.do.messages.write(f"{at}")
            faults.plan(*["fine"] * at, *[fault] * 4)
            await _sync(phone)
            assert fault in faults.met
            faults.heal()
            await phone.sync()
            assert phone.companion.view.to_send == ()
            assert phone.companion.view.account is not None
        assert [m.words for m in phone.companion.view.plan().thread()] == ["0", "1", "2", "3"]

    town.loop.run(example())


def test_the_same_pull_twice_is_the_same_answer(town: Town) -> None:
    async def example() -> None:
        _, phone, _ = await town.people()
        phone.do.messages.write("hej")
        await phone.sync()
        asked = Pull(cursors={})
        first = await phone.companion.client.pull(asked)
        assert (await phone.companion.client.pull(asked)).pages == first.pages

    town.loop.run(example())
