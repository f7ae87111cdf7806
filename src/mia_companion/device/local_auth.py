"""Who holds the phone, as the phone itself knows it: by a finger or a face.

The platform answers yes or no and nothing more. It is a lock on the door, not on what lies behind it.
"""

from typing import Protocol


class LocalAuth(Protocol):
    """A platform's own question. It never raises: what cannot be asked is a no."""

    async def can(self) -> bool:
        """Whether a finger or a face is set up here."""

    async def yes(self, reason: str) -> bool:
        """Ask now; `reason` is shown, in the person's language, and names nothing."""


class NoLocalAuth:
    """A browser, or a computer."""

    async def can(self) -> bool:
        """Never."""
        return False

    async def yes(self, reason: str) -> bool:
        """No."""
        return False


class MemoryLocalAuth:
    """The tests' twin: a phone on which `knows` is whether it is the right finger."""

    def __init__(self, *, knows: bool = True) -> None:
        self.knows = knows
        self.there = True
        self.asked: list[str] = []

    async def can(self) -> bool:
        """While it is set up."""
        return self.there

    async def yes(self, reason: str) -> bool:
        """What it knows."""
        self.asked.append(reason)
        return self.there and self.knows
