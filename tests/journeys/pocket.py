"""A participant's phone without a screen: for those who are there too while a journey is about another."""

import asyncio
import os
import random
from collections.abc import Callable, Coroutine
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from mia_companion.app.actions import Actions
from mia_companion.app.opening import open_companion
from mia_companion.demo.tellers import Teller

_T = TypeVar("_T")


def apart(act: Callable[[], Coroutine[Any, Any, _T]]) -> _T:
    """Run to the end, beside Playwright's own loop, which runs in this thread."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(act())).result()


@dataclass
class Pocket:
    """The app and all it has kept in `folder`; closed again after each thing that is done in it."""

    server: str
    folder: Path
    key: bytes = field(default_factory=lambda: os.urandom(32), repr=False)

    def begin(self, code: str, act: Callable[[Teller], object]) -> None:
        """Open it with the code, in Swedish, and do something."""
        self.folder.mkdir(parents=True)

        async def enrolled(app: Teller) -> None:
            app.do.choices.language("sv")
            assert not await app.do.access.enrol(code)

        apart(lambda: self._acted(enrolled, act))

    def again(self, act: Callable[[Teller], object]) -> None:
        """Take it up later, let come what has come, and do something."""
        apart(lambda: self._acted(Teller.sync, act))

    async def _acted(
        self,
        before: Callable[[Teller], Coroutine[Any, Any, None]],
        act: Callable[[Teller], object],
    ) -> None:
        companion = open_companion(
            self.folder / "app.sqlite",
            self.key,
            self.server,
            clock=lambda: datetime.now(UTC),
            random=os.urandom,
            uniform=random.uniform,
        )
        try:
            app = Teller(companion, Actions(companion))
            await before(app)
            act(app)
            await app.sync()
        finally:
            await companion.close()
