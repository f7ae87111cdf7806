"""What is asked of the appointments in a person's pictures: which lie ahead, and which in a span of time."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from mia_companion.domain.appointment import Appointment
from mia_companion.domain.layers import live
from mia_companion.domain.picture import Picture
from mia_companion.domain.shelving import PATIENCE


def all_appointments(pictures: Sequence[Picture]) -> tuple[Appointment, ...]:
    """Every appointment that was not taken back, earliest first."""
    return _by_start(a for p in pictures for a in p.appointments.values())


def not_over(pictures: Sequence[Picture], now: datetime) -> tuple[Appointment, ...]:
    """Those that are not over at `now`, earliest first.

    On a device whose clock is behind, what is over for the server may still lie ahead.
    """
    looked_at = (live(p.appointments) if _agrees(p, now) else p.appointments for p in pictures)
    return _by_start(a for some in looked_at for a in some.values() if a.now.over_at >= now)


def between(pictures: Sequence[Picture], start: datetime, end: datetime) -> tuple[Appointment, ...]:
    """Those that take any time from `start` until before `end`, cancelled ones among them, earliest first.

    Only of days that passed is anything fetched from the shelf.
    """
    looked_at = (live(p.appointments) if _agrees(p, start) else p.appointments for p in pictures)
    found = (a for some in looked_at for a in some.values())
    return _by_start(
        a for a in found if a.now.starts_at < end and max(a.now.over_at, a.now.starts_at) >= start
    )


def _agrees(picture: Picture, now: datetime) -> bool:
    """Whether all that was settled because it is over is over at `now`, too."""
    return picture.as_of is None or now >= picture.as_of - PATIENCE.been


def _by_start(found: Iterable[Appointment]) -> tuple[Appointment, ...]:
    return tuple(sorted((a for a in found if not a.gone), key=lambda a: (a.now.starts_at, a.id)))
