"""What lists are asked of the server, without one."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from tests.example_data import NOW
from tests.ui.office import Office, an_office

DAY = NOW.date()
NOTHING_NEW = {"epoch": "epoch-1", "now": NOW.isoformat()}
FORMULA = "=cmd|' /C calc'!A0"


class Asked(list[tuple[str, dict[str, Any]]]):
    """What the server was asked for, and its answers."""

    def __init__(self, office: Office) -> None:
        super().__init__()
        office.answers = {
            "/v1/pull": lambda _: httpx.Response(200, json=NOTHING_NEW),
            "/v1/imports": self._rooms,
            "/v1/exports": lambda request: (self._note(request), httpx.Response(204))[1],
        }

    def _note(self, request: httpx.Request) -> dict[str, Any]:
        said: dict[str, Any] = json.loads(request.content)
        self.append((request.url.path, said))
        return said

    def _rooms(self, request: httpx.Request) -> httpx.Response:
        people = self._note(request)["participants"]
        rooms = [{"participant": one, "shared_journal": f"shared-{one}"} for one in people]
        return httpx.Response(200, json={"rooms": rooms})


@contextmanager
def a_list(folder: Path) -> Iterator[Office]:
    """Amina, and somebody whose name is a formula."""
    with an_office(folder) as made:
        made.person("person-Amina", "Amina Ek", "ar")
        made.person("person-Bo", FORMULA)
        yield made
