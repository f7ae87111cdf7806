"""What is settled is found again by whoever looks back, and is live again when it is spoken of."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import Any

from mia_companion.domain import appointments as a
from mia_companion.domain import messages as m
from mia_companion.domain import step_marks as sm
from mia_companion.domain import suggestions as su
from mia_companion.domain.layers import Layers, live, shelf_of
from mia_companion.domain.needs import GAP, needs
from mia_companion.domain.newest import BOOKED, newest
from mia_companion.domain.picture import MAPS, Picture
from mia_companion.domain.plan import Plan
from mia_companion.domain.shelf import Chunk, Shelf
from mia_companion.domain.shelving import PATIENCE, Patience
from mia_companion.domain.words import Undone
from tests.domain.telling import Told, quiet
from tests.example_data import COORDINATOR, NOW, PARTICIPANT, TODAY, booking, goal, message, step


def test_messages_that_another_reader_has_not_read_are_counted_from_the_shelf() -> None:
    """A coordinator who is new here has read nothing of what the one before had."""
    told = Told().tell(message("m-1"), message("m-2"), message("m-3"))
    told.tell(m.ThreadReadUpTo(seq=3), by=COORDINATOR).shelve()
    assert set(shelf_of(told.picture.messages)) == {"m-1", "m-2"}
    assert told.plan.unread(COORDINATOR) == 0
    assert told.plan.unread("account-new") == 3
    assert told.plan.unread("account-new", "step:step-1") == 0


def test_a_message_that_waits_for_a_reader_is_older_than_what_is_settled() -> None:
    told = Told().tell(message("m-1")).tell(message("m-2"), by=COORDINATOR)
    told.tell(message("m-3")).tell(message("m-4"), message("m-5"), by=COORDINATOR)
    told.tell(m.ThreadReadUpTo(seq=4), by=PARTICIPANT).shelve()
    assert set(shelf_of(told.picture.messages)) == {"m-2", "m-4"}
    assert [one.id for one in told.plan.newest_messages(3)] == ["m-3", "m-4", "m-5"]


def test_a_clock_that_is_behind_still_sees_ahead_what_is_over_for_the_server() -> None:
    told = Told().tell(booking()).tell(goal(), at=NOW + timedelta(days=9)).shelve()
    assert set(shelf_of(told.picture.appointments)) == {"appointment-1"}
    assert [one.id for one in told.plan.coming(NOW)] == ["appointment-1"]
    assert told.plan.coming(NOW + timedelta(days=9)) == ()


def test_a_settled_appointment_that_gets_another_time_is_ahead_again() -> None:
    told = Told().tell(booking()).tell(goal(), at=NOW + timedelta(days=9)).shelve()
    moved = a.AppointmentMoved(
        appointment_id="appointment-1", revision="entry-0001", starts_at=NOW + timedelta(days=20)
    )
    told.tell(moved, at=NOW + timedelta(days=9))
    assert set(live(told.picture.appointments)) == {"appointment-1"}
    assert told.plan.next_appointment(NOW + timedelta(days=9)) is not None
    told.tell(goal("goal-2"), at=NOW + timedelta(days=30)).shelve()
    assert set(live(told.picture.appointments)) == set()
    [appointment] = told.plan.appointments  # of the two on the shelf the newer counts
    assert appointment.now.starts_at == NOW + timedelta(days=20)
    assert told.picture.appointments["appointment-1"] == appointment


def test_a_suggestion_settles_with_its_answer_and_is_open_again_when_that_is_taken_back() -> None:
    told = Told().tell(su.StepSuggested(suggestion_id="step-1", words="Gå ut"), by=COORDINATOR)
    assert told.settles("suggestions") == set()
    told.tell(step(), sm.StepDone(step_id="step-1")).shelve()
    assert set(shelf_of(told.picture.suggestions)) == {"step-1"}
    assert set(shelf_of(told.picture.steps)) == {"step-1"}
    assert told.plan.suggestions == ()
    told.tell(Undone(item="step-1", entry="entry-0002")).shelve()
    assert told.plan.suggestions == tuple(told.picture.suggestions.values())
    told.tell(su.SuggestionDeclined(suggestion_id="step-1")).shelve()
    assert told.plan.suggestions == ()


def test_the_steps_marked_last_are_found_wherever_they_lie() -> None:
    """By their authors' clocks, which may put a settled one after a live one."""
    shared, own = Told(), Told()
    for told, name, hours in ((shared, "s-0", 2), (shared, "s-1", 0), (own, "o-0", -2)):
        told.tell(step(name), sm.StepDone(step_id=name), at=NOW + timedelta(hours=hours))
    own.shelve().tell(step("o-1"), sm.StepDone(step_id="o-1"), at=NOW - timedelta(hours=1))
    shared.shelve(Patience(quiet=2))
    assert set(live(shared.picture.steps)) == {"s-1"}
    plan = Plan(shared.picture, own.picture)
    for count in range(5):
        found = [one.id for one in plan.recent_steps(count)]
        assert found == ["s-0", "s-1", "o-1", "o-0"][:count]


