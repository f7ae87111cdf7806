"""What belongs to an appointment: written once, reworded where it is, never cut, taken away and back."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from mia_companion.app.actions import Actions, Outcome
from mia_companion.domain.appointment import Appointment
from mia_companion.domain.arrangements import AppointmentDetailed
from mia_companion.domain.facts import Fact, read_fact
from mia_companion.domain.to_say import to_say
from tests.app.solo import Solo
from tests.example_data import NOW, OWN_JOURNAL

LATER = NOW + timedelta(days=1)


def _booked(solo: Solo, *, private: bool = False) -> Appointment:
    done = solo.do.appointments.book("Läkarbesök", "region", LATER, bring="Leg", private=private)
    return _now(solo, done.item)


def _now(solo: Solo, item: str) -> Appointment:
    found = solo.companion.view.plan().appointment(item)
    assert found is not None
    return found


def _last(solo: Solo) -> tuple[str, Fact | None]:
    entry = solo.companion.store.outbox.all()[-1].entry
    return entry.journal, read_fact(entry.body)


def test_minutes_and_what_to_say_are_taken_away_and_come_back(solo: Solo) -> None:
    do, item = solo.do, _booked(solo).id
    do.arrangements.write_minutes(_now(solo, item), "Praktik", item="m-1")
    [written] = _now(solo, item).agreed
    back = do.arrangements.take_back_minutes(_now(solo, item), written)
    assert not _now(solo, item).agreed
    do.appointments.undo(back)
    assert [m.words for m in _now(solo, item).agreed] == ["Praktik"]

    for private in (False, True):
        do.arrangements.prepare(item, "Sömnen", private=private, item=f"p-{private}")
    for one in to_say(solo.companion.view.plan(), item):
        back = do.arrangements.take_away(item, one)
        assert one.item.id not in [s.item.id for s in to_say(solo.companion.view.plan(), item)]
        do.appointments.undo(back)
    again = to_say(solo.companion.view.plan(), item)
    assert [(s.item.words, s.private) for s in again] == [("Sömnen", False), ("Sömnen", True)]


def test_what_stands_already_is_not_written_again(solo: Solo) -> None:
    one = _booked(solo)
    solo.do.arrangements.interpreter(one.id, "wanted", "ar")
    written = len(solo.companion.store.outbox.all())
    assert solo.do.arrangements.interpreter(one.id, "wanted", "ar")
    assert solo.do.arrangements.detail(one, {"bring": " Leg ", "title": "Läkarbesök"})
    assert len(solo.companion.store.outbox.all()) == written
    assert solo.do.arrangements.detail(one, {"bring": "", "title": "Läkarbesök"})
    assert _last(solo)[1] == AppointmentDetailed(appointment_id=one.id, bring="")


def test_a_tap_that_is_repeated_writes_once(solo: Solo) -> None:
    one = _booked(solo)
    for _ in range(2):
        solo.do.arrangements.prepare(one.id, "Sömnen", private=True, item="p-1")
        solo.do.arrangements.write_minutes(one, "Praktik", item="m-1")
    assert len(solo.companion.store.outbox.all()) == 3


def test_a_thing_to_say_is_reworded_where_it_is(solo: Solo) -> None:
    item = _booked(solo).id
    solo.do.arrangements.prepare(item, "Sömnen", private=True, item="p-1")
    [one] = to_say(solo.companion.view.plan(), item)
    assert solo.do.arrangements.reword(item, one, "Sömnen och maten")
    assert _last(solo)[0] == OWN_JOURNAL
    [one] = to_say(solo.companion.view.plan(), item)
    assert (one.item.words, one.private) == ("Sömnen och maten", True)
    assert solo.do.arrangements.reword(item, one, "Sömnen och maten ").entry == ""


def test_what_one_wants_to_say_at_a_private_time_is_private(solo: Solo) -> None:
    item = _booked(solo, private=True).id
    solo.do.arrangements.prepare(item, "Sömnen", item="p-1")
    assert _last(solo)[0] == OWN_JOURNAL


@pytest.mark.parametrize(
    ("write", "longest"),
    [
        (lambda do, one, words: do.arrangements.prepare(one.id, words, item="p-1"), 10_000),
        (lambda do, one, words: do.arrangements.write_minutes(one, words, item="m-1"), 10_000),
        (lambda do, one, words: do.arrangements.detail(one, {"title": words}), 2_000),
    ],
)
def test_words_that_are_empty_or_too_long_are_said_to_be_and_not_written(
    solo: Solo, write: Callable[[Actions, Appointment, str], Outcome], longest: int
) -> None:
    one = _booked(solo)
    for words in ("", "  \n ", "\x00\x1b"):
        assert write(solo.do, one, words) == Outcome(problem="empty")
    assert write(solo.do, one, "å" * (longest + 1)) == Outcome(problem="too-long")
    assert len(solo.companion.store.outbox.all()) == 1
    assert write(solo.do, one, "😀" * longest)


@pytest.mark.parametrize("name", ["directions", "phone", "link", "first_time", "contact"])
def test_no_detail_is_cut(solo: Solo, name: str) -> None:
    long = "å" * 10_001
    details = {name: long}
    assert solo.do.appointments.book("x", "region", LATER, **details).problem == "too-long"  # type: ignore[arg-type]
    one = _booked(solo)
    assert solo.do.arrangements.detail(one, details).problem == "too-long"
    assert solo.do.appointments.ask_move(one, long).problem == "too-long"
    assert len(solo.companion.store.outbox.all()) == 1
