"""A tap costs one request while somebody waits; what was read is told, and asked for again, soon after."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mia_companion.app.companion import Companion
from mia_companion.app.opening import open_companion
from mia_companion.domain.steps import StepPlanned
from mia_companion.sync.wishes import SOON_SECONDS
from mia_companion.wire.sync import Accepted, JournalPage, Nudge, Pull, PullAnswer, PushAnswer
from tests.example_data import (
    JOURNAL,
    KEY,
    FixedClock,
    confirmed,
    entry,
    held,
    info,
    message,
    seeded,
    steps_told,
)
from tests.sync.scripted import TOKENS, Scripted, said
from tests.world import Device, World


class Line(Scripted):
    """A server with one journal, of which a device has read three entries in `epoch-1`."""

    def __init__(self) -> None:
        super().__init__()
        self.told = steps_told(3)
        self.pulled: list[int] = []
        self.pull = self._pulled

    def _pulled(self, asked: Pull) -> PullAnswer:
        self.pulled.append(asked.cursors[JOURNAL])
        new = self.told[asked.cursors[JOURNAL] :]
        return said(pages=[JournalPage(journal=info(), head=len(self.told), entries=tuple(new))])

    def accept(self, companion: Companion, epoch: str = "epoch-1") -> None:
        """Take what waits, as the next in the journal."""
        results = []
        for one in companion.store.outbox.to_send(9):
            place = confirmed(one.entry, len(self.told) + 1).model_copy(update={"epoch": epoch})
            self.told.append(place)
            results.append(
                Accepted(
                    id=one.entry.id,
                    seq=place.seq,
                    received_at=place.received_at,
                    receipt=place.receipt,
                    epoch=epoch,
                )
            )
        self.push = PushAnswer(results=tuple(results))


@pytest.fixture
def line() -> Line:
    return Line()


@pytest.fixture
def companion(tmp_path: Path, line: Line) -> Iterator[Companion]:
    made = open_companion(
        tmp_path / "companion.sqlite",
        KEY,
        "http://server.test",
        clock=FixedClock(),
        random=seeded(1),
        uniform=lambda a, b: b,
        transport=line,
    )
    made.client.session.keep(TOKENS)
    made.store.journals.add(held(), line.told)
    made.reload()
    asyncio.run(made.engine.sync())  # enters the epoch
    line.asked.clear()
    line.pulled.clear()
    yield made
    asyncio.run(made.close())


def _record(companion: Companion, line: Line, count: int = 1, epoch: str = "epoch-1") -> None:
    for n in range(count):
        fact = StepPlanned(step_id=f"new-{len(line.told)}-{n}", words="Gå ut")
        companion.record(JOURNAL, fact)
    line.accept(companion, epoch)


async def test_what_was_accepted_next_is_confirmed_by_the_answer(
    companion: Companion, line: Line
) -> None:
    _record(companion, line, 2)
    assert not await companion.engine.sync(send_only=True)
    assert line.asked == ["/v1/push"]
    assert companion.store.outbox.all() == []
    assert list(companion.store.journals.entries(JOURNAL)) == line.told
    assert companion.view.pictures[JOURNAL].seq == 5
    assert companion.view.outbox == ()
    assert await companion.engine.sync()
    assert line.pulled == [5]


@pytest.mark.parametrize("epoch", ["epoch-0", "epoch-2", ""])
async def test_what_another_epoch_accepted_is_pulled(
    companion: Companion, line: Line, epoch: str
) -> None:
    _record(companion, line, epoch=epoch)
    await companion.engine.sync(send_only=True)
    assert line.pulled == [3, 4]
    assert [w.state for w in companion.store.outbox.all()] == []


async def test_what_stands_behind_somebody_elses_is_pulled_in_the_same_run(
    companion: Companion, line: Line
) -> None:
    line.told.append(confirmed(entry(message(), "elses-0001"), 4))
    _record(companion, line)
    assert not await companion.engine.sync(send_only=True, prove=False)
    assert line.asked == ["/v1/push", "/v1/pull"]
    assert list(companion.store.journals.entries(JOURNAL)) == line.told
    assert companion.view.outbox == ()


async def test_an_answer_that_comes_twice_confirms_once(companion: Companion, line: Line) -> None:
    _record(companion, line)
    await companion.engine.sync(send_only=True)
    old = line.push
    _record(companion, line)
    line.push = PushAnswer(results=(*old.results, *line.push.results))
    await companion.engine.sync(send_only=True)
    assert list(companion.store.journals.entries(JOURNAL)) == line.told


class Timed:
    """The runner's sleeping, ended by hand."""

    def __init__(self) -> None:
        self.sleeps: list[tuple[float, asyncio.Event]] = []

    async def __call__(self, seconds: float) -> None:
        done = asyncio.Event()
        self.sleeps.append((seconds, done))
        await done.wait()

    def pass_second(self) -> int:
        """How many waited for that."""
        ended = [one for one in self.sleeps if one[0] == SOON_SECONDS and not one[1].is_set()]
        for _, done in ended:
            done.set()
        return len(ended)


