"""When an answer can be expected, holidays and closed days included, and who covers."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from mia_companion.domain.directory import ClosedListed, CoverListed, HoursListed
from mia_companion.domain.fold import fold
from mia_companion.domain.hours import answering, cover_on, weekly, who_answers
from mia_companion.domain.picture import EMPTY
from tests.example_data import told

HOME = ZoneInfo("Europe/Stockholm")
CHRISTMAS = {date(2026, 12, 25), date(2026, 12, 26), date(2027, 1, 1)}
LISTED = fold(
    EMPTY,
    told(
        *[HoursListed(weekday=n, opens=time(9), closes=time(16)) for n in range(1, 6)],
        HoursListed(weekday=5),
        ClosedListed(day=date(2026, 12, 24)),
        ClosedListed(day=date(2026, 12, 23)),
        ClosedListed(day=date(2026, 12, 23), open=True),
    ),
).listings


@pytest.mark.parametrize(
    ("now", "day", "today", "open_now"),
    [
        ("2026-12-21 08:00", "2026-12-21", True, False),
        ("2026-12-21 09:00", "2026-12-21", True, True),
        ("2026-12-21 16:00", "2026-12-22", False, False),
        ("2026-12-22 20:00", "2026-12-23", False, False),  # closed, and open after all
        ("2026-12-23 17:00", "2026-12-28", False, False),  # closed, two holidays, a weekend
        ("2026-12-31 17:00", "2027-01-04", False, False),
    ],
)
def test_when_the_team_answers_next(now: str, day: str, today: bool, open_now: bool) -> None:
    there = datetime.fromisoformat(now).replace(tzinfo=HOME)
    found = answering(LISTED, there, CHRISTMAS.__contains__)
    assert found.day == date.fromisoformat(day)
    assert (found.today, found.open_now) == (today, open_now)


def test_a_team_that_has_listed_no_hours_promises_nothing() -> None:
    there = datetime(2026, 12, 21, 10, tzinfo=HOME)
    assert answering(EMPTY.listings, there, CHRISTMAS.__contains__).day is None
    assert answering(LISTED, there, lambda _: True).day is None
    assert [h.weekday for h in weekly(LISTED)] == [1, 2, 3, 4]


def test_who_covers_and_until_when() -> None:
    away = CoverListed(
        coordinator_id="anna",
        covered_by="jonas",
        first_day=date(2026, 7, 1),
        last_day=date(2026, 7, 21),
    )
    listings = fold(EMPTY, told(away)).listings
    assert cover_on(listings, "anna", date(2026, 6, 30)) is None
    assert cover_on(listings, "anna", date(2026, 7, 1)) == away
    assert cover_on(listings, "anna", date(2026, 7, 21)) == away
    assert cover_on(listings, "anna", date(2026, 7, 22)) is None
    assert cover_on(listings, "jonas", date(2026, 7, 2)) is None
    back = fold(EMPTY, told(away, away.model_copy(update={"covered_by": ""}))).listings
    assert cover_on(back, "anna", date(2026, 7, 2)) is None


def test_who_covers_may_be_away_too() -> None:
    def cover(away: str, by: str, days: int = 21) -> CoverListed:
        return CoverListed(
            coordinator_id=away,
            covered_by=by,
            first_day=date(2026, 7, 1),
            last_day=date(2026, 7, days),
        )

    listings = fold(EMPTY, told(cover("anna", "jonas"), cover("jonas", "karin", days=9))).listings
    assert who_answers(listings, "anna", date(2026, 7, 9)) == "karin"
    assert who_answers(listings, "anna", date(2026, 7, 10)) == "jonas"
    assert who_answers(listings, "anna", date(2026, 7, 22)) == "anna"
    circle = fold(EMPTY, told(cover("anna", "jonas"), cover("jonas", "anna"))).listings
    assert who_answers(circle, "anna", date(2026, 7, 9)) == ""
