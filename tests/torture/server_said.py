"""What a server acknowledges."""

from dataclasses import dataclass

from mia_companion.domain.entries import Entry
from mia_companion.wire.sync import Accepted


@dataclass(frozen=True)
class Placed:
    """An entry that was acknowledged at its place."""

    entry: Entry
    answer: Accepted


@dataclass(frozen=True)
class Follows:
    """A handover that was acknowledged."""

    participant: str
    coordinator: str


@dataclass(frozen=True)
class Reads:
    """A device that was let in; or, no longer."""

    account: str
    device: str
    still: bool = True


@dataclass(frozen=True)
class Whole:
    """A photo that was acknowledged as a whole."""

    journal: str
    blob: str
    content: bytes


@dataclass(frozen=True)
class Erased:
    """A journal that is gone for good."""

    journal: str
