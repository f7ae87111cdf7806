"""What the engine tells whoever shows things. Called on the event loop, after it is durable."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from mia_companion.domain.entries import Confirmed
from mia_companion.domain.picture import Picture
from mia_companion.store.journals import Held


class Came(NamedTuple):
    """A journal has these entries after what was there, or after `picture`, as the store keeps it."""

    held: Held
    entries: Sequence[Confirmed]
    picture: Picture | None = None


class Listener(Protocol):
    """Implemented by `app`."""

    def syncing(self) -> None:
        """A run has begun."""

    def synced(self) -> None:
        """Nothing waits and nothing is new."""

    def failed(self, name: str) -> None:
        """The run ended early; `name` is one of `wire.problems`."""

    def came(self, pages: Sequence[Came]) -> None:
        """All that one answer brought."""

    def left(self, journal: str, reason: str) -> None:
        """A journal was emptied from the device; `reason` is that of `wire.sync.Gone`."""

    def outbox_changed(self) -> None:
        """Something in the outbox has another state."""

    def reload(self) -> None:
        """Everything may be different: read the store again."""

    def server_time(self, server: datetime, device: datetime) -> None:
        """The server's clock beside ours, for telling a person whose clock is wrong."""
