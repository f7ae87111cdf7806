"""A browser's page says which fonts have come, so that no screen is drawn in a script it cannot write yet.

    expected ──the page names the last of them──▶ here ──▶ the screen is drawn
       └── it does not, for `patience` ──▶ drawn all the same

Our script in index.html says it; what it says is compared with what is expected and kept nowhere.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterable

PREFIX = "/letters/"
PATIENCE_SECONDS = 10.0


class Letters:
    """Belongs to the host."""

    def __init__(self, patience: float = PATIENCE_SECONDS) -> None:
        self._patience = patience
        self._expected: list[tuple[bytes, set[str], asyncio.Event]] = []

    def of(self, key: bytes) -> Callable[[Iterable[str]], Awaitable[None]]:
        """For the page of that browser: `expect`."""
        return lambda paths: self.expect(key, paths)

    def expect(self, key: bytes, paths: Iterable[str]) -> Awaitable[None]:
        """From now on; what is given back ends when all of these are in that browser, or too late."""
        missing = set(paths)
        one = (key, missing, asyncio.Event())
        self._expected.append(one)

        async def come() -> None:
            try:
                async with asyncio.timeout(self._patience):
                    await one[2].wait()
            except TimeoutError:
                pass
            finally:
                self._expected.remove(one)

        return come()

    def note(self, key: bytes | None, path: str) -> None:
        """The browser with that key says that this has come."""
        for expecting, missing, here in self._expected:
            if expecting == key:
                missing.discard(path)
                if not missing:
                    here.set()
