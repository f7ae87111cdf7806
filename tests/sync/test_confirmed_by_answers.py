"""What an answer to a push proves is confirmed without being pulled, and nothing else is."""

import pytest

from mia_companion.app.companion import Companion
from mia_companion.wire.sync import PushAnswer
from tests.example_data import JOURNAL, confirmed, entry, message
from tests.sync.one_journal import Line, companion, line, record
from tests.world import Device

__all__ = ["companion", "line"]


async def test_what_was_accepted_next_is_confirmed_by_the_answer(
    companion: Companion, line: Line
) -> None:
    record(companion, line, 2)
    assert not await companion.engine.sync(())
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
    record(companion, line, epoch=epoch)
    await companion.engine.sync(())
    assert line.pulled == [3, 4]
    assert [w.state for w in companion.store.outbox.all()] == []


async def test_what_stands_behind_somebody_elses_is_pulled_in_the_same_run(
    companion: Companion, line: Line
) -> None:
    line.told.append(confirmed(entry(message(), "elses-0001"), 4))
    record(companion, line)
    assert not await companion.engine.sync((), prove=False)
    assert line.asked == ["/v1/push", "/v1/pull"]
    assert list(companion.store.journals.entries(JOURNAL)) == line.told
    assert companion.view.outbox == ()


async def test_an_answer_that_comes_twice_confirms_once(companion: Companion, line: Line) -> None:
    record(companion, line)
    await companion.engine.sync(())
    old = line.push
    record(companion, line)
    line.push = PushAnswer(results=(*old.results, *line.push.results))
    await companion.engine.sync(())
    assert list(companion.store.journals.entries(JOURNAL)) == line.told


async def test_the_answer_confirms_byte_for_byte_what_a_pull_brings(
    people: tuple[Device, Device, Device],
) -> None:
    desktop, phone, tablet = people
    phone.do.messages.write("Hej! 🌻 «åäö»")
    phone.do.path.plan_step("Gå ut", private=True)
    phone.do.path.record_good("Det gick")
    await phone.companion.engine.sync(())
    assert phone.companion.view.outbox == ()
    await tablet.sync()
    assert read(phone) == read(tablet)
    desktop.do.messages.write("från Karin", participant=phone.participant)
    await desktop.sync()
    phone.do.messages.write("efter Karin")
    await phone.companion.engine.sync(())
    await tablet.sync()
    assert read(phone) == read(tablet)


def read(device: Device) -> dict[str, list[str]]:
    """Every confirmed entry, as JSON, by journal."""
    journals = device.companion.store.journals
    return {one: [e.model_dump_json() for e in journals.entries(one)] for one in journals.known()}
