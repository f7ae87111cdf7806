"""What other calendars are told: neutral unless chosen, one UID for ever, and every change is newer."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from icalendar import Calendar, Event

from mia_companion.calendars.writing import calendar_of, told_in_a_feed
from mia_companion.domain.appointment import Appointment
from mia_companion.domain.appointments import (
    AppointmentCancelled,
    AppointmentMoved,
    MoveAsked,
)
from mia_companion.domain.arrangements import AppointmentDetailed
from mia_companion.domain.words import Undone
from mia_companion.i18n.languages import LANGUAGES
from mia_companion.i18n.words import words_for
from tests.calendars.story import NOON, SECRET, Story, booked

SV = words_for("sv")


def event_in(raw: bytes) -> Event:
    [event] = Calendar.from_ical(raw).walk("VEVENT")
    assert isinstance(event, Event)
    return event


def told(appointment: Appointment, *, whole: bool = False) -> Event:
    return event_in(calendar_of([appointment], SV, whole=whole))


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda one: one.tag)
def test_by_default_nothing_tells_what_it_is(language: object) -> None:
    words = words_for(getattr(language, "tag", ""))
    raw = calendar_of([Story().say(booked(link="https://vard.example/1"))], words, whole=False)
    text = raw.decode().replace("\r\n ", "")
    assert not [one for one in (*SECRET, "region", "vard.example") if one in text]
    assert str(event_in(raw)["SUMMARY"]) == words.t("A booked time")
    assert str(event_in(raw)["CLASS"]) == "PRIVATE"


def test_the_person_may_choose_to_show_what_it_is() -> None:
    event = told(Story().say(booked(link="https://vard.example/1")), whole=True)
    assert str(event["SUMMARY"]) == SECRET[0]
    assert str(event["LOCATION"]) == SECRET[1]
    assert str(event["URL"]) == "https://vard.example/1"
    assert all(one in str(event["DESCRIPTION"]) for one in SECRET[2:])


def test_a_move_and_a_cancellation_are_newer_and_the_same() -> None:
    story = Story()
    first = told(story.say(booked()))
    later = NOON + timedelta(days=1)
    moved = told(
        story.say(AppointmentMoved(appointment_id="a", revision="entry-001", starts_at=later))
    )
    off = told(story.say(AppointmentCancelled(appointment_id="a", revision="entry-002")))
    assert first.uid == moved.uid == off.uid
    assert [first.sequence, moved.sequence, off.sequence] == [0, 1, 2]
    assert first.DTSTAMP < moved.DTSTAMP < off.DTSTAMP
    assert moved.start == later
    assert [one.status for one in (first, moved, off)] == [
        "CONFIRMED", "CONFIRMED", "CANCELLED",
    ]  # fmt: skip


def test_what_was_taken_back_is_newer_still() -> None:
    """A calendar that heard of the cancellation must hear that it was taken back."""
    story = Story()
    off = told(story.say(booked(), AppointmentCancelled(appointment_id="a", revision="entry-001")))
    on = told(story.say(Undone(item="a", entry="entry-002")))
    gone = told(story.say(Undone(item="a", entry="entry-001")))
    assert [one.status for one in (off, on, gone)] == [
        "CANCELLED", "CONFIRMED", "CANCELLED",
    ]  # fmt: skip
    assert off.sequence < on.sequence < gone.sequence


def test_a_wish_for_another_time_makes_it_unsure_until_there_is_one() -> None:
    story = Story()
    asked = told(story.say(booked(), MoveAsked(appointment_id="a", revision="entry-001")))
    assert asked.status == "TENTATIVE"
    later = NOON + timedelta(days=1)
    moved = AppointmentMoved(appointment_id="a", revision="entry-001", starts_at=later)
    assert told(story.say(moved)).status == "CONFIRMED"


def test_a_correction_of_the_title_is_newer() -> None:
    story = Story()
    first = told(story.say(booked()), whole=True)
    said = told(story.say(AppointmentDetailed(appointment_id="a", title="Annat")), whole=True)
    assert str(said["SUMMARY"]) == "Annat"
    assert said.sequence > first.sequence


@pytest.mark.parametrize("zone", ["Europe/Stockholm", "Europe/Helsinki", "Asia/Kabul"])
@pytest.mark.parametrize("month", [3, 7, 10, 12])
def test_times_are_those_of_the_clock_there_by_the_zone_that_is_told(zone: str, month: int) -> None:
    """Read by the rules in the file alone, as by a calendar that knows no zone by its name."""
    starts = datetime(2026, month, 29, 9, 30, tzinfo=UTC)
    raw = calendar_of(
        [Story().say(booked(zone=zone, starts_at=starts, ends_at=None))], SV, whole=False
    )
    text = raw.decode().replace("\r\n ", "")
    [at] = re.findall(rf"DTSTART;TZID={zone}:(\d{{8}}T\d{{6}})", text)
    [rules] = [one for one in Calendar.from_ical(raw).timezones if one.tz_name == zone]
    there = datetime.strptime(at, "%Y%m%dT%H%M%S").replace(tzinfo=rules.to_tz())
    assert there.astimezone(UTC) == starts


def test_lines_are_folded_and_end_as_they_must() -> None:
    raw = calendar_of([Story().say(booked(title="Ä" * 400 + ", ; \\ \n slut"))], SV, whole=True)
    assert raw.endswith(b"END:VCALENDAR\r\n")
    assert all(len(line) <= 75 for line in raw.split(b"\r\n"))
    assert b"\n" not in raw.replace(b"\r\n", b"")
    assert str(event_in(raw)["SUMMARY"]).startswith("Ä" * 400 + ", ; \\ \n slut")


def test_words_break_no_line() -> None:
    """What somebody writes can neither end a component nor begin another."""
    evil = "x\r\nEND:VEVENT\r\nBEGIN:VALARM\u2028\x00\x07"
    raw = calendar_of([Story().say(booked(title=evil, place=evil))], SV, whole=True)
    assert [one.name for one in Calendar.from_ical(raw).walk()].count("VEVENT") == 1
    assert not Calendar.from_ical(raw).walk("VALARM")


def test_a_feed_forgets_what_is_long_over() -> None:
    story = Story()
    appointment = story.say(booked())
    over = NOON + timedelta(hours=1)
    assert told_in_a_feed([appointment], over + timedelta(days=89)) == [appointment]
    assert told_in_a_feed([appointment], over + timedelta(days=91)) == []
    off = story.say(AppointmentCancelled(appointment_id="a", revision="entry-001"))
    assert told_in_a_feed([off], over + timedelta(days=29)) == [off]
    assert told_in_a_feed([off], over + timedelta(days=31)) == []


def test_the_same_appointments_give_the_same_bytes() -> None:
    appointment = Story().say(booked())
    assert calendar_of([appointment], SV, whole=True, feed=True) == calendar_of(
        [appointment], SV, whole=True, feed=True
    )
