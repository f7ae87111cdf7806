"""Makers of meetings: facts by whoever said them, folded into plans."""

from datetime import datetime, timedelta

from mia_companion.domain.appointments import (
    AppointmentBooked,
    AppointmentMoved,
)
from mia_companion.domain.calendar import meetings_between
from mia_companion.domain.facts import Fact
from mia_companion.domain.fold import fold
from mia_companion.domain.picture import EMPTY
from mia_companion.domain.plan import Plan
from mia_companion.domain.shelving import Patience
from tests.example_data import NOW, confirmed, entry

ZONE = "Europe/Stockholm"
HOUR = timedelta(hours=1)
EAGER = Patience(quiet=0, newest=0)
"""Everything that may be settled is, at once."""


def booked(
    item: str, booking: str | None = "b-1", starts: datetime = NOW, place: str = "Torget 1"
) -> AppointmentBooked:
    return AppointmentBooked(
        appointment_id=item,
        party="region",
        title="Frukost",
        starts_at=starts,
        ends_at=starts + HOUR,
        place=place,
        booking_id=booking,
    )


def plan(*said: tuple[str, Fact]) -> Plan:
    """Facts by whoever said them; the n-th is entry `entry-000n`."""
    entries = [
        confirmed(entry(fact, f"entry-{n:04}", author=author, based_on=n - 1), n)
        for n, (author, fact) in enumerate(said, 1)
    ]
    return Plan(shared=fold(EMPTY, entries))


def moved(item: str, starts: datetime) -> AppointmentMoved:
    return AppointmentMoved(
        appointment_id=item, revision="entry-0001", starts_at=starts, ends_at=starts + HOUR
    )


def all_of(plans: dict[str, Plan]) -> list[list[str]]:
    found = meetings_between(plans, NOW - 30 * 24 * HOUR, NOW + 30 * 24 * HOUR)
    return [[each.participant for each in one.booked] for one in found]
