"""What people say of an appointment: in the right journal, once, and each taken back and said again."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from mia_companion.app.actions import Actions, Outcome
from mia_companion.domain.appointment import Appointment
from mia_companion.domain.appointments import (
    AppointmentCancelled,
    AppointmentConfirmed,
    AppointmentMoved,
    MoveAsked,
)
from mia_companion.domain.arrangements import (
    AppointmentDetailed,
    InterpreterNoted,
    MinutesWritten,
)
from mia_companion.domain.facts import Fact, read_fact
from mia_companion.domain.preparations import PreparationWritten
from mia_companion.domain.to_say import to_say
from tests.app.solo import Solo
from tests.example_data import JOURNAL, NOW, OWN_JOURNAL

LATER = NOW + timedelta(days=1)

Verb = Callable[[Actions, Appointment], Outcome]

VERBS: list[tuple[Verb, type[Fact]]] = [
    (lambda do, one: do.appointments.move(one, LATER + timedelta(days=1)), AppointmentMoved),
    (lambda do, one: do.appointments.cancel(one), AppointmentCancelled),
    (lambda do, one: do.appointments.confirm(one), AppointmentConfirmed),
    (lambda do, one: do.appointments.ask_move(one, " Efter lunch "), MoveAsked),
    (lambda do, one: do.arrangements.detail(one, {"bring": "Kortet"}), AppointmentDetailed),
    (lambda do, one: do.arrangements.interpreter(one.id, "wanted", "ar"), InterpreterNoted),
    (
        lambda do, one: do.arrangements.write_minutes(one, "Praktik i maj", item="m-1"),
        MinutesWritten,
    ),
    (lambda do, one: do.arrangements.prepare(one.id, "Sömnen", item="p-1"), PreparationWritten),
]


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


@pytest.mark.parametrize("private", [False, True])
@pytest.mark.parametrize(("verb", "kind"), VERBS)
def test_a_verb_writes_where_the_appointment_is_and_undo_takes_it_back(
    solo: Solo, verb: Verb, kind: type[Fact], private: bool
) -> None:
    one = _booked(solo, private=private)
    done = verb(solo.do, one)
    journal, fact = _last(solo)
    assert isinstance(fact, kind)
    assert journal == (OWN_JOURNAL if private else JOURNAL)
    solo.do.appointments.undo(done)
    plan = solo.companion.view.plan()
    after = plan.appointments[0]
    assert (after.now, after.bring, after.agreed, after.interpreter, after.move_asked) == (
        one.now, "Leg", (), None, None,
    )  # fmt: skip
    assert (after.confirmed_by, after.cancelled_by, to_say(plan, one.id)) == (None, None, ())


def test_what_was_taken_back_is_said_again_by_undo(solo: Solo) -> None:
    do, item = solo.do, _booked(solo).id
    do.appointments.ask_move(_now(solo, item), "Efter lunch")
    back = do.appointments.take_back_wish(_now(solo, item))
    assert _now(solo, item).move_asked is None
    do.appointments.undo(back)
    wish = _now(solo, item).move_asked
    assert wish is not None
    assert wish.words == "Efter lunch"

    do.appointments.confirm(_now(solo, item))
    back = do.appointments.take_back_yes(_now(solo, item))
    assert _now(solo, item).confirmed_by is None
    do.appointments.undo(back)
    assert _now(solo, item).confirmed_by is not None

    do.appointments.cancel(_now(solo, item))
    back = do.appointments.take_back_cancelling(_now(solo, item))
    assert _now(solo, item).cancelled_by is None
    do.appointments.undo(back)
    assert _now(solo, item).cancelled_by is not None


def test_nothing_to_take_back_writes_nothing(solo: Solo) -> None:
    one = _booked(solo)
    for take_back in (
        solo.do.appointments.take_back_yes,
        solo.do.appointments.take_back_wish,
        solo.do.appointments.take_back_cancelling,
    ):
        assert take_back(one) == Outcome(item=one.id)
    assert len(solo.companion.store.outbox.all()) == 1


def test_how_times_are_shown_stays_on_the_device(solo: Solo) -> None:
    assert solo.companion.view.choices.times_as == "list"
    solo.do.choices.times_as("week")
    solo.reopen()
    assert solo.companion.view.choices.times_as == "week"
