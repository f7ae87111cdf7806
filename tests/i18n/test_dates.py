"""Days and times: in the zone, across the change of the clocks and of the year."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mia_companion.i18n.languages import LANGUAGES, Language
from mia_companion.i18n.words import words_for

HOME = "Europe/Stockholm"
SV = words_for("sv")
TUESDAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 8, 0, tzinfo=UTC)


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def test_a_month_has_its_year_when_it_is_another() -> None:
    assert SV.month(TUESDAY, TUESDAY) == "november"
    assert SV.month(date(2025, 3, 1), TUESDAY) == "mars 2025"


def test_the_year_is_said_when_it_is_another() -> None:
    new_year = date(2027, 1, 1)
    assert SV.day(new_year, date(2026, 12, 31)) == "fredag 1 januari 2027"
    assert SV.day(new_year, new_year) == "fredag 1 januari"
    assert SV.day(new_year) == "fredag 1 januari"
    assert SV.short_day(new_year, date(2026, 12, 31)) == "fre 1 jan. 2027"


def test_the_year_turns_at_midnight_in_the_zone() -> None:
    eve = at("2026-12-31T22:30")
    assert SV.day_and_clock(at("2026-12-31T23:30"), HOME, eve) == "i morgon 00:30"
    assert SV.day_and_clock(at("2026-12-31T23:30"), "UTC", eve) == "i dag 23:30"
    assert SV.day_and_clock(at("2027-01-02T08:00"), HOME, eve) == "lördag 2 januari 2027 09:00"
    assert SV.day_and_clock(eve, HOME, at("2026-12-31T23:30")) == "i går 23:30"


def test_clocks_are_those_of_the_zone_before_and_after_the_change() -> None:
    """On 25 October 2026 at 03:00 the clocks in Sweden go back to 02:00."""
    assert SV.clock(at("2026-10-24T12:30"), HOME) == "14:30"
    assert SV.clock(at("2026-10-25T00:30"), HOME) == "02:30"
    assert SV.clock(at("2026-10-25T01:30"), HOME) == "02:30"
    assert SV.clock(at("2026-10-25T13:30"), HOME) == "14:30"
    assert SV.clock(at("2026-10-25T13:30"), ZoneInfo("Asia/Tehran")) == "17:00"


def test_tomorrow_is_a_day_and_not_24_hours() -> None:
    """The night of the change has 25 hours."""
    assert (
        SV.day_and_clock(at("2026-10-25T22:30"), HOME, at("2026-10-24T21:45")) == "i morgon 23:30"
    )
    assert (
        SV.day_and_clock(at("2026-10-25T23:15"), HOME, at("2026-10-24T22:15")) == "i morgon 00:15"
    )


def test_a_span_says_the_day_only_when_it_must() -> None:
    assert SV.span(at("2026-11-24T13:30"), at("2026-11-24T14:15"), HOME) == "14:30–15:15"
    over_night = SV.span(at("2026-12-31T21:00"), at("2027-01-01T05:00"), HOME)
    assert over_night == "torsdag 31 december 22:00 – fredag 1 januari 2027 06:00"


@pytest.mark.parametrize(
    ("passed", "said"),
    [
        (timedelta(seconds=59), "nu"),
        (timedelta(minutes=-4), "nu"),
        (timedelta(minutes=1), "för 1 minut sedan"),
        (timedelta(minutes=59, seconds=59), "för 59 minuter sedan"),
        (timedelta(hours=2, minutes=59), "för 2 timmar sedan"),
        (timedelta(hours=23), "för 23 timmar sedan"),
        (timedelta(days=6), "för 6 dagar sedan"),
        (timedelta(days=8), "för 1 vecka sedan"),
        (timedelta(days=70), "för 2 månader sedan"),
        (timedelta(days=800), "för 2 år sedan"),
        (timedelta(hours=-3), "om 3 timmar"),
    ],
)
def test_how_long_ago(passed: timedelta, said: str) -> None:
    assert SV.ago(NOW - passed, NOW) == said


@pytest.mark.parametrize(
    ("lasted", "said"),
    [
        (timedelta(seconds=-5), "1 minut"),
        (timedelta(seconds=59), "1 minut"),
        (timedelta(minutes=59), "59 minuter"),
        (timedelta(hours=2, minutes=59), "2 timmar"),
        (timedelta(days=6), "6 dygn"),
        (timedelta(days=8), "1 vecka"),
    ],
)
def test_for_how_long(lasted: timedelta, said: str) -> None:
    assert SV.lasting(lasted) == said


def test_a_zone_that_nobody_knows_is_home() -> None:
    for name in ("Mars/Olympus", "", "../../etc/passwd", "\0", "Europe"):
        assert SV.clock(at("2026-07-01T12:30"), name) == "14:30"


def test_a_moment_without_a_zone_is_a_mistake_in_the_code() -> None:
    with pytest.raises(ValueError, match="time zone"):
        SV.clock(datetime(2026, 11, 24, 14, 30), HOME)  # noqa: DTZ001


@given(
    language=st.sampled_from(LANGUAGES),
    when=st.datetimes(timezones=st.just(UTC)),
    now=st.datetimes(timezones=st.just(UTC)),
)
def test_every_moment_can_be_said(language: Language, when: datetime, now: datetime) -> None:
    words = words_for(language.tag)
    assert words.day(when, now)
    assert words.short_day(when, now)
    assert words.ago(when, now)
    assert words.lasting(now - when)
    assert words.span(when, now, HOME)
    assert words.day_and_clock(when, HOME, now)


def test_another_city_is_named_only_while_its_clocks_show_another_time() -> None:
    assert SV.elsewhere(NOW, "Europe/Helsinki") == "Helsingfors"
    assert SV.elsewhere(NOW, "Europe/Oslo") == ""
    assert SV.elsewhere(NOW, "no/such place") == ""
    assert SV.elsewhere(at("2026-03-29T00:30"), "Africa/Lagos") == ""
    assert SV.elsewhere(at("2026-03-29T01:30"), "Africa/Lagos") == "Lagos"
