"""Staff who are idle after half an hour, and a server that answers what it is told to."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx

from tests.ui.office import TOKENS, Drawn, Office

STAFF = TOKENS.model_copy(update={"idle_minutes": 30})
SIGNED_IN = json.loads(STAFF.model_dump_json())


def answering(said: Any, status: int = 200) -> Any:
    """That, to whatever is asked."""
    return lambda _: httpx.Response(status, json=said)


def refusing(name: str, status: int = 403) -> httpx.Response:
    """With that problem."""
    said = {"type": f"urn:mia-companion:problem:{name}", "title": name, "status": status}
    return httpx.Response(status, json=said)


@contextmanager
def a_staffed_office(folder: Path) -> Iterator[Office]:
    """Karin's, with one participant, on a server where one signs in in every way."""
    made = Office(folder)
    made.sign_in()
    made.companion.client.session.keep(STAFF)
    made.companion.idling.touch()
    made.person("person-1", "Amina Yusuf")
    ways = {"passwords": True, "passkeys": True, "provider": "Freja", "idle_minutes": 30}
    made.answers["/v1/login"] = answering(ways)
    try:
        yield made
    finally:
        made.companion.store.close()


async def settled(screen: Drawn) -> None:
    """Also what is asked of a server."""
    for _ in range(20):
        await screen.settle()
