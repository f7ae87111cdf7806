"""What a way of reaching somebody is, and how it can end."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Protocol


class Outcome(Enum):
    """How it went."""

    ACCEPTED = "accepted"
    LATER = "later"
    """Not now; or nobody knows whether it was taken."""
    NEVER = "never"
    """That address takes nothing."""


@dataclass(frozen=True, slots=True)
class Message:
    """What is to be sent. `id` is the same at every try; `maybe_since` is since when it may have been sent
    by a try that nobody knows the end of, None at the first."""

    id: str
    to: str
    subject: str
    text: str
    maybe_since: datetime | None = None


class Way(Protocol):
    """Mail, or an SMS provider."""

    async def send(self, message: Message) -> Outcome:
        """Raises nothing."""
        ...
