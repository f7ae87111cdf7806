"""Files of Outlook, Google and Apple are understood."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from mia_companion.calendars.reading import appointments_in
from mia_companion.calendars.writing import calendar_of
from mia_companion.domain import summons
from mia_companion.domain.summons import Summons
from mia_companion.i18n.words import words_for
from tests.calendars.story import NOON, Story, booked
from tests.calendars.summons import NOW, one_event, reason

FILES = Path(__file__).parent / "files"


def of(name: str) -> bytes:
    return (FILES / f"{name}.ics").read_bytes()


def only(raw: bytes) -> Summons:
    [found] = appointments_in(raw, NOW)
    return found


def test_outlook_and_its_own_name_of_the_zone() -> None:
    found = only(of("outlook"))
    assert (found.title, found.place) == ("Avstämningsmöte", "Kontoret, Storgatan 1")
    assert found.starts_at == datetime(2026, 12, 7, 9, tzinfo=UTC)
    assert found.ends_at == datetime(2026, 12, 7, 10, tzinfo=UTC)
    assert "legitimation" in found.said
    assert "example.org" not in found.key


def test_outlook_in_summer() -> None:
    raw = (
        of("outlook")
        .replace(b"20261207T10", b"20270614T10")
        .replace(b"20261207T11", b"20270614T11")
    )
    assert only(raw).starts_at == datetime(2027, 6, 14, 8, tzinfo=UTC)


def test_google_and_a_meeting_that_is_repeated_with_exceptions() -> None:
    found = appointments_in(of("google"), NOW)
    assert [(one.starts_at.day, one.starts_at.hour) for one in found] == [
        (1, 8), (8, 8), (16, 12), (29, 8),
    ]  # fmt: skip
    assert len({one.key for one in found}) == len(found)
    assert found[2].title == "Gruppträff, annan dag"
    assert found[2].key.endswith("-20261215")


def test_apple_and_a_link() -> None:
    found = only(of("apple"))
    assert found.starts_at == datetime(2027, 3, 30, 12, tzinfo=UTC)
    assert found.link == "https://video.example.org/rum/1"


def test_a_later_file_about_the_same_is_known() -> None:
    first = only(of("outlook"))
    later = of("outlook").replace(b"20261207T", b"20261209T").replace(b"SEQUENCE:0", b"SEQUENCE:1")
    second = only(later)
    assert second.starts_at != first.starts_at
    assert (second.key, second.version) == (first.key, first.version + 1)


def test_one_of_a_series_is_known_when_a_file_tells_of_it_alone() -> None:
    whole = appointments_in(of("google"), NOW)
    alone = one_event(
        "RECURRENCE-ID;TZID=Europe/Stockholm:20261208T090000",
        "DTSTART;TZID=Europe/Stockholm:20261209T100000",
        "SEQUENCE:3",
    ).replace(b"1@example.org", b"abc123def456@google.com")
    assert only(alone).key == whole[1].key


@pytest.mark.parametrize("lines", [["STATUS:CANCELLED"], []])
def test_a_cancellation_is_one(lines: list[str]) -> None:
    raw = one_event("DTSTART:20261207T090000Z", *lines, method="" if lines else "CANCEL")
    assert only(raw).called_off


def test_a_whole_day_and_times_without_a_zone() -> None:
    day = only(one_event("DTSTART;VALUE=DATE:20261207"))
    assert day.whole_day
    assert day.starts_at == datetime(2026, 12, 6, 23, tzinfo=UTC)
    here = only(one_event("DTSTART:20261207T090000"))
    assert (here.starts_at.hour, here.zone) == (8, "Europe/Stockholm")


def test_what_our_own_calendars_say_is_read_as_it_was_said() -> None:
    appointment = Story().say(booked())
    found = only(calendar_of([appointment], words_for("sv"), whole=True))
    assert (found.title, found.place) == (appointment.title, appointment.now.place)
    assert (found.starts_at, found.zone) == (NOON, "Europe/Stockholm")


@pytest.mark.parametrize(
    "zone",
    [
        "W. Europe Standard Time",
        "/freeassociation.sourceforge.net/Europe/Stockholm",
        "Mars/Olympus",
        "",
        "../../etc/passwd",
    ],
)
def test_a_broken_zone_is_that_of_the_clocks_here(zone: str) -> None:
    raw = one_event(f"DTSTART;TZID={zone}:20261207T090000")
    assert only(raw).starts_at == datetime(2026, 12, 7, 8, tzinfo=UTC)


@pytest.mark.parametrize("zone", ["A" * 5_000, "\\", "\x7f"])
def test_a_zone_that_is_no_name_is_refused(zone: str) -> None:
    assert reason(one_event(f"DTSTART;TZID={zone}:20261207T090000")) == summons.NO_CALENDAR
