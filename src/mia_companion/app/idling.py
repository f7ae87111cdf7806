"""When somebody touched this device last, for staff, whose app is closed to them after a while.

It is kept across a restart, coarsely, so that an app that is opened the next morning begins closed. The
server counts for itself with what it is told; a clock that was put back helps nobody here.
"""

from contextlib import suppress
from datetime import datetime, timedelta

from mia_companion.domain.ids import Clock
from mia_companion.store.errors import StoreError
from mia_companion.store.kept import Kept
from mia_companion.wire.accounts import Tokens

_NAME = "touched"
_COARSE = timedelta(minutes=1)
_WARNED = timedelta(minutes=2)
"""Before the end; whoever looks once a minute has at least one of them left to say that they are here."""
_AHEAD = timedelta(minutes=5)
"""By so much a clock may be put right and nobody be shut out by it."""


class Idling:
    """`touch()` at each tap; `is_over` with the session's tokens tells whether to sign in again."""

    def __init__(self, kept: Kept, clock: Clock) -> None:
        self._kept = kept
        self._clock = clock
        self._at = self._written = _read(kept)

    def touch(self) -> None:
        """Somebody is here."""
        self._at = now = self._clock()
        if self._written is None or not timedelta() <= now - self._written < _COARSE:
            self._written = now
            with suppress(StoreError):  # then it begins closed after a restart
                self._kept.set(_NAME, now.isoformat())

    def seconds(self) -> int | None:
        """How long ago it was; None while nobody knows."""
        if self._at is None:
            return None
        return max(0, int((self._clock() - self._at).total_seconds()))

    def is_over(self, tokens: Tokens | None) -> bool:
        """Whether whoever those tokens belong to has to sign in again."""
        left = self._left(tokens)
        return left is not None and left <= timedelta()

    def is_over_soon(self, tokens: Tokens | None) -> bool:
        """Whether they are to be told that it will be, while a touch is still enough."""
        left = self._left(tokens)
        return left is not None and timedelta() < left <= _WARNED

    def _left(self, tokens: Tokens | None) -> timedelta | None:
        """How long until then; None where nobody is asked for it."""
        if tokens is None or not tokens.idle_minutes:
            return None
        if self._at is None:
            return timedelta()
        passed = self._clock() - self._at
        return timedelta() if passed < -_AHEAD else timedelta(minutes=tokens.idle_minutes) - passed


def _read(kept: Kept) -> datetime | None:
    with suppress(StoreError, ValueError):
        return datetime.fromisoformat(kept.get(_NAME))
    return None
