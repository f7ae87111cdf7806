"""What the server asks of whoever keeps its keys. They lie apart from the database: destroying one reaches
every backup of what it sealed. Who keeps them is in `keeping`.

a journal's     seals its rows; a rotation adds a version for new rows, and old rows open with theirs
the server's    make MACs; a rotation adds one that makes them, and old ones check until they have aged out
"""

from collections.abc import Iterable, Mapping
from typing import Protocol

KEY_BYTES = 32

SERVER_KEYS = frozenset(
    {
        "receipt", "access", "refresh", "leave", "codes", "ledger", "audit", "guesses", "login", "feeds",
        "proofs", "backup",
    }
)  # fmt: skip

Versions = Mapping[int, bytes]
"""A journal's keys by their number, from 1; the last of them seals."""


class KeyDestroyed(Exception):
    """The journal was erased; nothing will ever be sealed or opened for it again."""


class KeysMissing(Exception):
    """The key store is another one, or older than the database, or what opens it is not there. Do not start:
    keys made anew would seal beside what nobody can open. A database of the same age brings everything
    back, see `epochs`."""


class KeyStore(Protocol):
    """Every key is 256 bits; calls are quick enough to wait for, and see what another process has added
    before anybody uses it."""

    def journal_keys(self, journal: str) -> Versions:
        """The journal's data keys, the first made and durable on first use. Raises KeyDestroyed."""
        ...

    def has(self, journal: str) -> bool:
        """Whether the journal has its keys, or had them destroyed."""
        ...

    def destroy(self, journal: str) -> None:
        """Forget the journal's keys for good. Harmless when repeated."""
        ...

    def is_destroyed(self, journal: str) -> bool:
        """Whether the journal's keys were destroyed."""
        ...

    def in_memory(self) -> list[str]:
        """The journals whose keys this process holds."""
        ...

    def let_go(self, some: Iterable[str]) -> None:
        """Have those journals' keys no longer in this process's memory."""
        ...

    def server_key(self, name: str) -> bytes:
        """The one of `SERVER_KEYS` that makes MACs now, made and durable on first use."""
        ...

    def server_keys(self, name: str) -> tuple[bytes, ...]:
        """All with which a MAC may still hold, that one first."""
        ...
