"""Where photos and files go when a journal leaves, a person leaves, or the disk is full."""

import random

import pytest

from mia_companion.store.blob_rows import PARKED, PICKED, WAITING
from mia_companion.store.errors import StoreBroken, StoreFull
from mia_companion.store.outbox import REFUSED, SENT
from mia_companion.store.store import Store
from tests.example_data import COORDINATOR, JOURNAL, OWN_JOURNAL, PARTICIPANT, blob, held
from tests.store.photos import CONTENT, PHOTO, copies, picked, recorded, states


def test_a_journal_that_leaves_takes_everything_of_it_along(store: Store) -> None:
    store.journals.add(held(), [])
    recorded(store)
    store.blobs.fetched(blob(b"theirs", "blob-theirs"), JOURNAL, b"theirs")
    store.blobs.fetched(blob(b"other", "blob-other"), OWN_JOURNAL, b"other")
    picked(store, blob(b"picked", "blob-picked"), b"picked")
    store.journals.forget(JOURNAL)
    assert store.blobs.waiting() == []
    assert copies(store) == ["blob-other"]
    rows = store._database.rows("SELECT blob FROM blob_bytes")
    assert rows == [("blob-picked",)]


def test_another_accounts_are_set_aside_and_come_back(store: Store) -> None:
    store.journals.add(held(), [])
    recorded(store)
    picked(store, blob(b"picked", "blob-picked"), b"picked")
    store.outbox.park_others(COORDINATOR)
    store.journals.forget(JOURNAL)
    store.blobs.clear()
    assert store.blobs.waiting() == store.blobs.to_send() == []
    assert store.blobs.content(PHOTO, JOURNAL) is None
    assert store._database.rows("SELECT blob FROM blobs") == [(PHOTO.blob_id,)]
    assert store.blobs._rows.find(PHOTO.blob_id).state == PARKED  # type: ignore[union-attr]
    store.check()
    store.outbox.park_others(PARTICIPANT)
    assert states(store) == [WAITING]
    assert store.blobs.content(PHOTO, JOURNAL) == CONTENT
    assert store.blobs.to_send() == []  # before its entry has been with the server again
    store.check()


def test_what_only_a_refused_entry_named_goes_with_it(store: Store) -> None:
    recorded(store, state=REFUSED, reason="not-allowed")
    store.outbox.discard("another")
    assert states(store) == [WAITING]
    store.outbox.discard("entry-0001")
    assert states(store) == []
    assert store._database.rows("SELECT count(*) FROM blob_bytes") == [(0,)]


def test_an_entry_that_is_not_refused_is_not_discarded_with_its_photo(store: Store) -> None:
    recorded(store, state=SENT)
    store.outbox.discard("entry-0001")
    assert states(store) == [WAITING]


def test_after_a_restore_ones_own_are_offered_again(store: Store) -> None:
    recorded(store, state=SENT)
    store.blobs.acknowledged(PHOTO.blob_id)
    store.blobs.fetched(blob(b"theirs", "blob-theirs"), JOURNAL, b"theirs")
    for _ in range(2):
        store.blobs.offer_again()
        assert [one.ref for one in store.blobs.to_send()] == [PHOTO]
        assert copies(store) == ["blob-theirs"]
        assert store.blobs.content(PHOTO, JOURNAL) == CONTENT
    store.check()


def test_a_form_that_is_gone_takes_along_what_was_picked_for_it(store: Store) -> None:
    for name in ("kept", "left"):
        picked(store, blob(name.encode(), f"blob-{name}"), name.encode())
    recorded(store)
    store.drafts.set("good", '{"words": "Hej", "attachments": [{"blob_id": "blob-kept"}]}')
    store.blobs.sweep(store.drafts.values())
    assert store.blobs.content(blob(b"kept", "blob-kept")) == b"kept"
    assert store.blobs.content(blob(b"left", "blob-left")) is None
    assert states(store) == [WAITING]


def test_leaving_takes_what_was_picked_and_every_copy(store: Store) -> None:
    recorded(store)
    picked(store, blob(b"picked", "blob-picked"), b"picked")
    store.blobs.fetched(blob(b"theirs", "blob-theirs"), JOURNAL, b"theirs")
    store.blobs.clear()
    assert states(store) == [WAITING]
    assert copies(store) == []
    assert store.blobs._rows.find("blob-picked") is None


def test_on_a_full_disk_nothing_is_half_kept_and_what_was_kept_stays(store: Store) -> None:
    recorded(store, state=SENT)
    store._database.rows("PRAGMA max_page_count = 1")
    big = random.Random(2).randbytes(900_000)
    with pytest.raises(StoreFull):
        picked(store, blob(big, "blob-big"), big)
    assert store._database.rows("SELECT blob FROM blob_bytes") == [(PHOTO.blob_id,)]
    assert store.blobs._rows.find("blob-big") is None
    with pytest.raises(StoreFull):
        store.blobs.fetched(blob(big, "blob-big"), JOURNAL, big)
    store.blobs.acknowledged(PHOTO.blob_id)
    assert states(store) == []
    store.check()


def test_bytes_that_do_not_open_are_said_to(store: Store) -> None:
    recorded(store)
    store._database.write("UPDATE blob_bytes SET sealed = zeroblob(60)")
    with pytest.raises(StoreBroken):
        store.blobs.content(PHOTO, JOURNAL)
    assert store.blobs._rows.find(PHOTO.blob_id).state != PICKED  # type: ignore[union-attr]
