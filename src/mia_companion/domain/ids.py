"""Ids made by the author's device: UUIDv7 (RFC 9562), monotonic within a process."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]
"""Now, as aware UTC."""


def system_clock() -> datetime:
    """The device's clock."""
    return datetime.now(UTC)


class Ids:
    """Makes ids from a clock and `random(count) -> bytes`."""

    def __init__(self, clock: Clock, random: Callable[[int], bytes]) -> None:
        self._clock = clock
        self._random = random
        self._last = 0

    def new(self) -> str:
        """The next id; later ones sort after earlier ones, also when the clock goes back."""
        milliseconds = max(int(self._clock().timestamp() * 1000), 0) & (2**48 - 1)
        wanted = milliseconds << 80 | 0x7 << 76 | 0b10 << 62
        noise = int.from_bytes(self._random(10), "big")
        fresh = wanted | (noise >> 68) << 64 | noise & (2**62 - 1)
        if fresh <= self._last:
            fresh = _after(self._last)
        self._last = fresh
        text = f"{fresh:032x}"
        return f"{text[:8]}-{text[8:12]}-{text[12:16]}-{text[16:20]}-{text[20:]}"


def _after(last: int) -> int:
    """The next value that keeps the version and variant bits in place."""
    tail = (last & (2**62 - 1)) + 1
    head = last >> 64
    if tail >> 62:
        tail, head = 0, head + 1
        if head >> 12 & 0xF != 0x7:  # the counter is spent: borrow from the next millisecond
            head = ((head >> 16) + 1) << 16 | 0x7000
    return head << 64 | 0b10 << 62 | tail
