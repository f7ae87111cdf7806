"""The engine against a server that says what no good server would."""

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from mia_companion.app.companion import Companion
from mia_companion.domain.picture import EMPTY, FOLD_VERSION, save_picture
from mia_companion.store.store import Store
from mia_companion.sync.errors import SyncError
from mia_companion.wire import problems
from mia_companion.wire.leave import leave_proof
from mia_companion.wire.sync import (
    Accepted,
    Gone,
    JournalPage,
    PictureAt,
    PushAnswer,
)
from tests.example_data import (
    JOURNAL,
    NOW,
    entry,
    info,
    message,
    steps_told,
)
from tests.sync.scripted import LEAVE_KEY, Scripted, device_at, said


@pytest.fixture
def server() -> Scripted:
    """A server with nothing to say."""
    return Scripted()


@pytest.fixture
def companion(tmp_path: Path, server: Scripted) -> Iterator[Companion]:
    """A signed-in device with a journal, and an entry that waits."""
    made = device_at(tmp_path, server, steps_told(3))
    yield made
    asyncio.run(made.close())


async def _fails(companion: Companion, name: str) -> None:
    with pytest.raises(SyncError) as caught:
        await asyncio.wait_for(companion.engine.sync(), 5)
    assert caught.value.name == name
    assert companion.view.sync.problem == name


def _words(store: Store) -> int:
    return len(list(store.journals.entries(JOURNAL)))


@pytest.mark.parametrize("results", [(), ("somebody-elses",)])
async def test_a_push_that_is_not_answered_is_not_asked_for_ever(
    companion: Companion, server: Scripted, results: tuple[str, ...]
) -> None:
    server.push = PushAnswer(
        results=tuple(
            Accepted(id=one, seq=1, received_at=NOW, receipt="r", epoch="e") for one in results
        )
    )
    companion.store.outbox.add(entry(message(), "waiting-1"))
    companion.store.outbox.add(entry(message(), "somebody-elses"))
    companion.store.outbox.mark([("refused", "x", "somebody-elses")])
    await _fails(companion, problems.NOT_OUR_SERVER)
    states = {w.entry.id: w.state for w in companion.store.outbox.all()}
    assert states == {"waiting-1": "waiting", "somebody-elses": "refused"}


async def test_what_a_picture_brings_back_does_not_stay_among_what_was_sent(
    companion: Companion, server: Scripted
) -> None:
    taken = Accepted(id="waiting-1", seq=5, received_at=NOW, receipt="r", epoch="epoch-1")
    server.push = PushAnswer(results=(taken,))
    whole = save_picture(replace(EMPTY, seq=6)).decode()
    picture = PictureAt(seq=6, fold_version=FOLD_VERSION, picture=whole)
    server.pull = lambda asked: said(
        pages=[JournalPage(journal=info(), head=6, picture=picture)] if server.asked[1:] else []
    )
    companion.store.outbox.add(entry(message(), "waiting-1"))
    companion.reload()
    await companion.engine.sync()
    assert companion.store.outbox.all() == []
    assert companion.view.outbox == ()


async def test_a_server_in_another_epoch_that_does_not_say_which_is_not_asked_for_ever(
    companion: Companion, server: Scripted
) -> None:
    await companion.engine.sync()
    server.push = PushAnswer(results=(), epoch="epoch-2")
    companion.store.outbox.add(entry(message(), "waiting-1"))
    await _fails(companion, problems.NOT_OUR_SERVER)
    assert [w.state for w in companion.store.outbox.all()] == ["waiting"]


async def test_a_returned_entry_that_is_not_answered_stays(
    companion: Companion, server: Scripted
) -> None:
    companion.store.journals.rebase({JOURNAL: 1})
    await _fails(companion, problems.NOT_OUR_SERVER)
    assert len(companion.store.outbox.to_return(9)) == 2


async def test_a_server_that_always_has_more_is_not_asked_for_ever(
    companion: Companion, server: Scripted
) -> None:
    page = JournalPage(journal=info(), head=9)
    server.pull = lambda asked: said(pages=[page], more=True)
    await companion.engine.sync()
    server.pull = lambda asked: said(rebase={JOURNAL: 3}, epoch="epoch-2")
    await companion.engine.sync()
    assert _words(companion.store) == 3


@pytest.mark.parametrize(
    "page",
    [
        JournalPage(journal=info(), head=9, entries=tuple(steps_told(2, start=6))),
        JournalPage(
            journal=info(),
            head=9,
            picture=PictureAt(seq=9, fold_version=FOLD_VERSION, picture='{"goals": 7}'),
        ),
    ],
)
async def test_a_page_with_a_gap_or_a_broken_picture_is_not_taken(
    companion: Companion, server: Scripted, page: JournalPage
) -> None:
    server.pull = lambda asked: said(pages=[page])
    await _fails(companion, problems.NOT_OUR_SERVER)
    assert companion.store.journals.cursors() == {JOURNAL: 3}
    server.pull = lambda asked: said()
    await companion.engine.sync()
    assert companion.view.sync.phase == "resting"


@pytest.mark.parametrize(
    "proof",
    [
        "",
        "ü",
        "00" * 32,
        leave_proof("cd" * 32, JOURNAL, "access-ended"),
        leave_proof(LEAVE_KEY, JOURNAL, "journal-erased"),
        leave_proof(LEAVE_KEY, "another", "access-ended"),
    ],
)
async def test_no_forged_word_makes_a_device_forget(
    companion: Companion, server: Scripted, proof: str
) -> None:
    gone = Gone(journal=JOURNAL, reason="access-ended", proof=proof)
    server.pull = lambda asked: said(gone=[gone])
    await companion.engine.sync()
    assert _words(companion.store) == 3
    assert companion.view.picture("shared").seq == 3


async def test_the_servers_own_word_does(companion: Companion, server: Scripted) -> None:
    proof = leave_proof(LEAVE_KEY, JOURNAL, "journal-erased")
    gone = Gone(journal=JOURNAL, reason="journal-erased", proof=proof)
    server.pull = lambda asked: said(gone=[gone])
    await companion.engine.sync()
    assert companion.store.journals.known() == {}
    assert companion.view.picture("shared").seq == 0


async def test_a_full_disk_during_a_run_is_said_and_ends_nothing(
    companion: Companion, server: Scripted
) -> None:
    page = JournalPage(journal=info(), head=300, entries=tuple(steps_told(297, start=4)))
    server.pull = lambda asked: said(pages=[page])
    companion.store._database.rows("PRAGMA max_page_count = 1")
    await _fails(companion, problems.DISK_FULL)
    companion.store._database.rows("PRAGMA max_page_count = 100000")
    await companion.engine.sync()
    assert _words(companion.store) == 300
