"""Who follows whom: handing a participant over, covering while someone is away, and what was left behind."""

from datetime import date

from pydantic import AwareDatetime, Field

from mia_companion.domain.entries import Entry, Frozen
from mia_companion.wire.accounts import DeviceId


class HandOver(Frozen):
    """From now on `to` follows the participant in the caller's place."""

    id: DeviceId
    """Made by the caller's device, so that a repeated request hands over once."""
    participant: str = Field(min_length=1, max_length=64)
    to: str = Field(min_length=1, max_length=64)


class CoverAsked(Frozen):
    """The caller is away, both days included in Europe/Stockholm, and `by` answers meanwhile."""

    id: DeviceId
    """Made by the caller's device, so that a repeated request makes one cover."""
    by: str = Field(min_length=1, max_length=64)
    first_day: date
    last_day: date


class Left(Frozen):
    """Something that was written before its author knew that their access had ended."""

    entry: Entry
    received_at: AwareDatetime


class LeftBehind(Frozen):
    """All of it in one journal that nobody has looked at yet, oldest first."""

    entries: tuple[Left, ...]