def test_the_newest_thing_is_found_where_nothing_is_live() -> None:
    told = Told().tell(goal(), step(), sm.StepDone(step_id="step-1"), booking())
    told.tell(*quiet(3), at=NOW + timedelta(days=9)).shelve()
    found = newest(told.plan, COORDINATOR)
    assert found is not None
    assert (found.what, found.by.seq) == (BOOKED, 4)


def test_a_life_of_one_year_leaves_little_that_is_live() -> None:
    """What a tap looks through does not grow with what is behind."""
    told = Told()
    for week in range(52):
        at = NOW + timedelta(days=7 * week)
        for n in range(10):
            told.tell(step(f"s-{week}-{n}"), sm.StepDone(step_id=f"s-{week}-{n}"), at=at)
        told.tell(m.MessageWritten(message_id=f"m-{week}", words="Hej"), at=at)
        told.tell(m.ThreadReadUpTo(seq=told.picture.seq), by=COORDINATOR, at=at)
        told.tell(booking(f"a-{week}", at + timedelta(days=1)), at=at)
        told.shelve(PATIENCE)
    assert _live_items(told.picture) < 150
    assert len(told.picture.steps) == 520
    assert len(told.plan.appointments) == 52


def _live_items(picture: Picture) -> int:
    return sum(len(live(getattr(picture, name))) for name in MAPS)


def test_what_a_coordinator_is_shown_first_fetches_nothing() -> None:
    told = Told().tell(goal())
    for n in range(30):
        told.tell(step(f"s-{n}"), sm.StepDone(step_id=f"s-{n}"), message(f"m-{n}"))
    told.tell(*(booking(f"a-{n}", NOW - timedelta(days=9)) for n in range(30)))
    told.tell(m.ThreadReadUpTo(seq=told.picture.seq), by=COORDINATOR)
    told.tell(*quiet(50)).tell(message("new")).shelve(PATIENCE)
    maps: dict[str, Any] = {name: _unfetched(getattr(told.picture, name)) for name in MAPS}
    plan = Plan(replace(told.picture, **maps))
    found = needs(plan, PARTICIPANT, COORDINATOR, NOW, TODAY)
    assert (found.unread, found.has(GAP)) == (1, True)
    assert found.newest is not None
    assert found.newest.by.seq == told.picture.seq


def _unfetched(items: Mapping[str, Any]) -> Layers[Any]:
    def fetch() -> Mapping[str, Any]:
        raise AssertionError("something settled was fetched")

    chunks = shelf_of(items).chunks
    shelf = [
        Chunk(one.labels, fetch, about=one.about, upto=one.upto, latest=one.latest)
        for one in chunks
    ]
    return Layers(live(items), {}, Shelf(tuple(shelf)))


def test_of_what_is_long_ago_only_as_much_is_fetched_as_is_asked_for() -> None:
    told = Told()
    for n in range(6):
        at = NOW + timedelta(days=n)
        told.tell(step(f"s-{n}"), sm.StepDone(step_id=f"s-{n}"), message(f"m-{n}"), at=at)
        told.tell(m.ThreadReadUpTo(seq=told.picture.seq), by=COORDINATOR, at=at).shelve()
    fetched: list[str] = []
    maps: dict[str, Any] = {
        name: _noted(name, getattr(told.picture, name), fetched) for name in ("steps", "messages")
    }
    plan = Plan(replace(told.picture, **maps))
    assert [one.id for one in plan.recent_steps(2)] == ["s-5", "s-4"]
    assert [one.id for one in plan.newest_messages(3)] == ["m-3", "m-4", "m-5"]
    assert fetched == ["steps 5", "steps 4", "messages 4", "messages 3"]


def _noted(name: str, items: Mapping[str, Any], fetched: list[str]) -> Layers[Any]:
    def again(at: int, chunk: Chunk[Any]) -> Chunk[Any]:
        def fetch() -> Mapping[str, Any]:
            fetched.append(f"{name} {at}")
            return chunk.fetched

        return Chunk(chunk.labels, fetch, about=chunk.about, upto=chunk.upto, latest=chunk.latest)

    chunks = (again(at, chunk) for at, chunk in enumerate(shelf_of(items).chunks))
    return Layers(live(items), {}, Shelf(tuple(chunks)))
