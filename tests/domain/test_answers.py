"""Answers name what they answer: confirmations, moves and consents count for exactly that."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.appointments import (
    AppointmentCancelled,
    AppointmentConfirmed,
    AppointmentMoved,
)
from mia_companion.domain.consents import ConsentWithdrawn
from mia_companion.domain.entries import Entry
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY
from tests.example_data import (
    COORDINATOR,
    DESKTOP,
    NOW,
    PHONE,
    TABLET,
    booking,
    confirmed,
    consent,
    entry,
    in_order,
)

ONE = "appointment-1"
BOOKED = entry(booking(), "booked-00", author=COORDINATOR, device=DESKTOP)
CONFIRM = entry(AppointmentConfirmed(appointment_id=ONE, revision="booked-00"), "confirm-0")
CANCEL = entry(AppointmentCancelled(appointment_id=ONE, revision="booked-00"), "cancel-00")


def _move(id: str, revision: str, hours: int) -> Entry:
    starts_at = NOW + timedelta(hours=hours)
    fact = AppointmentMoved(appointment_id=ONE, revision=revision, starts_at=starts_at)
    return entry(fact, id, author=COORDINATOR, device=DESKTOP)


MOVED = _move("moved-001", "booked-00", 48)


def _seen(*said: Entry) -> Appointment:
    return fold(EMPTY, in_order(said)).appointments[ONE]


def test_a_confirmation_counts_for_the_revision_that_stands() -> None:
    by = _seen(BOOKED, CONFIRM).confirmed_by
    assert by is not None
    assert by.entry == "confirm-0"


@given(st.permutations([CONFIRM, MOVED]))
def test_a_confirmation_of_what_was_moved_counts_for_nothing(said: list[Entry]) -> None:
    seen = _seen(BOOKED, *said)
    assert seen.confirmed_by is None
    assert seen.now.id == "moved-001"
    assert seen.now.place == "Storgatan 1"
    assert [r.id for r in seen.revisions] == ["booked-00", "moved-001"]


def test_a_move_of_an_outdated_revision_becomes_a_proposal() -> None:
    seen = _seen(BOOKED, MOVED, _move("moved-002", "booked-00", 72))
    assert seen.now.id == "moved-001"
    assert [p.id for p in seen.proposals] == ["moved-002"]
    assert seen.proposals[0].starts_at == NOW + timedelta(hours=72)


def test_a_proposal_does_not_take_a_confirmation_away() -> None:
    yes = entry(AppointmentConfirmed(appointment_id=ONE, revision="moved-001"), "confirm-1")
    seen = _seen(BOOKED, MOVED, yes, _move("moved-002", "booked-00", 72))
    assert seen.confirmed_by is not None


@pytest.mark.parametrize("outdated", [True, False])
def test_a_cancellation_always_counts(outdated: bool) -> None:
    said = [BOOKED, MOVED, CANCEL] if outdated else [BOOKED, CANCEL]
    assert _seen(*said).cancelled_by is not None


def test_after_a_cancellation_nothing_is_confirmed_or_moved() -> None:
    seen = _seen(BOOKED, CANCEL, CONFIRM, MOVED)
    assert seen.confirmed_by is None
    assert seen.now.id == "booked-00"
    assert [p.id for p in seen.proposals] == ["moved-001"]


def test_an_answer_to_an_appointment_that_is_not_here_says_nothing() -> None:
    assert fold(EMPTY, in_order([CONFIRM, MOVED, CANCEL])).appointments == {}


GIVEN = entry(consent(), "given-000")
WITHDRAWN = entry(ConsentWithdrawn(consent_id="consent-1"), "withdrawn", device=TABLET)


def _counts(*said: Entry, waiting: tuple[Entry, ...] = ()) -> bool:
    picture = fold(fold(EMPTY, in_order(said)), waiting)
    return picture.consents["consent-1"].counts_on(date(2026, 6, 1))


def test_a_grant_counts_and_a_withdrawal_ends_it() -> None:
    assert _counts(GIVEN)
    assert not _counts(GIVEN, WITHDRAWN)


@pytest.mark.parametrize(("based_on", "counts"), [(0, False), (1, False), (2, True)])
def test_a_grant_counts_only_if_its_author_had_seen_the_withdrawal(
    based_on: int, counts: bool
) -> None:
    again = entry(consent(), "given-001", based_on=based_on)
    assert _counts(GIVEN, WITHDRAWN, again) is counts


def test_what_was_read_in_another_epoch_proves_nothing() -> None:
    """A server restored from a backup counts anew: seq 2 there was another entry."""
    again = entry(consent(), "given-001", based_on=2, epoch="epoch-0")
    assert not _counts(GIVEN, WITHDRAWN, again)


def test_a_withdrawal_before_any_grant_counts_against_one_that_had_not_seen_it() -> None:
    assert not _counts(WITHDRAWN, GIVEN)


def test_a_grant_after_a_withdrawal_in_the_same_outbox_counts() -> None:
    withdrawn = entry(ConsentWithdrawn(consent_id="consent-1"), "withdrawn")
    again = entry(consent(), "given-001")
    assert _counts(GIVEN, waiting=(withdrawn, again))
    assert _counts(GIVEN, withdrawn, again)
    assert not _counts(GIVEN, again, withdrawn)


def test_a_grant_that_waits_does_not_count_over_a_withdrawal_that_came_meanwhile() -> None:
    waiting = entry(consent(), "given-001", based_on=1)
    assert _counts(GIVEN, waiting=(waiting,))
    assert not _counts(GIVEN, WITHDRAWN, waiting=(waiting,))


@given(st.lists(st.tuples(st.booleans(), st.sampled_from([PHONE, TABLET]), st.integers(0, 9))))
def test_no_grant_ever_counts_over_a_withdrawal_that_its_author_had_not_seen(
    said: list[tuple[bool, str, int]],
) -> None:
    journal = [
        confirmed(
            entry(
                consent() if gives else ConsentWithdrawn(consent_id="consent-1"),
                f"entry-{seq:04}",
                device=device,
                based_on=min(based_on, seq - 1),
            ),
            seq,
        )
        for seq, (gives, device, based_on) in enumerate(said, 1)
    ]
    stands = fold(EMPTY, journal).consents.get("consent-1")
    if stands is None or stands.given_by is None:
        return
    by = stands.given_by
    for (gives, device, _), one in zip(said, journal, strict=True):
        if not gives:
            assert by.seq is not None
            assert one.seq < by.seq
            assert device == by.device or one.seq <= by.based_on


def test_a_consent_counts_from_its_first_day_to_its_last() -> None:
    stands = fold(EMPTY, in_order([GIVEN])).consents["consent-1"]
    days = [date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1)]
    assert [stands.counts_on(day) for day in days] == [False, True, True, False]
