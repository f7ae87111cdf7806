"""Push and pull: the hot routes, plain Starlette with their models in the description all the same."""

from typing import TypeVar

from fastapi import APIRouter
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from mia_companion.server.api.parts import Calling, Server, backend_of, said_by
from mia_companion.server.refusals import Refusal
from mia_companion.wire import problems
from mia_companion.wire.sync import MAX_PAGE, History, Pull, PullAnswer, Push, PushAnswer

Model = TypeVar("Model", bound=BaseModel)

router = APIRouter(tags=["sync"])


async def push(request: Request) -> Response:
    """Entries up: each is accepted, held or refused."""
    said, asked = said_by(request), await _read(request, Push)
    answer = await backend_of(request).pushes.take(said, asked)
    return Response(answer.model_dump_json(), media_type="application/json")


async def pull(request: Request) -> Response:
    """Cursors up; what comes after them down."""
    said, asked = said_by(request), await _read(request, Pull)
    answer = await backend_of(request).pulls.answer(said, asked)
    return Response(answer, media_type="application/json")


async def _read(request: Request, model: type[Model]) -> Model:
    try:
        return model.model_validate_json(await request.body())
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=False, include_context=False)
        raise RequestValidationError(
            [{**one, "loc": ("body", *one["loc"])} for one in found]
        ) from None


HOT = (
    (Route("/v1/push", push, methods=["POST"]), Push, PushAnswer),
    (Route("/v1/pull", pull, methods=["POST"]), Pull, PullAnswer),
)
"""Each plain route with what it takes and gives."""


@router.get("/v1/journals/{journal}/history")
async def history(
    journal: str, server: Server, caller: Calling, before: int, limit: int = MAX_PAGE
) -> History:
    """Entries before the seq `before`, oldest first, for someone who looks back past a picture."""
    if before < 1 or not 1 <= limit <= MAX_PAGE:
        raise Refusal(problems.MALFORMED)
    entries = await server.pulls.history(caller, journal, before, limit)
    if entries is None:
        raise Refusal(problems.NOT_FOUND)
    return History(entries=entries)
