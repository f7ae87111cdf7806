"""Who needs the coordinator: what is written in any thread counts, not only in the general one."""

from datetime import date, timedelta

import pytest

from mia_companion.domain import newest
from mia_companion.domain.entries import Entry
from mia_companion.domain.fold import fold
from mia_companion.domain.messages import GENERAL, MessageWritten
from mia_companion.domain.needs import WAITING, Needs, Reason, needs
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.plan import Plan
from mia_companion.domain.step_marks import StepSetAside
from mia_companion.domain.steps import NOT_NOW, StepPlanned
from tests.example_data import COORDINATOR, NOW, PARTICIPANT, TODAY, entry, in_order

STEP = "step:step-1"


def _wrote(n: int, thread: str, author: str) -> Entry:
    said = MessageWritten(message_id=f"m{n}", thread_id=thread, words=f"Rad {n}")
    return entry(said, f"wrote-{n:03}", author=author, at=NOW + timedelta(hours=n))


def _needs(*said: Entry) -> Needs:
    plan = Plan(shared=fold(EMPTY, in_order(said)))
    return needs(plan, PARTICIPANT, COORDINATOR, NOW, TODAY)


def test_a_message_about_a_step_is_unread_unanswered_and_newest() -> None:
    found = _needs(
        _wrote(1, GENERAL, PARTICIPANT),
        _wrote(2, GENERAL, COORDINATOR),
        _wrote(3, STEP, PARTICIPANT),
        _wrote(4, STEP, PARTICIPANT),
    )
    assert found.unread == 3
    assert found.reasons[0] == Reason(WAITING, NOW + timedelta(hours=3))
    assert found.newest is not None
    assert (found.newest.what, found.newest.words) == (newest.WROTE, "Rad 4")


def test_an_answer_in_one_thread_is_none_in_another() -> None:
    found = _needs(_wrote(1, STEP, PARTICIPANT), _wrote(2, GENERAL, COORDINATOR))
    assert found.reasons[0] == Reason(WAITING, NOW + timedelta(hours=1))
    answered = _needs(_wrote(1, STEP, PARTICIPANT), _wrote(2, STEP, COORDINATOR))
    assert not answered.has(WAITING)


def test_the_newest_message_is_told_in_the_words_that_the_coordinator_reads() -> None:
    said = MessageWritten(
        message_id="m1", words="شكرًا", translation="Tack", translation_language="sv"
    )
    found = _needs(entry(said, "wrote-001", author=PARTICIPANT))
    assert found.newest is not None
    assert found.newest.words == "Tack"


@pytest.mark.parametrize(("day", "state"), [(TODAY, newest.PASSED_OVER), (None, NOT_NOW)])
def test_a_day_that_is_passed_over_is_told_apart_from_a_step_put_aside(
    day: date | None, state: str
) -> None:
    found = _needs(
        entry(
            StepPlanned(step_id="walk", words="Gå ut", repeats=(1, 4)),
            "planned-1",
            author=PARTICIPANT,
        ),
        entry(StepSetAside(step_id="walk", day=day), "aside-001", author=PARTICIPANT),
    )
    assert found.newest is not None
    assert (found.newest.what, found.newest.state) == (newest.MARKED, state)
