"""Every kind has its term, the page says the same, and a journal goes with the last of what is in it."""

import re
from datetime import date
from pathlib import Path

import pytest

from mia_companion.domain.enrolments import EnrolmentBegun, EnrolmentFinished, FollowedUp
from mia_companion.domain.facts import KINDS
from mia_companion.domain.retention import TERMS, ended_on, verdict
from mia_companion.domain.words import Undone
from tests.domain.telling import Told
from tests.example_data import COORDINATOR

PAGE = Path(__file__).parents[2] / "docs" / "retention.md"
ENDED = date(2026, 8, 31)


def test_every_kind_about_a_person_has_a_term() -> None:
    directory = {one for one in KINDS if one.endswith("Listed") or one == "SiteNamed"}
    assert TERMS.keys() == KINDS - directory


def test_the_page_says_what_the_table_says() -> None:
    rows = re.findall(r"^\| (\w+) \| (\d+) \| ([\w, ]+) \|$", PAGE.read_text("utf-8"), re.MULTILINE)
    told = {kind: (name, int(m)) for name, m, kinds in rows for kind in kinds.split(", ")}
    assert told == {kind: (term.name, term.months) for kind, term in TERMS.items()}


@pytest.mark.parametrize(
    ("kinds", "day"),
    [
        (["BeliefNoted"], date(2027, 8, 31)),
        (["BeliefNoted", "NoteWritten"], date(2028, 8, 31)),
        (["NoteWritten", "ConsentGiven"], date(2031, 8, 31)),
        ([], None),
        (["BeliefNoted", "FromLater"], None),
    ],
)
def test_a_journal_goes_with_the_last_of_what_is_in_it(kinds: list[str], day: date | None) -> None:
    found = verdict(kinds, ENDED)
    assert found.day == day
    assert found.unknown == frozenset(kinds) & {"FromLater"}
    if day:
        assert found.is_due(day)
        assert not found.is_due(date.fromordinal(day.toordinal() - 1))


def _finish(enrolment: str, day: date) -> EnrolmentFinished:
    return EnrolmentFinished(enrolment_id=enrolment, day=day, result="in_work")


def test_the_terms_count_from_the_end_of_the_last_time() -> None:
    told = Told()
    assert ended_on(told.picture.enrolments) is None
    told.tell(EnrolmentBegun(enrolment_id="e-1", day=date(2025, 1, 1)), by=COORDINATOR)
    assert ended_on(told.picture.enrolments) is None, "takes part"
    told.tell(_finish("e-1", date(2026, 2, 28)), by=COORDINATOR)
    assert ended_on(told.picture.enrolments) == date(2026, 2, 28)
    follow = FollowedUp(enrolment_id="e-1", day=ENDED, result="in_work")
    told.tell(follow, by=COORDINATOR)
    assert ended_on(told.picture.enrolments) == ENDED
    told.tell(EnrolmentBegun(enrolment_id="e-2", day=date(2026, 10, 1)), by=COORDINATOR)
    assert ended_on(told.picture.enrolments) is None, "began anew"
    told.tell(_finish("e-2", date(2027, 3, 1)), by=COORDINATOR)
    assert ended_on(told.picture.enrolments) == date(2027, 3, 1)
    told.tell(Undone(item="e-2", entry="entry-0005"), by=COORDINATOR)
    assert ended_on(told.picture.enrolments) is None, "that finish was taken back"
