"""Files with one event in them, and why one is refused."""

import time
from datetime import UTC, datetime

import pytest

from mia_companion.calendars.reading import appointments_in
from mia_companion.domain.summons import Unreadable

NOW = datetime(2026, 11, 27, 12, tzinfo=UTC)
AT_ONCE = 1.0
"""Seconds of the processor's time."""


def one_event(*lines: str, method: str = "") -> bytes:
    said = ["BEGIN:VCALENDAR", "VERSION:2.0", *([f"METHOD:{method}"] if method else [])]
    said += ["BEGIN:VEVENT", "UID:1@example.org", "SUMMARY:Möte", *lines, "END:VEVENT"]
    return "\r\n".join([*said, "END:VCALENDAR", ""]).encode()


def reason(raw: bytes) -> str:
    began = time.process_time()
    with pytest.raises(Unreadable) as refused:
        appointments_in(raw, NOW)
    assert time.process_time() - began < AT_ONCE
    return refused.value.reason
