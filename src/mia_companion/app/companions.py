"""The companions of many browsers in one process: one a browser, shared by its tabs.

absent ──first tab──▶ open ──last tab gone──▶ absent
                             (the file keeps what was not yet acknowledged)
"""

from collections.abc import Callable

from mia_companion.app.companion import Companion


class Companions:
    """Opens a browser's companion for its first tab and closes it after the last."""

    def __init__(self, make: Callable[[bytes], Companion]) -> None:
        self._make = make
        self._open: dict[bytes, Companion] = {}
        self._tabs: dict[bytes, int] = {}

    def enter(self, key: bytes) -> Companion:
        """A tab of the browser with that 256-bit key opened."""
        if key not in self._open:
            companion = self._make(key)
            self._open[key] = companion
            companion.start()
        self._tabs[key] = self._tabs.get(key, 0) + 1
        return self._open[key]

    def is_open(self, key: bytes) -> bool:
        """Whether a tab of that browser is here."""
        return key in self._open

    @property
    def tabs(self) -> int:
        """How many are here, of all browsers."""
        return sum(self._tabs.values())

    async def leave(self, key: bytes) -> None:
        """A tab is gone for good."""
        self._tabs[key] -= 1
        if self._tabs[key] == 0:
            del self._tabs[key]
            await self._open.pop(key).close()

    async def close(self) -> None:
        """The process ends."""
        for key in tuple(self._open):
            self._tabs.pop(key, None)
            await self._open.pop(key).close()
