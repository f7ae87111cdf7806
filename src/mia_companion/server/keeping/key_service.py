"""What wraps the data keys, in the shape that key management services have.

    generate_data_key ─▶ a key to use, and the same wrapped, to keep
    decrypt           ◀─ wrapped, and what it was bound to
    rotate            ─▶ another version wraps from now on; the older ones still open
    schedule_deletion ─▶ from then on older versions open nothing, wherever a copy of what they wrapped lies

`bound` is what a wrapped key is for. It opens for nothing else.
"""

from datetime import datetime
from typing import NamedTuple, Protocol


class Wrapped(NamedTuple):
    """A key as it is kept: the version that wrapped it, and what that version opens. Both ASCII."""

    by: str
    text: str


class DataKey(NamedTuple):
    """A new key, and the same as it is kept."""

    plain: bytes
    wrapped: Wrapped


class CannotUnwrap(Exception):
    """No version that is there opens it: another service, a version that was deleted, or another purpose."""


class ServiceAway(OSError):
    """The service did not answer; nothing is known to be wrong with any key."""


class KeyService(Protocol):
    """Wraps and opens data keys. Raises CannotUnwrap and ServiceAway."""

    def current(self) -> str:
        """The version that wraps now."""
        ...

    def encrypt(self, plain: bytes, bound: str) -> Wrapped:
        """A key as it is to be kept."""
        ...

    def decrypt(self, wrapped: Wrapped, bound: str) -> bytes:
        """The key again."""
        ...

    def generate_data_key(self, bound: str) -> DataKey:
        """A new 256-bit key."""
        ...

    def rotate(self) -> str:
        """Another version wraps from now on, for good when this returns; gives it."""
        ...

    def schedule_deletion(self, older_than: str, at: datetime) -> None:
        """Versions older than that one open nothing from then on, or from when it was said before. Nothing
        that is to be kept may still be wrapped by them."""
        ...