async def _settled(companion: Companion) -> None:
    for _ in range(10):  # threads write
        await asyncio.sleep(0.002)
        await companion.engine.at_rest()


async def test_a_tap_sends_now_and_pulls_once_a_second_later(
    companion: Companion, line: Line
) -> None:
    runner, timed = companion.runner, Timed()
    runner._wishes._sleep = timed
    run = asyncio.create_task(runner.run())
    await _settled(companion)
    assert line.asked == ["/v1/pull"]  # the first of all
    for _ in range(3):
        _record(companion, line)
        await _settled(companion)
    assert line.asked == ["/v1/pull", *["/v1/push"] * 3]
    assert timed.pass_second() == 1
    await _settled(companion)
    assert line.pulled == [3, 6]
    assert timed.pass_second() == 0
    run.cancel()


@pytest.mark.parametrize(("seq", "at_once", "later"), [(2, [], []), (3, [], [3]), (4, [3], [3, 4])])
async def test_a_nudge_is_as_urgent_as_what_it_tells(
    companion: Companion, line: Line, seq: int, at_once: list[int], later: list[int]
) -> None:
    """What is beyond is fetched now, and that it came is told a second later."""
    runner, timed = companion.runner, Timed()
    runner._wishes._sleep = timed
    nudges: asyncio.Queue[Nudge] = asyncio.Queue()

    async def live():  # type: ignore[no-untyped-def]
        while True:
            yield await nudges.get()

    companion.client.live = live  # type: ignore[method-assign]
    tasks = [asyncio.create_task(work) for work in (runner.run(), runner.follow())]
    await _settled(companion)
    line.pulled.clear()
    if seq > len(line.told):
        line.told.append(confirmed(entry(message(), "elses-0001"), seq))
    nudges.put_nowait(Nudge(journal=JOURNAL, seq=seq))
    await _settled(companion)
    assert line.pulled == at_once
    timed.pass_second()
    await _settled(companion)
    assert line.pulled == later
    for task in tasks:
        task.cancel()


async def test_a_run_that_failed_is_followed_by_a_whole_one(
    companion: Companion, line: Line
) -> None:
    runner, timed = companion.runner, Timed()
    runner._wishes._sleep = timed
    run = asyncio.create_task(runner.run())
    await _settled(companion)
    line.pulled.clear()
    companion.record(JOURNAL, StepPlanned(step_id="new-1", words="Gå ut"))  # is not answered
    await _settled(companion)
    line.accept(companion)
    assert line.pulled == []
    for _, done in timed.sleeps:
        done.set()
    await _settled(companion)
    assert line.pulled[0] == 4
    assert companion.view.outbox == ()
    run.cancel()


async def test_the_answer_confirms_byte_for_byte_what_a_pull_brings(
    people: tuple[Device, Device, Device], world: World
) -> None:
    desktop, phone, tablet = people
    phone.do.messages.write("Hej! 🌻 «åäö»")
    phone.do.path.plan_step("Gå ut", private=True)
    phone.do.path.record_good("Det gick")
    await phone.companion.engine.sync(send_only=True)
    assert phone.companion.view.outbox == ()
    await tablet.sync()
    read: Callable[[Device], dict[str, list[str]]] = lambda device: {  # noqa: E731
        journal: [one.model_dump_json() for one in device.companion.store.journals.entries(journal)]
        for journal in device.companion.store.journals.known()
    }
    assert read(phone) == read(tablet)
    desktop.do.messages.write("från Karin", participant=phone.participant)
    await desktop.sync()
    phone.do.messages.write("efter Karin")
    await phone.companion.engine.sync(send_only=True)
    await tablet.sync()
    assert read(phone) == read(tablet)
