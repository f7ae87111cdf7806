"""What each server is asked to do, whoever it is. All its records lie there before the first request."""

from dataclasses import dataclass
from typing import Protocol

from bench.peers.load import Client

BEFORE = 10_000
"""Records in the database, and in the journal that is read, before anything is measured."""
WRITERS, READERS = 32, 8
BATCH = 100
BEHIND = 10


class Side(Protocol):
    """A running server with its records and its people. Each client is a device of its own."""

    port: int
    pid: int

    def writes(self, client: int) -> Client:
        """One record in each request, durable when answered."""

    def batches(self) -> Client:
        """A hundred records in each request."""

    def pulls(self, client: int) -> Client:
        """The last ten of the ten thousand."""

    def first_sync(self) -> Client:
        """All ten thousand, once; ends when it has them."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a running server is."""

    port: int
    pid: int


def wanted(found: object, expected: object) -> None:
    """Raises RuntimeError when an answer is not what was asked for: a fast refusal is no figure."""
    if found != expected:
        raise RuntimeError(f"a server answered {found!r}, not {expected!r}")
