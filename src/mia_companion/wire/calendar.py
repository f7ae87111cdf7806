"""A participant's appointments at an address that other calendars ask."""

from typing import Annotated

from pydantic import AwareDatetime, Field

from mia_companion.domain.entries import Frozen

LANGUAGE_TAG = "^[A-Za-z0-9-]{1,20}$"


class FeedWished(Frozen):
    """What the feed shows: that something is booked, or with `whole` what and where."""

    whole: bool = False
    language: Annotated[str, Field(pattern=LANGUAGE_TAG)] = "sv"


class Feed(Frozen):
    """The feed as it stands. `path` follows the server's address, and whoever has it can read; `at` is that
    address as others reach it, where the server was told.

    `read_at` is when a calendar asked last, to the hour, None before the first time.
    """

    path: str
    at: str = ""
    whole: bool
    language: str
    made_at: AwareDatetime
    read_at: AwareDatetime | None = None
