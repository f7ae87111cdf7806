"""A summons: an appointment as a file from elsewhere tells it, before anybody said that it counts. Pure."""

from dataclasses import dataclass
from datetime import datetime

MAX_BYTES = 256 * 1024
"""A summons is a few thousand; a whole calendar is not what one brings in."""


class Unreadable(Exception):
    """The file cannot be brought in. `reason` is one of those below."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


TOO_LARGE = "too-large"
NO_CALENDAR = "no-calendar"
NO_APPOINTMENT = "no-appointment"
TOO_MANY = "too-many"
REPEATED_ODDLY = "repeated-oddly"
NO_TIME = "no-time"


@dataclass(frozen=True, slots=True)
class Summons:
    """`key` is the same in every file about it, and begins alike for all of a series; a greater `version` is
    newer. Times are aware UTC, to be
    read in `zone`. Of a whole day, `starts_at` is its midnight there."""

    key: str
    version: int
    title: str
    starts_at: datetime
    ends_at: datetime | None
    zone: str
    whole_day: bool
    place: str
    link: str
    said: str
    called_off: bool
    contact: str = ""
