"""What lies on the disk is sealed, each row bound to its place."""

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mia_companion.store.commons import Commons
from mia_companion.store.database import CONFIRMED_TABLES
from mia_companion.store.errors import StoreBroken
from mia_companion.store.sealing import Seal
from mia_companion.store.store import Store
from tests.example_data import (
    JOURNAL,
    KEY,
    LONG_JOURNAL,
    OTHER_KEY,
    OWN_JOURNAL,
    PARTICIPANT,
    confirmed,
    entry,
    held,
    message,
    steps_told,
)
from tests.store.operations import everything, prepare

CANARY = "kanariefågel"


@given(st.binary(max_size=200), st.binary(min_size=12, max_size=12))
def test_what_was_sealed_opens_at_its_own_place_with_its_own_key_only(
    plain: bytes, nonce: bytes
) -> None:
    seal = Seal(KEY, lambda count: nonce)
    sealed = seal.seal("outbox", "one", plain)
    assert seal.open("outbox", "one", sealed) == plain
    for other, table, row in [(seal, "drafts", "one"), (seal, "outbox", "two")]:
        with pytest.raises(StoreBroken):
            other.open(table, row, sealed)
    with pytest.raises(StoreBroken):
        Seal(OTHER_KEY).open("outbox", "one", sealed)


@given(st.binary(max_size=40), st.data())
def test_any_changed_or_missing_byte_is_noticed(plain: bytes, data: st.DataObject) -> None:
    seal = Seal(KEY)
    sealed = seal.seal("kept", "x", plain)
    at = data.draw(st.integers(0, len(sealed) - 1))
    flipped = sealed[:at] + bytes([sealed[at] ^ data.draw(st.integers(1, 255))]) + sealed[at + 1 :]
    for broken in (flipped, sealed[:at]):
        with pytest.raises(StoreBroken):
            seal.open("kept", "x", broken)


def test_the_same_words_are_sealed_differently_each_time() -> None:
    seal = Seal(KEY)
    assert seal.seal("kept", "x", b"the same") != seal.seal("kept", "x", b"the same")


@pytest.mark.parametrize(
    "swap",
    [
        "UPDATE entries SET sealed = (SELECT sealed FROM entries WHERE seq = 100) WHERE seq = 6",
        "UPDATE entries SET first = 8 WHERE seq = 9",
        "UPDATE outbox SET sealed = (SELECT sealed FROM outbox WHERE id = 'waiting-0')"
        " WHERE id = 'waiting-1'",
        "UPDATE drafts SET sealed = (SELECT sealed FROM kept LIMIT 1)",
    ],
)
def test_a_row_put_in_anothers_place_does_not_open(path: Path, swap: str) -> None:
    store = Store(path, KEY)
    prepare(store)
    store.close()
    db = sqlite3.connect(path)
    assert db.execute(swap).rowcount > 0
    db.commit()
    db.close()
    store = Store(path, KEY)
    with pytest.raises(StoreBroken):
        everything(store)
    store.close()


def _on_disk(path: Path) -> bytes:
    return b"".join(file.read_bytes() for file in path.parent.glob(path.name + "*"))


@pytest.mark.parametrize("in_memory", [False, True])
def test_nothing_that_anyone_wrote_can_be_read_from_the_disk(path: Path, in_memory: bool) -> None:
    said = message(words=CANARY)
    store = Store(path, KEY, commons=Commons() if in_memory else None)
    store.journals.add(held(), [confirmed(entry(said, "entry-0001"), 1)])
    store.outbox.add(entry(said, "entry-0002"))
    store.drafts.set("message", CANARY)
    store.kept.set("tokens", CANARY)
    open_now = _on_disk(path)
    store.close()
    for raw in (open_now, _on_disk(path)):
        for secret in (
            CANARY.encode(),
            CANARY.encode("utf-16-le"),
            PARTICIPANT.encode(),
            b"Message",
        ):
            assert secret not in raw


def test_a_browsers_store_keeps_nothing_confirmed_on_the_disk(path: Path) -> None:
    store = Store(path, KEY, commons=Commons())
    prepare(store)
    before = everything(store)
    assert before["cursors"] == {JOURNAL: 6, OWN_JOURNAL: 2, LONG_JOURNAL: 100}
    store.close()
    db = sqlite3.connect(path)
    for table in CONFIRMED_TABLES:
        assert db.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    db.close()
    again = Store(path, KEY, commons=Commons())
    found = everything(again)
    assert found["cursors"] == {}
    assert found["outbox"] == before["outbox"]
    assert found["draft"] == before["draft"]
    again.journals.add(held(), steps_told(6))
    again.close()
