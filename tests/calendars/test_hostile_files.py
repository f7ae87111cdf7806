"""Files that were made to do harm are refused at once, with a reason."""

import time
from contextlib import suppress
from datetime import timedelta

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from mia_companion.calendars.reading import MOST, appointments_in
from mia_companion.domain import summons
from mia_companion.domain.summons import Unreadable
from tests.calendars.summons import AT_ONCE, NOW, one_event, reason

START = "DTSTART:20261207T090000Z"


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=MINUTELY;COUNT=5",
        "FREQ=HOURLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;COUNT=1000000000",
        "FREQ=DAILY;COUNT=99999999999999999999",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=31",
        "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=366",
        "FREQ=DAILY;BYSECOND=0,1,2,3;BYMINUTE=0,1,2,3;BYHOUR=0,1,2,3",
        "FREQ=WEEKLY;BYWEEKNO=53",
        "FREQ=YEARLY;BYYEARDAY=366",
        "FREQ=YEARLY;BYEASTER=0",
        "INTERVAL=2",
    ],
)
def test_a_rule_that_no_calendar_makes_is_refused(rule: str) -> None:
    assert reason(one_event(START, f"RRULE:{rule}")) in (
        summons.REPEATED_ODDLY, summons.NO_CALENDAR,
    )  # fmt: skip


def test_what_goes_on_for_ever_is_read_for_a_year() -> None:
    began = time.process_time()
    found = appointments_in(one_event("DTSTART:20100104T090000Z", "RRULE:FREQ=DAILY"), NOW)
    assert len(found) == MOST
    assert found[0].starts_at >= NOW - timedelta(days=2)
    assert time.process_time() - began < AT_ONCE


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", summons.NO_CALENDAR),
        (b"%PDF-1.7", summons.NO_CALENDAR),
        (b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", summons.NO_APPOINTMENT),
        (b"BEGIN:VCALENDAR\r\n" + b"X" * 100_000_000, summons.TOO_LARGE),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 5_000, summons.NO_CALENDAR),
        (b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\nEND:VEVENT\r\n" * 300, summons.TOO_MANY),
        (b"BEGIN:VCALENDAR\r\n" + b"X:\r\n" * 20_000, summons.TOO_LARGE),
        (b"BEGIN:VCALENDAR\x00", summons.NO_CALENDAR),
        (one_event(), summons.NO_TIME),
        (one_event("DTSTART:00010101T000000Z"), summons.NO_TIME),
        (one_event("DTSTART:99991231T235959Z"), summons.NO_TIME),
        (one_event("DTSTART:20200101T000000Z"), summons.NO_TIME),
        (one_event("DTSTART:i morgon"), summons.NO_TIME),
    ],
    ids=range(13),
)
def test_what_is_no_summons_is_refused_at_once_with_a_reason(raw: bytes, why: str) -> None:
    assert reason(raw) in (why, summons.NO_CALENDAR)


LINES = st.sampled_from(
    ["BEGIN:VEVENT", "END:VEVENT", "BEGIN:VALARM", "END:VALARM", "BEGIN:VTIMEZONE", "UID:1", START,
     "DTEND:20261207T080000Z", "DURATION:PT1H", "DURATION:-P999999D", "DTSTART;TZID=X:20261207T090000",
     "RRULE:FREQ=WEEKLY", "RDATE:20261208T090000Z", "EXDATE:x", "SEQUENCE:-1", "SEQUENCE:x",
     "SUMMARY:\\", "SUMMARY;LANGUAGE=\"", "RECURRENCE-ID:20261208T090000Z", "STATUS:CANCELLED", " x",
     "RECURRENCE-ID;RANGE=THISANDFUTURE:20261208T090000Z", "X", ":", ";", "LOCATION:\u2028"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES | st.text(max_size=20), max_size=14))
@example(["DURATION:PT1H", START, "DTEND:20261207T080000Z"])
def test_whatever_is_in_it_it_is_understood_or_refused(lines: list[str]) -> None:
    began = time.process_time()
    try:
        found = appointments_in(one_event(START, *lines), NOW)
    except Unreadable:
        found = ()
    assert len(found) <= MOST
    assert time.process_time() - began < AT_ONCE


RULES = st.builds(
    lambda freq, parts: ";".join([f"FREQ={freq}", *parts]),
    st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
    st.lists(
        st.sampled_from(
            ["INTERVAL=100", "INTERVAL=7", "INTERVAL=12", "COUNT=1000", "BYDAY=MO", "BYDAY=-1SU",
             "BYDAY=4FR,4SA", "BYMONTHDAY=31", "BYMONTHDAY=30,28", "BYMONTHDAY=-1", "BYMONTH=2",
             "BYSETPOS=-1", "BYSETPOS=4", "UNTIL=20991231T000000Z", "WKST=SU"]
        ),
        max_size=4, unique_by=lambda one: one.partition("=")[0],
    ),
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(RULES, st.sampled_from(["20120229T090000Z", "20100103T090000Z", "20261207T090000Z"]))
def test_no_rule_that_is_let_in_keeps_the_reader_busy(rule: str, start: str) -> None:
    began = time.process_time()
    with suppress(Unreadable):
        appointments_in(one_event(f"DTSTART:{start}", f"RRULE:{rule}"), NOW)
    assert time.process_time() - began < AT_ONCE, rule
