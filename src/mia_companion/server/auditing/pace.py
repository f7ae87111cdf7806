"""How fast one device or account may go. Far above what any app does; below what wears a server down.

In this process only, and by what the token says: a limit by address would be a municipality's. With
several processes it is that many times higher.
"""

import logging
import math
import time
from collections import OrderedDict
from collections.abc import Callable

from mia_companion.server.refusals import Refusal
from mia_companion.wire import problems

_MOST = 20_000
log = logging.getLogger("mia_companion.server")


class Pace:
    """Token buckets by key: `burst` at once, then `per_second`. A `burst` of 0 is no limit.

    `clock` gives seconds that only go on.
    """

    def __init__(
        self, burst: int, per_second: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._burst = float(burst)
        self._per_second = per_second
        self._clock = clock
        self._full_at: OrderedDict[str, float] = OrderedDict()
        """When each bucket will be full again. One that is not here is full."""

    def take(self, key: str) -> None:
        """One more. Raises `too-many-requests` with Retry-After; that one does not count."""
        if not self._burst:
            return
        now = self._clock()
        full_at = max(now, self._full_at.pop(key, now)) + 1 / self._per_second
        over = full_at - now - self._burst / self._per_second
        if over > 1e-9:
            self._full_at[key] = full_at - 1 / self._per_second
            log.warning("too many requests", extra={"bound": "device"})
            raise Refusal(problems.TOO_MANY, headers={"retry-after": str(math.ceil(over))})
        self._full_at[key] = full_at
        if len(self._full_at) > _MOST:
            self._full_at.popitem(last=False)
