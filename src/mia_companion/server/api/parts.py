"""What every route asks for: the backend, and who calls."""

from typing import Annotated

from fastapi import Depends, Request

from mia_companion.server.access import Caller
from mia_companion.server.backend import Backend
from mia_companion.server.refusals import Refusal
from mia_companion.server.tokens import Pair
from mia_companion.wire import problems


def backend_of(request: Request) -> Backend:
    """The backend of the app that the request came to."""
    backend: Backend = request.app.state.backend
    return backend


def _token_of(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token:
        raise Refusal(problems.SIGNED_OUT)
    return token.strip()


async def caller_of(request: Request) -> Caller:
    """Who calls, by the Authorization header. Raises `signed-out`, and `words-first`."""
    return await backend_of(request).accounts.check(_token_of(request))


async def waiting_caller_of(request: Request) -> Caller:
    """The same, also where the two words of the caller's phone are still to be compared."""
    return await backend_of(request).accounts.check(_token_of(request), waiting=True)


async def caller_with_care(request: Request) -> Caller:
    """The same, for what costs much, makes something or takes something out: less often.

    Raises `too-many-requests` besides.
    """
    caller = await caller_of(request)
    backend_of(request).dear.take(caller.account)
    return caller


def said_by(request: Request) -> Pair:
    """What the header's token says; whether its device may still come in is asked with what it asks for.

    Raises `signed-out`.
    """
    backend = backend_of(request)
    return backend.devices.said_by(_token_of(request), backend.surroundings.clock())


def address_of(request: Request) -> str:
    """Where the request came from, to count wrong guesses by; never written down."""
    return request.client.host if request.client else "unknown"


Server = Annotated[Backend, Depends(backend_of)]
Calling = Annotated[Caller, Depends(caller_of)]
Waiting = Annotated[Caller, Depends(waiting_caller_of)]
Dear = Annotated[Caller, Depends(caller_with_care)]
Address = Annotated[str, Depends(address_of)]
