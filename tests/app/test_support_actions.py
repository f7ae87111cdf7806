"""Start, finish, follow-up and interventions: noted once, never half, and a slip of the finger is told."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from mia_companion.app.actions import Outcome
from mia_companion.app.actions import support as s
from mia_companion.app.actions.interventions import Planned
from mia_companion.domain.enrolments import IN_STUDIES, IN_WORK, NOT_REACHED, Enrolment
from mia_companion.domain.interventions import Intervention
from mia_companion.domain.picture import Picture
from tests.example_data import TODAY
from tests.ui.office import Office, an_office

ADA = "person-ada"
ITEM = "item-00000001"
_DAY = timedelta(days=1)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Karin's, with Ada in it."""
    with an_office(tmp_path) as opened:
        opened.person(ADA, "Ada")
        yield opened


def _shared(office: Office) -> Picture:
    return office.companion.view.plan(ADA).shared


def _written(office: Office) -> list[str]:
    return [waiting.entry.kind for waiting in office.companion.store.outbox.all()]


def _begun(office: Office, day: date = TODAY, item: str = ITEM) -> Enrolment:
    assert office.do.support.begin(day, ADA, today=TODAY, item=item)
    return _shared(office).enrolments[item]


def _finished(office: Office, day: date = TODAY) -> Enrolment:
    one = _begun(office, day - 100 * _DAY)
    assert office.do.support.finish(one, day, IN_WORK, ADA, today=TODAY)
    return _shared(office).enrolments[one.id]


def test_a_tap_that_is_repeated_begins_once(office: Office) -> None:
    first = office.do.support.begin(TODAY, ADA, today=TODAY, item=ITEM)
    assert office.do.support.begin(TODAY, ADA, today=TODAY, item=ITEM) == first
    assert _written(office) == ["EnrolmentBegun"]


def test_nobody_begins_twice_at_once_but_may_begin_anew_after_the_finish(office: Office) -> None:
    one = _begun(office)
    again = office.do.support.begin(TODAY, ADA, today=TODAY, item="item-00000002")
    assert again.problem == s.BEGUN_ALREADY
    assert office.do.support.finish(one, TODAY, IN_WORK, ADA, today=TODAY)
    assert office.do.support.begin(TODAY, ADA, today=TODAY, item="item-00000002")
    assert len(_shared(office).enrolments) == 2


@pytest.mark.parametrize(
    ("day", "problem"),
    [
        (None, s.NO_DAY),
        (TODAY + 400 * _DAY, s.DAY_FAR),
        (date(226, 11, 24), s.DAY_FAR),
        (TODAY - 4000 * _DAY, s.DAY_FAR),
    ],
)
def test_a_day_that_cannot_be_meant_is_told_and_nothing_is_written(
    office: Office, day: date | None, problem: str
) -> None:
    assert office.do.support.begin(day, ADA, today=TODAY, item=ITEM).problem == problem
    one = Enrolment(id="e-1")
    assert office.do.support.finish(one, day, IN_WORK, ADA, today=TODAY).problem == problem
    said = Planned("studies", day)
    assert office.do.interventions.intervene(said, ADA, today=TODAY, item=ITEM).problem == problem
    assert _written(office) == []


def test_a_finish_needs_a_result_and_does_not_come_before_the_start(office: Office) -> None:
    one = _begun(office, TODAY - 10 * _DAY)
    finish = office.do.support.finish
    assert finish(one, TODAY - 11 * _DAY, IN_WORK, ADA, today=TODAY).problem == s.FINISH_EARLY
    assert finish(one, TODAY, "", ADA, today=TODAY).problem == s.NO_RESULT
    assert finish(one, TODAY, IN_WORK, ADA, words="x" * 10_001, today=TODAY).problem == "too-long"
    assert _written(office) == ["EnrolmentBegun"]
    assert finish(one, TODAY - 10 * _DAY, IN_WORK, ADA, today=TODAY)


