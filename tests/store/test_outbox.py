"""The outbox: the exact bytes, in the order written, until the server has them."""

import pytest

from mia_companion.domain.entries import Entry
from mia_companion.store.errors import StoreError
from mia_companion.store.outbox import HELD, PARKED, REFUSED, SENT, UNTAKEN, WAITING
from mia_companion.store.store import Store
from tests.example_data import (
    COORDINATOR,
    JOURNAL,
    PARTICIPANT,
    confirmed,
    entry,
    held,
    message,
    steps_told,
)


def _states(store: Store) -> dict[str, str]:
    return {w.entry.id: w.state for w in store.outbox.all()}


def _fill(store: Store, *states: str) -> None:
    for n, state in enumerate(states):
        store.outbox.add(entry(message(f"m{n}"), f"entry-{n:03}"))
        if state != WAITING:
            store.outbox.mark([(state, "why" if state == REFUSED else "", f"entry-{n:03}")])


def test_bytes_stay_the_same_for_ever(store: Store) -> None:
    said = entry('{"kind":"FromLater", "n":1.10}', "entry-001")
    store.outbox.add(said)
    raw = store.outbox.to_send(9)[0].raw
    for state in (HELD, WAITING, SENT, WAITING):
        store.outbox.mark([(state, "", "entry-001")])
    [waiting] = store.outbox.to_send(9)
    assert waiting.raw == raw
    assert Entry.model_validate_json(raw).digest() == said.digest()


def test_only_what_waits_is_sent_in_the_order_written(store: Store) -> None:
    _fill(store, WAITING, SENT, HELD, REFUSED, WAITING, WAITING)
    assert [w.entry.id for w in store.outbox.to_send(2)] == ["entry-000", "entry-004"]
    assert len(store.outbox.to_send(9)) == 3


def test_the_same_id_is_recorded_once(store: Store) -> None:
    store.outbox.add(entry(message(), "entry-001"))
    with pytest.raises(StoreError):
        store.outbox.add(entry(message(words="other"), "entry-001"))
    assert len(store.outbox.all()) == 1


def test_only_what_is_held_is_retried_and_only_what_was_refused_is_discarded(store: Store) -> None:
    _fill(store, WAITING, SENT, HELD, REFUSED)
    store.outbox.retry_held()
    for n in range(4):
        store.outbox.discard(f"entry-{n:03}")
    assert _states(store) == {"entry-000": WAITING, "entry-001": SENT, "entry-002": WAITING}


def test_a_refusal_keeps_its_words_and_its_reason(store: Store) -> None:
    _fill(store, REFUSED)
    [one] = store.outbox.all()
    assert one.reason == "why"
    assert "Hej!" in one.entry.body


def test_anothers_words_are_set_aside_unseen_until_they_are_back(store: Store) -> None:
    store.outbox.add(entry(message(), "of-amina", author=PARTICIPANT))
    store.outbox.add(entry(message(), "of-karin", author=COORDINATOR))
    store.outbox.park_others(COORDINATOR)
    assert _states(store) == {"of-karin": WAITING}
    assert [w.entry.id for w in store.outbox.to_send(9)] == ["of-karin"]
    store.journals.forget(JOURNAL)
    store.outbox.park_others(PARTICIPANT)
    assert _states(store) == {"of-amina": WAITING}
    assert PARKED not in _states(store).values()


def test_a_server_that_lost_its_receipts_gets_ones_own_words_as_new(store: Store) -> None:
    mine = confirmed(entry(message(), "of-amina"), 1)
    theirs = confirmed(entry(message(), "of-karin", author=COORDINATOR), 2)
    store.journals.add(held(), [mine, theirs])
    store.journals.rebase({JOURNAL: 0})
    store.outbox.send_anew(["of-amina", "of-karin"], PARTICIPANT)
    store.outbox.returned({"of-amina": 0, "of-karin": 0})
    [waiting] = store.outbox.to_send(9)
    assert waiting.entry == mine.entry
    assert waiting.raw == mine.entry.model_dump_json().encode()
    assert store.outbox.to_return(9) == []
    [kept] = store.outbox.given_back()
    assert (kept.entry, kept.state) == (theirs.entry, UNTAKEN)
    store.journals.rebase({JOURNAL: 0})  # another epoch, perhaps of a server that knows its receipt
    assert store.outbox.to_return(9) == [kept.raw]
    store.journals.forget(JOURNAL)
    assert store.outbox.given_back() == []


def test_returning_ones_are_nobodys_outbox(store: Store) -> None:
    store.journals.add(held(), steps_told(3))
    store.journals.rebase({JOURNAL: 1})
    assert store.outbox.all() == []
    assert store.outbox.to_send(9) == []
    assert len(store.outbox.to_return(9)) == 2
