"""Details, interpreter, minutes, the wish for another time, and what one wants to say there."""

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.appointments import AppointmentConfirmed, AppointmentMoved, MoveAsked
from mia_companion.domain.arrangements import (
    AppointmentDetailed,
    InterpreterNoted,
    MinutesWritten,
)
from mia_companion.domain.facts import Fact
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.plan import Plan
from mia_companion.domain.preparations import PreparationWritten
from mia_companion.domain.to_say import all_prepared, to_say
from mia_companion.domain.words import Undone
from tests.example_data import NOW, booking, told

A1 = "appointment-1"
FIRST = "entry-0001"


def appointment(*facts: Fact) -> Appointment:
    return fold(EMPTY, told(booking(), *facts)).appointments[A1]


def test_each_detail_is_said_anew_by_itself_and_comes_back() -> None:
    anew = (
        AppointmentDetailed(
            appointment_id=A1, title="Läkarbesök hos Eva", directions="Från gården"
        ),
        AppointmentDetailed(appointment_id=A1, bring="Legitimation"),
    )
    one = appointment(*anew)
    assert (one.title, one.directions, one.bring) == (
        "Läkarbesök hos Eva", "Från gården", "Legitimation",
    )  # fmt: skip
    back = appointment(*anew, Undone(item=A1, entry="entry-0002"))
    assert (back.title, back.directions, back.bring) == ("Läkarbesök", "", "Legitimation")
    emptied = appointment(
        *anew,
        AppointmentDetailed(appointment_id=A1, bring=""),
        AppointmentDetailed(appointment_id=A1, title=" "),
    )
    assert (emptied.title, emptied.bring) == ("Läkarbesök hos Eva", "")


def test_a_wish_for_another_time_waits_until_it_is_answered() -> None:
    asks = MoveAsked(appointment_id=A1, revision=FIRST, words="Efter lunch")
    one = appointment(AppointmentConfirmed(appointment_id=A1, revision=FIRST), asks)
    assert one.move_asked is not None
    assert one.confirmed_by is None
    moved = appointment(asks, AppointmentMoved(appointment_id=A1, revision=FIRST, starts_at=NOW))
    assert moved.move_asked is None
    comes = appointment(asks, AppointmentConfirmed(appointment_id=A1, revision=FIRST))
    assert comes.move_asked is None
    assert appointment(asks, Undone(item=A1, entry="entry-0002")).move_asked is None
    late = MoveAsked(appointment_id=A1, revision="entry-9999")
    assert appointment(late).move_asked is None


def test_interpreter_and_minutes_are_kept_and_taken_back() -> None:
    one = appointment(
        InterpreterNoted(appointment_id=A1, state="wanted", language="ti"),
        InterpreterNoted(appointment_id=A1, state="booked", language="ti"),
        MinutesWritten(minutes_id="m-1", appointment_id=A1, words="Vi ses igen i maj."),
        MinutesWritten(minutes_id="m-1", appointment_id=A1, words="Något annat"),
        MinutesWritten(minutes_id="m-2", appointment_id=A1, words="Praktik från juni."),
    )
    assert one.interpreter is not None
    assert one.interpreter.state == "booked"
    assert [m.words for m in one.agreed] == ["Vi ses igen i maj.", "Praktik från juni."]
    back = fold(
        fold(EMPTY, told(booking(), InterpreterNoted(appointment_id=A1, state="wanted"))), ()
    ).appointments[A1]
    assert back.interpreter is not None
    gone = appointment(
        InterpreterNoted(appointment_id=A1, state="wanted"), Undone(item=A1, entry="entry-0002")
    )
    assert gone.interpreter is None


def test_what_one_wants_to_say_is_reworded_and_taken_away() -> None:
    say = PreparationWritten(preparation_id="p-1", appointment_id=A1, words="Ersättningen")
    facts = (
        booking(),
        say,
        say.model_copy(update={"words": "Fråga om ersättningen"}),
        PreparationWritten(preparation_id="p-2", appointment_id=A1, words="Sömnen"),
    )
    prepared = fold(EMPTY, told(*facts)).preparations[A1]
    assert [one.words for one in prepared.items] == ["Fråga om ersättningen", "Sömnen"]
    picture = fold(
        EMPTY,
        told(*facts, Undone(item=A1, entry="entry-0003"), Undone(item=A1, entry="entry-0004")),
    )
    items = picture.preparations[A1].items
    assert [(one.words, one.gone) for one in items] == [("Ersättningen", False), ("Sömnen", True)]
    assert not picture.appointments[A1].gone


def test_what_one_wants_to_say_comes_from_both_journals_in_the_order_of_writing() -> None:
    say = PreparationWritten(preparation_id="p-1", appointment_id=A1, words="Ersättningen")
    mine = PreparationWritten(preparation_id="p-2", appointment_id=A1, words="Sömnen")
    shared = told(booking(), say, Undone(item=A1, entry="entry-0002"), say)
    plan = Plan(shared=fold(EMPTY, shared[:2]), own=fold(EMPTY, told(mine)))
    assert [(one.item.words, one.private) for one in to_say(plan, A1)] == [
        ("Ersättningen", False), ("Sömnen", True),
    ]  # fmt: skip
    plan = Plan(shared=fold(EMPTY, shared[:3]), own=fold(EMPTY, told(mine)))
    assert [one.item.words for one in to_say(plan, A1)] == ["Sömnen"]
    assert [one.item.gone for one in all_prepared(plan, A1)] == [True, False]
    assert to_say(plan, "another") == ()


def test_a_proposal_is_open_until_the_next_move() -> None:
    def moves(revision: str) -> AppointmentMoved:
        return AppointmentMoved(appointment_id=A1, revision=revision, starts_at=NOW)

    proposed = (moves(FIRST), moves(FIRST))
    assert [one.id for one in appointment(*proposed).open_proposals] == ["entry-0003"]
    answered = appointment(*proposed, moves("entry-0002"))
    assert [one.id for one in answered.proposals] == ["entry-0003"]
    assert answered.open_proposals == ()


def test_an_appointment_is_found_by_its_id_until_it_is_taken_back() -> None:
    plan = Plan(shared=fold(EMPTY, told(booking())))
    assert plan.appointment(A1) == plan.appointments[0]
    assert plan.appointment("another") is None
    gone = fold(EMPTY, told(booking(), Undone(item=A1, entry=FIRST)))
    assert Plan(shared=gone).appointment(A1) is None
