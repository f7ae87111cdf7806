"""The inbox: who waits, since when, what is done and by whom; asked cheaply however long the history is."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from mia_companion.domain import needs
from mia_companion.domain.entries import By
from mia_companion.domain.inbox import InboxThread, done, in_turn, threads_with, waiting
from mia_companion.domain.layers import Layers, live, shelf_of
from mia_companion.domain.messages import GENERAL, MessageWritten, ThreadReadUpTo
from mia_companion.domain.plan import Plan
from mia_companion.domain.settled_threads import Settled
from mia_companion.domain.shelf import Chunk, Shelf
from mia_companion.domain.shelving import PATIENCE
from mia_companion.domain.waiting import waits_since
from tests.domain.telling import Told
from tests.example_data import COORDINATOR, DESKTOP, NOW, PARTICIPANT, TODAY

JONAS = "account-jonas"
STEP = "step:step-1"
AUTHORS = st.sampled_from([PARTICIPANT, PARTICIPANT, COORDINATOR, JONAS])
HISTORIES = st.lists(st.tuples(AUTHORS, st.sampled_from([GENERAL, STEP])), max_size=60)


def _hour(n: int) -> datetime:
    return NOW + timedelta(hours=n)


def _told(*said: tuple[str, str]) -> Told:
    """So many messages, an hour apart: the author and the thread of each; the n-th is `m-n`."""
    told = Told()
    for n, (author, thread) in enumerate(said):
        words = MessageWritten(message_id=f"m-{n}", thread_id=thread, words=f"Rad {n}")
        told.tell(words, by=author, at=_hour(n))
    return told


def _settled(thread: str, upto: str, *, by: str = JONAS, at: datetime = NOW) -> dict[str, Settled]:
    said = By(entry="settled-1", author=by, device=DESKTOP, at=at, based_on=0, seq=1)
    return {thread: Settled(id=thread, by=said, message_id=upto)}


def _only(plan: Plan, settled: Mapping[str, Settled] | None = None) -> InboxThread:
    [one] = threads_with(plan, settled or {}, PARTICIPANT, COORDINATOR)
    return one


def test_it_waits_since_the_first_message_that_nobody_has_answered() -> None:
    one = _only(_told((COORDINATOR, GENERAL), (PARTICIPANT, GENERAL), (PARTICIPANT, GENERAL)).plan)
    assert one.waits_since == _hour(1)
    assert (one.done_by, one.is_settled, one.unread) == ("", False, 2)
    assert one.latest.id == "m-2"


def test_an_answer_by_any_coordinator_makes_it_done_and_says_who() -> None:
    one = _only(_told((PARTICIPANT, GENERAL), (JONAS, GENERAL)).plan)
    assert (one.waits, one.done_by, one.is_settled, one.done_at) == (False, JONAS, False, _hour(1))


def test_settled_up_to_its_last_message_it_is_done_until_a_new_one_comes() -> None:
    told = _told((PARTICIPANT, GENERAL), (PARTICIPANT, GENERAL))
    settled = _settled(GENERAL, "m-1", at=_hour(5))
    one = _only(told.plan, settled)
    assert (one.waits, one.done_by, one.is_settled, one.done_at) == (False, JONAS, True, _hour(5))
    told.tell(MessageWritten(message_id="m-2", words="En sak till"), at=_hour(6))
    assert _only(told.plan, settled).waits_since == _hour(6)


def test_settled_up_to_an_earlier_message_the_later_ones_wait() -> None:
    plan = _told((PARTICIPANT, GENERAL), (PARTICIPANT, GENERAL), (PARTICIPANT, GENERAL)).plan
    assert _only(plan, _settled(GENERAL, "m-0")).waits_since == _hour(1)


def test_an_empty_word_a_message_that_is_not_here_and_another_thread_settle_nothing() -> None:
    plan = _told((PARTICIPANT, GENERAL)).plan
    for settled in (_settled(GENERAL, ""), _settled(GENERAL, "m-99"), _settled(STEP, "m-0")):
        assert _only(plan, settled).waits_since == _hour(0)


def test_needs_and_inbox_have_one_definition() -> None:
    plan = _told((PARTICIPANT, GENERAL), (PARTICIPANT, STEP)).plan
    settled = _settled(GENERAL, "m-0")
    assert needs.waiting_since(plan, PARTICIPANT) == _hour(0)
    assert needs.waiting_since(plan, PARTICIPANT, settled) == _hour(1)
    found = needs.needs(
        plan, PARTICIPANT, COORDINATOR, NOW, TODAY, settled={**settled, **_settled(STEP, "m-1")}
    )
    assert not found.has(needs.WAITING)


def test_longest_waiting_first_then_what_was_done_last() -> None:
    said = [
        (PARTICIPANT, STEP),
        (PARTICIPANT, GENERAL),
        (PARTICIPANT, "step:a"),
        (JONAS, "step:a"),
        (JONAS, "step:b"),
    ]
    threads = threads_with(_told(*said).plan, {}, PARTICIPANT, COORDINATOR)
    assert [one.thread for one in waiting(threads)] == [STEP, GENERAL]
    assert [one.thread for one in done(threads)] == ["step:b", "step:a"]
    assert in_turn(threads) == [*waiting(threads), *done(threads)]


@given(HISTORIES, st.integers(0, 70))
def test_waiting_is_what_stands_at_the_end_after_every_coordinator_and_every_settling(
    history: list[tuple[str, str]], upto: int
) -> None:
    plan = _told(*history).plan
    settled = _settled(GENERAL, f"m-{upto}")
    for thread in (GENERAL, STEP):
        own = [n for n, (_, where) in enumerate(history) if where == thread]
        answered = [n for n in own if history[n][0] != PARTICIPANT]
        put_aside = [upto] if thread == GENERAL and upto in own else []
        left = [n for n in own if n > max([*answered, *put_aside], default=-1)]
        since = _hour(left[0]) if left else None
        assert waits_since(plan, settled, PARTICIPANT, thread) == since


@given(HISTORIES)
def test_every_thread_is_either_waiting_or_done_and_where_a_message_lies_means_nothing(
    history: list[tuple[str, str]],
) -> None:
    told = _told(*history)
    told.tell(ThreadReadUpTo(seq=told.picture.seq), by=COORDINATOR)
    threads = threads_with(told.plan, {}, PARTICIPANT, COORDINATOR)
    assert {one.thread for one in threads} == {thread for _, thread in history}
    assert len(in_turn(threads)) == len(threads)
    assert all(a.waits_since <= b.waits_since for a, b in pairwise(waiting(threads)))  # type: ignore[operator]
    assert all(bool(one.done_by) != one.waits for one in threads)
    shelved = threads_with(told.shelve().plan, {}, PARTICIPANT, COORDINATOR)
    assert in_turn(shelved) == in_turn(threads)


def test_a_long_history_costs_nothing() -> None:
    told = _told(*[(PARTICIPANT, GENERAL), (COORDINATOR, GENERAL)] * 100, (PARTICIPANT, GENERAL))
    told.tell(ThreadReadUpTo(seq=told.picture.seq), by=COORDINATOR)
    told.tell(ThreadReadUpTo(seq=told.picture.seq), by=PARTICIPANT)
    told.tell(*[ThreadReadUpTo(seq=0)] * 60).shelve(PATIENCE)
    assert shelf_of(told.picture.messages).chunks
    plan = Plan(replace(told.picture, messages=_unfetched(told.picture.messages)))
    assert _only(plan).waits_since == _hour(200)


def _unfetched(items: Mapping[str, Any]) -> Layers[Any]:
    def fetch() -> Mapping[str, Any]:
        raise AssertionError("something settled was fetched")

    def blind() -> Iterator[Chunk[Any]]:
        for one in shelf_of(items).chunks:
            yield Chunk(one.labels, fetch, about=one.about, upto=one.upto, latest=one.latest)

    return Layers(live(items), {}, Shelf(tuple(blind())))
