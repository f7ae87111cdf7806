"""A CalDAV server and its clients subscribe, and see a booking, a move and a cancellation."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from mia_companion.domain.appointments import (
    AppointmentBooked,
    AppointmentCancelled,
    AppointmentMoved,
)
from tests.journeys.stage import free_port
from tests.server.feeds.calendars import other_calendar
from tests.server.sockets import serving
from tests.server.world import World

DAY = datetime(2026, 3, 27, 9, 0, tzinfo=ZoneInfo("Europe/Stockholm"))
"""A Friday: two days later the clocks go forward."""
DAYS = 14


@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
async def test_a_calendar_elsewhere_sees_a_booking_a_move_and_a_cancellation(
    fresh: World, tmp_path: Path
) -> None:
    coordinator, phone, journal = await fresh.pair()
    path = (await phone.call("PUT", "/v1/calendar", json={})).json()["path"]
    booking = coordinator.entry(
        journal,
        AppointmentBooked(
            appointment_id="a", party="region", title="Hemligt", zone="Europe/Stockholm",
            starts_at=DAY.astimezone(UTC), ends_at=DAY.astimezone(UTC) + timedelta(hours=1),
            way="in_person",
        ),
    )  # fmt: skip
    await coordinator.push(booking)
    first = DAY.strftime("%Y-%m-%d")
    async with (
        serving(fresh.app) as address,
        other_calendar(tmp_path, free_port()) as calendar,
    ):
        await calendar.follow(address + path)
        await calendar.sync()
        [booked] = await calendar.seen(first, DAYS)
        assert (booked["title"], booked["start"]) == ("En bokad tid", "2026-03-27 09:00")

        later = (DAY + timedelta(days=4)).replace(hour=14)
        moved = coordinator.entry(
            journal,
            AppointmentMoved(
                appointment_id="a", revision=booking.id, starts_at=later.astimezone(UTC)
            ),
        )
        await coordinator.push(moved)
        await calendar.sync()
        [there] = await calendar.seen(first, DAYS)
        assert there["start"] == "2026-03-31 14:00"

        await coordinator.push(
            coordinator.entry(journal, AppointmentCancelled(appointment_id="a", revision=moved.id))
        )
        await calendar.sync()
        [off] = await calendar.seen(first, DAYS)
        assert "CANCELLED" in off["status"].upper()
