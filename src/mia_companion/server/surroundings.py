"""What the server takes from the world: the time, new ids and chance. Tests pass their own."""

import secrets
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime


def utc_now() -> datetime:
    """The system's clock, aware UTC."""
    return datetime.now(UTC)


def new_id() -> str:
    """A random id of 32 hex digits."""
    return uuid.uuid4().hex


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`clock` gives aware UTC, `ids` ids of at most 64 characters, `randomness` that many bytes."""

    clock: Callable[[], datetime] = utc_now
    ids: Callable[[], str] = new_id
    randomness: Callable[[int], bytes] = secrets.token_bytes
