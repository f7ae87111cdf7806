"""An appointment as a file from elsewhere tells it, before anybody has said that it counts."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Found:
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
