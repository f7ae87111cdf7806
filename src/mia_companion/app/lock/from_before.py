"""What lies locked on this device since a PIN was forgotten."""

from typing import Protocol

from mia_companion.app.lock.tried import Tried


class FromBefore(Protocol):
    """One store that was set aside."""

    async def pause(self) -> float:
        """Seconds until its PIN may be tried."""

    async def bring_back(self, digits: str) -> Tried:
        """With its PIN: what the one who is signed in had not sent is sent now."""

    async def drop(self) -> Tried:
        """Delete it for good."""
