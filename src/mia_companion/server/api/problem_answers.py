"""Every error leaves as a problem detail (RFC 9457), and says nothing that the caller wrote."""

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from mia_companion.server.refusals import Refusal
from mia_companion.wire import problems
from mia_companion.wire.problems import PREFIX, Problem

MEDIA_TYPE = "application/problem+json"

_TITLE_BY_NAME = {
    problems.CODE_WRONG: "No invitation has this code",
    problems.CODE_USED: "The code was used already",
    problems.CODE_EXPIRED: "The code has expired",
    problems.CODE_CLOSED: "The code was guessed at too often, and is closed",
    problems.WORDS_FIRST: "Two words are to be compared first",
    problems.SIGN_IN_WRONG: "The e-mail address or the password is wrong",
    problems.SIGNED_OUT: "This device is signed out",
    problems.FORBIDDEN: "This account may not do that",
    problems.NOT_FOUND: "There is nothing here",
    problems.TOO_LARGE: "The request is too large",
    problems.TOO_MANY: "Too many attempts",
    problems.MALFORMED: "The request cannot be read",
    problems.UNAVAILABLE: "The server cannot answer now",
    problems.CONFLICT: "The request contradicts what is there",
    problems.ONESELF: "That is the caller",
    problems.NOT_A_COLLEAGUE: "That is no coordinator of the same site",
    problems.HAS_LEFT: "That coordinator works here no longer",
    problems.NOT_YOUR_PARTICIPANT: "The caller does not follow that participant",
    problems.COVER_DAYS: "No cover can last on these days",
    problems.EMAIL_TAKEN: "Another account signs in with that address",
    problems.NAME_TAKEN: "Another site of the association has that name",
    problems.STILL_FOLLOWS: "Participants must be handed over first",
    problems.PASSWORD_WRONG: "The password is not the present one",
    problems.PASSWORD_EASY: "The password is among those that are guessed first",
    problems.PASSWORD_EXPIRED: "The password was for the first time only, and has ended",
    problems.ALREADY_PUBLISHED: "This half-year, or a later one, was published already",
    problems.PERIOD_GOES_ON: "This half-year goes on",
    problems.RESULTS_CHANGED: "The numbers are no longer those that were shown",
    problems.SIGN_IN_AGAIN: "This needs that the caller has just shown who they are",
    problems.IDLE_TOO_LONG: "Nobody has touched this device for too long",
    problems.PASSWORDS_OFF: "This server takes no passwords",
    problems.LOGIN_WAITS: "Nobody has signed in with this ticket yet",
    problems.LOGIN_OVER: "The ticket has been used, or has ended",
    problems.DIGITS_WRONG: "Those are not the digits that the browser shows",
    problems.APP_TOO_OLD: "This app must be updated first",
    problems.PROOF_WRONG: "Those are not the digits that were sent there",
    problems.NOT_SENT: "The message could not be sent now",
    problems.TAKES_NOTHING: "That address or number takes nothing",
    problems.SENT_ENOUGH: "Enough was sent for now",
}

_NAME_BY_STATUS = {
    401: problems.SIGNED_OUT,
    403: problems.FORBIDDEN,
    404: problems.NOT_FOUND,
    409: problems.CONFLICT,
    413: problems.TOO_LARGE,
    429: problems.TOO_MANY,
}


def problem_answer(
    name: str, status: int, detail: str = "", headers: dict[str, str] | None = None
) -> Response:
    """The answer for one problem."""
    said = Problem(type=PREFIX + name, title=_TITLE_BY_NAME[name], status=status, detail=detail)
    return Response(said.model_dump_json(), status, headers=headers, media_type=MEDIA_TYPE)


def add_handlers(app: FastAPI) -> None:
    """Every way to be refused, on the app. What fails inside is answered by the frame."""
    for kind in (Refusal, HTTPException, RequestValidationError):
        app.add_exception_handler(kind, _handled)


def answer_to(error: Exception) -> Response:
    """The answer for one way to be refused."""
    if isinstance(error, Refusal):
        return _refused(error)
    if isinstance(error, HTTPException):
        return _http(error)
    if isinstance(error, RequestValidationError):
        return _invalid(error)
    raise error


async def _handled(request: Request, error: Exception) -> Response:
    return answer_to(error)


def _refused(error: Refusal) -> Response:
    headers = dict(error.headers)
    if error.status == 401:
        headers["www-authenticate"] = "Bearer"
    return problem_answer(error.name, error.status, error.detail, headers)


def _http(error: HTTPException) -> Response:
    fallback = problems.UNAVAILABLE if error.status_code >= 500 else problems.MALFORMED
    name = _NAME_BY_STATUS.get(error.status_code, fallback)
    return problem_answer(name, error.status_code, headers=dict(error.headers or {}))


def _invalid(error: RequestValidationError) -> Response:
    # Which field and what, never the value, nor a key that the caller made up: somebody's words.
    places = {
        f"{'.'.join(str(part) for part in one['loc'][:2])}: {one['type']}" for one in error.errors()
    }
    return problem_answer(problems.MALFORMED, 422, "; ".join(sorted(places)[:5]))
