"""Photos and files: durable before the entry that names them, and where each goes from there."""

from pathlib import Path

import pytest

from mia_companion.store.blob_rows import REFUSED, WAITING
from mia_companion.store.commons import Commons
from mia_companion.store.errors import BlobGone
from mia_companion.store.outbox import HELD, SENT
from mia_companion.store.store import Store
from tests.example_data import (
    COORDINATOR,
    JOURNAL,
    KEY,
    OWN_JOURNAL,
    blob,
    entry,
    message,
)
from tests.store.photos import CONTENT, PHOTO, copies, picked, recorded


def test_what_was_picked_is_there_and_waits_for_nothing(store: Store, path: Path) -> None:
    picked(store)
    store.close()
    store = Store(path, KEY)
    assert store.blobs.content(PHOTO) == CONTENT
    assert store.blobs.content(PHOTO, JOURNAL) is None
    assert store.blobs.waiting() == store.blobs.to_send() == []
    assert CONTENT[:64] not in path.read_bytes() + path.with_name(path.name + "-wal").read_bytes()
    store.close()


def test_bytes_are_only_given_for_what_they_are(store: Store) -> None:
    picked(store)
    assert store.blobs.content(PHOTO.model_copy(update={"sha256": "0" * 64})) is None
    assert store.blobs.content(PHOTO.model_copy(update={"blob_id": "another"})) is None


@pytest.mark.parametrize("journal", [JOURNAL, OWN_JOURNAL])
def test_the_entry_that_names_it_says_where_it_belongs(store: Store, journal: str) -> None:
    recorded(store, journal=journal)
    [waiting] = store.blobs.waiting()
    assert (waiting.state, waiting.journal, waiting.entry) == (WAITING, journal, "entry-0001")
    assert store.blobs.content(PHOTO, journal) == CONTENT
    assert store.blobs.content(PHOTO) is None
    store.check()


def test_an_entry_that_names_what_is_not_here_is_notrecorded(store: Store) -> None:
    picked(store)
    with pytest.raises(BlobGone):
        store.outbox.add(entry(message(), "entry-0001"), [PHOTO.blob_id, "gone"])
    with pytest.raises(BlobGone):
        store.outbox.add(entry(message(), "entry-0001", author=COORDINATOR), [PHOTO.blob_id])
    assert not store.outbox.all()
    assert not store.blobs.waiting()
    assert store.blobs.content(PHOTO) == CONTENT


def test_a_second_entry_of_the_same_journal_may_name_it_too(store: Store) -> None:
    recorded(store)
    store.outbox.add(entry(message(), "entry-0002"), [PHOTO.blob_id])
    assert store.blobs.waiting()[0].entry == "entry-0002"
    store.blobs.acknowledged(PHOTO.blob_id)
    store.outbox.add(entry(message(), "entry-0003"), [PHOTO.blob_id])
    for journal in (OWN_JOURNAL, "journal-x"):
        with pytest.raises(BlobGone):
            store.outbox.add(entry(message(), "entry-0004", journal=journal), [PHOTO.blob_id])


@pytest.mark.parametrize(
    ("state", "reason", "travels"),
    [
        ("", "", False),
        (SENT, "", True),
        (HELD, "", True),
        (REFUSED, "not-allowed", False),
        (REFUSED, "access-ended", True),
    ],
)
def test_it_travels_after_its_entry_and_never_without(
    store: Store, state: str, reason: str, travels: bool
) -> None:
    recorded(store, state=state, reason=reason)
    assert bool(store.blobs.to_send()) is travels
    with store._database.transaction() as db:
        store.outbox.remove(db, ["entry-0001"])  # confirmed
    assert store.blobs.to_send()
    store.blobs.refuse(PHOTO.blob_id, "too-large")
    assert store.blobs.to_send() == []
    assert store.blobs.waiting()[0].reason == "too-large"
    store.blobs.retry(PHOTO.blob_id)
    assert store.blobs.to_send()


def test_acknowledged_it_is_a_copy(store: Store, path: Path) -> None:
    recorded(store)
    store.blobs.acknowledged(PHOTO.blob_id)
    store.blobs.acknowledged(PHOTO.blob_id)
    assert store.blobs.waiting() == []
    assert store._database.rows("SELECT count(*) FROM blob_bytes") == [(0,)]
    store.close()
    store = Store(path, KEY)
    assert store.blobs.content(PHOTO, JOURNAL) == CONTENT
    assert store.blobs.content(PHOTO, OWN_JOURNAL) is None
    store.close()


def test_copies_have_room_and_those_looked_at_least_go_first(store: Store) -> None:
    store.blobs._cache._limit = 65_000
    refs = [blob(CONTENT, f"blob-{n}") for n in range(5)]
    for ref in refs[:3]:
        store.blobs.fetched(ref, JOURNAL, CONTENT)
    assert store.blobs.content(refs[0], JOURNAL) == CONTENT
    for ref in refs[3:]:
        store.blobs.fetched(ref, JOURNAL, CONTENT)
    assert copies(store) == ["blob-0", "blob-3", "blob-4"]
    store.blobs.fetched(blob(CONTENT * 4, "blob-9"), JOURNAL, CONTENT * 4)
    assert "blob-9" not in copies(store)


def test_a_copy_that_does_not_open_is_none(store: Store) -> None:
    store.blobs.fetched(PHOTO, JOURNAL, CONTENT)
    store._database.write("UPDATE blob_cache SET sealed = zeroblob(40)")
    assert store.blobs.content(PHOTO, JOURNAL) is None
    store.blobs.offer_again()
    store.blobs.fetched(PHOTO, JOURNAL, CONTENT)
    assert store.blobs.content(PHOTO, JOURNAL) == CONTENT
    store.check()


def test_a_browsers_file_holds_only_what_is_not_acknowledged(path: Path) -> None:
    store = Store(path, KEY, commons=Commons())
    recorded(store)
    second = blob(b"second", "blob-2")
    picked(store, second, b"second")
    store.outbox.add(entry(message(), "entry-0002"), ["blob-2"])
    store.blobs.acknowledged(PHOTO.blob_id)
    assert store.blobs.content(PHOTO, JOURNAL) == CONTENT
    assert store._database.rows("SELECT count(*) FROM main.blob_cache") == [(0,)]
    assert store._database.rows("SELECT blob FROM main.blob_bytes") == [("blob-2",)]
    assert store.blobs._cache._limit < 10_000_000
    store.close()
    store = Store(path, KEY, commons=Commons())
    assert store.blobs.content(PHOTO, JOURNAL) is None
    assert [one.ref for one in store.blobs.waiting()] == [second]
    store.close()
