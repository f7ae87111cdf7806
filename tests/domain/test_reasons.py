"""Why somebody needs the coordinator: each reason comes, and goes when it is met."""

from datetime import date, timedelta

from mia_companion.domain import needs as n
from mia_companion.domain.appointments import (
    AppointmentCancelled,
    AppointmentConfirmed,
    AppointmentMoved,
    MoveAsked,
)
from mia_companion.domain.checkins import CheckedIn
from mia_companion.domain.consents import ConsentWithdrawn
from mia_companion.domain.enrolments import EnrolmentBegun, EnrolmentFinished, FollowedUp
from mia_companion.domain.needs import Needs, Reason, most_needed_first, needs
from mia_companion.domain.words import Undone
from tests.domain.telling import Told
from tests.example_data import COORDINATOR, NOW, PARTICIPANT, TODAY, booking, consent, goal, message

DAY = timedelta(days=1)


def _reasons(told: Told, today: date = TODAY) -> dict[str, object]:
    now = NOW + (today - TODAY)
    found = needs(told.plan, PARTICIPANT, COORDINATOR, now, today).reasons
    assert [one.what for one in found] == sorted((o.what for o in found), key=n.REASONS.index)
    return {one.what: one.at for one in found}


def test_nobody_who_has_something_ahead_and_is_answered_is_a_reason() -> None:
    told = Told().tell(booking(), by=COORDINATOR).tell(message(), by=COORDINATOR)
    assert _reasons(told) == {}


def test_a_wish_for_another_time_stands_until_the_time_is_moved() -> None:
    told = Told().tell(booking(), by=COORDINATOR)
    told.tell(MoveAsked(appointment_id="appointment-1", revision="entry-0001"), at=NOW - DAY)
    assert _reasons(told) == {n.MOVE_ASKED: NOW - DAY}
    later = AppointmentMoved(
        appointment_id="appointment-1", revision="entry-0001", starts_at=NOW + 3 * DAY
    )
    assert _reasons(told.tell(later, by=COORDINATOR)) == {}


def test_a_wish_is_over_when_the_participant_says_yes_or_the_day_has_passed() -> None:
    asked = MoveAsked(appointment_id="appointment-1", revision="entry-0001")
    told = Told().tell(booking(), by=COORDINATOR).tell(asked)
    assert n.MOVE_ASKED not in _reasons(told, TODAY + 2 * DAY)
    told.tell(AppointmentConfirmed(appointment_id="appointment-1", revision="entry-0001"))
    assert n.MOVE_ASKED not in _reasons(told)


def test_a_participants_proposal_asks_as_well_and_a_coordinators_does_not() -> None:
    for author, asks in ((PARTICIPANT, True), (COORDINATOR, False)):
        told = Told().tell(booking(), by=COORDINATOR)
        moved = AppointmentMoved(
            appointment_id="appointment-1", revision="entry-0000", starts_at=NOW + 2 * DAY
        )
        assert (n.MOVE_ASKED in _reasons(told.tell(moved, by=author))) is asks


def test_what_was_called_off_stands_until_a_coordinator_writes_or_books() -> None:
    off = AppointmentCancelled(appointment_id="appointment-1", revision="entry-0001")
    told = Told().tell(booking(), by=COORDINATOR).tell(message("m-0"), by=COORDINATOR).tell(off)
    assert _reasons(told) == {n.CALLED_OFF: NOW, n.GAP: None}
    written = Told().tell(booking(), by=COORDINATOR).tell(off).tell(message("m-1"), by=COORDINATOR)
    assert _reasons(written) == {n.GAP: None}
    assert _reasons(told.tell(booking("appointment-2", NOW + 5 * DAY), by=COORDINATOR)) == {}


def test_what_a_coordinator_called_off_is_no_reason_but_the_gap_is() -> None:
    told = Told().tell(booking(), by=COORDINATOR)
    told.tell(AppointmentCancelled(appointment_id="appointment-1", revision="x"), by=COORDINATOR)
    assert _reasons(told) == {n.GAP: None}


def test_silence_is_counted_from_the_participants_last_day_not_the_coordinators() -> None:
    told = Told()
    for days in (40, 39, 38, 37, 36):
        told.tell(goal(f"goal-{days}"), at=NOW - days * DAY)
    told.tell(booking(starts_at=NOW + DAY), by=COORDINATOR, at=NOW - DAY)
    assert _reasons(told) == {n.SILENCE: TODAY - 36 * DAY}
    assert n.SILENCE not in _reasons(told.tell(goal("now")))


