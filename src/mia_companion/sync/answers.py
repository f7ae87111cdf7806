"""Reading what came back: the shape that was asked for, a problem, or something that is not our server."""

from typing import NoReturn, TypeVar

import httpx
from pydantic import BaseModel, ValidationError

from mia_companion.domain.undisturbed import Undisturbed
from mia_companion.store.outbox import HELD, REFUSED, SENT
from mia_companion.sync.errors import Idle, NotOurServer, Offline, Outdated, Rejected, SignedOut
from mia_companion.wire import problems
from mia_companion.wire.sync import Accepted, Held, PushResult, Refused

Answer = TypeVar("Answer", bound=BaseModel)

_OFFSET = "upload-offset"
_REMOVED = "mia-removed"


def checked(answer: httpx.Response) -> httpx.Response:
    """The answer, if it is a success. Raises SyncError."""
    if not answer.is_success:
        fail(answer)
    return answer


def fail(answer: httpx.Response) -> NoReturn:
    """Raise what the answer says is wrong."""
    try:
        problem = problems.Problem.model_validate_json(answer.content)
    except ValidationError as wrong:
        raise NotOurServer from wrong
    after = answer.headers.get("retry-after", "")
    wait = float(after) if after.isdecimal() else None
    server_is_down = httpx.codes.INTERNAL_SERVER_ERROR
    if answer.status_code >= server_is_down:
        raise Offline(problems.UNAVAILABLE, wait)
    if problem.name == problems.TOO_MANY:
        raise Rejected(problem.name, wait)
    if problem.name == problems.APP_TOO_OLD:
        raise Outdated
    if problem.name == problems.IDLE_TOO_LONG:
        raise Idle
    if problem.name == problems.SIGNED_OUT:
        raise SignedOut(answer.headers.get(_REMOVED, ""))
    raise Rejected(problem.name)


def wants_proof(answer: httpx.Response) -> bool:
    """Whether it is refused until somebody has shown once more who they are."""
    if answer.status_code != httpx.codes.FORBIDDEN:
        return False
    try:
        problem = problems.Problem.model_validate_json(answer.content)
    except ValidationError:
        return False
    return problem.name == problems.SIGN_IN_AGAIN


def read(answer: httpx.Response, kind: type[Answer]) -> Answer:
    """The shape that was asked for. Raises NotOurServer."""
    try:
        with Undisturbed():
            return kind.model_validate_json(answer.content)
    except ValidationError as wrong:
        raise NotOurServer from wrong


def offset_in(answer: httpx.Response, size: int) -> int:
    """Where an upload stands at the server, also when it was not where we thought. Raises SyncError."""
    said = answer.headers.get(_OFFSET, "")
    knows = answer.status_code in (httpx.codes.NO_CONTENT, httpx.codes.CONFLICT)
    if knows and said.isascii() and said.isdecimal() and int(said) <= size:
        return int(said)
    checked(answer)
    raise NotOurServer


def is_unproven(result: PushResult) -> bool:
    """Whether the server, which lost its keys too, does not know its own receipt again."""
    return isinstance(result, Refused) and result.reason == problems.RECEIPT_WRONG


def state_of(result: PushResult) -> tuple[str, str, str]:
    """What the outbox notes of an entry: its state, the reason or its seq, the id."""
    match result:
        case Accepted():
            return (SENT, str(result.seq), result.id)
        case Held():
            return (HELD, "", result.id)
        case _:
            return (REFUSED, result.reason, result.id)
