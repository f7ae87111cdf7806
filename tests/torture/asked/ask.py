"""A question to a route, and all of them by route."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

import httpx

from tests.server.world import Person
from tests.torture.cast import Cast


@dataclass
class Ask:
    """A request. `path` is filled in."""

    method: str
    path: str
    json: Any = None
    content: bytes | None = None
    headers: dict[str, str] = field(default_factory=dict)

    async def of(self, http: httpx.AsyncClient, authorization: dict[str, str]) -> httpx.Response:
        """Send it."""
        return await http.request(
            self.method,
            self.path,
            json=self.json,
            content=self.content,
            headers={**self.headers, **authorization},
        )


Make = Callable[[Cast, Person, bool], Awaitable[Ask]]
"""A question about something of that cast's, by that person; whether it is expected to be done."""

DOOR = f"/v1/login/at/{'A' * 22}"
ASKED: dict[str, Make] = {}
"""By route, and what of."""


def asks(route: str) -> Callable[[Make], Make]:
    """The function makes the question to that route."""

    def keep(make: Make) -> Make:
        ASKED[route] = make
        return make

    return keep


def plain(route: str, body: Any = None, at: str = "") -> None:
    """A route that is asked about nobody but the caller; `at` is its path where it has gaps."""
    method, path = route.split(" ")[:2]
    path = at or path

    async def make(cast: Cast, by: Person, done: bool) -> Ask:
        return Ask(method, path, json=body)

    ASKED[route] = make
