"""Confirmed journals: pages, pictures, and a server that was restored from a backup."""

import json

import pytest

from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY
from mia_companion.store import saved_picture
from mia_companion.store.outbox import SENT, WAITING
from mia_companion.store.store import Store
from tests.example_data import (
    JOURNAL,
    OWN_JOURNAL,
    confirmed,
    entry,
    held,
    message,
    steps_told,
)


def _ids(store: Store) -> list[str]:
    return [json.loads(raw)["entry"]["id"] for raw in store.outbox.to_return(1000)]


def test_a_repeated_or_overlapping_page_changes_nothing(store: Store) -> None:
    pages = steps_told(9)
    for start, stop in [(0, 4), (0, 4), (2, 7), (0, 9), (8, 9)]:
        store.journals.add(held(), pages[start:stop])
    assert list(store.journals.entries(JOURNAL)) == pages
    assert list(store.journals.entries(JOURNAL, after=7)) == pages[7:]
    assert store.journals.cursors() == {JOURNAL: 9}


def test_a_page_with_a_gap_is_not_taken_at_all(store: Store) -> None:
    store.journals.add(held(), steps_told(2))
    with pytest.raises(ValueError, match="a gap after 4"):
        store.journals.add(held(), [*steps_told(2, start=3), *steps_told(1, start=6)])
    assert store.journals.cursors() == {JOURNAL: 2}
    assert len(list(store.journals.entries(JOURNAL))) == 2


def test_ones_own_entry_leaves_the_outbox_when_it_is_pulled(store: Store) -> None:
    mine = entry(message(), "mine-0001")
    store.outbox.add(mine)
    store.outbox.add(entry(message("m2"), "mine-0002"))
    store.outbox.mark([(SENT, "", "mine-0001")])
    store.journals.add(held(), [confirmed(mine, 1)])
    assert [w.entry.id for w in store.outbox.all()] == ["mine-0002"]


def test_what_a_journal_is_and_how_far_others_read_is_the_last_that_was_said(store: Store) -> None:
    store.journals.add(held(), steps_told(1))
    store.journals.add(held(reached={"account-karin": 1}), [])
    assert store.journals.known() == {JOURNAL: held(reached={"account-karin": 1})}


def test_a_picture_stands_for_the_beginning_and_stays_so(store: Store) -> None:
    whole = steps_told(30)
    store.journals.add(held(), whole[20:25], fold(EMPTY, whole[:20]))
    store.journals.add(held(), whole[25:])
    assert store.journals.known()[JOURNAL].since == 21
    picture = store.journals.picture(JOURNAL)
    assert fold(picture, store.journals.entries(JOURNAL, after=picture.seq)) == fold(EMPTY, whole)


def test_a_picture_of_what_is_already_here_says_nothing_new(store: Store) -> None:
    whole = steps_told(30)
    store.journals.add(held(), whole)
    store.journals.add(held(), [], fold(EMPTY, whole[:20]))
    assert store.journals.known()[JOURNAL].since == 1
    assert store.journals.cursors() == {JOURNAL: 30}


def test_after_the_fold_changed_a_whole_journal_is_folded_anew(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = steps_told(30)
    store.journals.add(held(), whole)
    store.journals.save_picture(JOURNAL, fold(EMPTY, whole))
    monkeypatch.setattr(saved_picture, "FOLD_VERSION", 99)
    assert store.journals.picture(JOURNAL) is EMPTY
    assert list(store.journals.entries(JOURNAL)) == whole


def test_after_the_fold_changed_a_journal_without_its_beginning_is_read_anew(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The picture stood for entries that are not here; folding the rest alone would be wrong."""
    whole = steps_told(30)
    store.journals.add(held(), whole[20:], fold(EMPTY, whole[:20]))
    monkeypatch.setattr(saved_picture, "FOLD_VERSION", 99)
    assert store.journals.picture(JOURNAL) is EMPTY
    assert store.journals.cursors() == {JOURNAL: 0}
    assert list(store.journals.entries(JOURNAL)) == []
    store.journals.add(held(), whole)
    assert store.journals.known()[JOURNAL].since == 1


@pytest.mark.parametrize("base", [0, 3, 6, 9])
def test_a_restored_server_gets_back_what_it_lacks(store: Store, base: int) -> None:
    store.journals.add(held(), steps_told(6))
    store.journals.add(held(OWN_JOURNAL, "own"), steps_told(2, OWN_JOURNAL))
    store.journals.rebase({JOURNAL: base})
    assert _ids(store) == [f"{JOURNAL}-{n:06}" for n in range(base + 1, 7)]
    assert store.journals.cursors() == {JOURNAL: min(base, 6), OWN_JOURNAL: 2}
    store.journals.rebase({JOURNAL: base})  # a crash may have come between this and the epoch
    assert len(_ids(store)) == max(0, 6 - base)
    store.outbox.returned(dict.fromkeys(_ids(store)[:1], 9))
    assert len(_ids(store)) == max(0, 6 - base - 1)
    store.journals.rebase({JOURNAL: base})  # restored again, before it was pulled
    assert len(_ids(store)) == max(0, 6 - base)


def test_what_was_sent_but_never_pulled_is_sent_again(store: Store) -> None:
    for n in (1, 2):
        store.outbox.add(entry(message(f"m{n}"), f"mine-000{n}"))
    store.outbox.mark([(SENT, "", "mine-0001"), ("refused", "not-allowed", "mine-0002")])
    store.journals.rebase({})
    assert [w.state for w in store.outbox.all()] == [WAITING, "refused"]


@pytest.mark.parametrize(("base", "cursor"), [(10, 0), (22, 0), (27, 27)])
def test_a_beginning_that_only_a_picture_held_is_read_anew(
    store: Store, base: int, cursor: int
) -> None:
    whole = steps_told(30)
    store.journals.add(held(), whole[20:24], fold(EMPTY, whole[:20]))
    store.journals.add(held(), whole[24:])
    store.journals.save_picture(JOURNAL, fold(EMPTY, whole[:26]))
    store.journals.rebase({JOURNAL: base})
    assert store.journals.cursors() == {JOURNAL: cursor}
    assert _ids(store) == [f"{JOURNAL}-{n:06}" for n in range(max(base, 20) + 1, 31)]
    if cursor == 0:
        assert store.journals.picture(JOURNAL) is EMPTY
        store.journals.add(held(), whole)
        assert store.journals.known()[JOURNAL].since == 1


def test_what_comes_back_under_another_number_is_no_longer_to_be_returned(store: Store) -> None:
    store.journals.add(held(), steps_told(6))
    store.journals.rebase({JOURNAL: 4})
    [fifth] = steps_told(1, start=5)
    store.journals.add(held(), [confirmed(fifth.entry.model_copy(update={"id": "x" * 8}), 5)])
    store.journals.add(held(), [confirmed(fifth.entry, 6)])
    assert _ids(store) == [f"{JOURNAL}-000006"]


def test_forgetting_a_journal_leaves_the_others(store: Store) -> None:
    store.journals.add(held(), steps_told(3))
    store.journals.add(held(OWN_JOURNAL, "own"), steps_told(2, OWN_JOURNAL))
    store.outbox.add(entry(message(), "mine-0001"))
    store.outbox.add(entry(message(), "mine-0002", journal=OWN_JOURNAL))
    store.journals.forget(JOURNAL)
    assert store.journals.cursors() == {OWN_JOURNAL: 2}
    assert [w.entry.id for w in store.outbox.all()] == ["mine-0002"]
    assert list(store.journals.entries(JOURNAL)) == []
    assert store.journals.picture(JOURNAL) is EMPTY
