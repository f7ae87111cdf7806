"""What is asked about start, follow-up and belief: on its day, until it is answered, and of nobody else."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from mia_companion.domain.asks import (
    BELIEF,
    FOLLOW_UP_DUE,
    FOLLOW_UP_SOON,
    NO_START,
    Ask,
    asked_of,
    asks,
    followed_since,
    noted,
)
from mia_companion.domain.beliefs import BeliefNoted
from mia_companion.domain.enrolments import (
    IN_WORK,
    EnrolmentBegun,
    EnrolmentFinished,
    FollowedUp,
    follow_up_due,
    in_order,
    months_after,
    under_way,
)
from mia_companion.domain.facts import Fact
from mia_companion.domain.fold import fold
from mia_companion.domain.handovers import HandedOver
from mia_companion.domain.interventions import (
    AHEAD,
    ENDED,
    PAST_ITS_PLAN,
    UNDER_WAY,
    Intervention,
    InterventionBegun,
    InterventionEnded,
)
from mia_companion.domain.messages import MessageWritten
from mia_companion.domain.picture import EMPTY, Picture
from mia_companion.domain.words import Undone
from tests.example_data import COORDINATOR, entry

DAY = date(2026, 3, 2)
JONAS = "account-jonas"


def _told(*facts: Fact, author: str = COORDINATOR, at: datetime | None = None) -> Picture:
    return _more(EMPTY, *facts, author=author, at=at)


def _more(
    picture: Picture, *facts: Fact, author: str = COORDINATOR, at: datetime | None = None
) -> Picture:
    when = at or datetime(2026, 3, 2, 9, tzinfo=UTC)
    said = [
        entry(fact, f"entry-{author}-{when:%m%d}-{n:04}", author=author, at=when)
        for n, fact in enumerate(facts)
    ]
    return fold(picture, said)


def _finished(day: date) -> Picture:
    return _told(
        EnrolmentBegun(enrolment_id="e-1", day=day - timedelta(days=100)),
        EnrolmentFinished(enrolment_id="e-1", day=day, result=IN_WORK),
    )


def test_six_months_are_calendar_months_and_stay_in_the_month() -> None:
    for day, due in (
        (date(2026, 8, 31), date(2027, 2, 28)),
        (date(2027, 8, 30), date(2028, 2, 29)),
        (date(2026, 12, 31), date(2027, 6, 30)),
        (date(2026, 1, 15), date(2026, 7, 15)),
    ):
        one = _finished(day).enrolments["e-1"]
        assert follow_up_due(one) == due


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 36))
def test_a_day_so_many_months_later_is_in_that_month_and_never_later_in_it(
    day: date, months: int
) -> None:
    later = months_after(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


def test_a_start_is_asked_for_until_it_is_noted_and_again_when_it_is_taken_back() -> None:
    assert asks(EMPTY.enrolments, DAY) == (Ask(NO_START),)
    begun = _told(EnrolmentBegun(enrolment_id="e-1", day=DAY))
    assert asks(begun.enrolments, DAY) == ()
    first = begun.enrolments["e-1"].start
    assert first is not None
    undone = _more(begun, Undone(item="e-1", entry=first.by.entry), at=first.by.at + timedelta(1))
    assert asks(undone.enrolments, DAY) == (Ask(NO_START),)


def test_a_follow_up_is_spoken_of_two_weeks_before_and_asked_for_until_it_is_made() -> None:
    shared, due = _finished(DAY), date(2026, 9, 2)
    assert asks(shared.enrolments, due - timedelta(days=15)) == ()
    assert asks(shared.enrolments, due - timedelta(days=14)) == (Ask(FOLLOW_UP_SOON, "e-1", due),)
    for later in (0, 1, 400):
        assert asks(shared.enrolments, due + timedelta(days=later)) == (
            Ask(FOLLOW_UP_DUE, "e-1", due),
        )
    made = _more(
        shared,
        FollowedUp(enrolment_id="e-1", day=due, result="not_reached"),
        at=datetime(2026, 9, 2, 9, tzinfo=UTC),
    )
    assert asks(made.enrolments, due + timedelta(days=1)) == ()


def test_who_begins_anew_is_still_asked_how_it_was_after_the_first_time() -> None:
    shared = _more(
        _finished(DAY),
        EnrolmentBegun(enrolment_id="e-2", day=date(2026, 5, 1)),
        at=datetime(2026, 5, 1, 9, tzinfo=UTC),
    )
    assert [one.id for one in in_order(shared.enrolments)] == ["e-2", "e-1"]
    now = under_way(shared.enrolments)
    assert now is not None
    assert now.id == "e-2"
    assert [one.enrolment for one in asks(shared.enrolments, date(2026, 9, 2))] == ["e-1"]


def test_an_intervention_stands_by_its_days() -> None:
    begun = InterventionBegun(
        intervention_id="i-1", sort="studies", first_day=DAY, last_day=DAY + timedelta(days=10)
    )
    shared = _told(begun)
    one = shared.interventions["i-1"]
    assert _states(one, -1, 0, 10, 11) == [AHEAD, UNDER_WAY, UNDER_WAY, PAST_ITS_PLAN]
    end = InterventionEnded(intervention_id="i-1", last_day=DAY + timedelta(days=4))
    ended = _more(shared, end, at=datetime(2026, 3, 9, tzinfo=UTC)).interventions["i-1"]
    assert _states(ended, 4, 5, 11) == [UNDER_WAY, ENDED, ENDED]


def _states(one: Intervention, *days: int) -> list[str]:
    return [one.state(DAY + timedelta(days=n)) for n in days]


def test_belief_is_asked_for_by_how_long_one_has_followed_the_person() -> None:
    wrote = _told(
        MessageWritten(message_id="m-1", words="Hej"), EnrolmentBegun(enrolment_id="e", day=DAY)
    )
    assert followed_since(wrote, COORDINATOR) == DAY
    assert Ask(BELIEF) not in asked_of(wrote, EMPTY, COORDINATOR, DAY + timedelta(days=13))
    assert Ask(BELIEF) in asked_of(wrote, EMPTY, COORDINATOR, DAY + timedelta(days=14))
    handed = HandedOver(handover_id="h-1", from_coordinator=COORDINATOR, to_coordinator=JONAS)
    taken = _more(wrote, handed, author="server", at=datetime(2026, 4, 1, tzinfo=UTC))
    assert followed_since(taken, JONAS) == date(2026, 4, 1)
    own = _told(BeliefNoted(belief_id="b-1", level=3), at=datetime(2026, 4, 1, tzinfo=UTC))
    assert Ask(BELIEF) not in asked_of(wrote, own, COORDINATOR, date(2026, 5, 30))
    assert Ask(BELIEF) in asked_of(wrote, own, COORDINATOR, date(2026, 5, 31))


def test_nobody_is_asked_to_believe_before_anything_is_known() -> None:
    assert followed_since(EMPTY, JONAS) is None
    assert Ask(BELIEF) not in asked_of(EMPTY, EMPTY, JONAS, DAY)


def test_a_belief_taken_back_does_not_count() -> None:
    at = datetime(2026, 4, 1, tzinfo=UTC)
    own = _told(BeliefNoted(belief_id="b-1", level=3), at=at)
    entry_id = noted(own)[0].by.entry
    gone = _more(own, Undone(item="b-1", entry=entry_id), at=at + timedelta(days=1))
    assert noted(gone) == ()
