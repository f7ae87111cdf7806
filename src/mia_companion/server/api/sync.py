"""Push and pull, which come most, and looking back."""

from typing import Annotated

from fastapi import APIRouter, Query

from mia_companion.server.api.hot import Hot, read
from mia_companion.server.api.parts import Calling, Server
from mia_companion.server.backend import Backend
from mia_companion.server.refusals import Refusal
from mia_companion.server.tokens import Pair
from mia_companion.wire import problems
from mia_companion.wire.sync import (
    MAX_PAGE,
    MAX_PUSH_BYTES,
    History,
    Pull,
    PullAnswer,
    Push,
    PushAnswer,
)

router = APIRouter(tags=["sync"])


async def push(backend: Backend, said: Pair, raw: bytes) -> bytes:
    """Entries up: each is accepted, held or refused."""
    answer = await backend.pushes.take(said, read(raw, Push))
    backend.watched.figures.entries(one.answer for one in answer.results)
    return answer.model_dump_json().encode()


async def pull(backend: Backend, said: Pair, raw: bytes) -> bytes:
    """Cursors up; what comes after them down."""
    return await backend.pulls.answer(said, read(raw, Pull))


HOT = {
    "/v1/push": Hot(push, Push, PushAnswer, MAX_PUSH_BYTES + 64 * 1024),
    "/v1/pull": Hot(pull, Pull, PullAnswer),
}
"""By path; all of them are POST."""


@router.get("/v1/journals/{journal}/history")
async def history(
    journal: str,
    server: Server,
    caller: Calling,
    before: Annotated[int, Query(ge=1)],
    limit: Annotated[int, Query(ge=1, le=MAX_PAGE)] = MAX_PAGE,
) -> History:
    """Entries before the seq `before`, oldest first, for someone who looks back past a picture."""
    entries = await server.pulls.history(caller, journal, before, limit)
    if entries is None:
        raise Refusal(problems.NOT_FOUND)
    if entries:
        server.looks.note(caller, [journal])
    return History(entries=entries)
