"""What may be done some times at once, and then only now and again: whoever uses it says what counts.

In this process only: with more processes the limit is that many times higher. Guesses at passwords and codes
are counted for all processes together, in `auditing/guesses.py`.
"""

import math
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from mia_companion.server.refusals import Refusal
from mia_companion.wire import problems

_MOST_BUCKETS = 10_000


@dataclass(slots=True)
class _Bucket:
    left: float
    at: datetime


class Attempts:
    """Token buckets by key: `burst` at once, then one more every `seconds`."""

    def __init__(self, clock: Callable[[], datetime], *, burst: int, seconds: float) -> None:
        self._clock = clock
        self._burst = burst
        self._seconds = seconds
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def check(self, key: str) -> None:
        """Raises `too-many-requests` with Retry-After while the bucket is empty."""
        left = self._filled(key).left
        if left < 1:
            wait = math.ceil((1 - left) * self._seconds)
            raise Refusal(problems.TOO_MANY, headers={"retry-after": str(wait)})

    def failed(self, key: str) -> None:
        """One more that counts."""
        bucket = self._filled(key)
        bucket.left = max(0.0, bucket.left - 1)
        self._buckets[key] = bucket
        self._buckets.move_to_end(key)
        if len(self._buckets) > _MOST_BUCKETS:
            self._buckets.popitem(last=False)

    def _filled(self, key: str) -> _Bucket:
        now = self._clock()
        bucket = self._buckets.get(key) or _Bucket(float(self._burst), now)
        passed = max(0.0, (now - bucket.at).total_seconds())
        bucket.left = min(float(self._burst), bucket.left + passed / self._seconds)
        bucket.at = now
        return bucket