def test_a_hard_day_is_a_reason_for_a_week_and_until_a_better_one() -> None:
    told = Told().tell(booking(starts_at=NOW + 30 * DAY), by=COORDINATOR)
    told.tell(CheckedIn(checkin_id="c-1", feeling=2))
    assert _reasons(told) == {n.LOW: TODAY}
    assert _reasons(told, TODAY + 7 * DAY) == {n.LOW: TODAY}
    assert _reasons(told, TODAY + 8 * DAY) == {}
    told.tell(CheckedIn(checkin_id="c-2", feeling=3), at=NOW + timedelta(hours=1))
    assert _reasons(told) == {}


def test_a_hard_day_that_is_taken_back_is_none() -> None:
    told = Told().tell(booking(), by=COORDINATOR).tell(CheckedIn(checkin_id="c-1", feeling=1))
    assert _reasons(told) == {n.LOW: TODAY}
    assert _reasons(told.tell(Undone(item="c-1", entry="entry-0002"))) == {}


def test_a_consent_that_ends_within_a_month_is_a_reason_unless_another_goes_on() -> None:
    last = date(2026, 12, 31)
    told = Told().tell(booking(starts_at=NOW + 400 * DAY), by=COORDINATOR).tell(consent())
    told.tell(goal(), at=NOW + (last - TODAY))
    assert _reasons(told, last - 31 * DAY) == {}
    assert _reasons(told, last - 30 * DAY) == {n.CONSENT_ENDS: last}
    assert _reasons(told, last + DAY) == {}
    longer = consent("consent-2").model_copy(update={"valid_until": last + 99 * DAY})
    narrower = longer.model_copy(update={"categories": ("health",), "consent_id": "consent-3"})
    assert _reasons(told.tell(narrower), last) == {n.CONSENT_ENDS: last}
    assert _reasons(told.tell(longer), last) == {}
    told.tell(ConsentWithdrawn(consent_id="consent-2"))
    assert _reasons(told, last) == {n.CONSENT_ENDS: last}
    assert _reasons(told.tell(ConsentWithdrawn(consent_id="consent-1")), last) == {}


def test_who_has_finished_has_no_gap_and_no_silence_until_a_new_start() -> None:
    told = Told().tell(EnrolmentBegun(enrolment_id="e-1", day=TODAY), by=COORDINATOR)
    for days in (40, 39, 38, 37, 36):
        told.tell(goal(f"goal-{days}"), at=NOW - days * DAY)
    assert _reasons(told) == {n.GAP: None, n.SILENCE: TODAY - 36 * DAY}
    done = EnrolmentFinished(enrolment_id="e-1", day=TODAY, result="in_work")
    assert _reasons(told.tell(done, by=COORDINATOR)) == {}
    again = EnrolmentBegun(enrolment_id="e-2", day=TODAY + DAY)
    assert n.GAP in _reasons(told.tell(again, by=COORDINATOR), TODAY + DAY)


def test_a_follow_up_that_is_due_is_a_reason_until_it_is_made() -> None:
    finished = EnrolmentFinished(enrolment_id="e-1", day=date(2026, 3, 2), result="in_work")
    told = Told().tell(booking(starts_at=NOW + 400 * DAY), by=COORDINATOR)
    told.tell(EnrolmentBegun(enrolment_id="e-1", day=date(2025, 3, 2)), finished, by=COORDINATOR)
    told.tell(goal(), at=NOW + 180 * DAY)
    assert _reasons(told, date(2026, 9, 1)) == {}
    assert _reasons(told, date(2026, 9, 2)) == {n.FOLLOW_UP: date(2026, 9, 2)}
    made = FollowedUp(enrolment_id="e-1", day=date(2026, 9, 2), result="in_work")
    assert _reasons(told.tell(made, by=COORDINATOR), date(2026, 9, 2)) == {}


def test_the_order_is_by_the_weightiest_reason_then_by_how_long_then_by_name() -> None:
    people = {
        "Wait short": Needs(reasons=(Reason(n.WAITING, NOW),)),
        "Wait long": Needs(reasons=(Reason(n.WAITING, NOW - DAY), Reason(n.GAP))),
        "Asks": Needs(reasons=(Reason(n.MOVE_ASKED, NOW - 9 * DAY),)),
        "Gap": Needs(reasons=(Reason(n.GAP),)),
        "Gap and silence": Needs(reasons=(Reason(n.GAP), Reason(n.SILENCE, TODAY))),
        "Consent later": Needs(reasons=(Reason(n.CONSENT_ENDS, TODAY + 9 * DAY),)),
        "Consent sooner": Needs(reasons=(Reason(n.CONSENT_ENDS, TODAY + DAY),)),
        "B well": Needs(),
        "a well": Needs(),
    }
    ordered = sorted(people, key=lambda name: most_needed_first(name, people[name]))
    assert ordered == [
        "Wait long", "Wait short", "Asks", "Gap and silence", "Gap",
        "Consent sooner", "Consent later", "a well", "B well",
    ]  # fmt: skip
