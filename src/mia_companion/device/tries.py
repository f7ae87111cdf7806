"""How often a PIN may be tried: five times, then with a pause that grows, and never a wipe.

    right ──▶ counted from none again
    wrong ──▶ 1 2 3 4  at once      5 ─ 30 s      6 ─ 1 min      7 ─ 5 min      8 ─ 15 min      9 … ─ 1 h

A try is counted before it is made, so that killing the app in the middle wins nothing. The count lies in
the key store. A clock that is set back begins the pause anew; one that is set forward helps nobody while
the app lives, which also counts by the time that no one can set. Set forward and started anew it does
help: the app has no other clock across a restart.
"""

from collections.abc import Callable
from datetime import datetime

from pydantic import AwareDatetime, BaseModel, ConfigDict, ValidationError

from mia_companion.device.secrets import Secrets
from mia_companion.domain.ids import Clock

FREE = 5
PAUSES = (30, 60, 300, 900, 3600)
"""Seconds after the fifth wrong try, the sixth, and so on; the last for all further ones."""

TRIES = "pin-tries"


class _Counted(BaseModel):
    model_config = ConfigDict(frozen=True)

    wrong: int = 0
    at: AwareDatetime | None = None


class Tries:
    """`monotonic` is in seconds. All raise SecretsFailed."""

    def __init__(
        self,
        secrets: Secrets,
        clock: Clock,
        monotonic: Callable[[], float],
        name: str = TRIES,
    ) -> None:
        self.secrets = secrets
        self._clock = clock
        self.monotonic = monotonic
        self._name = name
        self._began: float | None = None

    async def pause(self) -> float:
        """Seconds until the next try; 0 when it may be now."""
        counted, now = await self._read(), self._clock()
        length = _pause_after(counted.wrong)
        if not length or counted.at is None:
            return 0
        if now < counted.at:
            await self._keep(counted.wrong, now)
            return length
        left = length - (now - counted.at).total_seconds()
        if self._began is not None:
            left = max(left, length - (self.monotonic() - self._began))
        return max(0.0, left)

    async def left(self) -> int:
        """How many tries there are before the next pause."""
        return max(0, FREE - (await self._read()).wrong)

    async def begin(self) -> None:
        """A try is made now; it counts as wrong until it is known to be right."""
        await self._keep((await self._read()).wrong + 1, self._clock())

    async def right(self) -> None:
        """It was right."""
        self._began = None
        await self.secrets.remove(self._name)

    async def _read(self) -> _Counted:
        held = await self.secrets.get(self._name)
        if not held:
            return _Counted()
        try:
            return _Counted.model_validate_json(held)
        except ValidationError:  # who damages the count does not get a new one
            return _Counted(wrong=FREE + len(PAUSES), at=self._clock())

    async def _keep(self, wrong: int, at: datetime) -> None:
        self._began = self.monotonic()
        await self.secrets.set(self._name, _Counted(wrong=wrong, at=at).model_dump_json())


def _pause_after(wrong: int) -> int:
    return PAUSES[min(wrong - FREE, len(PAUSES) - 1)] if wrong >= FREE else 0
