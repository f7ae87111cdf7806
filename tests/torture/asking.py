"""One question to every route, about something of somebody's, and what is answered."""

import httpx

from mia_companion.wire.sync import Accepted, PullAnswer, PushAnswer, Refused
from tests.server.sockets import listens
from tests.server.world import Person, problem
from tests.torture.asked import association, coming_in, journals, people
from tests.torture.asked.ask import ASKED, Ask
from tests.torture.cast import Cast

__all__ = ["ASKED", "Ask", "answered", "association", "coming_in", "journals", "people"]


async def answered(route: str, ask: Ask, cast: Cast, by: Person) -> str:
    """In a word: `done`, or why not."""
    method, path, *of = route.split(" ", 2)
    journal = cast.journals.get(of[0] if of else "")
    if path == "/v1/live":
        return await _listened(by, journal)
    answer = await ask.of(by.world.http, by.headers)
    if answer.status_code >= 400:
        if answer.headers["content-type"].startswith("text/html"):
            return "page"  # for people: it says in words what went wrong
        # What is asked by HEAD has no body to say why in.
        return problem(answer) if method != "HEAD" else {404: "not-found"}[answer.status_code]
    if path == "/v1/push":
        result = PushAnswer.model_validate_json(answer.content).results[0]
        assert isinstance(result, Refused | Accepted)
        return result.reason if isinstance(result, Refused) else "done"
    return _pulled(answer, journal) if path == "/v1/pull" else "done"


def _pulled(answer: httpx.Response, journal: str | None) -> str:
    page = PullAnswer.model_validate_json(answer.content)
    if journal in {one.journal for one in page.gone}:
        return "gone"
    return "done" if journal in {one.journal.id for one in page.pages} else "absent"


async def _listened(by: Person, journal: str | None) -> str:
    one = await listens(by)
    follows = journal in one.journals
    by.world.backend.relay.unsubscribe(one)
    return "done" if follows else "absent"