def test_the_start_does_not_move_behind_the_finish(office: Office) -> None:
    one = _finished(office)
    moved = office.do.support.change_start(one, TODAY + _DAY, ADA, today=TODAY)
    assert moved.problem == s.FINISH_EARLY
    assert office.do.support.change_start(one, TODAY - 3 * _DAY, ADA, today=TODAY)
    start = _shared(office).enrolments[one.id].start
    assert start is not None
    assert start.day == TODAY - 3 * _DAY


def test_a_finish_said_again_alike_is_not_written_again_and_can_be_taken_back(
    office: Office,
) -> None:
    one = _begun(office)
    done = office.do.support.finish(one, TODAY, IN_STUDIES, ADA, words="Lund", today=TODAY)
    same = office.do.support.finish(one, TODAY, IN_STUDIES, ADA, words=" Lund ", today=TODAY)
    assert same
    assert not same.entry
    assert _written(office) == ["EnrolmentBegun", "EnrolmentFinished"]
    office.do.support.undo(done)
    assert _shared(office).enrolments[one.id].finish is None
    assert office.do.support.finish(one, TODAY, IN_STUDIES, ADA, words="Lund", today=TODAY).entry


def test_a_follow_up_has_happened_after_the_finish_or_reached_nobody(office: Office) -> None:
    one = _finished(office, TODAY - 200 * _DAY)
    follow = office.do.support.follow_up
    assert follow(one, TODAY + _DAY, IN_WORK, ADA, today=TODAY).problem == s.NOT_YET
    early = follow(one, TODAY - 201 * _DAY, IN_WORK, ADA, today=TODAY)
    assert early.problem == s.FOLLOW_UP_EARLY
    assert follow(one, TODAY, "", ADA, today=TODAY).problem == s.NO_RESULT
    assert follow(_begun_only(), TODAY, IN_WORK, ADA, today=TODAY).problem == "not-found"
    assert follow(one, TODAY, NOT_REACHED, ADA, today=TODAY)
    said = _shared(office).enrolments[one.id].follow_up
    assert said is not None
    assert said.result == NOT_REACHED


def _begun_only() -> Enrolment:
    return Enrolment(id="e-2")


def _placed(office: Office, said: Planned, item: str = ITEM) -> Intervention:
    assert office.do.interventions.intervene(said, ADA, today=TODAY, item=item)
    return _shared(office).interventions[item]


def test_interventions_stand_side_by_side_and_each_is_changed_by_itself(office: Office) -> None:
    training = _placed(office, Planned("work_training", TODAY, None, "Kaféet", "municipality"))
    studies = _placed(office, Planned("studies", TODAY, TODAY + 90 * _DAY), "item-00000002")
    do = office.do.interventions
    assert do.change_intervention(
        training, Planned("placement", TODAY, None, "Kaféet"), ADA, today=TODAY
    )
    changed = _shared(office).interventions
    assert [one.fact.sort for one in changed.values() if one.fact] == ["placement", "studies"]
    assert changed[training.id].fact != training.fact
    assert changed[studies.id] == studies


def test_an_end_is_not_before_the_beginning_and_is_written_once(office: Office) -> None:
    do = office.do.interventions
    assert _made(office, Planned("", TODAY)) == s.NO_SORT
    assert _made(office, Planned("studies", TODAY, TODAY - _DAY)) == s.END_EARLY
    assert _made(office, Planned("studies", TODAY, TODAY + 4000 * _DAY)) == s.DAY_FAR
    one = _placed(office, Planned("studies", TODAY))
    assert do.end_intervention(one, TODAY - _DAY, ADA, today=TODAY).problem == s.END_EARLY
    ended = do.end_intervention(one, TODAY + _DAY, ADA, today=TODAY)
    assert ended.entry
    assert not do.end_intervention(one, TODAY + _DAY, ADA, today=TODAY).entry
    now = _shared(office).interventions[one.id]
    late = do.change_intervention(now, Planned("studies", TODAY + 2 * _DAY), ADA, today=TODAY)
    assert late.problem == s.END_EARLY
    assert _written(office) == ["InterventionBegun", "InterventionEnded"]
    do.undo(ended)
    assert _shared(office).interventions[one.id].ended is None


def _made(office: Office, said: Planned) -> str:
    done: Outcome = office.do.interventions.intervene(said, ADA, today=TODAY, item="item-x")
    return done.problem
